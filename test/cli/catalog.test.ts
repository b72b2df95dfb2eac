/** The commands `stackpin catalog ...`, over a small bundled catalog of made-up software. */
import { expect, test } from 'vitest';
import { run } from '../../cli/src/program.ts';
import type { Component } from '../../server/src/catalog/model.ts';
import { sample } from '../catalog/sample.ts';
import { COMPILED, compiled } from '../support/compiled.ts';
import { type MemoryFiles, memoryHost } from './support.ts';

const PAGE = { source: 'https://anvil.example/releases', checked: '2026-08-22' };
const BUNDLED: readonly Component[] = [
  sample({
    id: 'anvil',
    name: 'Anvil',
    layer: 'orchestrator',
    description: 'Schedules work on many machines.',
    homepage: 'https://anvil.example',
    license: 'Apache-2.0',
    aliases: ['anv'],
    provides: ['scheduler'],
    versions: {
      scheme: 'semver',
      ...PAGE,
      lines: [
        {
          line: '2.1',
          codename: 'Copper',
          released: '2026-06-01',
          supportEnds: '2027-06-01',
          versions: ['2.1.0', '2.1.4'],
        },
        { line: '2.0', released: '2025-12-01', supportEnds: '2026-10-01', longTerm: true, versions: ['2.0.3'] },
      ],
    },
    compatibility: [
      { when: '>=2.1', with: 'bellows', level: 'supported', supported: '>=7 <9', tested: '8', ...PAGE },
      { when: '>=2.0 <2.1', with: 'bellows', level: 'required', supported: '>=7', ...PAGE },
      { when: '*', with: 'bellows', level: 'broken', breaks: '<6', note: 'The call was removed.', ...PAGE },
    ],
    requires: [{ when: '*', anyOf: ['bellows', 'fan'], ...PAGE }],
    conflicts: [{ when: '*', with: 'tongs', range: '>=1', unless: ['bellows'], ...PAGE }],
    carries: [{ when: '>=2', with: 'tongs', versions: '0.9.1', default: true, ...PAGE }],
    supportPolicy: { kind: 'latest-minors', count: 2, ...PAGE },
    upgrade: { maxMinorSkip: 1, stops: ['2.0'], enforced: true, ...PAGE },
    skew: [{ when: '*', part: 'agent', of: 'server', maxOlder: 2, maxNewer: 0, ...PAGE }],
    removals: [{ since: '2.0', kind: 'api', what: 'v1 calls', replacement: 'v2 calls', ...PAGE }],
    charts: [{ name: 'anvil', repository: 'https://charts.anvil.example', versions: { '2.1.4': '5.0.1' }, ...PAGE }],
  }),
  sample({ id: 'bellows', layer: 'tool', lines: [{ line: '8', versions: ['8.0.0'] }] }),
  sample({
    id: 'tongs',
    layer: 'tool',
    status: 'retired',
    successors: ['bellows'],
    retirement: { date: '2026-01-31', ...PAGE },
  }),
];
const METADATA = { name: 'bundled', version: '9', updated: '2026-11-23' };
const SMALL = new TextDecoder().decode(compiled(METADATA, BUNDLED));
const PIPE = 'https://anvil.example/releases (read 2026-08-22)';

async function stackpin(args: readonly string[], files: MemoryFiles = {}, columns?: number) {
  const output = { terminal: columns !== undefined, colour: false, columns };
  const host = memoryHost({ [COMPILED]: SMALL, ...files }, { output });
  const status = await run(['catalog', ...args], host);
  return { status, out: host.written.join(''), err: host.warned.join('') };
}

const GATEWAY = `apiVersion: stackpin/v1
kind: Catalog
metadata: {name: acme, updated: 2026-11-20, source: "https://acme.example"}
components:
  gateway:
    layer: ingress
    description: Ours.
    versions: {lines: [{line: "3.2", versions: [3.2.0]}]}
    compatibility:
      - {when: ">=3.2", with: anvil, level: supported, supported: ">=2"}
`;

test('list: components by layer, with the latest version and its support', async () => {
  expect(await stackpin(['list'])).toEqual({
    status: 0,
    out: `orchestrator (1)
  anvil    2.1.4  supported until 2027-06-01  Schedules work on many machines.

tool (2)
  bellows  8.0.0                              A sample.
  tongs    -      retired                     A sample.

3 components
`,
    err: '',
  });
});

test('list: one layer, with a catalog of one’s own, in a narrow terminal', async () => {
  const { out } = await stackpin(
    ['list', '--catalog', 'acme.catalog.yaml'],
    { '/home/acme.catalog.yaml': GATEWAY },
    60,
  );
  expect(out.split('\n').slice(0, 6)).toEqual([
    'orchestrator (1)',
    '  anvil    2.1.4  supported until 2027-06-01  Schedules work',
    '                                              on many',
    '                                              machines.',
    '',
    'ingress (1)',
  ]);
  const one = await stackpin(['list', '--layer', 'ingress', '--catalog', 'acme.catalog.yaml'], {
    '/home/acme.catalog.yaml': GATEWAY,
  });
  expect(one.out).toBe('ingress (1)\n  gateway  3.2.0    Ours.\n\n1 component\n');
});

test('list as JSON', async () => {
  const { out } = await stackpin(['list', '--layer', 'orchestrator', '--format', 'json', '--as-of', '2027-06-02']);
  expect(JSON.parse(out)).toEqual({
    version: 1,
    asOf: '2027-06-02',
    catalog: { version: '9', updated: '2026-11-23' },
    components: [
      {
        id: 'anvil',
        name: 'Anvil',
        layer: 'orchestrator',
        status: 'active',
        description: 'Schedules work on many machines.',
        aliases: ['anv'],
        provides: ['scheduler'],
        latest: '2.1.4',
        support: 'support ended 2027-06-01',
      },
    ],
  });
});

test('show: what it is, its lines, and every statement with its source', async () => {
  const { status, out } = await stackpin(['show', 'anvil']);
  expect(out).toBe(`Anvil (anvil), orchestrator, active
Schedules work on many machines.
https://anvil.example  Apache-2.0
also called: anv
counts as: scheduler

  line        latest  released    support
  2.1 Copper  2.1.4   2026-06-01  supported until 2027-06-01
  2.0         2.0.3   2025-12-01  support ended 2026-10-01, long-term
  ${PIPE}

with bellows
  2.1 and later: supported 7 to 8, tested 8
  2.0: required 7.0 and later
  any version: broken before 6.0
      The call was removed.
    ${PIPE}

needs
  any version: bellows or fan
    ${PIPE}

not together with
  any version: tongs (1.0 and later), unless bellows is there
    ${PIPE}

brings along
  2.0 and later: tongs 0.9.1, unless configured otherwise
    ${PIPE}

support
  the newest 2 minors
    ${PIPE}

upgrades
  at most 1 minor at a time; by way of 2.0; other upgrades are refused
    ${PIPE}

how far its parts may be apart
  any version: agent against server: at most 2 minors older, never newer
    ${PIPE}

removed
  2.0: v1 calls; instead: v2 calls
    ${PIPE}

Helm charts
  anvil in https://charts.anvil.example: 1 version; 5.0.1 installs 2.1.4
    ${PIPE}
`);
  expect(status).toBe(0);
});

test('show: what ended, what comes next and who speaks of it, in a narrow terminal', async () => {
  const { out } = await stackpin(['show', 'tongs'], {}, 50);
  expect(out).toBe(`tongs (tongs), tool, retired
A sample.
what comes next: bellows

ended
  2026-01-31
    ${PIPE}

others that speak of it
  anvil
`);
});

test('show as JSON: the entry as the catalog holds it', async () => {
  const { out } = await stackpin(['show', 'anvil', '--format', 'json', '--as-of', '2026-11-24']);
  const shown = JSON.parse(out) as { component: unknown };
  expect(shown).toMatchObject({
    version: 1,
    asOf: '2026-11-24',
    lines: [
      { line: '2.1', latest: '2.1.4', support: 'supported until 2027-06-01' },
      { line: '2.0', latest: '2.0.3', support: 'support ended 2026-10-01' },
    ],
    spokenOfBy: [],
  });
  expect(shown.component).toEqual(BUNDLED[0]);
});

test('show: names that are no id', async () => {
  expect(await stackpin(['show', 'anv'])).toEqual({
    status: 2,
    out: '',
    err: 'stackpin: "anv" is another name of anvil. Try: stackpin catalog show anvil\n',
  });
  expect((await stackpin(['show', 'belows'])).err).toBe(
    'stackpin: there is no component "belows". Did you mean bellows?\n',
  );
  expect((await stackpin(['show', 'nothing-like-it'])).err).toBe(
    'stackpin: there is no component "nothing-like-it". To see all: stackpin catalog list\n',
  );
});

test('coverage', async () => {
  const { out } = await stackpin(
    ['coverage', '--catalog', 'acme.catalog.yaml'],
    { '/home/acme.catalog.yaml': GATEWAY },
    80,
  );
  expect(out).toBe(`catalog 9 (2026-11-23), with acme.catalog.yaml
4 components, 5 versions in 4 lines, 17 statements about 3 pairs of components.
1 component brings others along; of 1 upstream states a support rule.

layer         components  versions  statements
orchestrator           1         3          12
ingress                1         1           2
tool                   2         1           3

statements           number
compatibility rules       4
requirements              1
conflicts                 1
carried components        1
support policies          1
upgrade rules             1
skew rules                1
removals                  1
charts                    1
retirements               1
tables of versions        4
100 % of all statements name their source.

compatibility rules  number
required                  1
broken                    1
supported                 2
tested                    0
recommended               0

read in  statements
2026-08          15  ########################################
2026-11           2  ######
The oldest statement was read on 2026-08-22 (anvil), the newest on 2026-11-20
(gateway); half of them by 2026-08-22.
`);
});

test('coverage as JSON', async () => {
  const { out } = await stackpin(['coverage', '--format', 'json']);
  expect(JSON.parse(out)).toMatchObject({
    version: 1,
    catalog: { version: '9', updated: '2026-11-23' },
    extraCatalogs: [],
    components: 3,
    pairs: 2,
    levels: { required: 1, supported: 1, recommended: 0, tested: 0, broken: 1 },
    sourced: 15,
    statements: 15,
    age: { oldest: { checked: '2026-08-22', component: 'anvil' }, median: '2026-08-22' },
  });
});

test.each(['list', 'show anvil', 'coverage', 'lint x.yaml'])(
  '%s ends with 2 when a catalog that it is to be laid over cannot be used',
  async (command) => {
    const args = [...command.split(' '), '--catalog', 'missing.catalog.yaml'];
    expect(await stackpin(args)).toEqual({
      status: 2,
      out: '',
      err: 'stackpin: cannot read the catalog missing.catalog.yaml: there is no such file.\n',
    });
  },
);

test.each(['list', 'show anvil', 'coverage', 'lint x.yaml'])(
  '%s refuses a format that it cannot write',
  async (command) => {
    expect(await stackpin([...command.split(' '), '--format', 'junit'])).toEqual({
      status: 2,
      out: '',
      err: `stackpin: option '--format <format>' argument 'junit' is invalid. Allowed choices are pretty, json.
Run "stackpin catalog ${command.split(' ')[0]} --help" to see its options.
`,
    });
  },
);

test('bad usage says what there is', async () => {
  const layer = await stackpin(['list', '--layer', 'mesh']);
  expect(layer.status).toBe(2);
  expect(layer.err).toMatch(
    /^stackpin: option '--layer <layer>' argument 'mesh' is invalid\. Allowed choices are infra/,
  );
  const nothing = await stackpin([]);
  expect(nothing.status).toBe(2);
  expect(nothing.err).toContain('Usage: stackpin catalog');
});
