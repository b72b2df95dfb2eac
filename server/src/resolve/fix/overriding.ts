/** A pin of the checked file that takes the place of one that it inherits. */
import type { ResolvedPin } from '../../analysis/analysis.ts';
import { scalarText } from '../../analysis/yamlReading.ts';
import type { ChartEntry, PinEntry } from '../../manifest/stack.ts';
import type { ScalarNode } from '../../manifest/tree.ts';
import { chartInStep } from './charts.ts';

export interface OverridingEntry {
  /** As it is written between braces or in a line of its own: "istio: 1.28.4". */
  readonly text: string;
  /** As it is read. */
  readonly entry: PinEntry;
}

/**
 * The higher pin replaces the whole of the lower one (docs/manifest.md, "What wins"), so what says what the pin is comes along:
 * component, layer and chart.
 * @param to as it is written
 * @returns undefined where something would be lost that only other tools know about
 */
export function overridingEntry(pin: ResolvedPin, to: string): OverridingEntry | undefined {
  const { entry } = pin;
  const { value } = entry.entry;
  const long = value?.kind === 'alias' ? value.target : value;
  if (long?.kind === 'mapping' && long.entries.some(({ key }) => key.text === 'values')) return undefined;
  const { instance, component, layer, version: node } = entry;
  if (node === undefined) return undefined;
  const chart = chartBeside(pin, to);
  const parts: [key: string, text: string][] = [
    ...(component === instance ? [] : [['component', plain(component)] as [string, string]]),
    ['version', plain(to)],
    ...(chart === undefined ? [] : [['chart', `{${chartText(chart)}}`] as [string, string]]),
    ...(layer === undefined ? [] : [['layer', plain(layer)] as [string, string]]),
  ];
  const written = parts.length === 1 ? plain(to) : `{${parts.map(([key, text]) => `${key}: ${text}`).join(', ')}}`;
  const version = standing(node, to);
  return {
    text: `${plain(instance)}: ${written}`,
    entry: {
      instance,
      component,
      key: standing(entry.key, instance),
      componentNode: undefined,
      version,
      removed: false,
      locked: false,
      allow: undefined,
      layer,
      chart,
      entry: { ...NOWHERE, key: standing(entry.key, instance), value: version },
    },
  };
}

function plain(text: string): string {
  return scalarText(text, undefined);
}

/** No comment of the file stands there, so none accepts what is found in it. */
const NOWHERE = { segment: { offset: Number.MAX_SAFE_INTEGER }, from: 0, to: 0 };

/** A pin that stands in no text yet, of a component under its own name. */
export function unplacedPin(id: string, version: string): OverridingEntry {
  const scalar = (text: string) => standing({ value: text }, text);
  const [key, value] = [scalar(id), scalar(version)];
  return {
    text: `${plain(id)}: ${plain(version)}`,
    entry: {
      instance: id,
      component: id,
      key,
      componentNode: undefined,
      version: value,
      removed: false,
      locked: false,
      allow: undefined,
      layer: undefined,
      chart: undefined,
      entry: { ...NOWHERE, key, value },
    },
  };
}

/** A scalar that stands in no text yet. */
function standing(node: Pick<ScalarNode, 'value'>, text: string): ScalarNode {
  const style = plain(text) === text ? 'plain' : 'double';
  return { ...NOWHERE, kind: 'scalar', value: node.value === null ? null : text, text, style };
}

function chartBeside(pin: ResolvedPin, to: string): ChartEntry | undefined {
  const { chart } = pin.entry;
  if (chart === undefined) return undefined;
  const { repository, name, version } = chart;
  if (repository === undefined && name === undefined && version === undefined) return undefined;
  const inStep = chartInStep(pin, to);
  return {
    repository: repository && standing(repository, repository.text),
    name: name && standing(name, name.text),
    version: version && standing(version, inStep?.to ?? version.text),
  };
}

function chartText({ repository, name, version }: ChartEntry): string {
  return Object.entries({ repository, name, version })
    .flatMap(([key, node]) => (node === undefined ? [] : [`${key}: ${plain(node.text)}`]))
    .join(', ');
}
