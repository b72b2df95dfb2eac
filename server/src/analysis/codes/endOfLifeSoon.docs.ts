import { type CodeDocs, manifest } from '../codeDocs.ts';

export const endOfLifeSoonDocs: CodeDocs = {
  code: 'end-of-life-soon',
  group: 'lifecycle',
  meaning: [
    'Support for the release line ends within the next 90 days, or within the days that `policy.supportWindow` says.',
    'After that day it is [end-of-life](end-of-life.md).',
  ],
  why: ['An upgrade takes time; this is when to plan it.'],
  remedy: [
    'Plan the move to a line that is supported for longer.',
    'To be told earlier or later, set `policy.supportWindow`.',
  ],
  quickFixes: ['It changes the pin to the nearest line that is supported for longer and fits every other pin.'],
  bad: {
    words: ['Support for PHP 8.2 ends with the year 2026.'],
    files: [manifest('components:\n  php: "8.2"\n')],
  },
  good: {
    words: ['A team that plans a month ahead wants to be told in December.'],
    files: [manifest('components:\n  php: "8.2"\npolicy:\n  supportWindow: 30d\n')],
  },
};
