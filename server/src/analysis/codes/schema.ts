import { t } from '@vscode/l10n';
import { ignoreComments } from '../../manifest/ignoreComments.ts';
import type { SchemaProblem, StackManifest } from '../../manifest/stack.ts';
import { validateStack } from '../../manifest/stackFormat.ts';
import { type OffsetRange, rangeOf } from '../../manifest/tree.ts';
import type { FixData } from '../finding.ts';
import { MOST_READ } from '../readAcknowledgements.ts';
import type { Draft, Rule } from '../rule.ts';
import { MOST_JUDGED } from '../seats.ts';

/** The document does not fit schemas/stack.schema.json, or is larger than any that a person keeps (docs/limits.md). */
export const schema: Rule = {
  code: 'schema',
  severity: 'error',
  title: () => t('The document does not fit the schema'),
  document: (manifest) => [
    ...validateStack(manifest.document).map((problem) => ({
      range: problem.range,
      message: problem.message,
      fix: replacing(problem, manifest.document),
    })),
    ...notRead(manifest),
  ],
  stack: ({ stack, areAllJudged }) =>
    areAllJudged
      ? []
      : [
          {
            range: beginningOf(stack.manifest),
            severity: 'warning',
            message: t(
              'More than {0} pairs of this stack have to be judged. What lies beyond is not, and counts as unknown: make several stacks of it.',
              MOST_JUDGED.toLocaleString('en'),
            ),
          },
        ],
};

/** Acknowledgements beyond those that are read. */
function notRead({ document, acknowledgements }: StackManifest): Draft[] {
  const entry = acknowledgements[MOST_READ];
  const comment = document.ignoring.length > MOST_READ ? ignoreComments(document)[MOST_READ] : undefined;
  const ranges = [entry && rangeOf(entry.node), comment?.range].filter((range) => range !== undefined);
  return ranges.map((range) => ({
    range,
    severity: 'warning',
    message: t(
      'Only the first {0} acknowledgements are read: from here on they accept nothing.',
      MOST_READ.toLocaleString('en'),
    ),
  }));
}

/** The first pin that the file writes; the beginning of the document where it writes none. */
function beginningOf({ components, document }: StackManifest): OffsetRange {
  const [first] = components;
  return first === undefined ? { start: document.range.start, end: document.range.start } : rangeOf(first.key);
}

/** Whether a part of its lines is no YAML: with another text in its place, the rest may be read otherwise. */
function isMisread({ start, end }: OffsetRange, { problems, source }: StackManifest['document']): boolean {
  if (problems.length === 0) return false;
  const from = source.offsetAt({ line: source.positionAt(start).line, character: 0 });
  const to = source.offsetAt({ line: source.positionAt(end).line + 1, character: 0 });
  return problems.some(({ range }) => from <= range.start && (range.start < to || to === source.length));
}

function replacing(
  { range, suggestions, gap }: SchemaProblem,
  document: StackManifest['document'],
): FixData | undefined {
  if (suggestions.length === 0 || isMisread(range, document)) return undefined;
  const title = (one: string): string => t('Change to "{0}"', one);
  if (gap === undefined)
    return { kind: 'replace', choices: suggestions.map((one) => ({ title: title(one), newText: one })) };
  // A comment needs a space before it.
  const trail = document.source.charAt(gap.end) === '#' ? ' ' : '';
  const choices = suggestions.map((one) => {
    return { title: title(one), changes: [{ range: gap, newText: ` ${one}${trail}` }] };
  });
  return { kind: 'changes', choices };
}
