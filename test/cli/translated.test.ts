/** Nothing that the command line says is said past `t`: in a language of our own, what was not translated shows. */

import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { FORMATS } from '../../cli/src/choices.ts';
import { run } from '../../cli/src/program.ts';
import { LAYERS } from '../../server/src/catalog/model.ts';
import { sample } from '../catalog/sample.ts';
import { pseudoWords, speakEnglish, wordsIn } from '../l10n/languages.ts';
import { COMPILED, compiled } from '../support/compiled.ts';
import { ACME, type MemoryFiles, memoryHost } from './support.ts';

const PAGE = { source: 'https://anvil.example/releases', checked: '2026-08-22' };
const SMALL = new TextDecoder().decode(
  compiled({ name: 'bundled', version: '9', updated: '2026-11-23' }, [
    sample({
      id: 'anvil',
      aliases: ['anv'],
      provides: ['scheduler'],
      successors: ['bellows'],
      lines: [{ line: '2.1', versions: ['2.1.0'], longTerm: true }],
      compatibility: [
        { when: '>=2.1', with: 'bellows', level: 'supported', supported: '>=7 <9', tested: '8', ...PAGE },
        { when: '*', with: 'bellows', level: 'broken', breaks: '<6', ...PAGE },
      ],
      requires: [{ when: '*', anyOf: ['bellows', 'fan'], ...PAGE }],
      conflicts: [{ when: '*', with: 'tongs', range: '>=1', unless: ['bellows'], ...PAGE }],
      carries: [
        { when: '>=2', with: 'tongs', versions: '0.9.1', default: true, ...PAGE },
        { when: '>=2', with: 'bellows', versions: '*', same: 'minor', ...PAGE },
      ],
      supportPolicy: { kind: 'months-after-release', months: 9, longTermMonths: 24, orNextPlusMonths: 1, ...PAGE },
      upgrade: { maxMinorSkip: 1, maxMajorSkip: 2, stops: ['2.0'], enforced: true, ...PAGE },
      skew: [{ when: '*', part: 'agent', of: 'server', maxOlder: 2, maxNewer: 0, oldest: '1.9', ...PAGE }],
      removals: [{ since: '2.0', kind: 'api', what: 'v1 calls', replacement: 'v2 calls', ...PAGE }],
      charts: [{ name: 'anvil', repository: 'https://anvil.example', versions: { '2.1.0': '5.0.1' }, ...PAGE }],
      series: { of: 'forge', apart: 1, ...PAGE },
    }),
    sample({ id: 'tongs', status: 'retired', retirement: { date: '2026-01-31', ...PAGE } }),
    sample({ id: 'bellows', status: 'archived', lines: [{ line: '8', versions: ['8.0.0'] }] }),
  ]),
);
const SHOP = `apiVersion: stackpin/v1
kind: Stack
metadata: {name: shop}
components:
  cluster: {component: acme-cluster, version: 1.2.0}
  acme-mesh: {version: 2.1.0, allow: ">=2", locked: true}
  in-house: 1.0.0
environments:
  production:
    components: {acme-mesh: 2.0.0}
  testing:
    components: {acme-mesh: "1.9.0 || 2.0.0"}
`;
const FILES: MemoryFiles = {
  [COMPILED]: SMALL,
  '/home/shop.stack.yaml': SHOP,
  '/home/several.stack.yaml': `${SHOP}---\n${SHOP.replace('shop', 'other')}`,
  '/home/broken.stack.yaml': 'kind: Stack\ncomponents: 7\n',
  '/home/acme.catalog.yaml': readFileSync(ACME, 'utf8'),
  '/home/plan.json': JSON.stringify({
    version: 1,
    start: { cluster: '1.2.0', 'acme-mesh': '2.0.0', other: '1' },
    target: { cluster: '1.4.0' },
    steps: [
      { component: 'acme-cluster', instance: 'cluster', from: '1.2.0', to: '1.4.1', state: { cluster: '1.3.0' } },
      { component: 'x', instance: 'acme-mesh', from: '2.0.0', to: '1.9.0', state: { 'acme-mesh': '9' } },
      { component: 'y', instance: 'nothing', from: '1', to: '1', state: {} },
    ],
  }),
  '/home/no-plan.json': '{"version": 1, "steps": [7]}',
  '/home/empty/file': '',
};
const OWN = ['--catalog', 'acme.catalog.yaml', '--as-of', '2026-11-24'];

/** Words that no translation has touched, without the full stop behind them. */
function namesIn(text: string): string[] {
  return wordsIn(text).map((word) => word.replace(/\.+$/, ''));
}

/** What is called the same in every language, besides commands and options: the program, the keys and values of its formats. */
const NAMES = new Set(
  [
    'stackpin stackpin.config.yaml',
    'FILE PIN VERSION NUMBER NAME pin version number name layer file severity format',
    'pretty json markdown error warning information never YYYY-MM-DD unsatisfiable kubernetes',
    '.stack.yaml .stack.yml stackpin.yaml stackpin.yml .catalog.yaml .catalog.yml .gitignore stdin',
    'stdio dry-run baseline kubectl helm',
    // Of the small catalog and the codes that its findings have.
    'https schema end-of-life incompatible unsupported unknown-component outdated-patch',
    // A unified diff, and what the host of these tests says.
    'a b there is no such file',
    ...FORMATS,
    ...LAYERS,
    ...Object.keys(FILES),
  ].flatMap(namesIn),
);

/** Names of commands, arguments and options: what English help has in its first column, and what can be chosen. */
function namesInHelp(help: string): string[] {
  const columns = help.split('\n').flatMap((line) => /^ {2}(\S.*?)(?: {2}|$)/.exec(line)?.[1] ?? []);
  const choices = help.match(/"[\w-]+"/g) ?? [];
  const usage = /^Usage: (.*)$/m.exec(help)?.[1] ?? '';
  return [...columns, ...choices, usage].flatMap(namesIn);
}

let words: Uint8Array;
beforeAll(() => {
  words = new TextEncoder().encode(JSON.stringify(pseudoWords()));
});
afterAll(speakEnglish);

async function said(args: readonly string[], locale = 'zh_CN.UTF-8'): Promise<string> {
  const host = memoryHost(FILES);
  await run(args, {
    ...host,
    locale,
    readOwnFile: async (path) => (path.endsWith('cli/zh-cn.json') ? words : host.readOwnFile(path)),
  });
  return [...host.written, ...host.warned].join('');
}

test.each([
  [['--help']],
  [['--version']],
  ...['check', 'fix', 'plan', 'explain', 'import', 'drift', 'catalog', 'lsp'].map((command) => [[command, '--help']]),
  ...['list', 'show', 'coverage', 'lint', 'update'].map((command) => [['catalog', command, '--help']]),
  [['chek']],
  [['check', '--formt']],
  [['check', '--format', 'x']],
  [['check', '--as-of', 'x']],
  [['check', '-q', '-v']],
  [['explain', 'a', 'b', 'c']],
  [['plan']],
  [['plan', '--to']],
  [['plan', 'a', '--days-per-step', 'x']],
  [['plan', 'a', '--document', 'x']],
  [['check', '--verbose', ...OWN]],
  [['check', 'empty']],
  [['check', 'missing.stack.yaml']],
  [['fix', '--dry-run', ...OWN]],
  [['explain', 'shop.stack.yaml', ...OWN]],
  [['explain', 'shop.stack.yaml', 'mesh', ...OWN]],
  [['explain', 'shop.stack.yaml', 'in-house', ...OWN]],
  [['explain', 'empty']],
  [['plan', 'shop.stack.yaml', '--format', 'pretty', ...OWN]],
  ...['pretty', 'markdown'].map((format) => [['plan', 'shop.stack.yaml', '--newest', '--format', format, ...OWN]]),
  [['plan', 'shop.stack.yaml', '--supported-until', '2027-06-01', '--environment', 'production', ...OWN]],
  [['plan', 'shop.stack.yaml', '--days-per-step', '7', '--environment', 'production', ...OWN]],
  [['plan', 'shop.stack.yaml', '--set', 'cluster=1.9', 'mesh=2', ...OWN]],
  [['plan', 'shop.stack.yaml', '--set', 'acme-mesh=1.9', ...OWN]],
  [['plan', 'shop.stack.yaml', '--to', 'several.stack.yaml', ...OWN]],
  [['plan', 'shop.stack.yaml', '--environment', 'prod', ...OWN]],
  [['plan', 'several.stack.yaml', ...OWN]],
  [['plan', 'broken.stack.yaml', ...OWN]],
  [['plan', 'shop.stack.yaml', '--verify', 'plan.json', ...OWN]],
  [['plan', 'shop.stack.yaml', '--verify', 'no-plan.json', ...OWN]],
  [['catalog', 'list', '--layer', 'tool']],
  [['catalog', 'show', 'anvil']],
  [['catalog', 'show', 'anv']],
  [['catalog', 'show', 'tongs']],
  [['catalog', 'coverage']],
  [['catalog', 'lint', 'acme.catalog.yaml']],
])('%j', async (args) => {
  const help = await said([...args.filter((arg) => /^[a-z]+$/.test(arg)).slice(0, 2), '--help'], 'C');
  for (const name of namesInHelp(help)) NAMES.add(name);
  const text = await said(args);
  const own = new Set([...Object.values(FILES).map(String), ...args].flatMap(namesIn));
  expect(text).not.toBe('');
  expect(namesIn(text).filter((word) => !own.has(word) && !NAMES.has(word))).toEqual([]);
});
