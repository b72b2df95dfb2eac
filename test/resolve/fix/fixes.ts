/** Fixes of texts: what is offered, and what the texts are afterwards. */
import type { Analysis } from '../../../server/src/analysis/analysis.ts';
import type { Finding, TextChange } from '../../../server/src/analysis/finding.ts';
import { fixDocument } from '../../../server/src/resolve/fix/fixAll.ts';
import { fixesFor } from '../../../server/src/resolve/fix/fixesFor.ts';
import { fixing } from '../../../server/src/resolve/fix/fixing.ts';
import { titleOf } from '../../../server/src/resolve/fix/titles.ts';
import { checkIn, type Files } from '../../composition/files.ts';

const HEAD = 'apiVersion: stackpin/v1\nkind: Stack\n';
const ROOT = 'file:///stacks/';

/** Texts by their paths after some changes of the file of a path. */
export function changedFiles(files: Files, path: string, changes: readonly TextChange[]): Files {
  const after: Record<string, string> = { ...files };
  const sorted = [...changes].sort((a, b) => b.range.start - a.range.start);
  for (const { range, newText, layer } of sorted) {
    const name = layer === undefined ? path : layer.uri.slice(ROOT.length);
    const text = after[name] ?? '';
    // The two lines that are put before a text that lacks them.
    const shift = headOf(files[name] ?? '');
    after[name] = text.slice(0, range.start - shift) + newText + text.slice(range.end - shift);
  }
  return after;
}

function isWhole(text: string): boolean {
  return /^(apiVersion|kind|#|---|\[)/.test(text) || text === '';
}

function headOf(text: string): number {
  return isWhole(text) ? 0 : HEAD.length;
}

/** A fix by its title, and the files that differ after it. */
export interface Offered {
  readonly title: string;
  readonly after: Files;
}

/** Everything that is offered for the findings of a code in one of some files. */
export function offeredIn(files: Files, path: string, code: string): Offered[] {
  const analysis = checkIn(files, path);
  return ofCode(analysis, code).flatMap((finding) =>
    fixesFor(fixing(analysis), finding).map(({ title, changes }) => ({
      title,
      after: onlyChanged(files, changedFiles(files, path, changes)),
    })),
  );
}

function ofCode(analysis: Analysis, code: string): readonly Finding[] {
  const found = analysis.findings.filter((one) => one.code === code);
  if (found.length === 0) throw new Error(`No finding ${code} among: ${analysis.findings.map((one) => one.message)}`);
  return found;
}

function onlyChanged(before: Files, after: Files): Files {
  return Object.fromEntries(Object.entries(after).filter(([path, text]) => before[path] !== text));
}

/** What is offered for the findings of a code in one text, by title. */
export function offered(body: string, code: string): { readonly [title: string]: string } {
  const path = 'shop.stack.yaml';
  return Object.fromEntries(
    offeredIn({ [path]: body }, path, code).map(({ title, after }) => [title, after[path] ?? body]),
  );
}

/** What all fixes of one of some files together do; undefined where they do nothing. */
export function allFixed(files: Files, path: string, document = 0) {
  const analysis = checkIn(files, path);
  const made = fixing(analysis);
  const fixed = fixDocument(document, made);
  if (fixed === undefined) return undefined;
  return {
    title: titleOf(fixed.edits, fixed, made.readersOf(document)),
    after: onlyChanged(files, changedFiles(files, path, fixed.changes)),
    left: fixed.left.map(({ message }) => message),
    proven: fixed.proven,
  };
}
