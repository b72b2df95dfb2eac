/** Which layers a platform of some layers goes on with: for the order in which component names are offered. */
import { LAYERS, type Layer } from '../catalog/model.ts';

/**
 * Layers whose components upstream speaks about together; each pair once. It is what the statements of the bundled catalog
 * come to (test/features/layerFit.test.ts holds them against each other), and orders a list: nothing is judged by it.
 */
const TOGETHER: { readonly [layer in Layer]?: readonly Layer[] } = {
  orchestrator: [
    'infrastructure',
    'operating-system',
    'runtime',
    'packaging',
    'networking',
    'service-mesh',
    'ingress',
    'storage',
    'database',
    'messaging',
    'observability',
    'security',
    'policy',
    'delivery',
    'autoscaling',
    'machine-learning',
    'platform',
    'installer',
    'tool',
  ],
  infrastructure: [
    'operating-system',
    'networking',
    'storage',
    'security',
    'machine-learning',
    'language',
    'installer',
  ],
  'operating-system': ['runtime', 'networking', 'storage', 'database', 'language', 'installer'],
  networking: ['service-mesh', 'ingress', 'platform', 'installer'],
  language: [
    'database',
    'messaging',
    'data-processing',
    'search',
    'delivery',
    'framework',
    'application',
    'web-server',
    'installer',
    'tool',
  ],
  database: ['delivery', 'data-processing', 'identity', 'framework', 'application', 'installer'],
  application: ['search', 'web-server', 'framework', 'tool'],
  observability: ['security', 'search'],
  runtime: ['ingress', 'delivery'],
  'machine-learning': ['service-mesh', 'platform'],
  identity: ['infrastructure', 'language'],
};

const BESIDE: ReadonlyMap<string, ReadonlySet<string>> = besides();

function besides(): ReadonlyMap<string, ReadonlySet<string>> {
  const found = new Map<string, Set<string>>(LAYERS.map((layer) => [layer, new Set()]));
  for (const [layer, others] of Object.entries(TOGETHER)) {
    for (const other of others) {
      found.get(layer)?.add(other);
      found.get(other)?.add(layer);
    }
  }
  return found;
}

/** Whether upstream speaks about components of two layers together. */
export function goTogether(layer: string, other: string): boolean {
  return BESIDE.get(layer)?.has(other) === true;
}

/**
 * How a layer fits to those that are there. `next`: it goes with one of them and is not there yet; where nothing is there,
 * every layer is. `more`: it is there, or goes with none that is there but itself. `apart`: it goes with none of them.
 */
export type LayerFit = 'next' | 'more' | 'apart';

/** Tells how layers fit to a platform. */
export function layerFitTo(present: ReadonlySet<string>): (layer: string) => LayerFit {
  if (present.size === 0) return () => 'next';
  const open = new Set([...present].flatMap((layer) => [...(BESIDE.get(layer) ?? [])]));
  return (layer) => (present.has(layer) ? 'more' : open.has(layer) ? 'next' : 'apart');
}
