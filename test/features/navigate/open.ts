/** Several files as the features of navigation are given them, and what answers look like in them. */
import type { Position, Range, TextEdit } from 'vscode-languageserver-types';
import { analyze } from '../../../server/src/analysis/analyze.ts';
import { withOwnCatalogs } from '../../../server/src/analysis/ownCatalogs.ts';
import { overlayCatalogs } from '../../../server/src/catalog/overlay.ts';
import { type CatalogReading, readCatalog } from '../../../server/src/catalog/read.ts';
import { loadBases, type ManifestReader } from '../../../server/src/composition/load.ts';
import type { CheckedDocument } from '../../../server/src/features/document.ts';
import type { FileNames, LinkedFiles } from '../../../server/src/features/navigate/linkedFiles.ts';
import { stackNames } from '../../../server/src/features/navigate/stackNames.ts';
import { lineIndex } from '../../../server/src/manifest/lines.ts';
import { parseYaml } from '../../../server/src/manifest/parse.ts';
import { readStacks } from '../../../server/src/manifest/read.ts';
import { TODAY, testCatalog } from '../../support/catalog.ts';
import { type MarkedFile, readMarkedFiles } from '../../support/markers.ts';
import { applied } from '../open.ts';

export const FOLDER = 'file:///stacks/';

const CATALOG = testCatalog();

/** A workspace in which one file is open, and a cursor stands in it. */
export interface Opened {
  readonly checked: CheckedDocument;
  readonly position: Position;
  readonly files: LinkedFiles;
  readonly catalogs: readonly { readonly uri: string; readonly reading: CatalogReading }[];
  /** Texts by the URIs of the files. */
  readonly texts: ReadonlyMap<string, string>;
}

/** Opens the file of a fixture in which `$0` stands, or the first. */
export async function openFiles(fixture: string): Promise<Opened> {
  const marked = readMarkedFiles(fixture).filter(({ name, text }) => name !== 'stackpin.yaml' || text.trim() !== '');
  const own = marked.find(({ cursor }) => cursor !== undefined) ?? marked[0];
  if (own === undefined) throw new Error('The fixture has no file.');
  return openAmong(marked, own, own.cursor ?? 0);
}

/** Opens one of some files. */
export async function openAmong(
  marked: readonly Pick<MarkedFile, 'name' | 'text'>[],
  own: Pick<MarkedFile, 'name' | 'text'>,
  cursor: number,
): Promise<Opened> {
  const texts = new Map(marked.map(({ name, text }) => [`${FOLDER}${name}`, text]));
  const uri = `${FOLDER}${own.name}`;
  const reader: ManifestReader = {
    resolve: (path, from) => (URL.canParse(path, from) ? new URL(path, from).href : undefined),
    isInside: (location) => location.startsWith(FOLDER),
    read: async (location) => {
      const text = texts.get(location);
      return text === undefined
        ? { failed: 'there is no such file' }
        : { uri: location, manifests: readStacks(parseYaml(text)) };
    },
  };
  const file = parseYaml(own.text);
  const { source } = await loadBases({ uri, manifests: readStacks(file) }, reader);
  const context = { catalog: CATALOG, date: TODAY, severities: {} };
  const catalogs: { uri: string; reading: CatalogReading }[] = [];
  const whole = await withOwnCatalogs(
    file,
    context,
    {
      read: async ({ text, from = uri }) => {
        const location = new URL(text, from).href;
        const found = texts.get(location);
        if (found === undefined) return { kind: 'missing', why: 'there is no such file' };
        const reading = readCatalog(found);
        catalogs.push({ uri: location, reading });
        if (reading.catalog === undefined) return { kind: 'invalid', problems: reading.problems };
        return { kind: 'read', catalog: reading.catalog };
      },
      lay: (_, extras) => overlayCatalogs(context.catalog, extras),
    },
    { uri, source },
  );
  const checked: CheckedDocument = {
    uri,
    version: 7,
    lines: lineIndex(own.text),
    analysis: analyze(file, whole, { uri, source }),
  };
  const files = [...texts].flatMap(([one, text]): FileNames[] => {
    const tree = parseYaml(text);
    if (!/^kind: Catalog/m.test(text))
      return [
        { uri: one, name: one, version: one === uri ? 7 : null, stacks: stackNames(readStacks(tree), tree.source) },
      ];
    return [];
  });
  return {
    checked,
    position: checked.lines.positionAt(cursor),
    files: {
      files,
      baseOf: (from, { text }) => {
        const location = reader.resolve(text, from.uri);
        return files.find((one) => one.uri === location);
      },
    },
    catalogs,
    texts,
  };
}

/** Places as a reader sees them: `base.stack.yaml 3:2 kubernetes`, lines and columns from 0. */
export function shown(
  { texts }: Pick<Opened, 'texts'>,
  places: readonly { readonly uri: string; readonly range: Range }[],
): string[] {
  return places.map(({ uri, range }) => {
    const text = texts.get(uri);
    const name = uri.replace(FOLDER, '');
    const at = `${range.start.line}:${range.start.character}`;
    return text === undefined ? `${name} ${at}` : `${name} ${at} ${sliced(text, range)}`.trimEnd();
  });
}

export function sliced(text: string, { start, end }: Range): string {
  const lines = lineIndex(text);
  return text.slice(lines.offsetAt(start), lines.offsetAt(end));
}

/** All files after some edits, as a client applies them; those that stay as they are left out. */
export function edited(
  { texts }: Pick<Opened, 'texts'>,
  edits: readonly { readonly uri: string; readonly edits: readonly TextEdit[] }[],
): { [name: string]: string } {
  return Object.fromEntries(
    edits.map((file) => [file.uri.replace(FOLDER, ''), applied(texts.get(file.uri) ?? '', file.edits)]),
  );
}
