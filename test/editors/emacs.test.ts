import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { withServerOnPath } from './onPath.ts';
import { EDITORS, EMACS, ROOT } from './paths.ts';
import { TIDY } from './tidy.ts';
import { copyOfWorkspace } from './workspace.ts';

test('Emacs with Eglot, set up as the docs say: diagnostics, eldoc, completion, a fix that clears the error, and formatting', () => {
  const folder = copyOfWorkspace();
  const { status, stdout, stderr } = spawnSync(EMACS, ['--batch', '-l', join(EDITORS, 'emacs.el')], {
    cwd: folder,
    encoding: 'utf8',
    timeout: 90_000,
    env: withServerOnPath({
      CONFIG: join(ROOT, 'docs/editors/stackpin.el'),
      FILE: join(folder, 'platform.stack.yaml'),
      MESSY: join(folder, 'structure/messy.stack.yaml'),
      HOME: folder,
    }),
  });
  if (status !== 0) throw new Error(`Emacs ended with status ${status}:\n${stdout}\n${stderr}`);
  const told = JSON.parse(stdout);
  expect(told.mode).toBe('stack-manifest-mode');
  expect(told.diagnostics).toEqual([
    {
      line: 6,
      type: 'eglot-warning',
      text: 'stackpin [end-of-life]: Support for Kubernetes 1.27 ended on 2024-06-28.',
    },
    {
      line: 7,
      type: 'eglot-warning',
      text: 'stackpin [end-of-life]: Support for Argo CD 1.8 ended on 2021-12-15.',
    },
    {
      line: 7,
      type: 'eglot-error',
      text: expect.stringMatching(
        /^stackpin \[incompatible\]: Argo CD 1\.8\.7 does not work with Kubernetes 1\.27\.16\. /,
      ),
    },
  ]);
  expect(told.hover).toMatch(/^Argo CD 1\.8\.7 · release line 1\.8, released 2020-12-09\n/);
  expect(told.hover).toContain('Against the other pins:\n\n- Kubernetes 1.27.16: incompatible. ');
  expect(told.completion).toEqual(['cert-manager']);
  const [fix] = told.actions;
  expect(fix).toMatch(/^Set argo-cd to \d+\.\d+\.\d+: resolves \d findings?/);
  const [, version] = /^Set argo-cd to (\S+):/.exec(fix) ?? [];
  expect(told.text).toBe(`apiVersion: stackpin/v1
kind: Stack
metadata:
  name: platform
components:
  kubernetes: 1.27.16
  argo-cd: ${version}
  containerd: 2.3.4
`);
  expect(told.formatted).toBe(TIDY);
});
