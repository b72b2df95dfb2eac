/** Whatever the text, every action can be asked for; what is offered has an edit that changes the text and breaks nothing. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { refactorings } from '../../../server/src/features/actions/refactorings.ts';
import { ALL } from '../open.ts';
import { filesAfter, openIn } from './act.ts';

const MANIFEST = `apiVersion: stackpin/v1
kind: Stack
components:
  # the mesh
  istio: {version: 1.28.1} # pinned
  kubernetes: &k 1.34.2
  db: &db
    component: postgresql
    version: 17.6
  other: *db
environments:
  edge:
    components:
      <<: {cilium: '1.19.0'}
      kubernetes: *k
policy: {}
`;

/** A manifest with a few pieces taken out and put in: most of what a person's typing passes through. */
const mutated = fc
  .array(
    fc.record({
      at: fc.nat(MANIFEST.length),
      drop: fc.nat(12),
      put: fc.oneof(
        fc.string({ maxLength: 4 }),
        fc.constantFrom(':', '{', '[', '"', '\t', '\n', '- ', '#', '*db', '&db ', '|\n', '? ', '---\n', '\r\n', '<<: '),
      ),
    }),
    { maxLength: 2 },
  )
  .map((changes) =>
    changes.reduce((text, { at, drop, put }) => text.slice(0, at) + put + text.slice(at + drop), MANIFEST),
  );

const ANY = { diagnostics: [], only: [''] };

async function askEverything(text: string, from: number, to: number): Promise<number> {
  const checked = openIn(text);
  const range = { start: checked.lines.positionAt(from), end: checked.lines.positionAt(Math.max(from, to)) };
  const actions = await refactorings(checked, range, ANY, ALL, { isTaken: async () => false });
  for (const action of actions) {
    expect(action.edit === undefined).toBe(action.disabled !== undefined);
    if (action.edit === undefined) continue;
    const after = filesAfter(text, action)['platform.stack.yaml'] ?? '';
    expect(after, action.title).not.toBe(text);
    const told = `${action.title}\n${text}\n=== after\n${after}`;
    expect(wrongIn(after).filter((code) => code === 'yaml').length, told).toBeLessThanOrEqual(wrongIn(text).length);
  }
  return actions.length;
}

/** What is wrong with the text itself. */
function wrongIn(text: string): string[] {
  const { findings } = openIn(text).analysis;
  return findings.flatMap(({ code }) => (code === 'yaml' || code === 'schema' ? [code] : []));
}

test('a manifest with pieces taken out and put in', async () => {
  let offered = 0;
  await fc.assert(
    fc.asyncProperty(mutated, fc.nat(MANIFEST.length), fc.nat(MANIFEST.length), async (text, from, to) => {
      offered += await askEverything(text, from, to);
    }),
    { numRuns: 150 },
  );
  expect(offered).toBeGreaterThan(100);
});

test('any text at all', async () => {
  await fc.assert(
    fc.asyncProperty(fc.string({ unit: 'binary', maxLength: 60 }), fc.nat(60), async (text, at) => {
      await askEverything(text, at, at);
    }),
    { numRuns: 100 },
  );
});
