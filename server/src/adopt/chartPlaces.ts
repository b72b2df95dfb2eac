/** Which component a chart installs, and at which version. */
import { CHARTS } from '../../generated/images.js';
import { chartVersions } from '../catalog/charts.ts';
import type { Catalog, Component } from '../catalog/model.ts';

/** A chart with the component that it installs. */
export interface FoundChart {
  readonly component: Component;
  /** The chart's version is the component's, where the catalog does not say otherwise. */
  readonly sameVersion: boolean;
  /** Of the chart. */
  readonly name: string;
}

/** Finds charts by name and repository. */
export interface ChartIndex {
  /** The component of a chart of this repository. */
  find(name: string, repository: string): FoundChart | undefined;
  /** Every component that has a chart of this name, in whichever repository. */
  named(name: string): readonly FoundChart[];
}

/** Gathers the charts that a catalog lists, and those of catalog/images.yaml. Decodes all its entries. */
export function chartIndex(catalog: Catalog): ChartIndex {
  const found = new Map<string, Map<string, FoundChart>>();
  const add = (name: string, repository: string, chart: FoundChart): void => {
    const places = found.get(name) ?? new Map<string, FoundChart>();
    found.set(name, places);
    const place = placeOf(repository);
    if (!places.has(place)) places.set(place, chart);
  };
  for (const id of catalog.ids()) {
    const component = catalog.component(id);
    for (const { name, repository } of component?.charts ?? [])
      if (component !== undefined) add(name, repository, { component, sameVersion: false, name });
  }
  for (const { component: id, names, repository, sameVersion = false } of CHARTS) {
    const component = catalog.component(id);
    if (component === undefined) continue;
    for (const name of names) add(name, repository, { component, sameVersion, name });
  }
  return {
    find: (name, repository) => found.get(name)?.get(placeOf(repository)),
    named: (name) => {
      const charts = [...(found.get(name)?.values() ?? [])];
      return charts.filter(({ component }, at) => charts.findIndex((one) => one.component === component) === at);
    },
  };
}

/**
 * The version of the component that a chart version installs; undefined where the catalog does not say, or says several.
 */
export function installedBy({ component, sameVersion, name }: FoundChart, version: string): string | undefined {
  const known = chartVersions(component, version).filter(({ chart }) => chart.name === name);
  const installs = new Set(known.map((one) => one.installs));
  if (installs.size > 0) return installs.size === 1 ? [...installs][0] : undefined;
  return sameVersion ? version : undefined;
}

/** The same for all spellings of one address. */
function placeOf(repository: string): string {
  return repository
    .trim()
    .replace(/^https?:\/\//i, '')
    .replace(/(?<!\/)\/+$/, '')
    .toLowerCase();
}
