import { type CodeDocs, manifest } from '../codeDocs.ts';

export const newerThanCatalogDocs: CodeDocs = {
  code: 'newer-than-catalog',
  group: 'names',
  meaning: [
    'The version is newer than every version of its line that the catalog knows, or than every line.',
    'It says that the catalog may be behind, not that anything is wrong.',
    'What upstream states for ranges ("2.0 and later") still applies to it.',
  ],
  why: ['What upstream said since the catalog was made is not known here, so the absence of findings says less.'],
  remedy: [
    'Nothing has to be done if the version exists.',
    'Update Stackpin for a newer catalog, or describe the version in [a catalog of your own](../catalog-format.md#your-own-catalog).',
  ],
  quickFixes: ['None: nothing has to be changed.'],
  bad: { words: ['No such version is known yet.'], files: [manifest('components:\n  postgresql: "99.1"\n')] },
  good: { words: ['A release line that the catalog knows.'], files: [manifest('components:\n  postgresql: "17"\n')] },
};
