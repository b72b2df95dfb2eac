;;; stackpin.el --- Stack manifests with Eglot  -*- lexical-binding: t; -*-

;; Emacs 29 and later bring Eglot; before, it is in the package archives. `yaml-mode' gives the colours.

(require 'eglot)
(require 'yaml-mode)

(define-derived-mode stack-manifest-mode yaml-mode "Stack"
  "Major mode for stack manifests.")

(define-derived-mode stack-catalog-mode yaml-mode "Stack Catalog"
  "Major mode for compatibility catalogs.")

(defun stackpin-indentation ()
  "Two spaces a level: what formatting takes from the editor."
  (setq-local tab-width 2 indent-tabs-mode nil))

(add-hook 'stack-manifest-mode-hook #'stackpin-indentation)
(add-hook 'stack-catalog-mode-hook #'stackpin-indentation)

(add-to-list 'auto-mode-alist '("\\.stack\\.ya?ml\\'" . stack-manifest-mode))
(add-to-list 'auto-mode-alist '("/stackpin\\.ya?ml\\'" . stack-manifest-mode))
(add-to-list 'auto-mode-alist '("\\.catalog\\.ya?ml\\'" . stack-catalog-mode))

(add-to-list 'eglot-server-programs
             '((stack-manifest-mode :language-id "stack-manifest")
               . ("stackpin-language-server" "--stdio")))
(add-to-list 'eglot-server-programs
             '((stack-catalog-mode :language-id "stack-catalog")
               . ("stackpin-language-server" "--stdio")))

(add-hook 'stack-manifest-mode-hook #'eglot-ensure)
(add-hook 'stack-catalog-mode-hook #'eglot-ensure)

(provide 'stackpin)
;;; stackpin.el ends here
