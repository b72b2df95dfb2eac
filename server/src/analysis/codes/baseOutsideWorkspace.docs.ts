import { type CodeDocs, manifest } from '../codeDocs.ts';

export const baseOutsideWorkspaceDocs: CodeDocs = {
  code: 'base-outside-workspace',
  group: 'composition',
  meaning: [
    'A path under `extends` leads out of the workspace: in an editor, out of every folder that is open; on the command line, out of the folder that has the `.git` of the manifest in it.',
    'Such a file is not read; the entry is left out, and everything else counts.',
    'Where there is no workspace, because a single file is open or there is no `.git`, nothing is outside.',
  ],
  why: [
    'Nobody else who has this folder alone has that file, so for them the stack is another one.',
    'And a manifest from somewhere should not make an editor read files of yours.',
  ],
  remedy: ['Move the base into the folder, or open the folder that holds both.'],
  quickFixes: ['None.'],
  bad: {
    words: ['The folder that is open is `products`; the base lies beside it.'],
    workspace: 'products/',
    files: [
      manifest('components:\n  postgresql: "17"\n', 'shared/base.stack.yaml'),
      manifest('extends: [../shared/base.stack.yaml]\ncomponents:\n  nodejs: "24"\n', 'products/shop.stack.yaml'),
    ],
  },
  good: {
    words: ['The base lies inside it.'],
    workspace: 'products/',
    files: [
      manifest('components:\n  postgresql: "17"\n', 'products/base.stack.yaml'),
      manifest('extends: [./base.stack.yaml]\ncomponents:\n  nodejs: "24"\n', 'products/shop.stack.yaml'),
    ],
  },
};
