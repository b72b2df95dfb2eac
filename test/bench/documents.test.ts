import { Ajv2020 } from 'ajv/dist/2020.js';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { applyTo, isClean, KINDS, type Spot, toggle } from '../../bench/documents/document.ts';
import { contextWith, knownPins } from '../../bench/documents/known.ts';
import { schemaWith } from '../../bench/documents/schema.ts';
import { MOST_KNOWN, type StackDocument, stackDocument } from '../../bench/documents/stack.ts';
import { workflowDocument } from '../../bench/documents/workflow.ts';
import { analyze } from '../../server/src/analysis/analyze.ts';
import { toDiagnostics } from '../../server/src/features/diagnostics.ts';
import { lineIndex } from '../../server/src/manifest/lines.ts';
import { parseYaml } from '../../server/src/manifest/parse.ts';
import { bundledCatalog } from '../support/compiled.ts';

const catalog = bundledCatalog();
const context = contextWith(catalog);
const pins = knownPins(catalog, MOST_KNOWN + 1);
const SIZES = [50, 500, 5000];

function diagnosticsOf(lines: readonly string[]) {
  const text = lines.join('\n');
  const analysis = analyze(parseYaml(text), context);
  const traits = { relatedInformation: true, codeDescription: true, tags: [], data: true };
  return toDiagnostics({ uri: 'file:///bench.stack.yaml', version: 1, lines: lineIndex(text), analysis }, traits);
}

/** The first known component of a document, one in the middle, and the last. */
function someSpots({ spots }: StackDocument): readonly Spot[] {
  return [0, Math.floor(spots.length / 2), spots.length - 1].flatMap((index) => spots[index] ?? []);
}

test('components of the catalog are chosen that go together', () => {
  expect(pins.length).toBe(MOST_KNOWN + 1);
  const lines = ['apiVersion: stackpin/v1', 'kind: Stack', 'components:'];
  expect(diagnosticsOf([...lines, ...pins.map(({ id, version }) => `  ${id}: ${version}`), ''])).toEqual([]);
});

test.each(SIZES)('of a manifest of %i lines nothing is found but the error in its last entry', (size) => {
  const document = stackDocument(size, pins);
  expect(document.lines.length - 1).toBe(size);
  expect(diagnosticsOf(document.lines).map(({ code, range }) => [code, range.start.line])).toEqual([
    ['schema', document.sentinel.last],
  ]);
});

test.each(SIZES)('the known components of a manifest of %i lines stand all over it', (size) => {
  const { spots, known, lines } = stackDocument(size, pins);
  expect(known).toBe(Math.min(MOST_KNOWN, Math.ceil(size / 16)));
  const largestGap = spots.map(({ entry }, index) => entry.first - (spots[index - 1]?.entry.first ?? 0));
  expect(Math.max(...largestGap)).toBeLessThan((3 * lines.length) / known);
});

test.each(KINDS)('an edit of a %s is found where it is made, and nothing is left of it afterwards', (kind) => {
  const document = stackDocument(500, pins);
  for (const spot of someSpots(document)) {
    const { on, off, isOn } = toggle(kind, document, spot);
    const lines = [...document.lines];
    expect(isOn(diagnosticsOf(lines))).toBe(false);
    applyTo(lines, on);
    const found = diagnosticsOf(lines);
    expect([isOn(found), isClean(document, found)]).toEqual([true, false]);
    applyTo(lines, off);
    expect(lines).toEqual(document.lines);
    expect(isClean(document, diagnosticsOf(lines))).toBe(true);
  }
});

test('a wrong version is told at the version, a wrong line at the line', () => {
  const document = stackDocument(500, pins);
  const [spot] = document.spots;
  if (spot === undefined) throw new Error('There is no known component.');
  const found = (kind: 'value' | 'line') => {
    const lines = [...document.lines];
    applyTo(lines, toggle(kind, document, spot).on);
    return diagnosticsOf(lines).map(({ code, range }) => [code, range.start.line]);
  };
  expect(found('value')).toEqual([
    ['invalid-version', spot.value.line],
    ['schema', document.sentinel.last],
  ]);
  expect(found('line')).toEqual([
    ['schema', spot.entry.first],
    ['schema', document.sentinel.last + 1],
  ]);
});

test.each(['name', 'value'] as const)('what is typed at a %s leaves the document as it was', (which) => {
  for (const document of [stackDocument(500, pins), workflowDocument(500)]) {
    const { begin, more, less, end, before, after, expected } = document[which];
    const lines = [...document.lines];
    applyTo(lines, begin);
    const begun = [...lines];
    applyTo(lines, more);
    const typed = (lines[after.line] ?? '').slice(0, after.character).trim().split(' ').at(-1) ?? '';
    expect(expected.startsWith(typed)).toBe(true);
    expect(after.character).toBeGreaterThan(before.character);
    applyTo(lines, less);
    expect(lines).toEqual(begun);
    applyTo(lines, end);
    expect(lines).toEqual(document.lines);
  }
});

test('the schema that others are given finds the same', () => {
  const validate = new Ajv2020({ strict: false, allErrors: true, formats: { date: true } }).compile(schemaWith(pins));
  const document = stackDocument(5000, pins);
  const places = (lines: readonly string[]) => {
    validate(parse(lines.join('\n')));
    return new Set(validate.errors?.map(({ instancePath }) => instancePath.split('/').slice(0, 3).join('/')));
  };
  expect(places(document.lines)).toEqual(new Set(['/components/zz-sentinel']));
  for (const [index, spot] of someSpots(document).entries()) {
    const lines = [...document.lines];
    applyTo(lines, toggle('value', document, spot).on);
    const id = pins[[0, document.spots.length >> 1, document.spots.length - 1][index] ?? 0]?.id;
    expect(places(lines)).toEqual(new Set([`/components/${id}`, '/components/zz-sentinel']));
  }
});

test('the name that is completed is known and not in the document', () => {
  const { lines, name } = stackDocument(5000, pins);
  expect(catalog.summary(name.expected)).toBeDefined();
  expect(lines.some((line) => line.startsWith(`  ${name.expected}:`))).toBe(false);
});
