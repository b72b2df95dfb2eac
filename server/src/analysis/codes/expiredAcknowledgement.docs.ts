import { type CodeDocs, manifest } from '../codeDocs.ts';

const entry = (until: string) => `components:
  python: "3.9"
acknowledge:
  - code: end-of-life
    between: [python]
    reason: moved with the next release
    until: ${until}
`;

export const expiredAcknowledgementDocs: CodeDocs = {
  code: 'expired-acknowledgement',
  group: 'acknowledgement',
  meaning: [
    'The last day of an acknowledgement has passed, and what it hid is shown again.',
    'The finding stands at its `until`; if there is nothing left that it would hide, it is [unused](unused-acknowledgement.md) instead.',
    'The day is today, or the one of `--as-of`.',
  ],
  why: ['Somebody meant to look at it again on that day.'],
  remedy: ['Mend what is found and remove the acknowledgement, or decide anew and write a later day.'],
  quickFixes: ['One removes the acknowledgement, the other accepts it for 90 more days.'],
  bad: {
    words: ['The day has passed, so the finding that it hid is shown with it.'],
    files: [manifest(entry('2026-10-31'))],
  },
  together: ['end-of-life'],
  good: { words: ['The day is still to come.'], files: [manifest(entry('2027-01-31'))] },
};
