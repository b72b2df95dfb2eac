import { type CodeDocs, manifest } from '../codeDocs.ts';

export const conflictingComponentsDocs: CodeDocs = {
  code: 'conflicting-components',
  group: 'compatibility',
  meaning: [
    'Upstream says that these two are not run in one stack, whatever their versions.',
    'Some conflicts are lifted by a third component; when that is in the stack, nothing is reported.',
  ],
  why: ['Both want to do the same work in the same place, and break what the other one has set up.'],
  remedy: [
    'Remove one of the two.',
    'If both are pinned because different clusters run them, give each cluster an environment or a manifest of its own.',
  ],
  quickFixes: ['None: which of the two is meant cannot be known.'],
  bad: {
    words: ['A cluster takes one pod network.'],
    files: [manifest('components:\n  amazon-eks: "1.36"\n  antrea: ">=2.6"\n  calico: ">=3.31"\n')],
  },
  good: {
    words: ['One of them is enough.'],
    files: [manifest('components:\n  amazon-eks: "1.36"\n  calico: ">=3.31"\n')],
  },
};
