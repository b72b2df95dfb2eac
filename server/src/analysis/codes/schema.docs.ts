import { type CodeDocs, manifest } from '../codeDocs.ts';

export const schemaDocs: CodeDocs = {
  code: 'schema',
  group: 'syntax',
  meaning: [
    'The document does not fit [the manifest language](../manifest.md): a key that it does not know, a value of another type, a value that is not one of those allowed, or a key that is missing.',
    'An empty file has this finding as well, for it has neither `apiVersion` nor `kind`.',
    'Of a document that says another `kind`, only that is told.',
    'As a warning, that a stack has more pairs or acknowledgements than are looked at: [limits](../limits.md).',
  ],
  why: [
    'A key that is not known has no effect, and a pin below a misspelt key is not checked.',
    'Whoever reads the manifest later, a person or a program, relies on what it says.',
  ],
  remedy: [
    'Correct the key or the value; the message names what is expected there.',
    'What is for other tools belongs under `values` of a component, where anything may stand, or under `metadata.labels`.',
  ],
  quickFixes: ['Each changes an unknown key to a known one that is close to it.'],
  bad: {
    words: ['The key is misspelt.'],
    files: [manifest('components:\n  postgresql:\n    versoin: "17"\n')],
  },
  good: { words: ['The key is spelt right.'], files: [manifest('components:\n  postgresql:\n    version: "17"\n')] },
};
