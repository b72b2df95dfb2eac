/** Reads a `*.catalog.yaml` file: text in, a catalog and what is wrong with it out. Never throws. */
import { t } from '@vscode/l10n';
import { validateComponent, validateId } from '../../generated/validate-catalog.js';
import { lineIndex } from '../manifest/lines.ts';
import { parseYaml } from '../manifest/parse.ts';
import { nodeAtPath, rangeAtPath, withIndexes } from '../manifest/pathRange.ts';
import { textOf } from '../manifest/pieces.ts';
import { followed } from '../manifest/read.ts';
import { restOfLine } from '../manifest/textRanges.ts';
import { type OffsetRange, rangeOf, type YamlDocument, type YamlFile } from '../manifest/tree.ts';
import { plainValue, validateDocument } from '../manifest/validate.ts';
import { CATALOG_FORMAT } from './format.ts';
import type { CatalogMetadata, UserCatalog, UserComponent } from './model.ts';
import { forgiven, majorWords, minorWords, newerFormatOf } from './newerFormat.ts';
import { type SourceDefaults, withSources } from './sources.ts';
import { understood } from './understood.ts';

/** Keys and indexes from the root of the file. */
export type Path = readonly (string | number)[];

export interface CatalogProblem {
  /** `yaml`: the text itself; `schema`: it does not fit the format; `no-source`: a statement that nobody makes. */
  readonly code: 'yaml' | 'schema' | 'no-source';
  /** What is wrong and what to do. */
  readonly message: string;
  /** Counted from 1. */
  readonly line: number;
  readonly range: OffsetRange;
  /** Empty where it is about the text and not about a key. */
  readonly path: Path;
  /** For a key that is written twice: where it stands first. */
  readonly first?: OffsetRange;
}

/** Problems told of one file. */
const MOST_PROBLEMS = 100;

export interface CatalogReading {
  /** Undefined when anything is wrong: a catalog of which rules are missing would mislead. */
  readonly catalog: UserCatalog | undefined;
  /** In order of position. */
  readonly problems: readonly CatalogProblem[];
  /** What can be read whatever is wrong elsewhere: components, without the keys that something is wrong with. */
  readonly readable: UserCatalog;
  /** All that was parsed. */
  readonly file: YamlFile;
  /** The tree that it was read from. */
  readonly document: YamlDocument;
  /** What is said of a catalog that is in a newer minor version of the format: it is used without what is not known. */
  readonly newer?: { readonly message: string; readonly range: OffsetRange };
}

/**
 * Reads a catalog. Scalars count by their source text, so that an unquoted `1.30` is the version 1.30; only where the schema
 * asks for numbers or truth values they are converted.
 */
export function readCatalog(text: string): CatalogReading {
  const file = parseYaml(text);
  const { documents } = file;
  const [document = EMPTY, ...others] = documents.filter(
    ({ root, problems }, index) => index === 0 || root !== undefined || problems.length > 0,
  );
  const { root } = document;
  const lines = lineIndex(text);
  const problems: CatalogProblem[] = [];
  const add = (problem: Omit<CatalogProblem, 'line'>): void => {
    if (problems.length >= MOST_PROBLEMS) return;
    problems.push({ ...problem, line: lines.positionAt(problem.range.start).line + 1 });
  };

  for (const { message, range, first } of document.problems)
    add({ code: 'yaml', message, range, path: [], ...(first === undefined ? {} : { first }) });
  const newer = newerFormatOf(document);
  if (newer?.kind === 'major') {
    add({ code: 'schema', message: majorWords(newer), range: newer.range, path: ['apiVersion'] });
    return { catalog: undefined, problems, readable: { metadata: NO_METADATA, components: [] }, file, document };
  }
  const told = validateDocument(document, CATALOG_FORMAT);
  const { problems: wrong, leftOut } = newer === undefined ? { problems: told, leftOut: 0 } : forgiven(told, document);
  for (const { message, range, path } of wrong) add({ code: 'schema', message, range, path: withIndexes(root, path) });
  for (const other of others.slice(0, 1)) {
    const start = other.root === undefined ? other.range.start : rangeOf(other.root).start;
    const message = t('A file holds one catalog. Move what stands behind the "---" above into a file of its own.');
    add({ code: 'yaml', message, range: restOfLine(text, start), path: [] });
  }

  const { source, ...about } = metadataOf(document);
  const defaults: SourceDefaults = { ...about, ...(source === undefined ? {} : { source }) };
  const components: UserComponent[] = [];
  for (const [id, value] of componentsOf(document, problems.length === 0)) {
    const known = newer === undefined ? value : understood(value).component;
    const component = withSources(known, defaults, ({ path, message }) => {
      const whole = ['components', id, ...path];
      add({ code: 'no-source', message, range: rangeAtPath(root, whole), path: whole });
    });
    components.push({ id, ...component });
  }
  problems.sort((a, b) => a.range.start - b.range.start || a.range.end - b.range.end);
  const { name = 'unnamed', updated = '', version = updated } = about;
  const readable = { metadata: { name, version, updated }, components };
  const said = newer === undefined ? {} : { newer: { message: minorWords(newer, leftOut), range: newer.range } };
  return { catalog: problems.length === 0 ? readable : undefined, problems, readable, file, document, ...said };
}

const NO_METADATA: CatalogMetadata = { name: 'unnamed', version: '', updated: '' };

const EMPTY: YamlDocument = {
  index: 0,
  source: textOf(''),
  text: '',
  range: { start: 0, end: 0 },
  root: undefined,
  problems: [],
  comments: [],
  commentAt: () => undefined,
  ignoring: [],
};

type Metadata = Partial<CatalogMetadata> & SourceDefaults;

function metadataOf({ root }: YamlDocument): Metadata {
  const written = nodeAtPath(root, ['metadata'])?.node;
  if (followed(written)?.kind !== 'mapping') return {};
  const texts = Object.entries(plainValue(written, ['metadata'], CATALOG_FORMAT) as object).filter(
    ([, value]) => typeof value === 'string' && value !== '',
  );
  return Object.fromEntries(texts);
}

/**
 * The components, without the keys that something is wrong with.
 * @param fits whether anything is wrong in the file
 */
function componentsOf({ root, problems }: YamlDocument, fits: boolean): [id: string, value: object][] {
  const components = followed(nodeAtPath(root, ['components'])?.node);
  if (components?.kind !== 'mapping' || CATALOG_FORMAT.isOtherKind(root)) return [];
  return components.entries.flatMap((entry): [string, object][] => {
    const id = entry.key.text;
    const value = plainValue(entry.value, ['components', id], CATALOG_FORMAT);
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return [];
    if (fits) return [[id, value]];
    if (!validateId(id)) return [];
    const broken = new Set<string>();
    const node = followed(entry.value);
    for (const part of node?.kind === 'mapping' ? node.entries : []) {
      const { start, end } = rangeOf(part);
      if (problems.some(({ range }) => range.start < end && start < range.end)) broken.add(part.key.text);
    }
    // Each key is asked by itself: not every problem is told, for some would only repeat another, and there is a bound.
    const sound = Object.entries(value).filter(([key, part]) => !broken.has(key) && validateComponent({ [key]: part }));
    return [[id, Object.fromEntries(sound)]];
  });
}
