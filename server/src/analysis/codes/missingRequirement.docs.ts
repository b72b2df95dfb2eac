import { type CodeDocs, manifest } from '../codeDocs.ts';

export const missingRequirementDocs: CodeDocs = {
  code: 'missing-requirement',
  group: 'compatibility',
  meaning: [
    'Upstream says that a component needs another one, or one of several, and the stack has none of them.',
    'What a distribution carries counts as present, and so does what a base pins.',
    'While a base cannot be read, nothing is reported, for it may hold what is missing.',
  ],
  why: ['What is not pinned is not checked: the pair that matters most for the component is left out.'],
  remedy: [
    'Pin what it needs, if that is part of this platform.',
    'If somebody else runs it, pin it with the version that they run, or turn the code off.',
  ],
  quickFixes: [
    'Adds one of the components that would do, at the newest version of which nothing else is found: each that there is such a version of, up to five.',
  ],
  bad: { words: ['Django runs on Python.'], files: [manifest('components:\n  django: "5.2"\n')] },
  good: {
    words: ['Now the pair is checked, too.'],
    files: [manifest('components:\n  django: "5.2"\n  python: "3.13"\n')],
  },
};
