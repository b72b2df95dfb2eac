/** The Markdown of a plan for an open manifest. */
import { contextOf } from '../../analysis/ownCatalogs.ts';
import { planReport } from '../../resolve/plan/planReport.ts';
import type { CheckedDocument } from '../document.ts';
import { markdownLine } from '../prose.ts';
import { planMarkdown } from './planMarkdown.ts';
import { readQuestion } from './planQuestion.ts';

/** Steps of one search: some tenths of a second at most, since nothing else is answered meanwhile. */
const MOST_STEPS = 5_000;

/**
 * Plans in parts: whoever asks lets others have their turn after each, or gives it up.
 * @param asked a `WrittenQuestion`, or anything else that a client may have sent
 * @returns whole lines; undefined where the manifest has no such stack
 */
export function* planText(
  checked: CheckedDocument,
  asked: unknown,
  isCancelled: () => boolean,
): Generator<undefined, string | undefined> {
  const question = readQuestion(checked, asked);
  if (question === undefined) return undefined;
  const { stack, wish, daysPerStep } = question;
  const context = contextOf(checked.analysis.context, stack.document);
  const report = yield* planReport(stack, wish, daysPerStep, context, { steps: MOST_STEPS, isCancelled });
  if ('problems' in report)
    return ['# No plan', '', ...report.problems.map((problem) => `- ${markdownLine([problem])}`), ''].join('\n');
  return planMarkdown(report, { ...context.catalog.metadata, extras: [] });
}
