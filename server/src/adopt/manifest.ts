/** What was recognised, as a stack manifest. */
import { scalarText } from '../analysis/yamlReading.ts';
import { type Catalog, LAYERS } from '../catalog/model.ts';
import { isExact } from './componentVersion.ts';
import type { Recognised } from './recognise.ts';

/** One pin, and every other version of its component. */
export interface ImportedPin {
  readonly component: string;
  readonly version: string;
  /** Where this version stands, in the order in which the files were read. */
  readonly places: readonly Recognised[];
  readonly others: readonly { readonly version: string; readonly places: readonly Recognised[] }[];
}

/**
 * Gathers what was seen of each component. Of several versions the first exact one is pinned.
 * @returns in the order of the catalog's layers, then of the ids
 */
export function importedPins(found: readonly Recognised[], catalog: Catalog): readonly ImportedPin[] {
  const byComponent = new Map<string, Map<string, Recognised[]>>();
  for (const one of found) {
    const versions = byComponent.get(one.component) ?? new Map<string, Recognised[]>();
    byComponent.set(one.component, versions);
    versions.set(one.version, [...(versions.get(one.version) ?? []), one]);
  }
  const pins = [...byComponent].map(([component, versions]): ImportedPin => {
    const entry = catalog.component(component);
    const all = [...versions].map(([version, places]) => ({ version, places }));
    const chosen = all.find(({ version }) => entry !== undefined && isExact(entry, version)) ?? all[0];
    return {
      component,
      version: chosen?.version ?? '',
      places: chosen?.places ?? [],
      others: all.filter((one) => one !== chosen),
    };
  });
  const order = new Map<string, number>(LAYERS.map((layer, place) => [layer, place]));
  const layerOf = ({ component }: ImportedPin): number =>
    order.get(catalog.summary(component)?.layer ?? '') ?? LAYERS.length;
  return pins.sort((a, b) => layerOf(a) - layerOf(b) || (a.component < b.component ? -1 : 1));
}

/**
 * Writes the manifest: every pin with where it stands in a comment, and behind it the other versions that were seen.
 * @param name of the stack
 */
export function manifestText(name: string, pins: readonly ImportedPin[]): string {
  const head = `apiVersion: stackpin/v1\nkind: Stack\nmetadata:\n  name: ${scalarText(name, undefined)}\n`;
  if (pins.length === 0) return `${head}components: {}\n`;
  return `${head}components:\n${pins.map(pinLines).join('')}`;
}

function pinLines({ component, version, places, others }: ImportedPin): string {
  const chart = places.find((place) => place.chart !== undefined)?.chart;
  const value = scalarText(version, undefined);
  const where = placesText(places);
  const lines =
    chart === undefined
      ? [`  ${component}: ${value} # ${where}`]
      : [
          `  ${component}:`,
          `    version: ${value} # ${where}`,
          '    chart:',
          `      repository: ${scalarText(chart.repository, undefined)}`,
          `      name: ${scalarText(chart.name, undefined)}`,
          `      version: ${scalarText(chart.version, undefined)}`,
        ];
  for (const other of others) lines.push(`  # also ${other.version}: ${placesText(other.places)}`);
  return `${lines.join('\n')}\n`;
}

/** As many places as a person reads. */
const MOST_PLACES = 3;

/** "deploy/app.yaml:7, web.yaml:3"; each file and line once. */
function placesText(places: readonly Recognised[]): string {
  const texts = [...new Set(places.map(({ path, line }) => `${oneLine(path)}:${line}`))];
  const rest = texts.length - MOST_PLACES;
  return rest > 0 ? `${texts.slice(0, MOST_PLACES).join(', ')} and ${rest} more` : texts.join(', ');
}

/** A name of a file can hold anything; a comment ends with its line, and YAML has no place for control characters. */
function oneLine(path: string): string {
  return path.replace(/[\p{C}\p{Zl}\p{Zp}]/gu, '?');
}
