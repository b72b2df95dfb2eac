/** At every place of every example, whole and cut off: whatever is offered leaves the text as readable as it was. */
import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { CompletionItem, Position } from 'vscode-languageserver-types';
import { complete } from '../../server/src/features/completion.ts';
import type { CheckedDocument } from '../../server/src/features/document.ts';
import { parseYaml } from '../../server/src/manifest/parse.ts';
import { isFollowed } from '../../server/src/manifest/places.ts';
import { bundledCatalog } from '../support/compiled.ts';
import { ALL, applied, NOTHING, open } from './open.ts';

const EXAMPLES = readdirSync('examples').filter((name) => name.endsWith('.stack.yaml'));
const FILES = ['file:///stacks/base.stack.yaml', 'file:///stacks/a team/web.stack.yaml', 'file:///base.stack.yaml'];
const CATALOG = bundledCatalog();
const textOf = (name: string) => readFileSync(`examples/${name}`, 'utf8');

function problemsOf(text: string): number {
  return parseYaml(text).documents.reduce((count, { problems }) => count + problems.length, 0);
}

/** A snippet as it stands when nothing is typed over its places. */
function expanded(text: string): string {
  return text.replace(/\$\{\d+:((?:\\.|[^}\\])*)\}/g, '$1').replace(/\\([\\$}])/g, '$1');
}

/** The first, the last, and some between. */
function someOf(items: readonly CompletionItem[]): CompletionItem[] {
  const places = [0, Math.floor(items.length / 3), Math.floor(items.length / 2), items.length - 1];
  return [...new Set(places)].flatMap((place) => items[place] ?? []);
}

/** What is offered at a position and makes the text worse; where there is nothing of that, nothing. */
function faultsAt(text: string, checked: CheckedDocument, before: number, position: Position): string[] {
  const line = text.split(/\r?\n/)[position.line] ?? '';
  // Lines that hang on a value are wrong whatever the value is, and how wrong it is depends on it.
  const isAstray = before > 0 && isFollowed(text, checked.lines.offsetAt(position), line.search(/\S|$/));
  return [ALL, NOTHING].flatMap(({ completion }) => {
    const { items } = complete(checked, position, completion, () => false, FILES);
    return someOf(items).flatMap((item) => {
      if (item.textEdit === undefined || !('range' in item.textEdit)) return `${item.label} has no edit`;
      const { range, newText } = item.textEdit;
      // Another name for a key that has its value: what stands behind it is judged by that name.
      const behind = text.slice(checked.lines.offsetAt(range.end)).charAt(0);
      if (behind === ':' || isAstray) return [];
      const edits = [{ range, newText: expanded(newText) }, ...(item.additionalTextEdits ?? [])];
      const after = applied(text, edits);
      return problemsOf(after) <= before ? [] : `${position.line + 1}:${position.character + 1} ${item.label}`;
    });
  });
}

function faultsIn(text: string, offsets: readonly number[]): string[] {
  const checked = open(text, {}, CATALOG);
  const before = problemsOf(text);
  return offsets.flatMap((at) => faultsAt(text, checked, before, checked.lines.positionAt(at)));
}

/** Every third of a list, from one that differs from text to text. */
function thirdOf<T>(all: readonly T[], text: string): T[] {
  return all.filter((_, index) => index % 3 === text.length % 3);
}

/** The places where something else may begin than at the one before: behind white space, marks and line ends. */
function borders(text: string): number[] {
  const found = [0, text.length];
  for (let at = 1; at < text.length; at += 1) {
    const [before, after] = [text.charAt(at - 1), text.charAt(at)];
    if (/[\s:{}[\],"'#-]/.test(before) !== /[\s:{}[\],"'#-]/.test(after) || /[:\n{[,]/.test(before)) found.push(at);
  }
  return found;
}

test.each(EXAMPLES)(
  '%s, at the borders of everything that is written in it',
  (name) => {
    const text = textOf(name);
    expect(faultsIn(text, thirdOf(borders(text), text))).toEqual([]);
  },
  300_000,
);

test.each(EXAMPLES)(
  '%s, at every place: it answers',
  (name) => {
    const text = textOf(name);
    const checked = open(text, {}, CATALOG);
    for (let at = 0; at <= text.length; at += 1) {
      const { items } = complete(checked, checked.lines.positionAt(at), ALL.completion, () => false, FILES);
      expect(items.every(({ label }) => label !== '')).toBe(true);
    }
  },
  300_000,
);

test('examples that are cut off, and that lack a piece', () => {
  const cut = fc.record({
    name: fc.constantFrom(...EXAMPLES.filter((one) => one !== 'broken.stack.yaml')),
    from: fc.nat({ max: 1000 }),
    dropped: fc.option(fc.nat({ max: 30 })),
    windows: fc.boolean(),
    at: fc.array(fc.nat({ max: 1000 }), { minLength: 1, maxLength: 8 }),
  });
  fc.assert(
    fc.property(cut, ({ name, from, dropped, windows, at }) => {
      const whole = textOf(name);
      const start = Math.floor((whole.length * from) / 1000);
      const rest = dropped === null ? '' : whole.slice(start + dropped);
      const text = (whole.slice(0, start) + rest).replaceAll('\n', windows ? '\r\n' : '\n');
      // Where something was taken out is where a person would be writing.
      const near = at.map((one) => Math.min(Math.max(start + (one % 12) - 6, 0), text.length));
      expect(faultsIn(text, [...near, ...at.map((one) => Math.floor((text.length * one) / 1000))])).toEqual([]);
    }),
    { numRuns: 40 },
  );
}, 300_000);
