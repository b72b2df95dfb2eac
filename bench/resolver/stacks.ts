/** Stacks of components of the bundled catalog, some of them pinned long ago, so that pairs do not go together. Drawn from a seed. */
import type { Catalog, Component, Line } from '../../server/src/catalog/model.ts';
import { isPrerelease, parseVersion } from '../../server/src/version/index.ts';
import { type Random, randomOf } from './random.ts';

/** Most stacks stand on one of these. */
const HUBS = ['kubernetes', 'kubernetes', 'kubernetes', 'postgresql', 'nova', 'rabbitmq', 'kafka'];
/** The share of components that somebody says something about together with one that is in the stack already. */
const RELATED = 0.85;
/** The share of pins that are behind. */
const BEHIND = 0.25;
/** Years in which stacks were made, and by how many what is behind is older, as parts of a year. */
const YEARS = { from: 2024, to: 2026.5, behind: [1, 2.5] } as const;

/** A manifest of so many components. */
export function drawnStack(catalog: Catalog, components: number, seed: number): string {
  const random = randomOf(seed * 1024 + components);
  const made = YEARS.from + (YEARS.to - YEARS.from) * random.next();
  const pins = members(catalog, components, random).map((component) => {
    const [least, most] = YEARS.behind;
    const age = random.chance(BEHIND) ? least + (most - least) * random.next() : 0.3 * random.next();
    return `  ${component.id}: "${versionAt(component, made - age, random)}"\n`;
  });
  return `apiVersion: stackpin/v1\nkind: Stack\nmetadata: {name: drawn-${components}-${seed}}\ncomponents:\n${pins.join('')}`;
}

/** Components that have to do with each other, mostly. */
function members(catalog: Catalog, count: number, random: Random): readonly Component[] {
  const all = catalog.ids().flatMap((id) => catalog.component(id) ?? []);
  const neighbours = neighboursOf(all);
  const left = new Map(all.filter((one) => releases(one).length > 0).map((one) => [one.id, one]));
  const chosen: Component[] = [];
  const take = (component: Component): void => {
    chosen.push(component);
    left.delete(component.id);
    // A stack has one distribution at most.
    if (component.carries !== undefined)
      for (const [id, { carries }] of left) if (carries !== undefined) left.delete(id);
  };
  const hub = left.get(HUBS[random.between(0, HUBS.length - 1)] ?? '');
  if (hub !== undefined) take(hub);
  while (chosen.length < count && left.size > 0) {
    const near = [...left.values()].filter(({ id }) => chosen.some((one) => neighbours.get(one.id)?.has(id)));
    const pool = near.length > 0 && random.chance(RELATED) ? near : [...left.values()];
    const next = pool[random.between(0, pool.length - 1)];
    if (next !== undefined) take(next);
  }
  return chosen;
}

function neighboursOf(all: readonly Component[]): ReadonlyMap<string, ReadonlySet<string>> {
  const neighbours = new Map(all.map(({ id }) => [id, new Set<string>()]));
  for (const { id, compatibility = [] } of all) {
    for (const { with: other } of compatibility) {
      neighbours.get(id)?.add(other);
      neighbours.get(other)?.add(id);
    }
  }
  return neighbours;
}

/** Lines with what of them is released, oldest first. */
function releases({ versions }: Component): readonly (Line & { readonly released?: string })[] {
  const lines = versions.lines.map((line) => ({
    ...line,
    versions: line.versions.filter((text) => {
      const version = parseVersion(text, versions.scheme);
      return version !== undefined && !isPrerelease(version);
    }),
  }));
  // They stand newest first.
  return lines.filter((line) => line.versions.length > 0).toReversed();
}

/** A version of the line that was the newest at a time; where nobody says when lines came out, as if they came evenly. */
function versionAt(component: Component, time: number, random: Random): string {
  const lines = releases(component);
  const dated = lines.filter(({ released }) => released !== undefined);
  const share = (time - (YEARS.to - lines.length / 2)) / (lines.length / 2);
  const line =
    dated.length > 0
      ? (dated.findLast(({ released = '' }) => yearOf(released) <= time) ?? dated[0])
      : lines[Math.max(0, Math.min(lines.length - 1, Math.floor(share * lines.length)))];
  const versions = line?.versions ?? [];
  return versions[random.between(0, versions.length - 1)] ?? '';
}

/** A day as a number of years. */
function yearOf(day: string): number {
  const [year = 0, month = 1, dayOfMonth = 1] = day.split('-').map(Number);
  return year + (month - 1) / 12 + (dayOfMonth - 1) / 365;
}
