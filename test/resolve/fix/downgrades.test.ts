/** Which fixes go far back. */
import { expect, test } from 'vitest';
import { analyze } from '../../../server/src/analysis/analyze.ts';
import { parseYaml } from '../../../server/src/manifest/parse.ts';
import { fixesFor } from '../../../server/src/resolve/fix/fixesFor.ts';
import { fixing } from '../../../server/src/resolve/fix/fixing.ts';
import { TODAY } from '../../support/catalog.ts';
import { bundledCatalog } from '../../support/compiled.ts';

function titles(components: string): readonly string[] {
  const text = `apiVersion: stackpin/v1\nkind: Stack\ncomponents:\n${components}`;
  const analysis = analyze(parseYaml(text), { catalog: bundledCatalog(), date: TODAY, severities: {} });
  const made = fixing(analysis);
  return analysis.findings
    .filter(({ code }) => code === 'unsupported' || code === 'incompatible')
    .flatMap((finding) => fixesFor(made, finding).map(({ title }) => title.replace(/:.*/, '')));
}

test('none where the finding has another fix', () => {
  expect(titles('  kubernetes: 1.24.2\n  envoy-gateway: 1.8.0\n')).toEqual(['Set kubernetes to 1.35.8']);
});

test('where there is no other', () => {
  expect(titles('  kubernetes: {version: 1.24.2, locked: true}\n  envoy-gateway: 1.8.0\n')).toEqual([
    'Set envoy-gateway to 0.3.0',
  ]);
});

test('one major version back is no reason', () => {
  expect(titles('  elasticsearch: 8.19.20\n  kibana: 9.4.4\n')).toEqual([
    'Set elasticsearch to 9.4.5',
    'Set kibana to 8.19.20',
  ]);
});
