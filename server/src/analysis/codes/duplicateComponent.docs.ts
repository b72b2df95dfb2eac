import { type CodeDocs, manifest } from '../codeDocs.ts';

export const duplicateComponentDocs: CodeDocs = {
  code: 'duplicate-component',
  group: 'syntax',
  meaning: [
    'One `components` mapping has the same key twice.',
    'The finding stands at the second, and the place of the first is shown with it.',
    'Both pins are checked; in the stack the last one counts.',
  ],
  why: ['YAML allows a key once. Some readers take the first value, some the last, and some refuse the file.'],
  remedy: [
    'Remove the pin that is not meant.',
    'If the platform has two instances of one component, give each a name of its own and say with `component` what it is.',
  ],
  quickFixes: ['None: which of the two is meant cannot be known.'],
  bad: {
    words: ['One component stands there twice.'],
    files: [manifest('components:\n  postgresql: "17"\n  postgresql: "16"\n')],
  },
  good: {
    words: ['Two instances have two names.'],
    files: [
      manifest(`components:
  orders-db: {component: postgresql, version: "17"}
  reports-db: {component: postgresql, version: "16"}
`),
    ],
  },
};
