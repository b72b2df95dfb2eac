/** Questions in a long manifest, counted: they look at what they ask about, and not at all that stands around it. */
import { expect, test, vi } from 'vitest';
import { analyze } from '../../server/src/analysis/analyze.ts';
import { complete, pathAskedFor } from '../../server/src/features/completion.ts';
import { hover } from '../../server/src/features/hover.ts';
import { parseYaml, reparse } from '../../server/src/manifest/parse.ts';
import { textOf } from '../../server/src/manifest/pieces.ts';
import { TODAY, testCatalog } from '../support/catalog.ts';
import { ALL, cursorIn, URI } from './open.ts';

const OWN = Array.from({ length: 1_000 }, (_, index) => `  own-${index}: 1.${index}.0 # ours`).join('\n');

/**
 * A long manifest after an edit, as an editor has it: its text is in pieces.
 * @param line with the cursor, in the middle of it
 */
function edited(line: string) {
  const { text: whole, position } = cursorIn(
    `apiVersion: stackpin/v1\nkind: Stack\ncomponents:\n  kubernetes: 1.33.5\n${OWN}\n${line}\n${OWN.replaceAll('own', 'other')}\n  istio: 1.28.1\n`,
  );
  const before = textOf(whole);
  const file = parseYaml(before);
  const end = before.length;
  const now = before.replaced(end, end, '# edited\n');
  const analysis = analyze(reparse(file, now).file, { catalog: testCatalog(), date: TODAY, severities: {} });
  const [stack] = analysis.stacks;
  const [document] = analysis.file.documents;
  if (stack === undefined || document === undefined) throw new Error('There is no stack.');
  const asked = {
    joined: vi.spyOn(now, 'toString'),
    pins: vi.spyOn(Object.getPrototypeOf(stack), 'pins', 'get'),
    comments: vi.spyOn(Object.getPrototypeOf(document), 'comments', 'get'),
  };
  const checked = { uri: URI, version: 2, lines: now, analysis };
  return {
    checked,
    position,
    list: () => {
      pathAskedFor(checked, position);
      return complete(checked, position, ALL.completion, () => false).items.map(({ label }) => label);
    },
    /** How often all of the text was joined, all pins made, all comments gathered. */
    counted: () => {
      const counts = Object.fromEntries(Object.entries(asked).map(([name, spy]) => [name, spy.mock.calls.length]));
      vi.restoreAllMocks();
      return counts;
    },
  };
}

const NOTHING_ELSE = { joined: 0, pins: 0, comments: 0 };

test('completion of a name', () => {
  const { list, counted } = edited('  cil$0');
  const names = list();
  expect(names).toContain('cilium');
  expect(counted()).toEqual(NOTHING_ELSE);
});

test('completion of a version', () => {
  const { list, counted } = edited('  cilium: 1.1$0');
  const versions = list();
  expect(versions[0]).toBe('1.19.0');
  expect(counted()).toEqual(NOTHING_ELSE);
});

test('hover of a version', () => {
  const { checked, position, counted } = edited('  cilium: 1.19.$00');
  const answer = hover(checked, position, 'markdown');
  expect(JSON.stringify(answer?.contents)).toContain('Cilium 1.19.0');
  // It tells of how many pins nothing is known.
  expect(counted()).toEqual({ ...NOTHING_ELSE, pins: 1 });
});

test('hover of a name', () => {
  const { checked, position, counted } = edited('  cil$0ium: 1.19.0');
  const answer = hover(checked, position, 'markdown');
  expect(JSON.stringify(answer?.contents)).toContain('Cilium');
  expect(counted()).toEqual(NOTHING_ELSE);
});

test('completion in a comment', () => {
  const { list, counted } = edited('  cilium: 1.19.0 # stackpin-$0');
  const words = list();
  expect({ words, pins: counted().pins }).toEqual({ words: ['stackpin-ignore'], pins: 0 });
});
