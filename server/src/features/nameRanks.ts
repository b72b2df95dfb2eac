/** The order of component names: what the stack goes on with comes first. */
import type { ResolvedPin } from '../analysis/analysis.ts';
import { nameOfPin } from '../analysis/texts.ts';
import type { Catalog, ComponentStatus, ComponentSummary, Requirement } from '../catalog/model.ts';
import { inRange, parseVersion } from '../version/index.ts';
import { lastMade } from './lastMade.ts';
import { layerFitTo } from './layerFit.ts';

/**
 * 0: a pin of the stack needs one like it, and there is none. 1: a pin's own statements are about it. 2: its layer goes with
 * those that are there, and is not there yet. 3: its layer is there already. 4: its layer goes with none of them. 5: a pin is
 * not run together with it. 6: it has ended.
 */
export type NameRank = 0 | 1 | 2 | 3 | 4 | 5 | 6;

export interface RankedName {
  readonly rank: NameRank;
  /** The pin that needs it, for rank 0: "Istio 1.28.1". */
  readonly neededBy: string | undefined;
}

/**
 * Ranks the components of a catalog by a stack. Only what is pinned is decoded: of the others the index is enough.
 * @param pins of the stack that the name goes into
 */
export function nameRanks(pins: readonly ResolvedPin[], catalog: Catalog): (summary: ComponentSummary) => RankedName {
  return last([catalog, ...pins.map(({ entry }) => entry)], () => ranksBy(pins, catalog));
}

const last = lastMade<(summary: ComponentSummary) => RankedName>();

function ranksBy(pins: readonly ResolvedPin[], catalog: Catalog): (summary: ComponentSummary) => RankedName {
  const ids = new Set<string>();
  const layers = new Set<string>();
  const names = new Set<string>();
  const spokenOf = new Set<string>();
  const kept = new Set<string>();
  for (const { entry, component } of pins) {
    ids.add(component?.id ?? entry.component);
    if (component === undefined) continue;
    layers.add(entry.layer ?? component.layer);
    for (const one of [component.id, ...(component.provides ?? [])]) names.add(one);
    for (const { with: id } of component.carries ?? []) {
      names.add(id);
      for (const one of catalog.summary(id)?.provides ?? []) names.add(one);
    }
    for (const { with: id } of component.compatibility ?? []) spokenOf.add(id);
    for (const { with: id } of component.conflicts ?? []) kept.add(id);
  }
  const needed = neededIn(pins, names);
  const fitOf = layerFitTo(layers);
  return ({ id, layer, status, provides }) => {
    const neededBy = [id, ...provides].flatMap((name) => needed.get(name) ?? []).at(0);
    const fit = fitOf(layer);
    let rank: NameRank = fit === 'next' ? 2 : fit === 'more' ? 3 : 4;
    if (spokenOf.has(id) && !ids.has(id)) rank = 1;
    if (neededBy !== undefined) rank = 0;
    if (kept.has(id)) rank = 5;
    if (hasEnded(status)) rank = 6;
    return { rank, neededBy };
  };
}

/** Whether nobody develops it any more. */
export function hasEnded(status: ComponentStatus): boolean {
  return status === 'retired' || status === 'archived';
}

/** By ids and capabilities of which one is missing: the pin that needs it. */
function neededIn(pins: readonly ResolvedPin[], present: ReadonlySet<string>): ReadonlyMap<string, string> {
  const needed = new Map<string, string>();
  for (const pin of pins) {
    for (const requirement of pin.component?.requires ?? []) {
      if (requirement.anyOf.some((name) => present.has(name)) || !holdsFor(requirement, pin)) continue;
      for (const name of requirement.anyOf) if (!needed.has(name)) needed.set(name, nameOfPin(pin));
    }
  }
  return needed;
}

function holdsFor({ when }: Requirement, { component, candidates }: ResolvedPin): boolean {
  const [newest] = candidates;
  if (component === undefined || newest === undefined) return false;
  const { scheme } = component.versions;
  const version = parseVersion(newest, scheme);
  return version !== undefined && inRange(version, when);
}
