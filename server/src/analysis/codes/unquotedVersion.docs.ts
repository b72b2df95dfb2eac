import { type CodeDocs, manifest } from '../codeDocs.ts';

export const unquotedVersionDocs: CodeDocs = {
  code: 'unquoted-version',
  group: 'syntax',
  meaning: [
    'A version stands there without quotes, and other YAML readers make another value of it: a number, a date, `true` or `null`.',
    'Here the text counts, so `1.30` is 1.30; to them it is the number 1.3.',
    'Both YAML 1.2 and the older YAML 1.1, which many readers still follow, are looked at.',
  ],
  why: ['A tool that reads the same file installs version 1.3, or fails on a date where it expects a text.'],
  remedy: ['Put the version in quotes.'],
  quickFixes: ['It puts the version in double quotes.'],
  bad: { words: ['Other readers see the number 8.'], files: [manifest('components:\n  mongodb: 8.0\n')] },
  good: { words: ['Every reader sees the same.'], files: [manifest('components:\n  mongodb: "8.0"\n')] },
};
