/** `stackpin catalog list`: the components of the catalog, by layer. */
import { type Catalog, type Component, type IsoDate, LAYERS, type Layer } from '../../../server/src/catalog/model.ts';
import { latestOf } from '../../../server/src/catalog/queries.ts';
import { versionFacts } from '../../../server/src/features/supportWords.ts';
import { openCatalogs } from '../catalogs.ts';
import type { CatalogFormat } from '../choices.ts';
import type { Host, Output } from '../host.ts';
import { styleOf } from '../report/block.ts';
import { counted } from '../report/numbers.ts';
import { table } from '../report/table.ts';
import { STATUS, type Status } from '../status.ts';
import { complain, json } from './shared.ts';
import { statusWord } from './words.ts';

export interface ListOptions {
  readonly format: CatalogFormat;
  readonly catalog: readonly string[];
  readonly asOf: IsoDate | undefined;
  /** Undefined is every layer. */
  readonly layer: Layer | undefined;
}

/** Runs the command. */
export async function list(options: ListOptions, host: Host): Promise<Status> {
  const { catalog, problems } = await openCatalogs(options.catalog, host);
  if (problems.length > 0) return complain(problems, host);
  const date = options.asOf ?? host.today();
  const entries = entriesOf(catalog, options.layer, date);
  const { version, updated } = catalog.metadata;
  await host.write(
    options.format === 'json'
      ? json({ asOf: date, catalog: { version, updated }, components: entries })
      : pretty(entries, host.output),
  );
  return problems.length > 0 ? complain(problems, host) : STATUS.good;
}

/** One line of the list. */
interface Entry {
  readonly id: string;
  readonly name: string;
  readonly layer: Layer;
  readonly status: Component['status'];
  readonly description: string;
  readonly aliases: readonly string[];
  readonly provides: readonly string[];
  /** The newest final release; null when the catalog lists none. */
  readonly latest: string | null;
  /** The support of `latest` in words; empty when nothing is known. */
  readonly support: string;
}

function entriesOf(catalog: Catalog, layer: Layer | undefined, date: IsoDate): Entry[] {
  const components = catalog.ids().flatMap((id) => {
    const isWanted = layer === undefined || catalog.summary(id)?.layer === layer;
    return isWanted ? (catalog.component(id) ?? []) : [];
  });
  return components.map((component) => {
    const { id, name, status, description, aliases = [], provides = [] } = component;
    const latest = latestOf(component);
    const support =
      latest === undefined ? '' : versionFacts(component, latest, { catalog, date, severities: {} }).words;
    return {
      id,
      name,
      layer: component.layer,
      status,
      description,
      aliases,
      provides,
      latest: latest ?? null,
      support,
    };
  });
}

function pretty(entries: readonly Entry[], output: Output): string {
  const { colours, columns } = styleOf(output);
  // One table for all layers, so that its columns stand below each other.
  const { rows } = table(
    [{ title: '' }, { title: '' }, { title: '' }, { title: '' }],
    entries.map(({ id, latest, support, status, description }) => [
      id,
      latest ?? '-',
      status === 'active' || status === 'maintenance' ? support : statusWord(status),
      description,
    ]),
    columns,
    '  ',
  );
  const groups = LAYERS.flatMap((layer) => {
    const lines = entries.flatMap((entry, index) => (entry.layer === layer ? (rows[index] ?? []) : []));
    return lines.length === 0 ? [] : [`${colours.bold(`${layer} (${lines.length})`)}\n${lines.join('\n')}\n`];
  });
  return `${groups.join('\n')}\n${counted(entries.length, 'component')}\n`;
}
