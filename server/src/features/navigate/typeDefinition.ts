/** Type definition: what says what a component is. A user's own catalog, at its place there; otherwise the page about it. */
import type { Position } from 'vscode-languageserver-types';
import { contextOf } from '../../analysis/ownCatalogs.ts';
import type { ReadCatalogFile } from '../catalogFile/checkedCatalog.ts';
import { componentAddress } from '../componentPage.ts';
import type { CheckedDocument } from '../document.ts';
import { symbolIn } from './definition.ts';
import { entryAt, mappingOf, valueAt } from './nodes.ts';
import { placeOf } from './places.ts';
import type { SymbolAt } from './symbolAt.ts';
import { type Target, type Targets, TOP } from './targets.ts';

/**
 * Where the component of a pin is described; the same for a name under `between`.
 * @param catalogs the users' catalogs of the manifest, the last on top
 * @param pages whether the client opens pages
 */
export function typeDefinition(
  checked: CheckedDocument,
  position: Position,
  catalogs: readonly ReadCatalogFile[],
  pages: boolean,
): Targets | undefined {
  const symbol = symbolIn(checked, position);
  const id = symbol === undefined ? undefined : componentOf(symbol);
  if (symbol === undefined || id === undefined) return undefined;
  const { document } = symbol.names;
  const { catalog } = contextOf(checked.analysis.context, document);
  if (catalog.summary(id) === undefined) return undefined;
  const own = catalogs.flatMap((file) => placesIn(file, id)).reverse();
  const page: Target = { uri: componentAddress(checked, document, id), range: TOP };
  return { origin: symbol.place.range, targets: own.length > 0 ? own : pages ? [page] : [] };
}

function componentOf(symbol: SymbolAt): string | undefined {
  if (symbol.kind === 'pin') return symbol.pin.component;
  if (symbol.kind !== 'mention') return undefined;
  const { text } = symbol.place;
  return symbol.names.pins.find(({ instance, removed }) => instance === text && !removed)?.component ?? text;
}

function placesIn({ uri, reading: { document } }: ReadCatalogFile, id: string): Target[] {
  const entry = entryAt(mappingOf(valueAt(mappingOf(document.root), 'components')), id);
  return entry === undefined ? [] : [{ uri, range: placeOf(entry.key, document.source).range }];
}
