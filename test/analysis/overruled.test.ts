/** Where a catalog of one's own contradicts what lies below it, the upper one is right. */
import { expect, test } from 'vitest';
import { judgePair } from '../../server/src/analysis/verdict.ts';
import type { Subject } from '../../server/src/analysis/verdict-types.ts';
import type { Catalog, CompatibilityRule, Component, UserCatalog } from '../../server/src/catalog/model.ts';
import { overlayCatalogs } from '../../server/src/catalog/overlay.ts';
import { parseVersion } from '../../server/src/version/index.ts';
import { baseOf } from '../catalog/lint/lintText.ts';
import { SOURCE, sample } from '../catalog/sample.ts';

type Stated = Pick<CompatibilityRule, 'level' | 'supported' | 'tested' | 'breaks'> & { readonly when?: string };

const rule = (about: string, stated: Stated): CompatibilityRule => ({ when: '*', with: about, ...SOURCE, ...stated });
const mesh = (...rules: Stated[]) => sample({ id: 'mesh', compatibility: rules.map((one) => rule('cluster', one)) });
const user = (id: string, about: string, ...rules: Stated[]): UserCatalog => ({
  metadata: { name: 'acme', version: '1', updated: '2026-11-20' },
  components: [{ id, compatibility: rules.map((one) => rule(about, one)) }],
});

/** The verdict on mesh 1.5.0 with cluster 2.0.0, and the reason. */
function judged(below: Component, ...extras: UserCatalog[]): string {
  return judgedIn(overlayCatalogs(baseOf(below, sample({ id: 'cluster' })), extras));
}

function judgedIn(catalog: Catalog): string {
  const subject = (id: string, text: string): Subject => {
    const component = catalog.component(id);
    const version = parseVersion(text, 'semver');
    if (component === undefined || version === undefined) throw new Error(`There is no ${id} ${text}.`);
    return { component, version, label: `${id} ${text}` };
  };
  const { verdict, reason } = judgePair(subject('mesh', '1.5.0'), subject('cluster', '2.0.0'));
  return `${verdict}: ${reason}`;
}

const BROKEN = mesh({ level: 'broken', breaks: '>=2' });
const SUPPORTED = mesh({ level: 'supported', supported: '>=2' });

test('support over a failure, for the versions that it is about', () => {
  expect(judged(BROKEN)).toBe('incompatible: mesh 1.5.0 does not work with cluster 2.0.0');
  expect(judged(BROKEN, user('mesh', 'cluster', { level: 'supported', supported: '2.0.0' }))).toBe(
    'compatible: mesh 1.5.0 supports cluster 2.0.0',
  );
  expect(judged(BROKEN, user('mesh', 'cluster', { when: '<1.5', level: 'supported', supported: '2.0.0' }))).toBe(
    'incompatible: mesh 1.5.0 does not work with cluster 2.0.0',
  );
});

test('whichever of the two components states it', () => {
  expect(judged(BROKEN, user('cluster', 'mesh', { level: 'supported', supported: '>=1.5' }))).toBe(
    'compatible: cluster 2.0.0 supports mesh 1.5 and later',
  );
});

test('a failure over support, and a narrower table over a wider one', () => {
  expect(judged(SUPPORTED, user('mesh', 'cluster', { level: 'broken', breaks: '2.0.0' }))).toBe(
    'incompatible: mesh 1.5.0 does not work with cluster 2.0.0',
  );
  expect(judged(SUPPORTED, user('mesh', 'cluster', { level: 'supported', supported: '<2' }))).toBe(
    'unsupported: mesh 1.5.0 supports cluster before 2.0, not 2.0.0',
  );
});

test('of two catalogs the last', () => {
  const yes = user('mesh', 'cluster', { level: 'supported', supported: '>=2' });
  const no = user('mesh', 'cluster', { level: 'required', supported: '<2' });
  expect(judged(BROKEN, no, yes)).toMatch(/^compatible/);
  expect(judged(SUPPORTED, yes, no)).toMatch(/^incompatible/);
  // Laid in two steps, as the catalogs of settings and those of a manifest are.
  const lower = overlayCatalogs(baseOf(BROKEN, sample({ id: 'cluster' })), [no]);
  const upper = overlayCatalogs(lower, [yes]);
  expect(judgedIn(upper)).toMatch(/^compatible/);
});

test('advice, tests and other versions overrule nothing', () => {
  expect(judged(BROKEN, user('mesh', 'cluster', { level: 'recommended', supported: '>=2' }))).toMatch(/^incompatible/);
  expect(judged(BROKEN, user('mesh', 'cluster', { level: 'tested', tested: '>=2' }))).toMatch(/^incompatible/);
  expect(judged(SUPPORTED, user('mesh', 'cluster', { level: 'tested', tested: '<2' }))).toMatch(/^compatible/);
  expect(judged(BROKEN, user('mesh', 'cluster', { level: 'broken', breaks: '<1' }))).toMatch(/^incompatible/);
});

test('within one catalog a contradiction stays one', () => {
  const both = user('mesh', 'cluster', { level: 'supported', supported: '>=2' }, { level: 'broken', breaks: '2.0.0' });
  expect(judged(SUPPORTED, both)).toMatch(/^incompatible/);
});
