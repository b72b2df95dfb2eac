import { expect, test } from 'vitest';
import { analyze } from '../../server/src/analysis/analyze.ts';
import { parseYaml } from '../../server/src/manifest/parse.ts';
import { bundledCatalog } from '../support/compiled.ts';

const catalog = bundledCatalog();

/** What is found about pairs of these pins. */
function found(pins: string): string[] {
  const text = `apiVersion: stackpin/v1\nkind: Stack\ncomponents:\n${pins}`;
  return analyze(parseYaml(text), { catalog, date: '2026-11-24', severities: {} })
    .findings.filter(({ components }) => components.length === 2)
    .map(({ severity, code, message }) => `${severity} ${code}: ${message}`);
}

test('services of one series of OpenStack go together', () => {
  expect(found('  nova: 33.0.2\n  neutron: 28.0.1\n  cinder: 28.0.0\n  keystone: 29.0.2\n')).toEqual([]);
});

test('neighbouring series meet only while an upgrade runs', () => {
  expect(found('  nova: 33.0.2\n  neutron: 27.0.2\n')).toEqual([
    'information untested: OpenStack Nova 33.0.2 belongs to openstack 2026.1, as does OpenStack Neutron 28, not 27.0.2. Neighbouring series, or one SLURP series and the next, meet only while an upgrade runs.',
  ]);
});

test('series further apart are not supported together', () => {
  expect(found('  nova: 33.0.2\n  neutron: 24.2.2\n')).toEqual([
    'warning unsupported: OpenStack Nova 33.0.2 belongs to openstack 2026.1, as does OpenStack Neutron 28, not 24.2.2.',
  ]);
});

test('beside OpenStack itself the whole speaks', () => {
  expect(found('  openstack: "2026.1"\n  neutron: 27.0.2\n')).toEqual([
    'warning unsupported: OpenStack 2026.1 supports OpenStack Neutron 28, not 27.0.2.',
  ]);
});
