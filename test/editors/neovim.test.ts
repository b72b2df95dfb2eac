import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { withServerOnPath } from './onPath.ts';
import { EDITORS, NEOVIM, ROOT } from './paths.ts';
import { TIDY } from './tidy.ts';
import { copyOfWorkspace } from './workspace.ts';

test('Neovim, set up as the docs say: diagnostics, hover, completion, a plan, a fix that clears the error, also on saving, and formatting', () => {
  const folder = copyOfWorkspace();
  const { status, stdout, stderr } = spawnSync(
    NEOVIM,
    ['--headless', '-u', 'NONE', '-i', 'NONE', '-n', '-S', join(EDITORS, 'neovim.lua')],
    {
      cwd: folder,
      encoding: 'utf8',
      timeout: 90_000,
      env: withServerOnPath({
        FILE: join(folder, 'platform.stack.yaml'),
        MESSY: join(folder, 'structure/messy.stack.yaml'),
        CONFIGS: join(ROOT, 'docs/editors'),
      }),
    },
  );
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  const told: { readonly [key: string]: unknown } = Object.assign(
    {},
    ...stdout
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line)),
  );
  expect(told.diagnostic).toEqual({
    lnum: 6,
    col: 11,
    code: 'incompatible',
    source: 'stackpin',
    message: expect.stringMatching(/^Argo CD 1\.8\.7 does not work with Kubernetes 1\.27\.16\. /),
  });
  expect(told.hover).toContain('https://github.com/argoproj/argo-cd/blob/v1.8.7/manifests/install.yaml');
  expect(told.completion).toBeGreaterThan(10);
  expect(told.lenses).toEqual([
    expect.stringMatching(/^3 components · \d findings · 2 of 3 pairs known · out of support: .*kubernetes/),
    'Fix all',
    'Plan upgrade',
  ]);
  expect(told.plan).toMatch(/^# Upgrade plan for platform\n/);
  expect(told.plan).toContain('\n- [ ] 1. ');
  expect(told.action).toMatch(/^Set argo-cd to \d+\.\d+\.\d+: resolves \d+ finding/);
  expect(told.text).toContain('  kubernetes: 1.27.16\n  argo-cd: ');
  expect(told.text).not.toContain('1.8.7');
  expect(told.saved).toBe(told.text);
  expect(told.formatted).toBe(TIDY);
});
