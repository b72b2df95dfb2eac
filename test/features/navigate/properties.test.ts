/** Whatever the text and wherever the cursor: nothing throws, places lie in their files, and names lead back. */
import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { DocumentSymbol, Position, Range } from 'vscode-languageserver-types';
import { anchorsIn } from '../../../server/src/features/navigate/anchors.ts';
import { catalogSymbols } from '../../../server/src/features/navigate/catalogSymbols.ts';
import { definition } from '../../../server/src/features/navigate/definition.ts';
import { documentLinks } from '../../../server/src/features/navigate/documentLinks.ts';
import { manifestSymbols } from '../../../server/src/features/navigate/documentSymbols.ts';
import { highlights } from '../../../server/src/features/navigate/highlights.ts';
import { linkedEditing } from '../../../server/src/features/navigate/linkedEditing.ts';
import type { FileEdit } from '../../../server/src/features/navigate/nameEdits.ts';
import { type OutlineNode, toDocumentSymbols } from '../../../server/src/features/navigate/outlineNodes.ts';
import { anchorReferences, references } from '../../../server/src/features/navigate/references.ts';
import { Refused } from '../../../server/src/features/navigate/refused.ts';
import { prepareRename, rename } from '../../../server/src/features/navigate/rename.ts';
import { typeDefinition } from '../../../server/src/features/navigate/typeDefinition.ts';
import { workspaceSymbols } from '../../../server/src/features/navigate/workspaceSymbols.ts';
import { parseYaml } from '../../../server/src/manifest/parse.ts';
import { readStacks } from '../../../server/src/manifest/read.ts';
import { edited, type Opened, openAmong, sliced } from './open.ts';

const folder = new URL('../../../examples/', import.meta.url);
const examples = readdirSync(folder)
  .filter((name) => name.endsWith('.yaml'))
  .map((name) => ({ name, text: readFileSync(new URL(name, folder), 'utf8') }));
/** What the examples do not have. */
const SHAPES = {
  name: 'shapes.stack.yaml',
  text: `kind: Stack
extends: [./leaf.stack.yaml]
x-common: &common
  cache: &cache {component: redis, version: "7.2"}
components:
  <<: *common
  '🚀 db': {component: postgresql, version: "17.6"}
  plain: *cache
environments:
  a: {components: {"🚀 db": null, <<: *common}}
  b:
    components:
      cache: *cache
acknowledge:
  - {code: incompatible, between: ["🚀 db", postgresql, in-house], reason: known}
---
kind: Stack
components: {<<: [&m {a: "1"}, {b: "2"}], c: *m}
`,
};
const LEAF = {
  name: 'leaf.stack.yaml',
  text: 'kind: Stack\r\ncomponents:\r\n  in-house: 1.0.0\r\n  cache: {component: redis}\r\n',
};
const FILES = [...examples, SHAPES, LEAF];
const manifests = FILES.filter(({ name }) => name.endsWith('.stack.yaml'));

/** A file and those that it hangs together with: all others would only be read again and again. */
function around(file: { readonly name: string; readonly text: string }) {
  if (file === SHAPES || file === LEAF) return [SHAPES, LEAF];
  return [file, ...examples.filter(({ name }) => name.endsWith('.catalog.yaml'))];
}

type Place = { readonly uri: string; readonly range: Range };

/** All that is answered about a position, as places. */
function placesAt(opened: Opened): Place[] {
  const { checked, position, files, catalogs } = opened;
  const { uri, lines, analysis } = checked;
  const own = (ranges: readonly Range[]): Place[] => ranges.map((range) => ({ uri, range }));
  const offset = lines.offsetAt(position);
  const found = [
    ...(definition(checked, position)?.targets ?? []),
    ...(typeDefinition(checked, position, catalogs, false)?.targets ?? []),
    ...(anchorReferences(analysis.file.documents, checked, offset, true) ?? []),
    ...references(files, uri, position, true),
    ...own(highlights(checked, position).map(({ range }) => range)),
    ...own(linkedEditing(checked, position)?.ranges ?? []),
  ];
  const renamable = prepared(opened);
  return renamable === undefined ? found : [...found, { uri, range: renamable }];
}

function prepared({ checked, files, position }: Opened): Range | undefined {
  try {
    return prepareRename(checked, files, position).range;
  } catch (error) {
    if (error instanceof Refused) return undefined;
    throw error;
  }
}

function renamed({ checked, files, position }: Opened, newName: string): readonly FileEdit[] {
  try {
    return rename(checked, files, position, newName);
  } catch (error) {
    if (error instanceof Refused) return [];
    throw error;
  }
}

function isInText({ start, end }: Range, text: string): boolean {
  const lines = text.split(/\r\n|\n|\r/);
  const holds = ({ line, character }: Position) => character >= 0 && character <= (lines[line]?.length ?? -1);
  const isOrdered = start.line < end.line || (start.line === end.line && start.character <= end.character);
  return holds(start) && holds(end) && isOrdered;
}

function outside({ texts }: Opened, places: readonly Place[]): Place[] {
  return places.filter(({ uri, range }) => !isInText(range, texts.get(uri) ?? ''));
}

test.each(manifests.map((file) => [file.name, file] as const))(
  '%s: at every offset nothing throws, places lie in their files, and what a place means leads back',
  async (_, file) => {
    const whole = await openAmong(around(file), file, 0);
    const { uri, lines } = whole.checked;
    expect(
      outside(
        whole,
        documentLinks(whole.checked).map(({ range }) => ({ uri, range })),
      ),
    ).toEqual([]);
    const seen = new Set<string>();
    for (let offset = 0; offset <= file.text.length; offset += 1) {
      const opened = { ...whole, position: lines.positionAt(offset) };
      const places = placesAt(opened);
      expect(outside(opened, places)).toEqual([]);
      const highlighted = highlights(whole.checked, opened.position);
      const state = JSON.stringify(highlighted);
      if (seen.has(state)) continue;
      seen.add(state);
      for (const { range } of highlighted) {
        expect(highlights(whole.checked, range.start)).toEqual(highlighted);
        const there = { ...whole, position: range.start };
        const all = referencesOf(there);
        const targets = definition(whole.checked, range.start)?.targets ?? [];
        // What says what a pin is leads to no pin, and an entry that names a file to that file.
        const isOfName =
          sliced(file.text, range) === targets.map((one) => textAt(whole, one)).find((text) => text !== '');
        if (isOfName) expect(all).toEqual(expect.arrayContaining([...targets]));
      }
    }
  },
);

function referencesOf({ checked, files, position }: Opened): Place[] {
  const { documents } = checked.analysis.file;
  const anchored = anchorReferences(documents, checked, checked.lines.offsetAt(position), true);
  return anchored ?? references(files, checked.uri, position, true);
}

function textAt({ texts }: Opened, { uri, range }: Place): string {
  return sliced(texts.get(uri) ?? '', range);
}

test.each(manifests.map((file) => [file.name, file] as const))(
  '%s: what is renamed and renamed back has the bytes that it had',
  async (_, file) => {
    const whole = await openAmong(around(file), file, 0);
    const { lines } = whole.checked;
    const done = new Set<string>();
    for (let offset = 0; offset <= file.text.length; offset += 1) {
      const opened = { ...whole, position: lines.positionAt(offset) };
      const range = prepared(opened);
      const old = range === undefined ? undefined : sliced(file.text, range);
      if (range === undefined || old === undefined || done.has(JSON.stringify(range))) continue;
      done.add(JSON.stringify(range));
      const fresh = 'a-fresh-name';
      const after = edited(opened, renamed(opened, fresh));
      expect(Object.keys(after).length).toBeGreaterThan(0);
      const texts = around(file).map(({ name, text }) => ({ name, text: after[name] ?? text }));
      const own = { name: file.name, text: after[file.name] ?? '' };
      const at = own.text.indexOf(fresh);
      expect(at).toBeGreaterThanOrEqual(0);
      const again = await openAmong(texts, own, at);
      const back = edited(again, renamed(again, old));
      expect(back).toEqual(Object.fromEntries(Object.keys(after).map((name) => [name, textOf(name)])));
    }
  },
);

function textOf(name: string): string | undefined {
  return FILES.find((file) => file.name === name)?.text;
}

/** Whether each node holds what it selects and what stands below it, and neither names nothing. */
function nesting(nodes: readonly OutlineNode[]): string[] {
  return nodes.flatMap(({ name, range, selection, children = [] }) => {
    const holds = (inner: OutlineNode['range']) => range.start <= inner.start && inner.end <= range.end;
    const wrong = holds(selection) && children.every((child) => holds(child.range)) ? [] : [name];
    return [...wrong, ...nesting(children)];
  });
}

function nameless(symbols: readonly DocumentSymbol[]): DocumentSymbol[] {
  return symbols.flatMap((one) => [...(one.name.trim() === '' ? [one] : []), ...nameless(one.children ?? [])]);
}

async function expectSound(text: string, at: number): Promise<void> {
  const file = { name: 'shapes.stack.yaml', text };
  const opened = await openAmong([file, LEAF], file, Math.min(at, text.length));
  expect(outside(opened, placesAt(opened))).toEqual([]);
  const tree = parseYaml(text);
  const nodes = [...manifestSymbols(opened.checked.analysis.manifests), ...tree.documents.flatMap(catalogSymbols)];
  expect(nesting(nodes)).toEqual([]);
  expect(nameless(toDocumentSymbols(nodes, opened.checked.lines))).toEqual([]);
  for (const symbol of workspaceSymbols(opened.files.files, '')) expect(symbol.name.trim()).not.toBe('');
  for (const { name, anchor, aliases } of tree.documents.flatMap(anchorsIn)) {
    if (anchor !== undefined) expect(text.slice(anchor.start - 1, anchor.end)).toBe(`&${name}`);
    for (const { start, end } of aliases) expect(text.slice(start - 1, end)).toBe(`*${name}`);
  }
  for (const { uri, edits } of renamed(opened, 'fresh')) {
    expect(
      outside(
        opened,
        edits.map(({ range }) => ({ uri, range })),
      ),
    ).toEqual([]);
    // Edits that overlap would be applied in any order.
    const sorted = [...edits].sort(
      (a, b) => a.range.start.line - b.range.start.line || a.range.start.character - b.range.start.character,
    );
    for (const [index, { range }] of sorted.entries()) {
      const next = sorted[index + 1]?.range.start;
      if (next !== undefined) expect(JSON.stringify([range.end, next])).toBe(JSON.stringify(ordered(range.end, next)));
    }
  }
}

function ordered(a: Position, b: Position): Position[] {
  return a.line < b.line || (a.line === b.line && a.character <= b.character) ? [a, b] : [b, a];
}

/** Most of what a person's typing passes through. */
const mutated = fc
  .array(
    fc.record({
      at: fc.nat(SHAPES.text.length),
      drop: fc.nat(12),
      put: fc.oneof(
        fc.string({ maxLength: 4 }),
        fc.constantFrom(
          ':',
          '{',
          '[',
          '"',
          "'",
          '\t',
          '\n',
          '- ',
          '#',
          '*db',
          '&x ',
          '|\n',
          '🚀',
          '---\n',
          '? ',
          '<<: ',
        ),
      ),
    }),
    { maxLength: 4 },
  )
  .map((changes) =>
    changes.reduce((text, { at, drop, put }) => text.slice(0, at) + put + text.slice(at + drop), SHAPES.text),
  );

test('a manifest with pieces taken out and put in', async () => {
  await fc.assert(
    fc.asyncProperty(mutated, fc.nat(SHAPES.text.length), (text, at) => expectSound(text, at)),
    { numRuns: 200 },
  );
});

test('any text at all', async () => {
  await fc.assert(
    fc.asyncProperty(fc.string({ unit: 'binary', maxLength: 60 }), fc.nat(60), (text, at) => expectSound(text, at)),
    { numRuns: 200 },
  );
});

test.each(FILES.map(({ name, text }) => [name, text] as const))('%s: its symbols nest', (_, text) => {
  const tree = parseYaml(text);
  const nodes = [...manifestSymbols(readStacks(tree)), ...tree.documents.flatMap(catalogSymbols)];
  expect(nesting(nodes)).toEqual([]);
  expect(nodes.length).toBeGreaterThan(0);
});
