import { type CodeDocs, manifest } from '../codeDocs.ts';

const base = manifest('components:\n  postgresql: "17"\n', 'base.stack.yaml');
const leaf = (path: string) => manifest(`extends:\n  - ${path}\ncomponents:\n  nodejs: "24"\n`, 'shop.stack.yaml');

export const missingBaseDocs: CodeDocs = {
  code: 'missing-base',
  group: 'composition',
  meaning: [
    'A file that `extends` names cannot be read: there is none at this path, it is a folder, or it may not be read.',
    'It is reported in the file that names it, at the entry; files that extend that one have no finding of it.',
    'Everything else is composed and checked without it.',
    'A stack of more than 1000 files has this finding too, at the entry that leads beyond.',
  ],
  why: ['The pins of the base are missing from the stack, and conflicts with them are not seen.'],
  remedy: ['Correct the path. It is relative to the folder of the file that names it.'],
  quickFixes: ['None.'],
  bad: { words: ['The base is called `base.stack.yaml`.'], files: [base, leaf('./bas.stack.yaml')] },
  good: { words: ['The path is right.'], files: [base, leaf('./base.stack.yaml')] },
};
