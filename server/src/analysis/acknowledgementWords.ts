/** What the codes about acknowledgements share: words, and days. */
import { t } from '@vscode/l10n';
import type { IsoDate } from '../catalog/model.ts';
import { KEYWORDS } from '../manifest/ignoreComments.ts';
import type { Acknowledgement } from './acknowledgement-types.ts';
import type { FixData, TextChange } from './finding.ts';

/** For how many days from today a quick fix accepts something. */
export const ACCEPTED_DAYS = 90;

/** The title of what takes it away. */
export function removalTitle({ written }: Acknowledgement): string {
  return written.kind === 'comment' ? t('Remove this comment') : t('Remove this entry');
}

/** The title of what gives it a last day. */
export function untilTitle(day: IsoDate): string {
  return t('Accept until {0}', day);
}

/** A comment as it is to be written. */
export function commentText(
  scope: 'next-line' | 'line',
  codes: readonly string[],
  until: string | undefined,
  reason: string,
): string {
  return `# ${KEYWORDS[scope]} ${codes.join(', ')}${until === undefined ? '' : ` until ${until}`}: ${reason}`;
}

/** An edit with what it does; without changes where it cannot be made. */
export type Choice = readonly [title: string, changes: readonly TextChange[] | undefined];

/** The edits that can be made, as a fix; undefined when there are none. */
export function choices(given: readonly Choice[]): FixData | undefined {
  const made = given.flatMap(([title, changes]) => (changes === undefined ? [] : [{ title, changes }]));
  return made.length === 0 ? undefined : { kind: 'changes', choices: made };
}
