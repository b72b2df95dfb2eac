/** The text of an issue about a wrong finding: what it rests on, and nothing that is not to be public. */
import { expect, test } from 'vitest';
import { toDiagnostics } from '../../server/src/features/diagnostics.ts';
import { wrongFinding } from '../../server/src/features/wrongFinding.ts';
import { fixtureCatalog } from '../analysis/check.ts';
import { ALL, open } from './open.ts';

const HEAD = 'apiVersion: stackpin/v1\nkind: Stack\n';
const never = (): boolean => false;

/** The issue about the finding of a code in a manifest. */
function issueAbout(code: string, text: string) {
  const checked = open(HEAD + text, {}, fixtureCatalog());
  const found = toDiagnostics(checked, ALL.diagnostics).find((one) => one.code === code);
  if (found === undefined) throw new Error(`There is no finding ${code}.`);
  return wrongFinding(checked, found, never);
}

test('it holds what the finding says, its pins, the steps with their sources, and the catalog', () => {
  const text =
    'metadata: {name: secret}\ncomponents:\n  # for the vault\n  cluster: "1.4"\n  mesh: "2.0 || 2.2"\n  runner: 3.1.0\n';
  expect(issueAbout('unsatisfiable', text)).toEqual({
    title: 'Wrong finding: unsatisfiable: Cluster 1.4, Mesh 2.0 || 2.2, Runner 3.1.0',
    body: `## What is wrong

Write here what upstream says, with the address of its page.

## The finding

\`error[unsatisfiable]\` No versions of Cluster 1.4, Mesh 2.0 \\|\\| 2.2 and Runner 3.1.0 go together, though any two of them do: Runner 3.1.0 needs Mesh before 2.2, and Mesh 2.0 does not work with Cluster 1.4 and later. Widen or change one of them.

## Pins

- \`Cluster 1.4\`
- \`Mesh 2.0 || 2.2\`
- \`Runner 3.1.0\`

## What it rests on

1. Mesh 2.0 \\|\\| 2.2 may be 2.0 or 2.2.
2. Runner 3.1.0 needs Mesh before 2.2, so Mesh has to be 2.0. ([runner.example](<https://runner.example/mesh>), read 2026-11-01)
3. Mesh 2.0 does not work with Cluster 1.4 and later, but Cluster 1.4 is pinned. It uses an interface that 1.4 removed. ([mesh.example](<https://mesh.example/2.0>), read 2026-11-01)

## Versions

- Catalog 1.0.0 of 2026-11-01
- Checked as of 2026-11-24
`,
  });
});

test('what a finding without pins says may quote a path, and is left out', () => {
  expect(issueAbout('schema', 'secret-key: 1\ncomponents: {}\n')).toEqual({
    title: 'Wrong finding: schema',
    body: `## What is wrong

Write here what upstream says, with the address of its page.

## The finding

\`error[schema]\` The document does not fit the schema

## Versions

- Catalog 1.0.0 of 2026-11-01
- Checked as of 2026-11-24
`,
  });
});

test('a name that no catalog has is the pin itself', () => {
  expect(issueAbout('unknown-component', 'components:\n  in-house: 1.0.0\n')?.title).toBe(
    'Wrong finding: unknown-component: in-house',
  );
});

test('of two findings of a code at one place it is about the one that says the same', () => {
  const checked = open(`${HEAD}components:\n  mesh: 2.0.0\n  cluster: "1.4"\n`, {}, fixtureCatalog());
  const [first] = checked.analysis.findings;
  if (first === undefined) throw new Error('nothing is found');
  const twice = { ...checked, analysis: { ...checked.analysis, findings: [first, { ...first, message: 'Another.' }] } };
  const bodies = toDiagnostics(twice, ALL.diagnostics).map((one) => wrongFinding(twice, one, never)?.body);
  expect(bodies).toEqual([
    expect.stringContaining(`\`error[incompatible]\` ${first.message}\n`),
    expect.stringContaining('`error[incompatible]` Another.\n'),
  ]);
});

test.each([
  [undefined],
  [null],
  [{}],
  [7],
  [{ code: 'unsupported' }],
  [{ code: 'unsupported', range: { start: null } }],
])('nothing is written about %j', (asked) => {
  expect(wrongFinding(open(`${HEAD}components: {}\n`), asked, never)).toBeUndefined();
});
