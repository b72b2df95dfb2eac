/** The JSON Schema's verdict on a document, as problems with exact places and plain messages. */
import { indexesAfter } from './changedPart.ts';
import type { DocumentFormat, SchemaError, Validate } from './format.ts';
import type { SchemaNode } from './jsonSchema.ts';
import type { Text } from './pieces.ts';
import { followed } from './read.ts';
import { emptyDocument, type Place, problemOf } from './schemaMessages.ts';
import type { SchemaProblem } from './stack.ts';
import type { EntryNode, MappingNode, OffsetRange, Segment, TreeNode, YamlDocument } from './tree.ts';

/** Problems told of one document. */
const MOST_PROBLEMS = 100;

/**
 * Checks a document against the schema of its format. Linear in its size.
 * @returns in order of position, at most 100. Of a broken text nothing is said that the broken part may explain: no missing
 *   keys, and nothing where a syntax problem is told already
 */
export function validateDocument(document: YamlDocument, format: DocumentFormat): SchemaProblem[] {
  const { root } = document;
  const syntax = document.problems.filter(({ kind }) => kind !== 'duplicate-key');
  if (root === undefined) return syntax.length === 0 ? [emptyDocument(document.range.start, format)] : [];
  const kept: SchemaProblem[] = [];
  const told = new Set<string>();
  for (const problem of problemsOf(new Places(root), document, format)) {
    const { range, message, keyword } = problem;
    if (syntax.length > 0 && (keyword === 'required' || syntax.some((other) => overlaps(other.range, range)))) continue;
    // Through aliases and merge keys one place can be met many times; several keys can be missing at one place.
    const key = `${range.start} ${keyword === 'required' ? message : keyword}`;
    if (told.has(key)) continue;
    told.add(key);
    kept.push(problem);
    if (kept.length >= MOST_PROBLEMS) break;
  }
  return kept.sort((a, b) => a.range.start - b.range.start || a.range.end - b.range.end);
}

/**
 * Which parts of a list have problems, by format. A part and all below it never change: after an edit only those that had
 * problems and those that are new are checked.
 */
const knownTroubles = new WeakMap<DocumentFormat, WeakMap<readonly EntryNode[], readonly number[]>>();

/** Indexes of the parts to check, and where to keep which of them have problems. */
function partsToCheck({ entries, since }: MappingNode, format: DocumentFormat) {
  const known = knownTroubles.get(format) ?? new WeakMap<readonly EntryNode[], readonly number[]>();
  knownTroubles.set(format, known);
  const before = since && known.get(since.entries);
  const changed = (): readonly number[] =>
    since !== undefined && before !== undefined
      ? indexesAfter(before, since.part, indexesFrom(since.part.start, since.part.endAfter))
      : indexesFrom(0, entries.length);
  return {
    parts: known.get(entries) ?? changed(),
    keep: (troubled: readonly number[]) => known.set(entries, troubled),
  };
}

function indexesFrom(start: number, end: number): number[] {
  return Array.from({ length: end - start }, (_, index) => start + index);
}

function* problemsOf(places: Places, document: YamlDocument, format: DocumentFormat): Generator<SchemaProblem> {
  const { root } = places;
  const isForeign = format.isOtherKind(root);
  for (const error of errorsOf(format.validate, plainValue(root, [], format))) {
    // Of a document that is something else, only that is worth telling.
    if (isForeign && error.instancePath !== '/kind' && error.instancePath !== '/apiVersion') continue;
    const problem = problemOf(error, places.at(pathOf(error)), document.source, format);
    if (problem !== undefined) yield problem;
  }
  if (isForeign) return;
  for (const { path, node } of places.parts(format)) {
    const { parts, keep } = partsToCheck(node, format);
    const troubled: number[] = [];
    for (const index of parts) {
      const entry = node.entries[index];
      if (entry === undefined) continue;
      const found = partProblems(entry, [...path, entry.key.text], places, document.source, format);
      if (found.isTroubled) troubled.push(index);
      yield* found.problems;
    }
    keep(troubled);
  }
}

/** What was found in a part. */
interface Found {
  readonly isTroubled: boolean;
  readonly problems: readonly SchemaProblem[];
  readonly path: readonly string[];
  /** Where the part's segment began. */
  readonly offset: number;
}

/** A part that is in one piece never changes, and what is wrong in it moves with it. */
const knownParts = new WeakMap<DocumentFormat, WeakMap<EntryNode, Found>>();

function partProblems(
  entry: EntryNode,
  path: readonly string[],
  places: Places,
  source: Text,
  format: DocumentFormat,
): Found {
  const known = knownParts.get(format) ?? new WeakMap<EntryNode, Found>();
  knownParts.set(format, known);
  const { offset } = entry.segment;
  const before = known.get(entry);
  if (before !== undefined && isSamePath(path, before.path)) {
    if (before.offset === offset) return before;
    const by = offset - before.offset;
    const problems = before.problems.map((problem) => movedBy(problem, by));
    const moved = { ...before, problems, offset };
    known.set(entry, moved);
    return moved;
  }
  const wrong = format.checkPart(entry);
  const errors = errorsOf(format.validatePart, plainValue(entry.value, path, format));
  const problems: SchemaProblem[] = wrong === undefined ? [] : [{ ...wrong, path }];
  for (const error of errors) {
    const problem = problemOf(error, places.below(entry, path, pathOf(error)), source, format);
    if (problem !== undefined) problems.push(problem);
  }
  const found = { isTroubled: wrong !== undefined || errors.length > 0, problems, path, offset };
  if (found.isTroubled && isOfOnePiece(entry.value, entry.segment)) known.set(entry, found);
  return found;
}

function movedBy(problem: SchemaProblem, by: number): SchemaProblem {
  const moved = ({ start, end }: OffsetRange): OffsetRange => ({ start: start + by, end: end + by });
  const { range, gap } = problem;
  return { ...problem, range: moved(range), ...(gap && { gap: moved(gap) }) };
}

function isSamePath(one: readonly string[], two: readonly string[]): boolean {
  return one.length === two.length && one.every((key, index) => key === two[index]);
}

/** Whether nothing in a value stands elsewhere, as what an alias or a merge key leads to does. */
function isOfOnePiece(node: TreeNode | undefined, segment: Segment): boolean {
  if (node === undefined) return true;
  if (node.segment !== segment || node.kind === 'alias') return false;
  if (node.kind === 'sequence') return node.items.every((item) => isOfOnePiece(item, segment));
  if (node.kind === 'scalar') return true;
  return node.entries.every((entry) => entry.segment === segment && isOfOnePiece(entry.value, segment));
}

function errorsOf(check: Validate, data: unknown): readonly SchemaError[] {
  return check(data) ? [] : (check.errors ?? []);
}

/** The keys and indexes of an error's JSON pointer (RFC 6901). */
function pathOf({ instancePath }: SchemaError): string[] {
  const parts = instancePath.split('/').slice(1);
  return parts.map((part) => part.replaceAll('~1', '/').replaceAll('~0', '~'));
}

function overlaps(a: OffsetRange, b: OffsetRange): boolean {
  return a.start < b.end && b.start < a.end;
}

/**
 * The value of a node as the schema means it, without the parts of a document. Objects have no prototype, so that
 * `__proto__` is a key like any other.
 * @param path keys from the root to the node
 */
export function plainValue(node: TreeNode | undefined, path: readonly string[], format: DocumentFormat): unknown {
  return plain(node, format.schema.schemaAt(path), path, format);
}

function plain(
  node: TreeNode | undefined,
  schema: SchemaNode | undefined,
  path: readonly string[],
  format: DocumentFormat,
): unknown {
  const target = followed(node);
  if (target === undefined) return null;
  if (target.kind === 'scalar') {
    const countsAsText = schema !== undefined && target.value !== null && format.countsAsText(schema);
    return countsAsText ? target.text : target.value;
  }
  // Where anything goes there is nothing to look at.
  if (schema === undefined || schema.type === undefined) return {};
  const child = (value: TreeNode | undefined, key: string): unknown =>
    plain(value, format.schema.below(schema, key), [...path, key], format);
  if (target.kind === 'sequence') return target.items.map((item, index) => child(item, String(index)));
  const object: { [key: string]: unknown } = Object.create(null);
  if (format.holdsParts(path)) return object;
  for (const { key, value } of target.entries) object[key.text] = child(value, key.text);
  return object;
}

class FoundPlace implements Place {
  readonly path: readonly string[];
  readonly node: TreeNode | undefined;
  readonly entry: EntryNode | undefined;
  readonly #places: Places;

  constructor(path: readonly string[], node: TreeNode | undefined, entry: EntryNode | undefined, places: Places) {
    this.path = path;
    this.node = node;
    this.entry = entry;
    this.#places = places;
  }

  /** Asked for rarely, and there can be thousands. */
  get keys(): ReadonlyMap<string, EntryNode> {
    return this.#places.keysOf(this.node);
  }
}

/** Finds places in a tree; remembers the keys of every mapping that it has looked into. */
class Places {
  readonly root: TreeNode;
  readonly #keys = new WeakMap<MappingNode, Map<string, EntryNode>>();

  constructor(root: TreeNode) {
    this.root = root;
  }

  at(path: readonly string[]): Place {
    return this.#walk({ path: [], node: this.root, entry: undefined }, path);
  }

  /** The place at a path below an entry that stands at a path. */
  below(entry: EntryNode, entryPath: readonly string[], path: readonly string[]): Place {
    return this.#walk({ path: entryPath, node: entry.value, entry }, path);
  }

  /** The mappings that hold parts, and their paths. */
  *parts(format: DocumentFormat): Generator<{ readonly path: readonly string[]; readonly node: MappingNode }> {
    for (const path of format.partPaths((at) => [...this.at(at).keys.keys()])) {
      const node = followed(this.at(path).node);
      if (node?.kind === 'mapping') yield { path, node };
    }
  }

  #walk(from: Omit<Place, 'keys'>, path: readonly string[]): Place {
    let { node, entry } = from;
    for (const name of path) {
      const parent: TreeNode | undefined = followed(node);
      entry = parent?.kind === 'mapping' ? this.#keysOf(parent).get(name) : undefined;
      node = parent?.kind === 'sequence' ? parent.items[Number(name)] : entry?.value;
    }
    return new FoundPlace(from.path.length === 0 ? path : [...from.path, ...path], node, entry, this);
  }

  /** The entries of what is a mapping, by key. */
  keysOf(node: TreeNode | undefined): ReadonlyMap<string, EntryNode> {
    const target = followed(node);
    return target?.kind === 'mapping' ? this.#keysOf(target) : new Map();
  }

  #keysOf(mapping: MappingNode): ReadonlyMap<string, EntryNode> {
    let keys = this.#keys.get(mapping);
    if (keys === undefined) {
      keys = new Map(mapping.entries.map((entry) => [entry.key.text, entry]));
      this.#keys.set(mapping, keys);
    }
    return keys;
  }
}
