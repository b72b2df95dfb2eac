/** Reads a `*.catalog.yaml` file: text in, a catalog and what is wrong with it out. Never throws. */
import { isMap, isScalar, isSeq, LineCounter, type Node, parseDocument, type YAMLMap } from 'yaml';
import validate from '../../generated/validate-catalog.js';
import { describeSchemaErrors, type Path } from './messages.ts';
import type { CatalogMetadata, UserCatalog, UserComponent } from './model.ts';
import { type SourceDefaults, withSources } from './sources.ts';

export interface CatalogProblem {
  /** What is wrong and what to do. */
  readonly message: string;
  /** Counted from 1. */
  readonly line: number;
}

export interface CatalogReading {
  /** Undefined when the text is no catalog that could be used. */
  readonly catalog: UserCatalog | undefined;
  readonly problems: readonly CatalogProblem[];
}

const NUMBER_KEYS = new Set([
  'count',
  'months',
  'longTermMonths',
  'orNextPlusMonths',
  'maxMinorSkip',
  'maxMajorSkip',
  'maxNewer',
  'maxOlder',
  'apart',
]);
const BOOLEAN_KEYS = new Set([
  'ended',
  'longTerm',
  'complete',
  'default',
  'replace',
  'anyWithinMajor',
  'anyMajor',
  'longTermToLongTerm',
  'enforced',
]);
/** Deeper nesting than any catalog has; bounds the recursion below. */
const DEEPEST = 32;
const MOST_PROBLEMS = 50;

/** Thrown and caught in this file only: what the file is, not how it is written, rules it out. */
class Unreadable extends Error {}

/**
 * Reads a catalog. Scalars count by their source text, so that an unquoted `1.30` is the version 1.30; only keys that
 * hold numbers or truth values are converted.
 */
export function readCatalog(text: string): CatalogReading {
  const lines = new LineCounter();
  const fail = (message: string, line = 1): CatalogReading => ({ catalog: undefined, problems: [{ message, line }] });
  let value: unknown;
  let root: Node | null;
  try {
    const document = parseDocument(text.replace(/^\uFEFF/, ''), {
      schema: 'failsafe',
      lineCounter: lines,
      prettyErrors: false,
      uniqueKeys: true,
      logLevel: 'silent',
    });
    if (document.errors.length > 0) {
      const problems = document.errors.slice(0, MOST_PROBLEMS).map((error) => ({
        message: `This is no valid YAML: ${firstSentence(error.message)}.`,
        line: lines.linePos(error.pos[0]).line,
      }));
      return { catalog: undefined, problems };
    }
    root = document.contents;
    if (root === null)
      return fail('The file is empty. A catalog begins with "apiVersion: stackpin/v1" and "kind: Catalog".');
    value = plain(root, '', 0);
  } catch (error) {
    if (error instanceof Unreadable) return fail(error.message);
    return fail('This is no valid YAML: it is nested too deeply.');
  }
  const lineOf = (path: Path) => lineAt(root, path, lines);
  if (!validate(value)) {
    const errors = describeSchemaErrors(validate.errors ?? []);
    const problems = errors.slice(0, MOST_PROBLEMS).map(({ message, path }) => ({ message, line: lineOf(path) }));
    return { catalog: undefined, problems };
  }
  const written = value as {
    readonly metadata?: Partial<CatalogMetadata> & SourceDefaults;
    readonly components: Readonly<Record<string, object>>;
  };
  const problems: CatalogProblem[] = [];
  const components = Object.entries(written.components).map(([id, component]): UserComponent => {
    const completed = withSources(component, written.metadata ?? {}, ({ path, message }) => {
      problems.push({ message, line: lineOf(['components', id, ...path]) });
    });
    return { id, ...completed };
  });
  if (problems.length > 0) return { catalog: undefined, problems: problems.slice(0, MOST_PROBLEMS) };
  const { name = 'unnamed', updated = '', version = updated } = written.metadata ?? {};
  return { catalog: { metadata: { name, version, updated }, components }, problems: [] };
}

function firstSentence(message: string): string {
  return (message.split('\n')[0] ?? message).replace(/[.:]$/, '').replace(/^./, (first) => first.toLowerCase());
}

/** The value of a node, with prototype-free mappings, so that `__proto__` is a key like any other. */
function plain(node: unknown, key: string, depth: number): unknown {
  if (depth > DEEPEST) throw new Unreadable('The file is nested too deeply for a catalog.');
  if (isMap(node)) {
    const mapping: Record<string, unknown> = Object.create(null);
    for (const pair of node.items) {
      const name = isScalar(pair.key) ? String(pair.key.value) : '';
      mapping[name] = plain(pair.value, name, depth + 1);
    }
    return mapping;
  }
  if (isSeq(node)) return node.items.map((item) => plain(item, key, depth + 1));
  if (isScalar(node)) {
    const text = String(node.value ?? '');
    if (node.type !== 'PLAIN') return text;
    if (BOOLEAN_KEYS.has(key) && (text === 'true' || text === 'false')) return text === 'true';
    return NUMBER_KEYS.has(key) && /^\d{1,9}$/.test(text) ? Number(text) : text;
  }
  if (node === null || node === undefined) return '';
  throw new Unreadable('Anchors and aliases are not read in a catalog. Write the values out.');
}

/** The line of the innermost node on a path that is there. */
function lineAt(root: Node | null, path: Path, lines: LineCounter): number {
  let node: unknown = root;
  let offset = root?.range?.[0] ?? 0;
  for (const step of path) {
    if (isMap(node)) {
      const pair: YAMLMap['items'][number] | undefined = node.items.find(
        ({ key }) => isScalar(key) && String(key.value) === String(step),
      );
      if (pair === undefined) break;
      offset = (isScalar(pair.key) ? pair.key.range?.[0] : undefined) ?? offset;
      node = pair.value;
    } else if (isSeq(node)) {
      node = node.items[Number(step)];
      offset = (isScalar(node) || isMap(node) || isSeq(node) ? node.range?.[0] : undefined) ?? offset;
    } else break;
  }
  return Math.max(1, lines.linePos(offset).line);
}
