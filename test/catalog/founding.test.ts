import { expect, test } from 'vitest';
import { MarkupContent } from 'vscode-languageserver-types';
import { analyze } from '../../server/src/analysis/analyze.ts';
import { carriedBy, statementsBetween } from '../../server/src/catalog/relations.ts';
import { supportOf } from '../../server/src/catalog/support.ts';
import { hover } from '../../server/src/features/hover.ts';
import { lineIndex } from '../../server/src/manifest/lines.ts';
import { parseYaml } from '../../server/src/manifest/parse.ts';
import { parseVersion } from '../../server/src/version/index.ts';
import { bundledCatalog } from '../support/compiled.ts';

const DATE = '2026-11-24';
const catalog = bundledCatalog();

/** What is known of how long a version is supported; `not stated` where upstream publishes neither dates nor a rule. */
type Lifecycle = 'supported' | 'extended' | 'ended' | 'project ended' | 'not stated';

/** The systems that platforms are composed of, a version of each, what upstream says of its life, and what it speaks about. */
const SYSTEMS: [id: string, version: string, lifecycle: Lifecycle, about: string][] = [
  ['docker', '29.7.2', 'supported', 'containerd'],
  ['kubernetes', '1.36.4', 'supported', 'containerd'],
  ['helm', '4.2.4', 'supported', 'kubernetes'],
  ['istio', '1.30.3', 'supported', 'kubernetes'],
  ['spinnaker', '2026.2.3', 'supported', 'java'],
  ['openstack', '2026.1', 'supported', 'nova'],
  ['nova', '33.0.2', 'supported', 'libvirt'],
  ['neutron', '28.0.1', 'supported', 'nova'],
  ['keystone', '29.0.0', 'supported', 'openstack'],
  ['eucalyptus', '5.1.0', 'project ended', 'centos'],
  ['cloudstack', '4.22.0.1', 'supported', 'mysql'],
  ['amazon-eks', '1.36', 'supported', 'kubernetes'],
  ['vmware-vcenter', '8.0', 'supported', 'vmware-esxi'],
  ['vmware-esxi', '8.0', 'supported', 'vmware-vcenter'],
  ['vmware-cloud-foundation', '9.0', 'supported', 'vmware-vcenter'],
  ['cloud-foundry', '58.0.0', 'not stated', 'diego'],
  ['openshift', '4.20.3', 'supported', 'kubernetes'],
  ['mesos', '1.11.0', 'project ended', 'marathon'],
  ['marathon', '1.10.26', 'ended', 'mesos'],
  ['dcos', '2.2.1', 'ended', 'mesos'],
  ['mosk', '26.2', 'not stated', 'mirantis-kubernetes-engine'],
  ['mirantis-kubernetes-engine', '3.7', 'ended', 'mirantis-container-runtime'],
  ['k0rdent', '1.11.4', 'not stated', 'cluster-api'],
  ['kolla-ansible', '22.1.0', 'supported', 'ansible-core'],
  ['openstack-ansible', '33.0.1', 'supported', 'openstack'],
  ['genestack', '2026.2.0', 'not stated', 'openstack-helm'],
  ['ubuntu', '24.04', 'supported', 'docker'],
  ['apache-http-server', '2.4.68', 'not stated', 'php'],
  ['mysql', '8.4', 'supported', 'php'],
  ['php', '8.5.9', 'supported', 'mysql'],
  ['aptomi', '0.1.15', 'project ended', 'kubernetes'],
];

const manifest = (id: string, version: string) =>
  `apiVersion: stackpin/v1\nkind: Stack\ncomponents:\n  ${id}: "${version}"\n`;

test.each(SYSTEMS)('%s %s: a version that is known, its life, a statement, and a hover', (id, version, life, about) => {
  const text = manifest(id, version);
  const analysis = analyze(parseYaml(text), { catalog, date: DATE, severities: {} });
  const pin = analysis.stacks[0]?.pins[0];
  const component = catalog.component(id);
  if (component === undefined) throw new Error(`${id} is not in the catalog.`);
  expect(pin?.component?.id).toBe(id);
  expect(pin?.candidates.length).toBeGreaterThan(0);
  expect(analysis.findings.filter(({ severity }) => severity === 'error')).toEqual([]);
  const codes = analysis.findings.map(({ code }) => code);
  for (const code of ['unknown-version', 'newer-than-catalog', 'unknown-component']) expect(codes).not.toContain(code);

  const parsed = parseVersion(pin?.candidates[0] ?? version, component.versions.scheme);
  if (parsed === undefined) throw new Error(`${version} cannot be read.`);
  const { state } = supportOf(component, parsed, DATE, catalog);
  const isOver = component.status === 'retired' || component.status === 'archived';
  expect(state === 'unknown' ? (isOver ? 'project ended' : 'not stated') : state).toBe(life);

  const other = catalog.component(about);
  if (other === undefined) throw new Error(`${about} is not in the catalog.`);
  const speaks =
    statementsBetween(component, other).length > 0 ||
    carriedBy(component, parsed).some((part) => part.with === about) ||
    (component.requires ?? []).some(({ anyOf }) => anyOf.includes(about));
  expect(speaks).toBe(true);

  const lines = lineIndex(text);
  const checked = { uri: 'file:///a.stack.yaml', version: 1, lines, analysis };
  const contents = hover(checked, { line: 3, character: 3 }, 'plaintext')?.contents;
  expect(MarkupContent.is(contents) && contents.value).toContain(component.description.replace(/\.$/, ''));
});

test('the layers of the catalog are those of the list, and every one is used', () => {
  const used = new Set(catalog.ids().map((id) => catalog.summary(id)?.layer));
  expect(used.size).toBe(27);
});

test('the catalog holds what it promises', () => {
  const components = catalog.ids().flatMap((id) => catalog.component(id) ?? []);
  const count = (of: (component: (typeof components)[number]) => number) =>
    components.reduce((sum, component) => sum + of(component), 0);
  expect(components.length).toBeGreaterThanOrEqual(480);
  expect(
    count(({ versions }) => versions.lines.reduce((sum, line) => sum + line.versions.length, 0)),
  ).toBeGreaterThanOrEqual(70_000);
  const statements = count(
    ({ compatibility = [], requires = [], conflicts = [], carries = [] }) =>
      compatibility.length + requires.length + conflicts.length + carries.length,
  );
  expect(statements).toBeGreaterThanOrEqual(6_500);
});
