import { type CodeDocs, manifest } from '../codeDocs.ts';

export const endOfLifeDocs: CodeDocs = {
  code: 'end-of-life',
  group: 'lifecycle',
  meaning: [
    'Support for the release line has ended: on a day that is stated, or by a rule of the project, such as fixes for the newest two minor versions only.',
    'If extended support can be had, the message says until when.',
    'A range is out of support only when all of it is.',
    'The day is today, or the one of `--as-of`.',
  ],
  why: ['Known security problems are no longer fixed, and other projects stop testing with it.'],
  remedy: [
    'Move to a line that is supported.',
    'If a vendor supports it for you, acknowledge the finding with the reason.',
  ],
  quickFixes: ['It changes the pin to the nearest supported line that lasts longer and fits every other pin.'],
  bad: {
    words: ['The last fixes for Python 3.9 came in October 2025.'],
    files: [manifest('components:\n  python: "3.9"\n')],
  },
  good: { words: ['This line gets fixes.'], files: [manifest('components:\n  python: "3.13"\n')] },
};
