import { type CodeDocs, manifest } from '../codeDocs.ts';

export const baseCycleDocs: CodeDocs = {
  code: 'base-cycle',
  group: 'composition',
  meaning: [
    'A file extends itself, directly or by way of others.',
    'The message shows the way round.',
    'It is reported in every file on the way, at the entry that leads into it; such an entry is left out, and everything else counts.',
  ],
  why: ['Of two files that extend each other it cannot be said which one wins.'],
  remedy: [
    'Decide which file is the base, and remove the entry in it. What both need can go into a third file that both extend.',
  ],
  quickFixes: ['None: which entry is the wrong one cannot be known.'],
  bad: {
    words: ['Each of the two extends the other.'],
    files: [
      manifest('extends: [./shop.stack.yaml]\ncomponents:\n  postgresql: "17"\n', 'base.stack.yaml'),
      manifest('extends: [./base.stack.yaml]\ncomponents:\n  nodejs: "24"\n', 'shop.stack.yaml'),
    ],
  },
  good: {
    words: ['One of them is the base.'],
    files: [
      manifest('components:\n  postgresql: "17"\n', 'base.stack.yaml'),
      manifest('extends: [./base.stack.yaml]\ncomponents:\n  nodejs: "24"\n', 'shop.stack.yaml'),
    ],
  },
};
