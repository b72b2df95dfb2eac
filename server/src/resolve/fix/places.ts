/** Where the version of a pin can be written: in its own text, instead of an alias, or over what it inherits. */

import type { TextChange } from '../../analysis/finding.ts';
import type { KnownPin } from '../../analysis/pairs.ts';
import type { AddedPin, Rewriting } from '../../analysis/recheck.ts';
import { isInherited } from '../../analysis/texts.ts';
import { scalarText } from '../../analysis/yamlReading.ts';
import { chartFor, chartVersions } from '../../catalog/charts.ts';
import type { PinEntry, StackManifest } from '../../manifest/stack.ts';
import { type AliasNode, type EntryNode, rangeOf, type ScalarNode } from '../../manifest/tree.ts';
import { parseVersion } from '../../version/index.ts';
import { insertPins, type NewPin } from './insertPin.ts';

/**
 * One way to give a pin another version.
 * - `text`: where the version is written; whoever refers to it by an alias changes too. In a base, every file that extends it.
 * - `alias`: instead of the alias, so that the others keep theirs.
 * - `override`: as an entry of the checked file, over what it inherits.
 */
export type PlaceKind = 'text' | 'alias' | 'override';

export interface Edit {
  readonly kind: PlaceKind;
  /** One of the pins that change. */
  readonly pin: KnownPin;
  /** A version of the catalog. */
  readonly to: string;
}

/** What an edit does to the text, and to what is read of it. */
export interface Written {
  readonly changes: readonly TextChange[];
  /** What has to be added to the checked file; all of it in one change. */
  readonly inserted?: NewPin;
  readonly rewriting: Rewriting;
}

/** The places where a pin can be changed, nearest first; none where its version is not written. */
export function placesOf(pin: KnownPin, manifest: StackManifest): readonly PlaceKind[] {
  if (pin.entry.version === undefined) return [];
  if (isInherited(pin)) {
    const isPossible =
      pin.writtenIn === null && insertPins(manifest, [{ entry: pin.entry, version: '1' }]) !== undefined;
    return isPossible ? ['override', 'text'] : ['text'];
  }
  return aliasOf(pin.entry) === undefined ? ['text'] : ['alias', 'text'];
}

/** The alias that a pin's version is, in the short form or the long one. */
export function aliasOf({ entry: { value } }: PinEntry): AliasNode | undefined {
  if (value?.kind === 'alias') return value.target?.kind === 'scalar' ? value : undefined;
  if (value?.kind !== 'mapping') return undefined;
  const version = value.entries.findLast(({ key }) => key.text === 'version')?.value;
  return version?.kind === 'alias' && version.target?.kind === 'scalar' ? version : undefined;
}

/**
 * Writes a version.
 * @returns undefined where there is no place for it
 */
export function written({ kind, pin, to }: Edit): Written | undefined {
  const node = pin.entry.version;
  if (node === undefined) return undefined;
  const layer = pin.layer.via === undefined ? {} : { layer: pin.layer };
  const shown = /^v\d/.test(node.text.trim()) ? `v${to}` : to;
  switch (kind) {
    case 'text': {
      const chart = chartInStep(pin, to);
      return {
        changes: [
          { range: rangeOf(node), newText: scalarText(shown, node.style), ...layer },
          ...(chart === undefined
            ? []
            : [{ range: rangeOf(chart.node), newText: scalarText(chart.to, chart.node.style), ...layer }]),
        ],
        rewriting: {
          entry: (entry) => {
            if (entry.version !== node) return entry;
            const changed = { ...entry, version: reading(node, shown) };
            return chart === undefined || entry.chart?.version !== chart.node
              ? changed
              : { ...changed, chart: { ...entry.chart, version: reading(chart.node, chart.to) } };
          },
          added: [],
        },
      };
    }
    case 'alias': {
      const alias = aliasOf(pin.entry);
      if (alias === undefined) return undefined;
      const own: EntryNode = pin.entry.entry;
      return {
        changes: [{ range: rangeOf(alias), newText: scalarText(shown, undefined), ...layer }],
        rewriting: {
          entry: (entry) =>
            entry.entry === own ? { ...entry, version: reading({ ...node, style: 'plain' }, shown) } : entry,
          added: [],
        },
      };
    }
    case 'override':
      return {
        changes: [],
        inserted: { entry: pin.entry, version: shown },
        rewriting: { entry: (entry) => entry, added: [overriding(pin, node, shown)] },
      };
  }
}

/** A scalar as it is read once its text is another. */
function reading(node: ScalarNode, text: string): ScalarNode {
  const style = node.style === 'plain' && scalarText(text, 'plain') !== text ? 'double' : node.style;
  return { ...node, text, value: text, style };
}

function overriding({ entry, writtenIn }: KnownPin, node: ScalarNode, text: string): AddedPin {
  const { instance, component, key, layer } = entry;
  const version = reading({ ...node, style: 'plain' }, text);
  return {
    environment: writtenIn,
    entry: {
      instance,
      component,
      key,
      componentNode: undefined,
      version,
      removed: false,
      locked: false,
      allow: undefined,
      layer,
      chart: undefined,
      entry: { ...entry.entry, value: version },
    },
  };
}

/** The version of the chart that installs what is pinned, where the manifest keeps the two in step. */
function chartInStep({ component, entry, value }: KnownPin, to: string): { node: ScalarNode; to: string } | undefined {
  const { name, version: node } = entry.chart ?? {};
  if (name === undefined || node === undefined || value?.kind !== 'exact' || node === entry.version) return undefined;
  const now = chartVersions(component, node.text).find(({ chart }) => chart.name === name.text);
  const version = parseVersion(to, component.versions.scheme);
  const right = now && version && chartFor(component, now.chart, version);
  if (now === undefined || right === undefined || right === node.text) return undefined;
  return { node, to: /^v\d/.test(node.text) && !/^v/.test(right) ? `v${right}` : right };
}
