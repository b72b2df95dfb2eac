/** The Markdown of a plan for an open manifest. */
import { t } from '@vscode/l10n';
import { contextOf } from '../../analysis/ownCatalogs.ts';
import { planReport } from '../../resolve/plan/planReport.ts';
import type { CheckedDocument } from '../document.ts';
import { type Block, bullets, heading, paragraph, render } from '../prose.ts';
import { slot, withSpans } from '../spanText.ts';
import { planMarkdown } from './planMarkdown.ts';
import { readQuestion } from './planQuestion.ts';

/** Steps of one search: some tenths of a second at most, since nothing else is answered meanwhile. */
const MOST_STEPS = 5_000;

/** Pins of the largest stack that is planned in an editor: each two of them are judged, in one part. */
const MOST_PINS = 150;

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
  const { pins, environment } = stack;
  if (pins.length > MOST_PINS) {
    const where = environment === null ? '' : ` --environment ${environment}`;
    const text = t(
      'The stack pins {0} components, and plans for more than {1} are made in the terminal: {2}',
      pins.length,
      MOST_PINS,
      slot(0),
    );
    return page(
      heading(1, t('Too large for the editor')),
      paragraph(...withSpans(text, [{ code: `stackpin plan FILE --newest${where}` }])),
    );
  }
  const context = contextOf(checked.analysis.context, stack.document);
  const report = yield* planReport(stack, wish, daysPerStep, context, { steps: MOST_STEPS, isCancelled });
  if ('problems' in report) return page(heading(1, t('No plan')), bullets(report.problems.map((problem) => [problem])));
  return planMarkdown(report, { ...context.catalog.metadata, extras: [] });
}

function page(...blocks: readonly Block[]): string {
  return `${render(blocks, 'markdown').value}\n`;
}
