/** `stackpin plan`, as a person and as a program reads it. */
import { readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, test } from 'vitest';
import type { PlanOptions } from '../../cli/src/plan/plan.ts';
import { plan } from '../../cli/src/plan/plan.ts';
import { type Ended, folderWith, type MemoryFiles, memoryHost, stackpin } from './support.ts';

const MADE = readFileSync(new URL('../resolve/plan/made.catalog.yaml', import.meta.url), 'utf8');
const HEAD = 'apiVersion: stackpin/v1\nkind: Stack\nmetadata: {name: shop}\n';
const SHOP = `${HEAD}components:
  cluster: 1.1.1
  mesh: 1.0.0
  store: 7.0.0
  in-house: 3.2.0
environments:
  production:
    components:
      cluster: 1.2.0
`;
/** The plugin does not work with the cluster between. */
const STUCK = `${HEAD}components: {cluster: 1.2.1, plugin: 1.0.0}\n`;
/** Mesh 1.0.0 is not supported with this cluster. */
const DOUBTFUL = `${HEAD}components: {cluster: 1.3.1, mesh: 1.0.0}\n`;

const FILES = { 'shop.stack.yaml': SHOP, 'made.catalog.yaml': MADE };
const ON = (day: string) => ['--catalog', 'made.catalog.yaml', '--as-of', day];
const MAY = ON('2026-05-15');
const NOVEMBER = ON('2026-11-24');

function run(args: readonly string[], files: { readonly [path: string]: string } = {}, input = ''): Promise<Ended> {
  return stackpin(['plan', ...args], { cwd: folderWith({ ...FILES, ...files }), input });
}

/** The version of the bundled catalog is another from time to time. */
const withoutCatalog = (text: string) => text.replace(/catalog \S+ \([-\d]+\)/g, 'catalog V (D)');

async function printed(args: readonly string[], files: { readonly [path: string]: string } = {}): Promise<string> {
  const { status, out, err } = await run(args, files);
  expect({ status, err }).toEqual({ status: 0, err: '' });
  return withoutCatalog(out);
}

describe('Markdown, where no terminal is', () => {
  test('a checklist, the versions, and what time there is', async () => {
    expect(await printed(['shop.stack.yaml', '--supported-until', '2026-12-01', '--days-per-step', '14', ...MAY])).toBe(
      `# Upgrade plan for shop

To versions in support until 2026-12-01. As of 2026-05-15, catalog V (D), with made.catalog.yaml.

5 steps; no plan has fewer. Every state on the way is good. An independent checker agrees.

- Nothing is known of the support of cluster, mesh, store, in-house: the plan takes it that it goes on.

## Steps

- [ ] 1. store 7.0.0 -> 7.2.0: Store 8.4.0 is reached from 7.2 up to but not including 8.0. ([store.example](<https://store.example/upgrade>))
- [ ] 2. store 7.2.0 -> 8.4.0: Nothing has to move before or after it.
- [ ] 3. cluster 1.1.1 -> 1.2.1: Comes before Mesh 2.0.1: Mesh 2.0.1 supports Cluster 1.2 to 1.3, not 1.1.1. Cluster goes one minor at a time. ([mesh.example](<https://mesh.example/2>), [cluster.example](<https://cluster.example/upgrade>))
- [ ] 4. mesh 1.0.0 -> 2.0.1: Comes before Cluster 1.3.1: Mesh 1.0.0 supports Cluster 1.1 to 1.2, not 1.3.1. Comes after Cluster 1.2.1: Mesh 2.0.1 supports Cluster 1.2 to 1.3, not 1.1.1. ([mesh.example](<https://mesh.example/1>), [mesh.example](<https://mesh.example/2>))
- [ ] 5. cluster 1.2.1 -> 1.3.1: Comes after Mesh 2.0.1: Mesh 1.0.0 supports Cluster 1.1 to 1.2, not 1.3.1. ([mesh.example](<https://mesh.example/1>))

## Versions

| component | start | target |
| --- | --- | --- |
| cluster | 1.1.1 | 1.3.1 |
| mesh | 1.0.0 | 2.0.1 |
| store | 7.0.0 | 8.4.0 |

As they are: in-house 3.2.0.

## Deadlines

- cluster 1.1.1 is the first to lose support: 2026-06-01 is the last day. ([made.example](<https://made.example>))
- At 14 days a step the plan takes 70 days. It had to begin by 2026-04-21, and that day is over: step 3 is to be done by 2026-06-01, the last day of cluster 1.1.1. ([made.example](<https://made.example>))
`,
    );
  });

  test('without a target: the last day of each pin', async () => {
    expect(await printed(['shop.stack.yaml', ...MAY])).toBe(`# Support of shop

As of 2026-05-15, catalog V (D), with made.catalog.yaml.

| last day | left | component | said by |
| --- | --- | --- | --- |
| 2026-06-01 | 17 days | cluster 1.1.1 | [made.example](<https://made.example>) |
| 2026-07-01 | 47 days | store 7.0.0 | [made.example](<https://made.example>) |
| - | unknown | mesh 1.0.0 |  |
| - | unknown | in-house 3.2.0 |  |
`);
  });

  test('with days a step and no target: the plan that keeps the stack in support', async () => {
    expect(await printed(['shop.stack.yaml', '--days-per-step', '7', ...MAY])).toBe(`# Upgrade plan for shop

To versions in support on 2026-06-02, when it first loses some. As of 2026-05-15, catalog V (D), with made.catalog.yaml.

1 step; no plan has fewer. Every state on the way is good. An independent checker agrees.

- Nothing is known of the support of mesh, in-house: the plan takes it that it goes on.

## Steps

- [ ] 1. cluster 1.1.1 -> 1.2.1: Nothing has to move before or after it.

## Versions

| component | start | target |
| --- | --- | --- |
| cluster | 1.1.1 | 1.2.1 |

As they are: mesh 1.0.0, store 7.0.0, in-house 3.2.0.

## Deadlines

- cluster 1.1.1 is the first to lose support: 2026-06-01 is the last day. ([made.example](<https://made.example>))
- At 7 days a step the plan takes 7 days. 2026-05-26 is the last safe day to begin: step 1 is to be done by 2026-06-01, the last day of cluster 1.1.1. ([made.example](<https://made.example>))
`);
  });

  test('to another manifest: what only one of the two pins is told', async () => {
    const next = `${HEAD}components: {cluster: 1.2.1, mesh: 2.0.1, viewer: 1.0.0}\n`;
    const out = await printed(['shop.stack.yaml', '--to', 'next.stack.yaml', ...MAY], { 'next.stack.yaml': next });
    expect(out.split('\n\n').slice(1, 6)).toEqual([
      'To what next.stack.yaml pins. As of 2026-05-15, catalog V (D), with made.catalog.yaml.',
      '2 steps; no plan has fewer. Every state on the way is good. An independent checker agrees.',
      `- store is not in the target: the plan keeps it where it is, and to remove it is no step of it.
- in-house is not in the target: the plan keeps it where it is, and to remove it is no step of it.
- viewer is only in the target: to add it is no step of the plan.`,
      '## Steps',
      `- [ ] 1. cluster 1.1.1 -> 1.2.1: Comes before Mesh 2.0.1: Mesh 2.0.1 supports Cluster 1.2 to 1.3, not 1.1.1. ([mesh.example](<https://mesh.example/2>))
- [ ] 2. mesh 1.0.0 -> 2.0.1: Comes after Cluster 1.2.1: Mesh 2.0.1 supports Cluster 1.2 to 1.3, not 1.1.1. ([mesh.example](<https://mesh.example/2>))`,
    ]);
  });

  test('a start that is not good is told, and until when', async () => {
    const out = await printed(['doubtful.stack.yaml', '--newest', ...NOVEMBER], { 'doubtful.stack.yaml': DOUBTFUL });
    expect(out.split('\n\n').slice(2, 6)).toEqual([
      '2 steps; no plan has fewer. The start is not good, and no state on the way is worse. An independent checker agrees.',
      '## Not good at the start',
      '- Until step 2: Mesh 1.0.0 supports Cluster 1.1 to 1.2, not 1.3.1. ([mesh.example](<https://mesh.example/1>))',
      '## Steps',
    ]);
  });

  test('nothing to do is no failure', async () => {
    const out = await printed(['shop.stack.yaml', '--set', 'store=7.0.0', ...MAY]);
    expect(out).toContain('\nNothing has to move.\n');
  });
});

describe('no plan', () => {
  test('the pins in the way, and status 1', async () => {
    const { status, out, err } = await run(['stuck.stack.yaml', '--set', 'cluster=1.4', ...NOVEMBER], {
      'stuck.stack.yaml': STUCK,
    });
    expect({ status, err, out: withoutCatalog(out) }).toEqual({
      status: 1,
      err: '',
      out: `# Upgrade plan for shop

To cluster 1.4. As of 2026-11-24, catalog V (D), with made.catalog.yaml.

There is no plan. These pins are in the way, and no fewer of them:

- cluster 1.2.1 -> 1.4.1: Cluster goes one minor at a time. Plugin 1.0.0 does not work with Cluster 1.3.1. ([cluster.example](<https://cluster.example/upgrade>), [plugin.example](<https://plugin.example>))
- plugin 1.0.0: plugin stays at 1.0.0. Plugin 1.0.0 does not work with Cluster 1.3.1. ([plugin.example](<https://plugin.example>))

## Not good at the start

- Support for Cluster 1.2 ended on 2026-10-01. ([made.example](<https://made.example>))

## Versions

| component | start | target |
| --- | --- | --- |
| cluster | 1.2.1 | 1.4.1 |

As they are: plugin 1.0.0.
`,
    });
  });
});

describe('on a terminal', () => {
  const NOTHING: PlanOptions = {
    format: undefined,
    asOf: '2026-05-15',
    catalog: ['made.catalog.yaml'],
    to: undefined,
    set: undefined,
    newest: false,
    supportedUntil: undefined,
    daysPerStep: undefined,
    verify: undefined,
    document: undefined,
    environment: undefined,
  };
  const IN_MEMORY: MemoryFiles = { '/home/shop.stack.yaml': SHOP, '/home/made.catalog.yaml': MADE };

  /** What a terminal of a width shows, each colour as a tag. */
  async function shown(options: Partial<PlanOptions>, columns: number, colour = false): Promise<string> {
    const host = memoryHost(IN_MEMORY, { output: { terminal: true, colour, columns } });
    expect([await plan('shop.stack.yaml', { ...NOTHING, ...options }, host), host.warned]).toEqual([0, []]);
    const tags: { readonly [code: string]: string } = { 1: 'b', 2: 'dim', 32: 'green', 33: 'yellow', 22: '/', 39: '/' };
    return withoutCatalog(host.written.join('')).replaceAll(/\p{Cc}\[(\d+)m/gu, (_, code: string) => `<${tags[code]}>`);
  }

  test('steps in blocks, broken where the terminal ends', async () => {
    expect(await shown({ environment: 'production', newest: true, daysPerStep: 30 }, 72)).toBe(
      `shop.stack.yaml: Upgrade plan for shop, environment production to the
  newest versions that go together

4 steps; no plan has fewer. Every state on the way is good. An
independent checker agrees.

1. mesh 1.0.0 -> 2.0.1
   Comes before Cluster 1.3.1: Mesh 1.0.0 supports Cluster 1.1 to 1.2,
   not 1.3.1.
   https://mesh.example/1

2. cluster 1.2.0 -> 1.3.1
   Comes after Mesh 2.0.1: Mesh 1.0.0 supports Cluster 1.1 to 1.2, not
   1.3.1.
   https://mesh.example/1

3. store 7.0.0 -> 7.2.0
   Store 8.4.0 is reached from 7.2 up to but not including 8.0.
   https://store.example/upgrade

4. store 7.2.0 -> 8.4.0
   Nothing has to move before or after it.

component  start  target
cluster    1.2.0  1.3.1
mesh       1.0.0  2.0.1
store      7.0.0  8.4.0
as they are: in-house 3.2.0

deadlines
  store 7.0.0 is the first to lose support: 2026-07-01 is the last day.
  https://made.example
  At 30 days a step the plan takes 120 days. It had to begin by
  2026-03-04, and that day is over: step 4 is to be done by 2026-07-01,
  the last day of store 7.0.0.
  https://made.example

as of 2026-05-15, catalog V (D), with made.catalog.yaml
`,
    );
  });

  test('the last days in a table, in colours', async () => {
    expect(await shown({}, 100, true)).toBe(`<b>shop.stack.yaml:</> Support of shop

<b>last day       left  component       said by</>
2026-06-01  17 days  cluster 1.1.1   https://made.example
2026-07-01  47 days  store 7.0.0     https://made.example
-           unknown  mesh 1.0.0
-           unknown  in-house 3.2.0

as of 2026-05-15, catalog V (D), with made.catalog.yaml
`);
  });
});

describe('JSON', () => {
  const schema = JSON.parse(readFileSync(new URL('../../schemas/plan-output.schema.json', import.meta.url), 'utf8'));
  const validate = new Ajv2020({ strict: true, strictTypes: false, allErrors: true }).compile(schema);

  async function json(args: readonly string[], files: { readonly [path: string]: string } = {}) {
    const { out } = await run([...args, '--format', 'json'], files);
    const report = JSON.parse(out);
    validate(report);
    expect(validate.errors).toBeNull();
    return report;
  }

  test('holds everything, in the shape that the schema describes', async () => {
    const args = ['shop.stack.yaml', '--set', 'cluster=1.3', '--environment', 'production', '--days-per-step', '7'];
    const rest = { store: '7.0.0', 'in-house': '3.2.0' };
    expect(await json([...args, ...MAY])).toEqual({
      version: 1,
      asOf: '2026-05-15',
      stack: { name: 'shop', document: 0, environment: 'production' },
      found: true,
      proven: true,
      start: { cluster: '1.2.0', mesh: '1.0.0', ...rest },
      target: { cluster: '1.3.1', mesh: '2.0.1', ...rest },
      startIsGood: true,
      startFindings: [],
      steps: [
        {
          component: 'mesh',
          instance: 'mesh',
          from: '1.0.0',
          to: '2.0.1',
          why: 'Comes before Cluster 1.3.1: Mesh 1.0.0 supports Cluster 1.1 to 1.2, not 1.3.1.',
          sources: ['https://mesh.example/1'],
          state: { cluster: '1.2.0', mesh: '2.0.1', ...rest },
          findings: [],
        },
        {
          component: 'cluster',
          instance: 'cluster',
          from: '1.2.0',
          to: '1.3.1',
          why: 'Comes after Mesh 2.0.1: Mesh 1.0.0 supports Cluster 1.1 to 1.2, not 1.3.1.',
          sources: ['https://mesh.example/1'],
          state: { cluster: '1.3.1', mesh: '2.0.1', ...rest },
          findings: [],
        },
      ],
      blockedBy: [],
      blockedByProven: true,
      notes: [],
      untested: [],
      verified: true,
      deadlines: {
        firstDayOut: '2026-07-02',
        lost: [],
        ahead: [
          {
            component: 'store',
            instance: 'store',
            version: '7.0.0',
            lastDay: '2026-07-01',
            statement: 'Store 7 is supported until 2026-07-01.',
            source: 'https://made.example',
          },
          {
            component: 'cluster',
            instance: 'cluster',
            version: '1.2.0',
            lastDay: '2026-10-01',
            statement: 'Cluster 1.2 is supported until 2026-10-01.',
            source: 'https://made.example',
          },
        ],
        openEnded: [],
        unknown: ['mesh', 'in-house'],
        start: {
          daysPerStep: 7,
          lastDay: '2026-09-18',
          isMissed: false,
          decidedBy: { instance: 'cluster', step: 2 },
          notHelped: ['store'],
        },
      },
    });
  });

  test('says what is in the way where there is no plan', async () => {
    const stuck = { 'stuck.stack.yaml': STUCK };
    expect(await json(['stuck.stack.yaml', '--set', 'cluster=1.4', ...NOVEMBER], stuck)).toMatchObject({
      found: false,
      proven: true,
      steps: [],
      verified: null,
      blockedByProven: true,
      blockedBy: [
        {
          component: 'cluster',
          instance: 'cluster',
          from: '1.2.1',
          to: '1.4.1',
          statement: 'Cluster goes one minor at a time. Plugin 1.0.0 does not work with Cluster 1.3.1.',
          sources: ['https://cluster.example/upgrade', 'https://plugin.example'],
        },
        {
          component: 'plugin',
          instance: 'plugin',
          from: '1.0.0',
          to: '1.0.0',
          statement: 'plugin stays at 1.0.0. Plugin 1.0.0 does not work with Cluster 1.3.1.',
          sources: ['https://plugin.example'],
        },
      ],
    });
    // No version of the cluster is good for the plugin: there is not even a target.
    expect(await json(['stuck.stack.yaml', '--set', 'cluster=1.3', ...NOVEMBER], stuck)).toMatchObject({
      found: false,
      proven: true,
      target: {},
      deadlines: { lost: [{ instance: 'cluster', lastDay: '2026-10-01' }], start: null },
    });
  });

  test('takes any name for a key', async () => {
    const input = `${HEAD}components: {"__proto__": 1.0.0, "a b": 2.0.0, cluster: 1.1.1}\n`;
    const { start } = await json(['odd.stack.yaml', ...MAY], { 'odd.stack.yaml': input });
    expect(Object.entries(start)).toEqual([
      ['__proto__', '1.0.0'],
      ['a b', '2.0.0'],
      ['cluster', '1.1.1'],
    ]);
  });
});

describe('--verify', () => {
  const ASKED = ['shop.stack.yaml', '--set', 'cluster=1.3', '--environment', 'production', ...MAY];
  const made = async () => (await run([...ASKED, '--format', 'json'])).out;
  const verify = (text: string, ...args: string[]) =>
    run(['shop.stack.yaml', '--verify', 'plan.json', ...MAY, ...args], { 'plan.json': text });

  test('a plan that was printed holds, in the environment that it was made for', async () => {
    expect(await verify(await made())).toEqual({
      status: 0,
      err: '',
      out: 'plan.json: OK: 2 steps, and every step and every state holds.\n',
    });
  });

  test('a plan that was changed does not', async () => {
    const changed = JSON.parse(await made());
    changed.steps.reverse();
    expect(await verify(JSON.stringify(changed))).toEqual({
      status: 1,
      err: '',
      out: `plan.json: 4 problems
- Step 1 (cluster 1.2.0 to 1.3.1) changes mesh as well, from 1.0.0 to 2.0.1.
- Step 2 (mesh 1.0.0 to 2.0.1) starts from 1.0.0, and mesh was at 2.0.1.
- Step 2 (mesh 1.0.0 to 2.0.1) changes cluster as well, from 1.3.1 to 1.2.0.
- The plan ends with cluster at 1.2.0, and its target is 1.3.1.
`,
    });
  });

  test('nor does one of another stack', async () => {
    const moved = (await made()).replace('"environment": "production"', '"environment": null');
    expect((await verify(moved)).out).toBe(`plan.json: 1 problem
- The plan starts with cluster at 1.2.0, and the stack pins 1.1.1.
`);
  });

  test('there is nothing to check where no plan was found', async () => {
    const { status, out } = await verify((await made()).replace('"found": true', '"found": false'));
    expect({ status, out }).toEqual({
      status: 1,
      out: 'plan.json: 1 problem\n- It says that no plan was found, so there is nothing to check.\n',
    });
  });

  test.each([
    ['[', /^stackpin: plan\.json is no plan as "stackpin plan --format json" prints it: it is no JSON\.\n$/],
    ['[]', 'it is no JSON object'],
    ['{"version": 2}', '"version" is not 1'],
    ['{"version": 1, "steps": {}}', '"steps" is no list'],
    ['{"version": 1, "steps": [], "start": {}}', '"target" is no object'],
    ['{"version": 1, "steps": [], "start": {"a": 1}, "target": {}}', '"start" holds something else than versions'],
    ['{"version": 1, "steps": [{"component": "a"}], "start": {}, "target": {}}', '"steps[0].instance" is no text'],
    [
      '{"version": 1, "steps": [{"component": "a", "instance": "a", "from": "1", "to": "2"}], "start": {}, "target": {}}',
      '"steps[0].state" is no object',
    ],
  ])('%s is no plan', async (text, unfit) => {
    const { status, out, err } = await verify(text);
    expect({ status, out }).toEqual({ status: 2, out: '' });
    if (unfit instanceof RegExp) expect(err).toMatch(unfit);
    else expect(err).toBe(`stackpin: plan.json is no plan as "stackpin plan --format json" prints it: ${unfit}.\n`);
  });

  test('either of the two may be on standard input', async () => {
    const text = await made();
    expect((await run(['shop.stack.yaml', '--verify', '-', ...MAY], {}, text)).out).toBe(
      'the plan on standard input: OK: 2 steps, and every step and every state holds.\n',
    );
    expect((await run(['-', '--verify', 'plan.json', ...MAY], { 'plan.json': text }, SHOP)).status).toBe(0);
    expect((await run(['-', '--verify', '-', ...MAY])).err).toBe(
      'stackpin: standard input can be the manifest or the plan, not both.\n',
    );
  });
});

describe('usage', () => {
  const HINT = 'Run "stackpin plan --help" to see its options.\n';
  const SEVERAL = `${HEAD}components: {cluster: 1.1.1}\n---\n${HEAD.replace('shop', 'office')}components: {}\nenvironments: {edge: {components: {store: 7.0.0}}}\n`;
  test.each([
    [['--newest', '--to', 'x'], `option '--to <file>' cannot be used with option '--newest'\n${HINT}`],
    [['--newest', '--verify', 'x'], `option '--verify <file>' cannot be used with option '--newest'\n${HINT}`],
    [
      ['--days-per-step', '0'],
      `option '--days-per-step <days>' argument '0' is invalid. Write a whole number of days from 1 to 3650, such as 7.\n${HINT}`,
    ],
    [
      ['--supported-until', 'soon'],
      `option '--supported-until <day>' argument 'soon' is invalid. Write a day that exists as YYYY-MM-DD, such as 2026-11-24.\n${HINT}`,
    ],
    [['--set', 'cluser=1.3'], 'The stack does not pin "cluser". Did you mean cluster?\n'],
    [['--set', 'kafka=1'], 'The stack does not pin "kafka". It pins cluster, mesh, store and in-house.\n'],
    [['--set', 'cluster=9'], 'No version of Cluster that could be used is known in 9.\n'],
    [['--set', 'cluster=banana split'], '"banana split" is no version, release line or range of Cluster.\n'],
    [
      ['--set', 'cluster'],
      '"cluster" is no target: write PIN=VERSION, such as kubernetes=1.35, and the manifest before --set.\n',
    ],
    [['--set', 'mesh=2', 'mesh=3'], '--set names mesh twice.\n'],
    [['--environment', 'producton'], 'shop.stack.yaml has no environment "producton". Did you mean "production"?\n'],
    [['--environment', 'edge'], 'shop.stack.yaml has no environment "edge". It has "production".\n'],
    [['--document', '2'], 'shop.stack.yaml has no stack as its document 2. It holds 1 (shop).\n'],
    [['--to', 'gone.stack.yaml'], 'cannot read gone.stack.yaml: there is no such file.\n'],
  ])('%j ends with 2 and says what to do', async (args, err) => {
    const target = args.some((arg) => /^--(newest|set|to|supported)/.test(arg)) ? [] : ['--newest'];
    expect(await run(['shop.stack.yaml', ...target, ...MAY, ...args])).toEqual({
      status: 2,
      out: '',
      err: `stackpin: ${err}`,
    });
  });

  test('a file of several stacks asks which', async () => {
    const files = { 'several.stack.yaml': SEVERAL };
    const several = (...args: string[]) => run(['several.stack.yaml', ...args, ...MAY], files);
    expect(await several()).toEqual({
      status: 2,
      out: '',
      err: 'stackpin: several.stack.yaml holds 2 stacks: 1 (shop) and 2 (office). Say which with --document NUMBER.\n',
    });
    expect((await several('--document', '2')).err).toBe(
      'stackpin: several.stack.yaml pins nothing outside its environments. Say which with --environment NAME: "edge".\n',
    );
    expect((await several('--document', '2', '--environment', 'edge')).out).toContain(
      '# Support of office, environment edge\n',
    );
  });

  test('what could not be read is said', async () => {
    const broken = `${HEAD}components:\n  cluster: 1.1.1\n  mesh: [\n`;
    const { status, err } = await run(['broken.stack.yaml', '--newest', ...MAY], { 'broken.stack.yaml': broken });
    expect({ status, err }).toEqual({
      status: 0,
      err: 'stackpin: broken.stack.yaml has 1 error of form, so this is about what could be read of it. To see: stackpin check broken.stack.yaml\n',
    });
    const empty = await run(['empty.stack.yaml', ...MAY], { 'empty.stack.yaml': '' });
    expect({ ...empty, out: withoutCatalog(empty.out) }).toEqual({
      status: 0,
      err: 'stackpin: empty.stack.yaml has 1 error of form, so this is about what could be read of it. To see: stackpin check empty.stack.yaml\n',
      out: '# Support of stack 1\n\nAs of 2026-05-15, catalog V (D), with made.catalog.yaml.\n\nIt pins nothing.\n',
    });
  });
});

describe('the documentation', () => {
  const docs = readFileSync(new URL('../../docs/cli.md', import.meta.url), 'utf8');
  const [, section = ''] = /^## stackpin plan\n([\s\S]*?)^## /m.exec(docs) ?? [];

  test('tells every option of the help, and no other', async () => {
    const { out } = await stackpin(['plan', '--help']);
    const options = (text: string): string[] => [...new Set(text.match(/--[a-z][a-z-]*/g))].sort();
    const rows = section.match(/^\| `-.*$/gm) ?? [];
    const named = rows.map((row) => row.split('|')[1] ?? '').join('\n');
    expect(options(named)).toEqual(options(out).filter((option) => option !== '--help'));
  });

  test('has an example that fits the schema', () => {
    const schema = JSON.parse(readFileSync(new URL('../../schemas/plan-output.schema.json', import.meta.url), 'utf8'));
    const validate = new Ajv2020({ strict: true, strictTypes: false, allErrors: true }).compile(schema);
    const [, example = ''] = /```json\n([^`]*)```/.exec(section) ?? [];
    validate(JSON.parse(example));
    expect(validate.errors).toBeNull();
  });
});
