/**
 * Marker fixtures: a manifest with what is expected of it written into it.
 *
 * - `$0` is the cursor. It is taken out of the text.
 * - A comment line of carets under a line expects a diagnostic at exactly that range of the line above, and is taken out:
 *
 *       components:
 *         kubernetes: 1.30
 *       #             ^^^^ unquoted-version: Without quotes, ...
 *
 *   The carets stand in the columns of the range, the line as it is without `$0`. A range that begins in column 0, where the
 *   `#` is, is written with `<`, and as many carets as it has characters:
 *
 *       componentz:
 *       #<^^^^^^^^^^ schema: Unknown key ...
 *
 *   An empty range is a `|` in its column, or `#<|` in column 0. A range that ends in a later line is followed by `>` and
 *   how many lines below and in which column: `^^^^>2:4`. Several markers may stand under one line.
 * - `=== name.yaml` begins a file, where a fixture has several.
 *
 * Columns are UTF-16 units, as everywhere. Comparison is one to one: what is not expected fails as well.
 */
import { expect } from 'vitest';
import { type LinePosition, lineIndex } from '../../server/src/manifest/lines.ts';
import type { OffsetRange } from '../../server/src/manifest/tree.ts';

export interface Diagnosed {
  readonly range: OffsetRange;
  readonly code: string;
  readonly message: string;
}

export interface MarkedFile {
  readonly name: string;
  /** Without cursor and markers. */
  readonly text: string;
  /** Offset of `$0`, if it is there. */
  readonly cursor: number | undefined;
  readonly expected: readonly Diagnosed[];
}

/** A diagnostic as features return it: places in lines, the code a text or a number. */
export interface LspDiagnosed {
  readonly range: { readonly start: LinePosition; readonly end: LinePosition };
  readonly code?: string | number | undefined;
  readonly message: string;
}

const CURSOR = '$0';
const MARKER =
  /^#(?<gap>[ ]*|<)(?<mark>\^+|\|)(?:>(?<lines>\d+):(?<column>\d+))? (?<code>[a-z][a-z0-9-]*): (?<message>.*)$/;
const FILE = /^=== (.+)$/;

/** Reads a fixture of one file. */
export function readMarkers(fixture: string): MarkedFile {
  const [file, ...others] = readMarkedFiles(fixture);
  if (file === undefined || others.length > 0)
    throw new Error('This fixture has several files: read it with readMarkedFiles.');
  return file;
}

/** Reads a fixture of any number of files. A file without a name is called `stackpin.yaml`. */
export function readMarkedFiles(fixture: string): MarkedFile[] {
  const files: { name: string; lines: string[] }[] = [];
  for (const line of fixture.split(/(?<=\n)/)) {
    const name = FILE.exec(line.trimEnd())?.[1];
    if (name !== undefined) files.push({ name, lines: [] });
    else if (files.length === 0) files.push({ name: 'stackpin.yaml', lines: [line] });
    else files.at(-1)?.lines.push(line);
  }
  return files.map(({ name, lines }) => readFile(name, lines));
}

function readFile(name: string, lines: readonly string[]): MarkedFile {
  let text = '';
  let cursor: number | undefined;
  const marks: { readonly line: number; readonly groups: Readonly<Record<string, string | undefined>> }[] = [];
  let line = -1;
  for (const source of lines) {
    const groups = MARKER.exec(source.replace(/\r?\n$/, ''))?.groups;
    if (groups !== undefined) {
      if (line < 0) throw new Error(`${name}: a marker stands in the first line, under nothing: ${source}`);
      marks.push({ line, groups });
      continue;
    }
    if (/^#\s*[<^]*\^/.test(source)) throw new Error(`${name}: this looks like a marker and is none: ${source}`);
    const at = source.indexOf(CURSOR);
    if (at >= 0) {
      if (cursor !== undefined) throw new Error(`${name}: there are two cursors.`);
      cursor = text.length + at;
    }
    text += source.replace(CURSOR, '');
    line += 1;
  }
  const index = lineIndex(text);
  const expected = marks.map(({ line: marked, groups }): Diagnosed => {
    const { gap = '', mark = '', lines: below, column, code = '', message = '' } = groups;
    const character = gap === '<' ? 0 : gap.length + 1;
    const width = mark === '|' ? 0 : mark.length;
    const last =
      below === undefined
        ? { line: marked, character: character + width }
        : { line: marked + Number(below), character: Number(column) };
    return { range: { start: index.offsetAt({ line: marked, character }), end: index.offsetAt(last) }, code, message };
  });
  return { name, text, cursor, expected };
}

/**
 * Writes diagnostics into a text as markers: what `readMarkers` would read. A failing comparison shows two such texts.
 * @param diagnostics in any order
 */
export function writeMarkers(text: string, diagnostics: readonly Diagnosed[]): string {
  const index = lineIndex(text);
  const sorted = [...diagnostics].sort(
    (a, b) =>
      a.range.start - b.range.start ||
      a.range.end - b.range.end ||
      a.code.localeCompare(b.code) ||
      a.message.localeCompare(b.message),
  );
  const lines = Array.from({ length: index.lineCount }, (_, line) => index.lineAt(line));
  const marked = lines.map((line, number) => {
    const markers = sorted.flatMap(({ range, code, message }) => {
      const start = index.positionAt(range.start);
      if (start.line !== number) return [];
      const end = index.positionAt(range.end);
      const isShort = end.line === start.line;
      const width = (isShort ? end.character : line.length) - start.character;
      const mark = range.start === range.end ? '|' : '^'.repeat(Math.max(width, 1));
      const gap = start.character === 0 ? '<' : ' '.repeat(start.character - 1);
      const tail = isShort ? '' : `>${end.line - start.line}:${end.character}`;
      return [`#${gap}${mark}${tail} ${code}: ${message}`];
    });
    return [line, ...markers].join('\n');
  });
  return marked.join('\n');
}

/** Fails unless the diagnostics are exactly those that the fixture expects; says so by showing the fixture both ways. */
export function expectDiagnostics(file: MarkedFile, actual: readonly (Diagnosed | LspDiagnosed)[]): void {
  const index = lineIndex(file.text);
  const found = actual.map((diagnostic): Diagnosed => {
    const { range, message } = diagnostic;
    const isOffsets = typeof range.start === 'number';
    const offsets = isOffsets ? (range as OffsetRange) : offsetsOf(range as LspDiagnosed['range'], index.offsetAt);
    return { range: offsets, code: String(diagnostic.code ?? ''), message };
  });
  expect(writeMarkers(file.text, found)).toBe(writeMarkers(file.text, file.expected));
}

function offsetsOf({ start, end }: LspDiagnosed['range'], offsetAt: (position: LinePosition) => number): OffsetRange {
  return { start: offsetAt(start), end: offsetAt(end) };
}
