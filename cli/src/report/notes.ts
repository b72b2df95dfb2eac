/** The lines below a finding that reports share: who says so, where it holds, and where else to look. */
import { t } from '@vscode/l10n';
import type { Evidence, Finding } from '../../../server/src/analysis/finding.ts';
import { enumeration, sentences } from '../../../server/src/words.ts';
import { type Note, note } from './block.ts';
import { printable, wordsOf } from './columns.ts';
import { type CheckedFile, type CheckResult, placeOf, type ReportedFinding } from './result.ts';

/** What a source says, without the sentences that the message has just said, and where it says so. */
export function sourceNote({ statement, source, checked }: Evidence, message: string): Note {
  const unsaid = statement
    .split(/(?<=\.) |(?<=[\u3002\uff01\uff1f])/)
    .filter((sentence) => !message.includes(sentence.replace(/[.\u3002]$/, '')));
  const address = [printable(source), t('(read {0})', checked)];
  return {
    label: 'source',
    paragraphs: unsaid.length === 0 ? [address] : [wordsOf(printable(sentences(...unsaid))), address],
  };
}

/**
 * Names the environments, unless the finding holds in the file's own components alone or in every stack of the file.
 * @param stacks how many the file has
 */
export function environmentNote({ environments }: Pick<Finding, 'environments'>, stacks: number): Note[] {
  const named = environments.filter((environment) => environment !== null);
  if (named.length === 0 || environments.length === stacks) return [];
  const names = enumeration(named);
  const words = named.length === 1 ? t('environment {0}', names) : t('environments {0}', names);
  return [note('in', environments.includes(null) ? t('{0}, and without one', words) : words)];
}

/** The other places that take part in a finding. */
export function placeNotes(
  related: ReportedFinding['related'],
  file: Pick<CheckedFile, 'path' | 'text'>,
  named: CheckResult['named'],
): Note[] {
  return related.map((place) => {
    const { path, start } = placeOf(place, file, named);
    return note('see', `${path}:${start.line + 1}:${start.character + 1}: ${place.message}`);
  });
}
