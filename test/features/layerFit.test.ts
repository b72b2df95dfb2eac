/** The table of layers that go together, held against the statements of the bundled catalog. */
import { expect, test } from 'vitest';
import { LAYERS } from '../../server/src/catalog/model.ts';
import { goTogether, layerFitTo } from '../../server/src/features/layerFit.ts';
import { bundledCatalog } from '../support/compiled.ts';

/** How many components make a statement about one of the other layer, by the pair of layers in alphabetical order. */
function statedPairs(): ReadonlyMap<string, number> {
  const catalog = bundledCatalog();
  const counts = new Map<string, number>();
  for (const id of catalog.ids()) {
    const component = catalog.component(id);
    const { compatibility = [], carries = [], conflicts = [] } = component ?? {};
    for (const other of new Set([...compatibility, ...carries, ...conflicts].map((one) => one.with))) {
      const layer = catalog.summary(other)?.layer;
      if (component === undefined || layer === undefined || layer === component.layer) continue;
      const pair = [component.layer, layer].sort().join(' + ');
      counts.set(pair, (counts.get(pair) ?? 0) + 1);
    }
  }
  return counts;
}

test('layers that many statements are about go together, and none do that no statement is about', () => {
  const stated = statedPairs();
  const missing = [...stated].filter(([pair, count]) => {
    const [layer = '', other = ''] = pair.split(' + ');
    return count >= 5 && !goTogether(layer, other);
  });
  expect(missing).toEqual([]);
  const pairs = LAYERS.flatMap((layer) =>
    LAYERS.filter((other) => layer < other && goTogether(layer, other)).map((other) => `${layer} + ${other}`),
  );
  expect(pairs.filter((pair) => !stated.has(pair))).toEqual([]);
});

test('how a layer fits to those that are there', () => {
  const fit = layerFitTo(new Set(['orchestrator', 'networking']));
  expect(['service-mesh', 'networking', 'orchestrator', 'web-server'].map(fit)).toEqual([
    'next',
    'more',
    'more',
    'apart',
  ]);
  expect(LAYERS.map(layerFitTo(new Set()))).toEqual(LAYERS.map(() => 'next'));
});
