import { type CodeDocs, type ExampleFile, manifest } from '../codeDocs.ts';

const values: ExampleFile = { name: 'values.yaml', text: 'replicas: 3\nimage: shop\n' };
const base = manifest('components:\n  postgresql: "17"\n', 'base.stack.yaml');
const leaf = (path: string) => manifest(`extends: [${path}]\ncomponents:\n  nodejs: "24"\n`, 'shop.stack.yaml');

export const notAStackDocs: CodeDocs = {
  code: 'not-a-stack',
  group: 'composition',
  meaning: [
    'A file that `extends` names is there, and is no stack manifest: a catalog, an empty file, or YAML of another program.',
    'A manifest that is only broken for the moment is still taken for one.',
    'The entry is left out, and everything else counts.',
  ],
  why: ['There are no pins in it that could be laid below.'],
  remedy: [
    'Name the manifest that is meant. A catalog belongs under `catalogs`.',
    'A manifest begins with `apiVersion: stackpin/v1` and `kind: Stack`.',
  ],
  quickFixes: ['None.'],
  bad: { words: ['These are values for another program.'], files: [values, leaf('./values.yaml')] },
  good: { words: ['A manifest.'], files: [base, leaf('./base.stack.yaml')] },
};
