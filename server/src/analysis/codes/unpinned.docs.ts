import { type CodeDocs, manifest } from '../codeDocs.ts';

export const unpinnedDocs: CodeDocs = {
  code: 'unpinned',
  group: 'lifecycle',
  meaning: [
    'The pin is a range or a release line, and the policy of the stack asks for exact versions.',
    'It is reported only where `policy.unpinned` is `warn`, or `deny`: then it is an error.',
    'By default ranges and lines are welcome.',
  ],
  why: [
    'What is installed by a range depends on the day. A stack that has to be built twice in the same way names exact versions.',
  ],
  remedy: ['Pin one version, or write `unpinned: allow` under `policy`.'],
  quickFixes: ['It pins the newest version that the range admits and that fits every other pin.'],
  bad: { words: ['A range.'], files: [manifest('components:\n  ubuntu: ">=24.04"\npolicy:\n  unpinned: warn\n')] },
  good: { words: ['One version.'], files: [manifest('components:\n  ubuntu: "24.04"\npolicy:\n  unpinned: warn\n')] },
};
