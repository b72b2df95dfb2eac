/** Versions as people read them: a table. */
import { t } from '@vscode/l10n';
import { conflictWords } from '../../../server/src/features/conflictWords.ts';
import { judgedBy } from '../../../server/src/features/plan/planWords.ts';
import type { Output } from '../host.ts';
import { type Style, styleOf } from '../report/block.ts';
import { printable, wordsOf, wrapped } from '../report/columns.ts';
import { counted } from '../report/numbers.ts';
import { table } from '../report/table.ts';
import type { ListedVersion, VersionsAnswer } from './listed.ts';

/** Writes them, with a line break at the end. */
export function versionsPretty(answer: VersionsAnswer, output: Output): string {
  const style = styleOf(output);
  const { beside, versions, total } = answer;
  const support = { title: t('support') };
  const { head, rows } = table(
    [
      { title: t('version') },
      { title: t('line') },
      ...(beside === undefined ? [support] : [support, { title: t('fits') }]),
    ],
    versions.map((one) => [
      one.isPinned ? t('{0} (pinned)', one.version) : one.version,
      one.line?.line ?? '-',
      one.facts.words || '-',
      ...(beside === undefined ? [] : [fitWords(one)]),
    ]),
    style.columns,
    '  ',
  );
  const painted = rows.map((row, index) => painter(versions[index], style)(row));
  const more = total - versions.length;
  const shown = counted(versions.length, 'version');
  const figures = more === 0 ? shown : t('{0}; {1} more with {2}', shown, more, '--all');
  const basis = judgedBy({ asOf: answer.date }, { ...answer.catalog, extras: [] });
  return `${[
    style.colours.bold(titleOf(answer)),
    '',
    style.colours.bold(head),
    ...painted,
    '',
    figures,
    wrapped(wordsOf(basis), style.columns, '  '),
  ].join('\n')}\n`;
}

function titleOf({ component, beside }: VersionsAnswer): string {
  const name = t('{0} ({1})', printable(component.name), component.id);
  if (beside === undefined) return name;
  return beside.name === undefined
    ? t('{0}, added to {1}', name, printable(beside.file))
    : t('{0} in {1}, which pins {2}', name, printable(beside.file), printable(beside.name));
}

/** Whether a version fits, and what is in its way. */
function fitWords({ rank, against, isSpokenOf }: ListedVersion): string {
  if (!isSpokenOf) return t('nothing known');
  const conflict = conflictWords(against);
  if (rank === 2) return t('no: {0}', conflict);
  return conflict === '' ? t('yes') : t('yes, {0}', conflict);
}

function painter(one: ListedVersion | undefined, { colours }: Style): (text: string) => string {
  if (one?.isPinned === true) return colours.bold;
  return one !== undefined && one.rank === 2 ? colours.dim : (text) => text;
}
