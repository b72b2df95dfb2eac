/** The steps of an explanation as a numbered list, with links to who says so. */
import { t } from '@vscode/l10n';
import type { Analysis } from '../analysis/analysis.ts';
import { explain } from '../resolve/explain/explain.ts';
import { countSteps, type ExplainedStep } from '../resolve/explain/explanation.ts';
import { list } from '../words.ts';
import { type PinAt, touches } from './pinAt.ts';
import { type Block, bullets, type Item, numbered, paragraph } from './prose.ts';
import { citations } from './supportWords.ts';

/** Steps that a hover shows. */
const MOST_IN_HOVER = 12;

/** Why the versions of a pin go together with those of others nowhere, where that is so. */
export function whyBlocks(analysis: Analysis, { pin, stacks }: Pick<PinAt, 'pin' | 'stacks'>): Block[] {
  const findings = analysis.findings.filter(
    ({ code, pins, environments, range }) =>
      code === 'unsatisfiable' &&
      pins.some(({ instance }) => instance === pin.entry.instance) &&
      stacks.some(
        ({ environment, manifest }) =>
          environments.includes(environment) && touches(manifest.document.range, range.start),
      ),
  );
  return findings.flatMap((finding) => {
    const { pins, steps } = explain(analysis, finding);
    if (steps.length === 0) return [];
    return [paragraph(t('No versions of {0} go together:', list(pins))), ...stepBlocks(steps, MOST_IN_HOVER)];
  });
}

/**
 * The steps, those of cases below them.
 * @param most steps that are shown, with those of cases; how many are left out is said at the end
 */
export function stepBlocks(steps: readonly ExplainedStep[], most = Number.POSITIVE_INFINITY): Block[] {
  if (steps.length === 0) return [];
  const shown = cut(steps, { left: most });
  const rest = countSteps(steps) - countSteps(shown);
  const more = rest === 0 ? [] : [bullets([[rest === 1 ? t('1 more step') : t('{0} more steps', rest)]])];
  return [numbered(shown.map(itemOf)), ...more];
}

function itemOf({ text, sources, cases }: ExplainedStep): Item {
  return {
    spans: [text, ...citations(sources)],
    below:
      cases.length === 0
        ? []
        : [
            {
              kind: 'list',
              isNumbered: false,
              items: cases.map(({ title, steps }) => ({ spans: [title], below: stepBlocks(steps) })),
            },
          ],
  };
}

function cut(steps: readonly ExplainedStep[], budget: { left: number }): readonly ExplainedStep[] {
  const shown: ExplainedStep[] = [];
  for (const step of steps) {
    if (budget.left <= 0) break;
    budget.left -= 1;
    const cases = step.cases.map((one) => ({ ...one, steps: cut(one.steps, budget) }));
    shown.push({ ...step, cases: cases.filter((one) => one.steps.length > 0) });
  }
  return shown;
}
