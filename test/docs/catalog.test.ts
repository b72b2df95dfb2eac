import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { catalogPage } from '../../scripts/pages/catalogPage.ts';
import type { Component } from '../../server/src/catalog/model.ts';
import { bundledCatalog, catalogOf } from '../support/compiled.ts';

test('docs/catalog.md is what `npm run docs` writes', () => {
  const page = readFileSync(new URL('../../docs/catalog.md', import.meta.url), 'utf8');
  expect(page === catalogPage(bundledCatalog())).toBe(true);
});

const SAYS = { source: 'https://example.com/releases', checked: '2026-08-22' };
const component = (id: string, more: Partial<Component>): Component => ({
  id,
  name: id,
  layer: 'tool',
  description: 'A sample.',
  status: 'active',
  versions: { scheme: 'semver', lines: [], ...SAYS },
  ...more,
});

test('the page tells what is known of each component, and where two disagree', () => {
  const mesh = component('mesh', {
    name: 'Mesh',
    layer: 'service-mesh',
    homepage: 'https://mesh.example',
    versions: {
      scheme: 'semver',
      ...SAYS,
      lines: [{ line: '2.0', supportEnds: '2027-01-01', versions: ['2.0.0', '2.0.1', '2.0.2-rc.1'] }],
    },
    compatibility: [{ when: '*', with: 'cluster', level: 'supported', supported: '>=1.3', ...SAYS }],
  });
  const cluster = component('cluster', {
    status: 'archived',
    versions: {
      scheme: 'semver',
      ...SAYS,
      lines: [
        { line: '1.4', released: '2026-01-31', versions: ['1.4.0'] },
        { line: '1.3', released: '2025-01-31', versions: ['1.3.0'] },
      ],
    },
    supportPolicy: { kind: 'months-after-release', months: 13, ...SAYS },
    compatibility: [{ when: '<1.4', with: 'mesh', level: 'broken', breaks: '>=2', ...SAYS }],
  });
  const page = catalogPage(catalogOf({ name: 'sample', version: '1.0.0', updated: '2026-11-24' }, [mesh, cluster]));
  expect(page).toContain(
    'Version 1.0.0, updated 2026-11-24: 2 components, 3 release lines, 5 versions, 5 statements about 1 pair of components and about releases.',
  );
  expect(page).toContain(
    '| [service-mesh](#service-mesh) | 1 | 3 | 2 |\n| [tool](#tool) | 1 | 2 | 3 |\n\n- Compatibility rules: 0 required, 1 broken, 1 supported, 0 tested, 0 recommended.\n- Statements with a source: 5 of 5.',
  );
  expect(page).toContain('| [Mesh](https://mesh.example) | `mesh` | 3 | 2.0.1 | 2027-01-01 | 2 | 1 |');
  expect(page).toContain('| cluster (archived) | `cluster` | 2 | 1.4.0 | 2027-02-28 | 3 | 1 |');
  expect(page).toContain(
    [
      '- **cluster and mesh**, lines 1.3 and 2.0',
      '  - Mesh 2.0.1 supports cluster 1.3 and later. ([source](https://example.com/releases))',
      '  - cluster 1.3.0 does not work with Mesh 2.0 and later. ([source](https://example.com/releases))',
    ].join('\n'),
  );
});
