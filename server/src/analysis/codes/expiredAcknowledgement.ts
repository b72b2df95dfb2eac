import { t } from '@vscode/l10n';
import { addDays } from '../../catalog/dates.ts';
import type { IsoDate } from '../../catalog/model.ts';
import { lastDay, removal } from '../acknowledgementEdits.ts';
import { ACCEPTED_DAYS, choices, removalTitle, untilTitle } from '../acknowledgementWords.ts';
import type { Rule } from '../rule.ts';

/** Its last day has passed, and what it hid is shown again. */
export const expiredAcknowledgement: Rule = {
  code: 'expired-acknowledgement',
  severity: 'warning',
  title: () => t('The last day of an acknowledgement has passed'),
  acknowledgement: ({ acknowledgement, codes }, { manifest }, { date }) => {
    const { until } = acknowledgement;
    const returned = codes.reduce((sum, code) => sum + code.returned, 0);
    if (until === undefined || returned === 0) return [];
    const day = addDays(date, ACCEPTED_DAYS);
    return [
      {
        range: until.range,
        message: messageOf(acknowledgement.written.kind, until.day, returned),
        fix: choices([
          [removalTitle(acknowledgement), removal(acknowledgement, manifest)],
          [untilTitle(day), lastDay(acknowledgement, manifest.document.text, day)],
        ]),
      },
    ];
  },
};

/** @param returned how many findings are shown again, at least one */
function messageOf(kind: 'comment' | 'entry', day: IsoDate, returned: number): string {
  if (kind === 'comment') {
    return returned === 1
      ? t(
          'The last day of this comment was {0}, so the finding that it hid is shown again. Mend what is found and remove the comment, or write a later day.',
          day,
        )
      : t(
          'The last day of this comment was {0}, so the {1} findings that it hid are shown again. Mend what is found and remove the comment, or write a later day.',
          day,
          returned,
        );
  }
  return returned === 1
    ? t(
        'The last day of this entry was {0}, so the finding that it hid is shown again. Mend what is found and remove the entry, or write a later day.',
        day,
      )
    : t(
        'The last day of this entry was {0}, so the {1} findings that it hid are shown again. Mend what is found and remove the entry, or write a later day.',
        day,
        returned,
      );
}
