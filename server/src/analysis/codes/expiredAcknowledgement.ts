import { addDays } from '../../catalog/dates.ts';
import { lastDay, removal } from '../acknowledgementEdits.ts';
import { ACCEPTED_DAYS, choices, thingOf } from '../acknowledgementWords.ts';
import type { Rule } from '../rule.ts';

/** Its last day has passed, and what it hid is shown again. */
export const expiredAcknowledgement: Rule = {
  code: 'expired-acknowledgement',
  severity: 'warning',
  title: 'The last day of an acknowledgement has passed',
  acknowledgement: ({ acknowledgement, codes }, { manifest }, { date }) => {
    const { until } = acknowledgement;
    const returned = codes.reduce((sum, code) => sum + code.returned, 0);
    if (until === undefined || returned === 0) return [];
    const what = returned === 1 ? 'the finding that it hid is' : `the ${returned} findings that it hid are`;
    const thing = thingOf(acknowledgement);
    const day = addDays(date, ACCEPTED_DAYS);
    return [
      {
        range: until.range,
        message: `The last day of this ${thing} was ${until.day}, so ${what} shown again. Mend what is found and remove the ${thing}, or write a later day.`,
        fix: choices([
          [`Remove this ${thing}`, removal(acknowledgement, manifest)],
          [`Accept until ${day}`, lastDay(acknowledgement, manifest.document.text, day)],
        ]),
      },
    ];
  },
};
