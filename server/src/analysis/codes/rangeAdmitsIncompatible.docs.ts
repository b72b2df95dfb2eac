import { type CodeDocs, manifest } from '../codeDocs.ts';

export const rangeAdmitsIncompatibleDocs: CodeDocs = {
  code: 'range-admits-incompatible',
  group: 'compatibility',
  meaning: [
    'A range or a release line stands for many versions, and some of them cannot work with another pin.',
    'Others can, which is why it is no error; the message names those that cannot.',
  ],
  why: ['Today the range may give a version that works, and after the next installation one that does not.'],
  remedy: ['Narrow the range to the versions that work, or pin one of them.'],
  quickFixes: ['It pins the newest version in the range that fits the other pins.'],
  bad: {
    words: ['The range reaches into version 9, which refuses to start with an Elasticsearch of version 8.'],
    files: [manifest('components:\n  elasticsearch: "8.19"\n  kibana: ">=8.19"\n')],
  },
  good: {
    words: ['The range ends before version 9.'],
    files: [manifest('components:\n  elasticsearch: "8.19"\n  kibana: "^8.19"\n')],
  },
};
