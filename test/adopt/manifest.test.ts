/** The manifest that an import writes: its checker takes it as it is. */
import { expect, test } from 'vitest';
import { type ImportedPin, importedPins, manifestText } from '../../server/src/adopt/manifest.ts';
import type { Recognised } from '../../server/src/adopt/recognise.ts';
import { analyze } from '../../server/src/analysis/analyze.ts';
import { parseYaml } from '../../server/src/manifest/parse.ts';
import { CATALOG } from './adopting.ts';

const seen = (component: string, version: string, path: string, line = 1): Recognised => ({
  component,
  version,
  path,
  line,
});
const pinsOf = (...found: Recognised[]): readonly ImportedPin[] => importedPins(found, CATALOG);

test('pins stand in the order of layers, quoted where YAML needs it, the other versions behind them', () => {
  const text = manifestText(
    'yes',
    pinsOf(
      seen('postgresql', '17', 'a.yaml'),
      seen('postgresql', '17.6', 'b.yaml', 4),
      seen('postgresql', '17.5', 'c.yaml'),
      seen('redis', '8.2.3', 'a.yaml'),
      seen('redis', '8.2.3', 'a.yaml'),
      seen('redis', '8.2.3', 'b.yaml'),
      seen('redis', '8.2.3', 'c.yaml'),
      seen('redis', '8.2.3', 'd.yaml'),
      seen('kubernetes', '1.34', 'a\nb: #.yaml'),
      seen('ubuntu', 'noble', 'Dockerfile'),
    ),
  );
  expect(text).toBe(`apiVersion: stackpin/v1
kind: Stack
metadata:
  name: "yes"
components:
  ubuntu: noble # Dockerfile:1
  kubernetes: "1.34" # a?b: #.yaml:1
  postgresql: "17.6" # b.yaml:4
  # also 17: a.yaml:1
  # also 17.5: c.yaml:1
  redis: 8.2.3 # a.yaml:1, b.yaml:1, c.yaml:1 and 1 more
`);
});

test('the checker finds nothing wrong with the text itself', () => {
  const chart = { repository: 'https://charts.jetstack.io', name: 'cert-manager', version: 'v1.19.1' };
  const everyVersion = CATALOG.ids().flatMap((id): Recognised[] => {
    const { lines = [] } = CATALOG.component(id)?.versions ?? {};
    const [line] = lines;
    const version = line?.versions.at(-1) ?? line?.line;
    return version === undefined
      ? []
      : [{ ...seen(id, version, `${id}.yaml`), ...(id === 'cert-manager' && { chart }) }];
  });
  for (const found of [[], everyVersion]) {
    const text = manifestText('shop', pinsOf(...found));
    const { findings, manifests } = analyze(parseYaml(text), { catalog: CATALOG, date: '2026-11-24', severities: {} });
    expect(findings.map(({ code, message }) => [code, message])).toEqual([]);
    expect(manifests[0]?.components.map(({ component }) => component).sort()).toEqual(
      found.map(({ component }) => component).sort(),
    );
  }
});
