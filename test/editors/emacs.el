;;; Drives the language server from Emacs's own client, set up as docs/editors/stackpin.el does.  -*- lexical-binding: t; -*-

(defvar told nil "What is told of the run, as an alist.")
(defun tell (key value) (push (cons key value) told))
(defun fail (format-string &rest values) (princ (apply #'format format-string values) #'external-debugging-output) (kill-emacs 1))
(defun wait-until (what condition)
  "Wait until CONDITION holds; give its value. Fail with WHAT after a while."
  (let ((end (+ (float-time) 30)) (value nil))
    (while (and (not (setq value (funcall condition))) (< (float-time) end))
      (accept-process-output nil 0.05))
    (or value (fail "%s: %S" what (mapcar #'flymake-diagnostic-text (flymake-diagnostics))))))

(package-initialize)
(load (getenv "CONFIG") nil t)
(setq eglot-sync-connect 20)

(find-file (getenv "FILE"))
(tell 'mode (symbol-name major-mode))
;; In batch nobody waits for a command to end, which is when `eglot-ensure' starts the server.
(unless (eglot-managed-p) (run-hooks 'post-command-hook))
(wait-until "managed" #'eglot-managed-p)

(defun findings ()
  (mapcar (lambda (found) (buffer-substring-no-properties (flymake-diagnostic-beg found) (flymake-diagnostic-end found))) (flymake-diagnostics)))
(wait-until "diagnostics" (lambda () (flymake-start) (flymake-diagnostics)))
(tell 'diagnostics
      (vconcat (mapcar (lambda (found)
                         (list (cons 'text (flymake-diagnostic-text found))
                               (cons 'line (line-number-at-pos (flymake-diagnostic-beg found)))
                               (cons 'type (symbol-name (flymake-diagnostic-type found)))))
                       (flymake-diagnostics))))

(defun after (text) (goto-char (point-min)) (search-forward text))

;; What eldoc shows in the echo area.
(after "argo-cd: 1.8")
(let ((shown nil))
  (eglot-hover-eldoc-function (lambda (text &rest _) (setq shown (substring-no-properties text))))
  (tell 'hover (wait-until "hover" (lambda () shown))))

;; Completed as by M-TAB, at the end of a name that is being written.
(goto-char (point-max))
(insert "  cert-m")
(let* ((capf (eglot-completion-at-point))
       (candidates (all-completions "cert-m" (nth 2 capf))))
  (tell 'completion (vconcat (mapcar #'substring-no-properties candidates))))
(delete-region (line-beginning-position) (point-max))

;; The fixes of the finding, and the first of them applied.
(after "argo-cd: 1.8")
(let ((actions (append (eglot-code-actions (point) (point) "quickfix") nil)))
  (tell 'actions (vconcat (mapcar (lambda (action) (plist-get action :title)) actions)))
  (eglot--apply-workspace-edit (plist-get (car actions) :edit)))
;; Edits are sent when Emacs is idle, which it never is in batch.
(eglot--signal-textDocument/didChange)
(wait-until "the error stays after the fix"
            (lambda () (flymake-start)
              (not (seq-find (lambda (found) (eq (flymake-diagnostic-type found) 'eglot-error)) (flymake-diagnostics)))))
(tell 'text (buffer-substring-no-properties (point-min) (point-max)))

(set-buffer-modified-p nil)

(find-file (getenv "MESSY"))
(unless (eglot-managed-p) (run-hooks 'post-command-hook))
(wait-until "managed" #'eglot-managed-p)
(eglot-format-buffer)
(tell 'formatted (buffer-substring-no-properties (point-min) (point-max)))

(princ (json-encode told))
(set-buffer-modified-p nil)
(eglot-shutdown (eglot-current-server))
(kill-emacs 0)
