/** `stackpin plan FILE --verify PLAN`: checks a printed plan with the checker that shares nothing with the planner. */

import { resolve } from 'node:path';
import { t } from '@vscode/l10n';
import { contextOf } from '../../../server/src/analysis/ownCatalogs.ts';
import { startPins } from '../../../server/src/resolve/plan/planReport.ts';
import { verifyPlan } from '../../../server/src/resolve/plan/verify/verifyPlan.ts';
import { complain } from '../catalog/shared.ts';
import { displayName } from '../files/find.ts';
import { type Host, isFailure } from '../host.ts';
import { type LoadOptions, loadOne, readText } from '../oneFile.ts';
import { styleOf } from '../report/block.ts';
import { printable, wordsOf, wrapped } from '../report/columns.ts';
import { counted } from '../report/numbers.ts';
import { STATUS, type Status } from '../status.ts';
import { type Choice, chooseStack } from './chooseStack.ts';
import { readPlan } from './readPlan.ts';
import { unreadParts } from './unreadParts.ts';

/**
 * Runs it.
 * @param path of the manifest that the plan starts from
 * @param planned path of the plan as `--format json` printed it; either of the two may be `-`
 */
export async function verify(
  path: string,
  planned: string,
  options: LoadOptions & Choice,
  host: Host,
): Promise<Status> {
  if (path === '-' && planned === '-')
    return complain([t('standard input can be the manifest or the plan, not both.')], host);
  const absolute = planned === '-' ? undefined : resolve(host.folder, planned);
  const name = absolute === undefined ? t('the plan on standard input') : displayName(absolute, host);
  const text = await readText({ path: absolute }, host);
  if (isFailure(text)) return complain([t('cannot read {0}: {1}.', name, text.failed)], host);
  const read = readPlan(text);
  if ('unfit' in read)
    return complain(
      [t('{0} is no plan as "{1}" prints it: {2}.', name, 'stackpin plan --format json', read.unfit)],
      host,
    );
  const file = await loadOne(path, options, host);
  if ('problems' in file) return complain(file.problems, host);
  const stack = chooseStack(file, {
    document: options.document ?? read.stack.document,
    environment: options.environment ?? read.stack.environment,
  });
  if ('problems' in stack) return complain(stack.problems, host);
  for (const words of unreadParts(file)) host.warn(`stackpin: ${words}\n`);

  const { catalog, date } = contextOf(file.context, stack.document);
  const problems = read.found
    ? verifyPlan({ catalog, date, pins: startPins(stack), plan: read.plan })
    : [t('It says that no plan was found, so there is nothing to check.')];
  await host.write(verdict(name, read.plan.steps.length, problems, host));
  return problems.length === 0 ? STATUS.good : STATUS.findings;
}

function verdict(name: string, steps: number, problems: readonly string[], { output }: Host): string {
  const { colours, columns } = styleOf(output);
  const lines = (text: string, indent: string) => wrapped(wordsOf(printable(text)), columns, indent);
  if (problems.length === 0)
    return `${lines(t('{0}: OK: {1}, and every step and every state holds.', name, counted(steps, 'step')), '  ')}\n`;
  return [
    colours.bold(lines(t('{0}: {1}', name, counted(problems.length, 'problem')), '  ')),
    ...problems.map((problem) => `- ${lines(problem, '  ')}`),
    '',
  ].join('\n');
}
