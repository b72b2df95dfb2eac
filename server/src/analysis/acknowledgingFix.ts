/** The quick fix that accepts a finding: a comment above its pin, or an entry under `acknowledge` where a comment would say too much. */
import { t } from '@vscode/l10n';
import { addDays } from '../catalog/dates.ts';
import { isFirstOfLine } from '../manifest/ignoreComments.ts';
import type { StackManifest } from '../manifest/stack.ts';
import { lineEnd, lineStart } from '../manifest/textRanges.ts';
import { type OffsetRange, rangeOf, type SequenceNode } from '../manifest/tree.ts';
import { blockItemStart, inserting, lineBreak } from './acknowledgementEdits.ts';
import { ACCEPTED_DAYS, commentText } from './acknowledgementWords.ts';
import type { Analysis } from './analysis.ts';
import type { Code, Finding, Fix, TextChange } from './finding.ts';
import { scalarText } from './yamlReading.ts';

/** What a person may have good reasons to live with; what is said of the text and of its bases is better mended. */
const ACCEPTABLE: ReadonlySet<Code> = new Set([
  'incompatible',
  'unsupported',
  'untested',
  'range-admits-incompatible',
  'unsatisfiable',
  'conflicting-components',
  'missing-requirement',
  'end-of-life',
  'end-of-life-soon',
  'retired-component',
  'prerelease',
  'outdated-patch',
  'unpinned',
  'withdrawn-version',
]);

/**
 * Accepts a finding for some months, with the day as the reason until a person writes a better one.
 * @returns undefined for what is not to be accepted, and where there is no good place to say so
 */
export function acknowledgingFix(analysis: Analysis, finding: Finding): Fix | undefined {
  return acknowledgingFixes(analysis, finding)[0];
}

/** The same in both ways, as far as there is a good place for them: the comment, and the entry, which holds for the whole document. */
export function acknowledgingFixes(analysis: Analysis, finding: Finding): readonly Fix[] {
  const { code, range, pins } = finding;
  if (!ACCEPTABLE.has(code)) return [];
  const manifest = analysis.manifests.findLast(({ document }) => document.range.start <= range.start);
  // In broken text nobody knows what a line belongs to.
  if (manifest === undefined || manifest.document.problems.length > 0) return [];
  const { date } = analysis.context;
  const until = addDays(date, ACCEPTED_DAYS);
  const reason = `accepted on ${date}`;
  const comment = above(manifest, finding, until, reason);
  const listed = entry(manifest, finding, until, reason);
  const [pin] = pins;
  const titles = [
    pin === undefined
      ? t('Acknowledge {0} until {1}', code, until)
      : t('Acknowledge {0} for {1} until {2}', code, pin.instance, until),
    // An entry is about pins.
    t('Acknowledge {0} for {1} until {2}, in the whole document', code, pin?.instance ?? '', until),
  ];
  const [first, second] = comment === undefined ? [listed] : [comment, listed];
  return [first, second].flatMap((change, index): Fix[] =>
    change === undefined ? [] : [{ title: titles[index] ?? '', kind: 'quickfix', preferred: false, changes: [change] }],
  );
}

/** A comment above the pin that the finding stands in; undefined where the line holds another pin, or no pin begins it. */
function above(
  { components, environments, document: { text } }: StackManifest,
  { code, range }: Finding,
  until: string,
  reason: string,
): TextChange | undefined {
  const ranges = [...components, ...environments.flatMap((one) => one.components)].map(({ entry: one }) =>
    rangeOf(one),
  );
  const pin = ranges.find(({ start, end }) => start <= range.start && range.start <= end);
  if (pin === undefined || !isFirstOfLine(text, pin.start)) return undefined;
  const line: OffsetRange = { start: lineStart(text, pin.start), end: lineEnd(text, pin.start) };
  const starts = new Set(ranges.map(({ start }) => start).filter((start) => line.start <= start && start <= line.end));
  if (starts.size > 1) return undefined;
  const indentation = indentationOf(text, pin.start);
  const comment = commentText('next-line', [code], until, reason);
  return inserting(pin.start, `${comment}${lineBreak(text, pin.start)}${indentation}`);
}

/** One more entry at the end of `acknowledge`, or the key with its first entry at the end of the document. */
function entry(
  { acknowledgeEntry: key, document: { root, text } }: StackManifest,
  { code, pins }: Finding,
  until: string,
  reason: string,
): TextChange | undefined {
  if (pins.length === 0 || root?.kind !== 'mapping' || root.flow || root.merges !== undefined) return undefined;
  const [first] = root.entries;
  // Of several pins that the same is said of, one will do.
  const names = new Map([...pins].reverse().map(({ component, instance }) => [component, instance]));
  const lines = [
    `- code: ${code}`,
    `  between: [${[...names.values()]
      .reverse()
      .map((name) => scalarText(name, undefined))
      .join(', ')}]`,
    `  reason: ${reason}`,
    `  until: ${until}`,
  ];
  const eol = lineBreak(text, rangeOf(root).end);
  const written = (indentation: string) => lines.map((line) => `${eol}${indentation}${line}`).join('');
  if (key === undefined) {
    if (first === undefined || !isFirstOfLine(text, rangeOf(first).start)) return undefined;
    const indentation = indentationOf(text, rangeOf(first).start);
    const end = Math.max(...root.entries.map((one) => rangeOf(one).end));
    return inserting(lineEnd(text, end), `${eol}${indentation}acknowledge:${written(`${indentation}  `)}`);
  }
  const last = key.value?.kind === 'sequence' && !key.value.flow ? lastItem(key.value, text) : undefined;
  return last && inserting(lineEnd(text, last.end), written(indentationOf(text, last.start)));
}

/** From the dash of the last item to its end. */
function lastItem({ items }: SequenceNode, text: string): OffsetRange | undefined {
  const last = items.at(-1);
  if (last === undefined) return undefined;
  const { start, end } = rangeOf(last);
  const dash = blockItemStart(text, start);
  return dash === undefined || !isFirstOfLine(text, dash) ? undefined : { start: dash, end };
}

function indentationOf(text: string, start: number): string {
  return text.slice(lineStart(text, start), start).replace('\uFEFF', '');
}
