/** What is in the memory of a process, by a snapshot that V8 wrote of it (https://v8.dev: the form of a `.heapsnapshot`). */

interface Snapshot {
  readonly snapshot: {
    readonly meta: {
      readonly node_fields: readonly string[];
      readonly node_types: readonly [readonly string[], ...unknown[]];
      readonly edge_fields: readonly string[];
      readonly edge_types: readonly [readonly string[], ...unknown[]];
    };
  };
  readonly nodes: readonly number[];
  readonly edges: readonly number[];
  readonly strings: readonly string[];
}

/** Roots that do not hold what they list. */
const WEAK_ROOTS = ['(Internalized strings)', '(Weak roots)'];

/** All texts that something holds, so that they cannot be collected. */
export function heldTexts(json: string): string[] {
  const { snapshot, nodes, edges, strings } = JSON.parse(json) as Snapshot;
  const { node_fields, node_types, edge_fields, edge_types } = snapshot.meta;
  const field = (name: string) => node_fields.indexOf(name);
  const [size, step] = [node_fields.length, edge_fields.length];
  const starts: number[] = [0];
  for (let at = 0; at < nodes.length; at += size)
    starts.push((starts.at(-1) ?? 0) + (nodes[at + field('edge_count')] ?? 0));
  const nameOf = (node: number) => strings[nodes[node * size + field('name')] ?? 0] ?? '';
  const typeOf = (node: number) => node_types[0][nodes[node * size + field('type')] ?? 0] ?? '';
  const reached = new Set([0]);
  for (const node of reached) {
    if (WEAK_ROOTS.includes(nameOf(node))) continue;
    for (let edge = starts[node] ?? 0; edge < (starts[node + 1] ?? 0); edge += 1) {
      const kind = edge_types[0][edges[edge * step] ?? 0];
      if (kind === 'weak') continue;
      // The table of a WeakMap does not hold its values: their keys do.
      const isOfTable = kind === 'internal' && !/object|closure|string/.test(typeOf(node));
      if (isOfTable && strings[edges[edge * step + 1] ?? 0]?.includes('part of key') === true) continue;
      reached.add((edges[edge * step + 2] ?? 0) / size);
    }
  }
  return [...reached].filter((node) => typeOf(node).includes('string')).map(nameOf);
}
