import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

const root = fileURLToPath(new URL('..', import.meta.url));
const biome = join(root, 'node_modules/@biomejs/biome/bin/biome');

/** Lints files of the given paths and texts under this project's own configuration; the rules that each breaks. */
function broken(files: { readonly [path: string]: string }): { [path: string]: string[] } {
  const folder = mkdtempSync(join(tmpdir(), 'layers-'));
  try {
    copyFileSync(join(root, 'biome.json'), join(folder, 'biome.json'));
    for (const [path, text] of Object.entries(files)) {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), text);
    }
    const { stdout } = spawnSync(
      process.execPath,
      [biome, 'lint', '--reporter=github', '--max-diagnostics=none', '.'],
      { cwd: folder, encoding: 'utf8' },
    );
    const rules = (path: string): string[] => [
      ...new Set(
        stdout
          .split('\n')
          .flatMap((line) =>
            line.includes(`file=${join(folder, path)},`) ? (/noRestricted\w+/.exec(line)?.[0] ?? []) : [],
          ),
      ),
    ];
    return Object.fromEntries(Object.keys(files).map((path) => [path, rules(path)]));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** One file a text in each folder, and what is expected of each of them. */
function inFolders(folders: readonly string[], texts: readonly string[], expected: readonly string[]) {
  const paths = folders.flatMap((folder) =>
    texts.map((text, index) => [`server/src/${folder}/case${index}.ts`, text] as const),
  );
  return { files: Object.fromEntries(paths), expected: Object.fromEntries(paths.map(([path]) => [path, expected])) };
}

const PURE = [
  'version',
  'catalog',
  'manifest',
  'composition',
  'analysis',
  'resolve',
  'rewrite',
  'report',
  'adopt',
  'update',
];

test('a pure layer that imports an editor, Node or what stands above it fails the check', () => {
  const imports = [
    "import 'node:fs';\n",
    "import 'vscode';\n",
    "import 'vscode-languageserver/node';\n",
    "import '../features/hover.ts';\n",
  ];
  const { files, expected } = inFolders(PURE, imports, ['noRestrictedImports']);
  expect(broken(files)).toEqual(expected);
});

test('a layer that imports one above it fails the check', () => {
  const files = {
    'server/src/version/a.ts': "import '../catalog/model.ts';\n",
    'server/src/manifest/a.ts': "import '../analysis/finding.ts';\n",
    'server/src/analysis/a.ts': "import '../resolve/fix/fixAll.ts';\n",
    'server/src/resolve/fix/a.ts': "import '../../report/pins.ts';\n",
    'server/src/resolve/engine/a.ts': "import '../../analysis/finding.ts';\n",
    'server/src/resolve/plan/verify/a.ts': "import '../walk.ts';\n",
    'server/src/resolve/plan/verify/b.ts': "import '../../engine/solve.ts';\n",
    'server/src/features/a.ts': "import 'vscode-languageserver/node';\n",
    'server/src/features/b.ts': "import 'node:path';\n",
  };
  expect(broken(files)).toEqual(Object.fromEntries(Object.keys(files).map((path) => [path, ['noRestrictedImports']])));
});

test('a pure layer that asks the clock, the network or the process fails the check', () => {
  const uses = ['Date.now()', 'new Date()', "fetch('x')", 'process.cwd()', 'setTimeout(() => {}, 1)'].map(
    (use) => `export const x = ${use};\n`,
  );
  const { files, expected } = inFolders([...PURE, 'features'], uses, ['noRestrictedGlobals']);
  expect(broken(files)).toEqual(expected);
});

test('what a layer may import passes', () => {
  const files = {
    'server/src/catalog/a.ts': "import '../version/index.ts';\n",
    'server/src/analysis/a.ts': "import '../manifest/read.ts';\nimport '../catalog/queries.ts';\n",
    'server/src/analysis/b.ts': "import '../resolve/engine/solve.ts';\n",
    'server/src/resolve/fix/a.ts': "import '../../analysis/analyze.ts';\n",
    'server/src/resolve/plan/verify/a.ts': "import '../../../analysis/verdict.ts';\nimport './edges.ts';\n",
    'server/src/report/a.ts': "import '../resolve/deadlines.ts';\n",
    'server/src/features/a.ts': "import 'vscode-languageserver-types';\n",
    'cli/src/a.ts': "import 'node:fs';\nexport const now = Date.now();\n",
  };
  expect(broken(files)).toEqual(Object.fromEntries(Object.keys(files).map((path) => [path, []])));
});
