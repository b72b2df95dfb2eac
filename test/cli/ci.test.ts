/** What runs Stackpin elsewhere: the GitHub Action, the hook of pre-commit, the container. Their steps run here against the built program. */
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { folderWith, STACKPIN, stackOf } from './support.ts';

const ROOT = new URL('../../', import.meta.url);
const read = (path: string) => readFileSync(new URL(path, ROOT), 'utf8');
const BAD = stackOf('kubernetes: 1.27.16', 'argo-cd: 1.8.7');
const GOOD = stackOf('kubernetes: 1.27.16');
/** In the place of the real one: writes down which package is asked for, and runs the built program. */
const NPX = `#!/bin/sh\necho "$1 $2" >> "$ASKED"\nshift 2\nexec "${process.execPath}" "${STACKPIN}" "$@"\n`;

interface Step {
  readonly name: string;
  readonly run?: string;
  readonly uses?: string;
  readonly if?: string;
  readonly env?: { readonly [name: string]: string };
}

/** Runs a script as bash does in a job; the tools of the folder `bin` come first. */
function bash(script: string, cwd: string, env: { readonly [name: string]: string }) {
  const path = `${join(cwd, 'bin')}${delimiter}${process.env.PATH}`;
  const full = { ...process.env, LC_ALL: 'C', PATH: path, ASKED: join(cwd, 'asked'), ...env };
  spawnSync('chmod', ['+x', join(cwd, 'bin/npx')]);
  // https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-syntax, "shell".
  return spawnSync('bash', ['--noprofile', '--norc', '-eo', 'pipefail', '-c', script], {
    cwd,
    env: full,
    encoding: 'utf8',
  });
}

describe.runIf(process.platform !== 'win32')('the GitHub Action', () => {
  const action = parse(read('action.yml'));
  const steps: readonly Step[] = action.runs.steps;
  const [check, upload, result] = steps;

  function run(files: { readonly [path: string]: string }, inputs: { readonly [name: string]: string }) {
    const cwd = folderWith({ 'bin/npx': NPX, 'temp/.keep': '', ...files });
    const env: { [name: string]: string } = { GITHUB_OUTPUT: join(cwd, 'output'), RUNNER_TEMP: join(cwd, 'temp') };
    for (const [name, value] of Object.entries(check?.env ?? {})) {
      const [, input = ''] = /^\$\{\{ inputs\.([a-z-]+) \}\}$/.exec(value) ?? [];
      env[name] = inputs[input] ?? action.inputs[input].default;
    }
    const { status, stdout } = bash(check?.run ?? '', cwd, env);
    return { status, stdout, cwd, output: readFileSync(join(cwd, 'output'), 'utf8') };
  }

  test('annotates, and fails at its last step with the status of the check', () => {
    const { status, stdout, output, cwd } = run({ 'a.stack.yaml': BAD }, {});
    expect([status, output]).toEqual([0, 'status=1\n']);
    expect(stdout).toContain('::error file=a.stack.yaml,line=6,');
    expect(readFileSync(join(cwd, 'asked'), 'utf8')).toBe('--yes stackpin@latest\n');
    expect(existsSync(join(cwd, 'temp/stackpin.sarif'))).toBe(false);
    expect(bash(result?.run ?? '', cwd, { STACKPIN_STATUS: '1' }).status).toBe(1);
  });

  test('takes paths, a version and a floor, and writes SARIF for the upload', () => {
    const files = { 'a/a.stack.yaml': BAD, 'b b/b.stack.yaml': BAD, 'c/c.stack.yaml': GOOD };
    const { output, cwd } = run(files, { path: 'a\nc', version: '1.2.3', 'fail-on': 'never', sarif: 'true' });
    expect(output).toBe('status=0\n');
    expect(readFileSync(join(cwd, 'asked'), 'utf8')).toBe('--yes stackpin@1.2.3\n--yes stackpin@1.2.3\n');
    const sarif = JSON.parse(readFileSync(join(cwd, 'temp/stackpin.sarif'), 'utf8'));
    expect([sarif.version, sarif.runs[0].results.length > 0]).toEqual(['2.1.0', true]);
    expect(upload?.if).toBe("inputs.sarif == 'true'");
    expect(upload?.uses).toMatch(/^github\/codeql-action\/upload-sarif@v\d+$/);
  });

  test('what an input holds is never run', () => {
    const { output, cwd } = run(
      { 'a.stack.yaml': GOOD },
      { path: 'a.stack.yaml; touch broken', 'fail-on': '$(touch broken)' },
    );
    expect(output).toBe('status=2\n');
    expect(existsSync(join(cwd, 'broken'))).toBe(false);
    for (const { run: script = '' } of steps) expect(script).not.toContain('${{');
  });

  test('its documentation names its inputs', () => {
    const names = [...read('docs/ci.md').matchAll(/^\| `([a-z-]+)`/gm)].map(([, name]) => name);
    expect(names).toEqual(Object.keys(action.inputs));
  });
});

test.runIf(process.platform !== 'win32')(
  'the hook of pre-commit: silent when all is well, and for manifests alone',
  () => {
    const [hook] = parse(read('.pre-commit-hooks.yaml'));
    const cwd = folderWith({ 'bin/npx': NPX, 'good.stack.yaml': GOOD, 'bad.stack.yaml': BAD });
    const env = {};
    const good = bash(`${hook.entry} --as-of 2023-10-01 good.stack.yaml`, cwd, env);
    expect([good.status, good.stdout, good.stderr]).toEqual([0, '', '']);
    const bad = bash(`${hook.entry} good.stack.yaml bad.stack.yaml`, cwd, env);
    expect(bad.status).toBe(1);
    expect(bad.stdout).toContain('error[incompatible]: Argo CD 1.8.7 does not work with Kubernetes 1.27.16.');
    const names = [
      'a.stack.yaml',
      'x/stackpin.yml',
      'x/.stack.yml',
      'values.yaml',
      'x/mystackpin.yaml',
      'a.stack.json',
    ];
    expect(names.filter((name) => new RegExp(hook.files).test(name))).toEqual([
      'a.stack.yaml',
      'x/stackpin.yml',
      'x/.stack.yml',
    ]);
  },
);

test('the container copies what the npm package has, and starts its programs', () => {
  const lines = read('Containerfile').split('\n');
  const copied = lines.flatMap((line) => /^COPY (.+) \S+$/.exec(line)?.[1]?.split(' ') ?? []);
  expect(copied).toEqual([
    'package.json',
    'LICENSE',
    'dist/ThirdPartyNotices.txt',
    'dist/catalog',
    'dist/cli',
    'dist/l10n',
    'dist/server',
    'schemas',
    'templates',
  ]);
  for (const path of copied) expect(existsSync(new URL(path, ROOT))).toBe(true);
  const { bin } = JSON.parse(read('package.json'));
  const linked = [...read('Containerfile').matchAll(/ln -s \/opt\/stackpin\/(\S+) \/usr\/local\/bin\/(\S+)/g)];
  expect(Object.fromEntries(linked.map(([, file, name]) => [name, file]))).toEqual(bin);
});

test('the examples in the documentation are YAML', () => {
  const blocks = [...read('docs/ci.md').matchAll(/```yaml\n([\s\S]*?)```/g)].map(([, text = '']) => parse(text));
  expect(blocks.map((block) => Object.keys(block)[0])).toEqual(['name', 'stackpin', 'repos']);
});
