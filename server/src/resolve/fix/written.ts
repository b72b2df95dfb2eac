/** What edits do to the text, and to what is read of it. */
import type { ResolvedPin } from '../../analysis/analysis.ts';
import type { TextChange } from '../../analysis/finding.ts';
import type { AddedPin, OwnTexts, Rewriting } from '../../analysis/recheck.ts';
import { scalarText } from '../../analysis/yamlReading.ts';
import type { Layer } from '../../composition/layers.ts';
import type { StackManifest } from '../../manifest/stack.ts';
import { type EntryNode, rangeOf, type ScalarNode } from '../../manifest/tree.ts';
import { chartInStep } from './charts.ts';
import { insertPins } from './insertPins.ts';
import { type OverridingEntry, overridingEntry } from './overriding.ts';
import { aliasOf, chartAliasOf, type Edit } from './places.ts';
import type { Readers } from './readers.ts';

export interface Written {
  readonly changes: readonly TextChange[];
  readonly rewriting: Rewriting;
}

/**
 * Writes versions.
 * @param manifest the document of the checked file
 * @param readersOf who reads a text
 * @returns undefined where there is no place for one of them, or two want different things of one text
 */
export function written(edits: readonly Edit[], manifest: StackManifest, readersOf: Readers): Written | undefined {
  const draft = new Draft();
  const apart = new Set(edits.filter(({ kind }) => kind === 'alias').map(({ pin }) => pin.entry.entry));
  for (const { kind, pin, to } of edits) {
    const readers = readersOf(pin.entry.version).filter(({ entry }) => !apart.has(entry.entry));
    if (!(kind === 'text' ? draft.text(pin, to, readers) : draft[kind](pin, to))) return undefined;
  }
  return draft.written(manifest);
}

class Draft {
  private readonly texts = new Map<ScalarNode, ScalarNode>();
  private readonly entries = new Map<EntryNode, OwnTexts>();
  private readonly added = new Map<string, AddedPin & OverridingEntry>();
  private readonly changes: TextChange[] = [];

  /** Where the version is written, with the charts of all that read it. */
  text({ entry: { version }, layer }: ResolvedPin, to: string, readers: readonly ResolvedPin[]): boolean {
    // What is locked is left alone, also where another holds its text.
    if (version === undefined || readers.some(({ entry }) => entry.locked)) return false;
    if (!this.replace(version, prefixed(to, version), layer)) return false;
    return readers.every((reader) => {
      const chart = chartInStep(reader, to);
      return chart === undefined || this.replace(chart.node, chart.to, layer);
    });
  }

  /** In the place of the alias. */
  alias(pin: ResolvedPin, to: string): boolean {
    const { entry, layer } = pin;
    const alias = aliasOf(entry);
    const { version } = entry;
    if (alias === undefined || version === undefined) return false;
    // The same entry in two mappings, by a merge key.
    if (this.entries.has(entry.entry)) return true;
    const text = prefixed(to, version);
    const chart = chartInStep(pin, to);
    const chartAlias = chart && chartAliasOf(entry);
    const ownChart = chart && chartAlias && reading({ ...chart.node, style: 'plain' }, chart.to);
    this.entries.set(entry.entry, {
      version: reading({ ...version, style: 'plain' }, text),
      ...(ownChart === undefined ? {} : { chart: ownChart }),
    });
    this.change(alias, scalarText(text, undefined), layer);
    if (chart === undefined) return true;
    if (chartAlias === undefined) return this.replace(chart.node, chart.to, layer);
    this.change(chartAlias, scalarText(chart.to, undefined), layer);
    return true;
  }

  /** Over what is inherited. */
  override(pin: ResolvedPin, to: string): boolean {
    const { version, instance } = pin.entry;
    const made = version && overridingEntry(pin, prefixed(to, version));
    if (made === undefined) return false;
    this.added.set(`${pin.writtenIn}\n${instance}`, { environment: pin.writtenIn, ...made });
    return true;
  }

  written(manifest: StackManifest): Written | undefined {
    const added = [...this.added.values()];
    const changes = [...this.changes];
    for (const environment of new Set(added.map((one) => one.environment))) {
      const texts = added.flatMap((one) => (one.environment === environment ? [one.text] : []));
      const insertion = insertPins(manifest, environment, texts);
      if (insertion === undefined) return undefined;
      changes.push(insertion);
    }
    return { changes, rewriting: { texts: this.texts, entries: this.entries, added } };
  }

  /** A scalar, once, however many pins read it. */
  private replace(node: ScalarNode, to: string, layer: Layer): boolean {
    const before = this.texts.get(node);
    if (before !== undefined) return before.text === to;
    this.texts.set(node, reading(node, to));
    this.change(node, scalarText(to, node.style), layer);
    return true;
  }

  private change(node: Parameters<typeof rangeOf>[0], newText: string, layer: Layer): void {
    this.changes.push({ range: rangeOf(node), newText, ...(layer.via === undefined ? {} : { layer }) });
  }
}

/** With the `v` that some write before a version, where it is written so; a range has none. */
export function prefixed(to: string, { text }: ScalarNode): string {
  return /^v\d/.test(text.trim()) && /^\d/.test(to) ? `v${to}` : to;
}

/** A scalar as it is read once its text is another. */
export function reading(node: ScalarNode, text: string): ScalarNode {
  const written = scalarText(text, node.style);
  const style = written.startsWith("'") ? 'single' : written.startsWith('"') ? 'double' : 'plain';
  return { ...node, text, value: text, style };
}
