/** The configuration file of a repository, ignore files and patterns in arguments. */
import { readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { expect, test } from 'vitest';
import { readConfiguration } from '../../cli/src/config/read.ts';
import { CODES } from '../../server/src/analysis/finding.ts';
import { ACME, folderWith, stackOf, stackpin } from './support.ts';

const SCHEMA = JSON.parse(readFileSync(new URL('../../schemas/config.schema.json', import.meta.url), 'utf8'));
const ACME_TEXT = readFileSync(ACME, 'utf8');
const DOUBTFUL = stackOf('acme-cluster: 1.4.1', 'acme-mesh: 2.0.0');
const CONFIG = `catalogs: [catalogs/acme.catalog.yaml]
severity:
  unsupported: error
failOn: warning
format: github
ignore:
  - old/
`;
const TREE = {
  '.git/HEAD': '',
  'stackpin.config.yaml': CONFIG,
  'catalogs/acme.catalog.yaml': ACME_TEXT,
  'stacks/a.stack.yaml': DOUBTFUL,
  'old/b.stack.yaml': DOUBTFUL,
};
const AS_OF = ['--as-of', '2026-11-24'];

test('it holds in every folder below, and its paths begin at its own', async () => {
  const cwd = folderWith(TREE);
  const atRoot = await stackpin(['check', ...AS_OF], { cwd });
  expect({ status: atRoot.status, err: atRoot.err }).toEqual({ status: 1, err: '' });
  expect(atRoot.out).toContain('Acme Mesh 2.0.0 supports Acme Cluster 1.2 to 1.3, not 1.4.1.');
  expect(atRoot.out.match(/^::error file=stacks\/a\.stack\.yaml,line=6/gm)).toHaveLength(1);
  expect(atRoot.out).not.toContain('old/b.stack.yaml');
  const below = await stackpin(['check', ...AS_OF], { cwd: `${cwd}/stacks` });
  expect(below.out).toBe(atRoot.out.replaceAll('stacks/a.stack.yaml', 'a.stack.yaml'));
});

test('options win over it, and --no-config is as if it were not there', async () => {
  const cwd = folderWith(TREE);
  const options = ['--format', 'json', '--fail-on', 'never', ...AS_OF];
  const { status, out } = await stackpin(['check', ...options], { cwd });
  expect(status).toBe(0);
  const severities = (text: string) =>
    JSON.parse(text).files.flatMap(
      ({ path, findings }: { path: string; findings: readonly { code: string; severity: string }[] }) =>
        findings.map(({ code, severity }) => [path, code, severity]),
    );
  expect(severities(out)).toEqual([['stacks/a.stack.yaml', 'unsupported', 'error']]);
  const without = await stackpin(['check', '--no-config', '--catalog', 'catalogs/acme.catalog.yaml', ...options], {
    cwd,
  });
  expect(severities(without.out)).toEqual([
    ['old/b.stack.yaml', 'unsupported', 'warning'],
    ['stacks/a.stack.yaml', 'unsupported', 'warning'],
  ]);
});

test('other commands take its catalogs and severities as well', async () => {
  const cwd = folderWith(TREE);
  const { out } = await stackpin(['explain', 'stacks/a.stack.yaml', ...AS_OF], { cwd });
  expect(out.split('\n')[0]).toContain('error[unsupported]: Acme Mesh 2.0.0 supports Acme Cluster 1.2 to 1.3');
  expect((await stackpin(['versions', 'acme-mesh', ...AS_OF], { cwd })).out.split('\n')[0]).toBe(
    'Acme Mesh (acme-mesh)',
  );
});

test('outside a repository it is looked for in the working directory alone', async () => {
  const { '.git/HEAD': _, ...rest } = TREE;
  const cwd = folderWith(rest);
  const { out } = await stackpin(['check', ...AS_OF], { cwd: `${cwd}/stacks` });
  expect(out).toContain('unknown-component');
});

test('what is wrong in it ends with 2, and says where it is and what to do', async () => {
  const cwd = folderWith({
    'stackpin.config.yaml': `failon: error
failOn: fatal
catalogs: acme.catalog.yaml
severity:
  unsuported: off
  untested: no
`,
    'a.stack.yaml': DOUBTFUL,
    'broken.yaml': 'ignore: [a\n',
    'two.yaml': 'failOn: never\n---\nfailOn: error\n',
    'empty.yaml': '# nothing yet\n',
  });
  expect(await stackpin(['check'], { cwd })).toEqual({
    status: 2,
    out: '',
    err: `stackpin: stackpin.config.yaml:1:1: Unknown key "failon" at the top level. Known keys are catalogs, severity, failOn, format and ignore.
stackpin: stackpin.config.yaml:2:9: "failOn" has to be one of error, warning, information, never, not "fatal".
stackpin: stackpin.config.yaml:3:11: "catalogs" has to be a list, not "acme.catalog.yaml". Begin each item with "- ".
stackpin: stackpin.config.yaml:5:3: Unknown key "unsuported" in "severity". Did you mean "unsupported"?
stackpin: stackpin.config.yaml:6:13: "untested" has to be one of error, warning, information, hint, off, not "no".
`,
  });
  expect(await stackpin(['check', '--config', 'broken.yaml'], { cwd })).toEqual({
    status: 2,
    out: '',
    err: 'stackpin: broken.yaml:1:9: "[" is not closed. Add "]", or indent the lines that belong between them.\n',
  });
  expect(await stackpin(['check', '--config', 'two.yaml'], { cwd })).toEqual({
    status: 2,
    out: '',
    err: 'stackpin: two.yaml:3:1: A configuration is one document. Remove the "---" and what stands behind it.\n',
  });
  expect(await stackpin(['check', '--config', 'gone.yaml'], { cwd })).toEqual({
    status: 2,
    out: '',
    err: 'stackpin: cannot read the configuration gone.yaml: there is no such file.\n',
  });
  expect((await stackpin(['check', '--config', 'empty.yaml', '--fail-on', 'never'], { cwd })).status).toBe(0);
});

test('its schema knows every code and every choice, and accepts what the command line takes', () => {
  const validate = new Ajv2020({ strict: true, strictTypes: false }).compile(SCHEMA);
  expect(Object.keys(SCHEMA.properties.severity.properties)).toEqual([...CODES]);
  for (const code of CODES) {
    validate({ severity: { [code]: 'off' } });
    expect(validate.errors).toBeNull();
  }
  expect(validate({ severity: { [CODES[0]]: 'fatal' } })).toBe(false);
});

test('.stackpinignore leaves out as .gitignore does, and has the last word in its folder', async () => {
  const cwd = folderWith({
    '.git/HEAD': '',
    '.gitignore': 'built.stack.yaml\n',
    '.stackpinignore': 'vendor/\n!built.stack.yaml\n',
    'a.stack.yaml': DOUBTFUL,
    'built.stack.yaml': DOUBTFUL,
    'vendor/c.stack.yaml': DOUBTFUL,
    'sub/.stackpinignore': '/d.stack.yaml\n',
    'sub/d.stack.yaml': DOUBTFUL,
    'sub/e.stack.yaml': DOUBTFUL,
  });
  expect(await paths(cwd)).toEqual(['a.stack.yaml', 'built.stack.yaml', 'sub/e.stack.yaml']);
});

test('patterns are matched where the shell left them, without what is ignored', async () => {
  const cwd = folderWith({
    '.git/HEAD': '',
    '.gitignore': 'build/\n',
    'a.stack.yaml': DOUBTFUL,
    'sub/b.stack.yaml': DOUBTFUL,
    'sub/deep/c.yaml': DOUBTFUL,
    'build/d.stack.yaml': DOUBTFUL,
    'node_modules/e.stack.yaml': DOUBTFUL,
    '[x].stack.yaml': DOUBTFUL,
  });
  expect(await paths(cwd, '**/*.stack.yaml')).toEqual(['[x].stack.yaml', 'a.stack.yaml', 'sub/b.stack.yaml']);
  expect(await paths(cwd, 'sub/{b.stack,deep/*}.yaml')).toEqual(['sub/b.stack.yaml', 'sub/deep/c.yaml']);
  // A file that is called like a pattern is that file.
  expect(await paths(cwd, '[x].stack.yaml')).toEqual(['[x].stack.yaml']);
  expect(await stackpin(['check', '*.stack.yml'], { cwd })).toEqual({
    status: 2,
    out: '',
    err: 'stackpin: no file matches "*.stack.yml".\n',
  });
});

/** The files that a check in a folder reports. */
async function paths(cwd: string, ...args: readonly string[]): Promise<string[]> {
  const { out } = await stackpin(['check', '--format', 'json', ...args], { cwd });
  return JSON.parse(out).files.map(({ path }: { readonly path: string }) => path);
}

test('the documentation shows a configuration that fits the schema', () => {
  const docs = readFileSync(new URL('../../docs/cli.md', import.meta.url), 'utf8');
  const [, section = ''] = docs.split('## stackpin.config.yaml\n');
  const [, example = ''] = /```yaml\n([^`]*)```/.exec(section) ?? [];
  expect(example).not.toBe('');
  expect(Object.keys(readConfiguration(example, 'docs'))).toEqual(Object.keys(SCHEMA.properties));
});

test.each(['fix', 'plan', 'diff', 'report', 'explain', 'versions'])(
  '%s has the options of it, too',
  async (command) => {
    const { out } = await stackpin([command, '--help']);
    expect(out).toContain('--config <file>');
    expect(out).toContain('--no-config');
  },
);

test('a folder of which everything is left out says which file leaves it out', async () => {
  const looked =
    'looked for *.stack.yaml, *.stack.yml, stackpin.yaml and stackpin.yml that .gitignore does not leave out. Name a file to have it checked whatever it is called.';
  const cwd = folderWith({
    'a.stack.yaml': DOUBTFUL,
    'b.stack.yaml': DOUBTFUL,
    'c.stack.yaml': DOUBTFUL,
    'd.stack.yaml': DOUBTFUL,
    'legacy/e.stack.yaml': DOUBTFUL,
    '.gitignore': '/a.stack.yaml\ndist/\n',
    '.stackpinignore': '/[bcd].stack.yaml\nlegacy/\n',
    'dist/f.stack.yaml': DOUBTFUL,
    'sub/.stackpinignore': '*\n',
    'sub/g.stack.yaml': DOUBTFUL,
    'empty/notes.txt': '',
  });
  expect((await stackpin(['check'], { cwd })).err).toBe(
    `stackpin: no stack manifest in .: ${looked} .gitignore leaves out a.stack.yaml. .stackpinignore leaves out b.stack.yaml, c.stack.yaml, d.stack.yaml and 1 more. sub/.stackpinignore leaves out sub/g.stack.yaml.\n`,
  );
  expect((await stackpin(['check', 'sub'], { cwd })).err).toBe(
    `stackpin: no stack manifest in sub: ${looked} sub/.stackpinignore leaves out sub/g.stack.yaml.\n`,
  );
  expect((await stackpin(['check', 'empty'], { cwd })).err).toBe(`stackpin: no stack manifest in empty: ${looked}\n`);
});
