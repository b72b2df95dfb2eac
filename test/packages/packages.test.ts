/** The extension and the npm package as they are released: of one build, the same bytes anywhere, and each runs by itself. */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { folderWith } from '../cli/support.ts';
import type { Entry } from './entry.ts';
import { contents, EXTENSION, NPM_PACKAGE, packed, ROOT, VERSION } from './packed.ts';
import { checks, serves } from './programs.ts';
import { readTgz } from './tgz.ts';

const RELEASED = [NPM_PACKAGE, `${NPM_PACKAGE}.cdx.json`, EXTENSION, `${EXTENSION}.cdx.json`];
const work = mkdtempSync(join(realpathSync(tmpdir()), 'stackpin-packages-'));
const here = join(work, 'here');
const there = join(work, 'another folder', 'deeper');
let dist: string;
let extension: Map<string, Entry>;
let npm: Map<string, Entry>;

/** A second release would find other times, permissions, languages and paths. */
beforeAll(async () => {
  mkdirSync(here);
  mkdirSync(there, { recursive: true });
  [dist] = await Promise.all([
    packed(here, 0o022, { TZ: 'UTC', LC_ALL: 'C' }),
    packed(there, 0o077, { TZ: 'Asia/Tokyo', LC_ALL: 'et_EE.UTF-8' }),
  ]);
  ({ extension, npm } = contents(dist));
}, 300_000);

afterAll(() => rmSync(work, { recursive: true, force: true }));

const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

describe('both are reproducible', () => {
  test('two builds in two places give the same bytes', () => {
    const sums = (folder: string) => RELEASED.map((file) => [file, sha256(readFileSync(join(folder, file)))]);
    expect(sums(join(there, 'dist'))).toEqual(sums(dist));
  });

  test('the checksums are those of the files', () => {
    const lines = RELEASED.map((file) => `${sha256(readFileSync(join(dist, file)))}  ${file}\n`);
    expect(readFileSync(join(dist, 'SHA256SUMS'), 'utf8')).toBe(lines.join(''));
  });

  test('every file has the time of the source and the same permissions', () => {
    const isProgram = (path: string): boolean => path === 'dist/cli/stackpin.js' || path === 'dist/server/node.js';
    // vsce writes some files anew.
    const anew = ['[Content_Types].xml', 'extension.vsixmanifest', 'changelog.md', 'readme.md'];
    for (const [path, { time, mode }] of extension) {
      const expected = anew.includes(path) ? 0o664 : isProgram(path) ? 0o755 : 0o644;
      expect([path, time, mode]).toEqual([path, '2026-11-24T10:20:30', expected]);
    }
    // npm writes the same time into every package: https://github.com/npm/pacote/blob/main/lib/util/tar-create-options.js
    for (const [path, { time, mode }] of npm)
      expect([path, time, mode]).toEqual([path, '1985-10-26T08:15:00', isProgram(path) ? 0o755 : 0o644]);
  });

  test('the bills of materials are those of these bytes, and of what is in each', () => {
    for (const [file, foreign] of [
      [EXTENSION, /^dist\/cli\//],
      [NPM_PACKAGE, /^dist\/(?:client\/|server\/browser\.js$)/],
    ] as const) {
      const { metadata, components } = JSON.parse(readFileSync(join(dist, `${file}.cdx.json`), 'utf8'));
      expect(metadata.component.hashes).toEqual([{ alg: 'SHA-256', content: sha256(readFileSync(join(dist, file))) }]);
      const held = components.flatMap(({ properties }: { properties: { value: string }[] }) =>
        properties.map(({ value }) => value),
      );
      expect(held.filter((path: string) => foreign.test(path))).toEqual([]);
      const files = file === EXTENSION ? extension : npm;
      expect([...new Set<string>(held)].filter((path) => !files.has(path))).toEqual([]);
    }
  });

  test('nothing in them names a folder of the machine', () => {
    for (const [path, { content }] of [...extension, ...npm]) {
      for (const folder of [work, ROOT, dirname(realpathSync(join(ROOT, 'node_modules')))])
        expect(content.includes(folder), `${path}: ${folder}`).toBe(false);
    }
  });
});

test('what both hold is the same', () => {
  const same = [...npm.keys()].filter((path) => extension.has(path)).sort();
  for (const path of same)
    expect(sha256(extension.get(path)?.content ?? Buffer.of()), path).toBe(
      sha256(npm.get(path)?.content ?? Buffer.of()),
    );
  expect(same.filter((path) => !/^(?:schemas|templates)\//.test(path))).toEqual([
    'ThirdPartyNotices.txt',
    'dist/catalog/bundled.catalog.jsonl',
    'dist/l10n/zh-cn.json',
    'dist/server/catalogTokens.js',
    'dist/server/catalogs.js',
    'dist/server/checker.js',
    'dist/server/drift.js',
    'dist/server/features.js',
    'dist/server/main.js',
    'dist/server/navigation.js',
    'dist/server/node.js',
    'dist/server/plans.js',
    'dist/server/report.js',
    'dist/server/structure.js',
    'package.json',
  ]);
});

describe('the npm package', () => {
  test('holds exactly these files', () => {
    expect([...npm.keys()].sort()).toEqual([
      'CHANGELOG.md',
      'LICENSE',
      'README.md',
      'README.zh-CN.md',
      'ThirdPartyNotices.txt',
      'dist/catalog/bundled.catalog.jsonl',
      'dist/cli/catalogs.js',
      'dist/cli/commands.js',
      'dist/cli/glob.js',
      'dist/cli/import.js',
      'dist/cli/main.js',
      'dist/cli/reports.js',
      'dist/cli/stackpin.js',
      'dist/cli/update.js',
      'dist/cli/worker.js',
      'dist/l10n/cli/zh-cn.json',
      'dist/l10n/zh-cn.json',
      'dist/man/stackpin.1',
      'dist/server/catalogTokens.js',
      'dist/server/catalogs.js',
      'dist/server/checker.js',
      'dist/server/drift.js',
      'dist/server/features.js',
      'dist/server/main.js',
      'dist/server/navigation.js',
      'dist/server/node.js',
      'dist/server/plans.js',
      'dist/server/report.js',
      'dist/server/structure.js',
      'package.json',
      'schemas/catalog-update.schema.json',
      'schemas/catalog.schema.json',
      'schemas/check-output.schema.json',
      'schemas/config.schema.json',
      'schemas/diff-output.schema.json',
      'schemas/drift-output.schema.json',
      'schemas/import-output.schema.json',
      'schemas/plan-output.schema.json',
      'schemas/stack.schema.json',
      'schemas/versions-output.schema.json',
      'templates/data-platform.stack.yaml',
      'templates/edge.stack.yaml',
      'templates/empty.stack.yaml',
      'templates/index.json',
      'templates/kubernetes.stack.yaml',
      'templates/machine-learning.stack.yaml',
      'templates/messaging.stack.yaml',
      'templates/openstack.stack.yaml',
      'templates/service-mesh.stack.yaml',
      'templates/web-application.stack.yaml',
    ]);
  });

  test('npm itself packs the same programs in the repository, for who installs from there', () => {
    const pack = ['pack', '--json', '--ignore-scripts', '--pack-destination', work];
    const { stdout } = spawnSync('npm', pack, { cwd: here, encoding: 'utf8' });
    const [{ filename }] = JSON.parse(stdout);
    const own = readTgz(readFileSync(join(work, filename)));
    const files = new Map(own.map(({ path, content }) => [path.replace('package/', ''), sha256(content)]));
    // The release has it where people look for it, and a package.json for those who use it.
    files.set('ThirdPartyNotices.txt', files.get('dist/ThirdPartyNotices.txt') ?? '');
    files.delete('dist/ThirdPartyNotices.txt');
    files.set('package.json', sha256(npm.get('package.json')?.content ?? Buffer.of()));
    expect(files).toEqual(new Map([...npm].map(([path, { content }]) => [path, sha256(content)])));
    // https://docs.npmjs.com/cli/v11/using-npm/scripts: before a package is packed, also of a git dependency.
    const { scripts } = JSON.parse(readFileSync(join(here, 'package.json'), 'utf8'));
    expect(scripts.package).toBe(`${scripts.prepack} && node scripts/package.mjs`);
  });

  test('asks for no other package, and runs nothing when it is installed', () => {
    const manifest = JSON.parse(npm.get('package.json')?.content.toString() ?? '');
    const keys = Object.keys(manifest).filter((key) => /dependenc|scripts/i.test(key));
    expect([keys, manifest.bin]).toEqual([
      [],
      { stackpin: 'dist/cli/stackpin.js', 'stackpin-language-server': 'dist/server/node.js' },
    ]);
  });

  test('installs into an empty folder, and both programs run there', async () => {
    const empty = folderWith({});
    const install = ['install', '--prefix', empty, '--offline', '--ignore-scripts', join(dist, NPM_PACKAGE)];
    const { status, stderr } = spawnSync('npm', install, { cwd: empty, encoding: 'utf8' });
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    const program = (name: string): string => realpathSync(join(empty, 'node_modules/.bin', name));
    await checks(program('stackpin'), empty);
    await serves(program('stackpin-language-server'));
  });

  test('installed for all, brings its manual page', () => {
    const prefix = folderWith({});
    const install = ['install', '--global', '--prefix', prefix, '--offline', join(dist, NPM_PACKAGE)];
    expect(spawnSync('npm', install, { cwd: prefix }).status).toBe(0);
    const page = readFileSync(join(prefix, 'share/man/man1/stackpin.1'), 'utf8');
    expect(page).toContain(`.TH STACKPIN 1 "2026-11-24" "stackpin ${VERSION}" "User Commands"\n`);
    expect(page).toContain(npm.get('dist/man/stackpin.1')?.content.toString());
  });
});

test('the extension unpacks into an empty folder, and its server runs there', async () => {
  const empty = folderWith({});
  for (let folder = empty; dirname(folder) !== folder; folder = dirname(folder))
    expect(existsSync(join(folder, 'node_modules')), folder).toBe(false);
  for (const [path, { content }] of extension) {
    mkdirSync(dirname(join(empty, path)), { recursive: true });
    writeFileSync(join(empty, path), content);
  }
  await serves(join(empty, 'dist/server/node.js'));
});
