import { type CodeDocs, manifest } from '../codeDocs.ts';

export const unsupportedDocs: CodeDocs = {
  code: 'unsupported',
  group: 'compatibility',
  meaning: [
    'Upstream declares which versions of the other component it supports, and the one pinned is not among them.',
    'Nobody says that it fails, so this is a warning and no error.',
    'Where another statement includes the pair, or the version came out after the statement was read, it is [untested](untested.md) instead.',
  ],
  why: [
    'It may well work, but upstream has promised nothing: problems that you report may be turned down, and the next patch may break it.',
  ],
  remedy: [
    'Change one of the two.',
    'If your vendor supports the pair, acknowledge the finding with the reason, or say so in [a catalog of your own](../catalog-format.md#your-own-catalog).',
  ],
  quickFixes: ['One for each side: it changes that pin to the nearest version that fits every other pin.'],
  bad: {
    words: ['Django 6.0 names Python 3.12 as the oldest.'],
    files: [manifest('components:\n  django: "6.0"\n  python: "3.11"\n')],
  },
  good: {
    words: ['Python 3.13 is one of those that it names.'],
    files: [manifest('components:\n  django: "6.0"\n  python: "3.13"\n')],
  },
};
