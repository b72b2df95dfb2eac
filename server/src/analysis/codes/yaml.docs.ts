import { type CodeDocs, manifest } from '../codeDocs.ts';

export const yamlDocs: CodeDocs = {
  code: 'yaml',
  group: 'syntax',
  meaning: [
    'A place in the file is no YAML, is not UTF-8, or holds a key twice in one mapping.',
    'The finding stands at that place, and says what is wrong with it.',
    'Everything else in the file is read and checked as far as it can be.',
  ],
  why: [
    'Other programs refuse a file that is broken, or read something else than you meant.',
    'What cannot be read cannot be checked either.',
  ],
  remedy: [
    'Change the text at the place shown as the message says.',
    'While you type, a line that is not finished yet has this finding too; it goes when the line is complete.',
  ],
  quickFixes: ['None: what was meant cannot be known.'],
  bad: {
    words: ['The pins are indented by tabs.'],
    files: [manifest('components:\n\tpostgresql: "17"\n\tnodejs: "24"\n')],
  },
  good: {
    words: ['They are indented by spaces.'],
    files: [manifest('components:\n  postgresql: "17"\n  nodejs: "24"\n')],
  },
};
