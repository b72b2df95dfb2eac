/** The JSON Schema's verdict on a document, as problems with exact places and plain messages. */
import { type SchemaError, type Validate, validate, validateComponent } from '../../generated/validate-stack.js';
import { followed, isOtherKind } from './read.ts';
import { below, isVersion, type SchemaNode, schemaAt } from './schema.ts';
import { emptyDocument, missingVersion, type Place, problemOf } from './schemaMessages.ts';
import { isComponentsPath } from './segments.ts';
import type { SchemaProblem } from './stack.ts';
import type { EntryNode, MappingNode, OffsetRange, TreeNode, YamlDocument } from './tree.ts';

/** Problems told of one document. */
const MOST_PROBLEMS = 100;

/**
 * Checks a document against schemas/stack.schema.json. Linear in its size.
 * @returns in order of position, at most 100. Of a broken text nothing is said that the broken part may explain: no missing
 *   keys, and nothing where a syntax problem is told already
 */
export function validateStack(document: YamlDocument): SchemaProblem[] {
  const { root, text } = document;
  const syntax = document.problems.filter(({ kind }) => kind !== 'duplicate-key');
  if (root === undefined) return syntax.length === 0 ? [emptyDocument(document.range.start)] : [];
  const kept: SchemaProblem[] = [];
  const told = new Set<string>();
  for (const problem of problemsOf(new Places(root), text)) {
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
 * Pins are validated one by one: the compiled validator joins its lists of errors at each reference in the schema, which
 * would take quadratic time in their number.
 */
function* problemsOf(places: Places, text: string): Generator<SchemaProblem> {
  const { root } = places;
  const isForeign = isOtherKind(root);
  for (const error of errorsOf(validate, plain(root, schemaAt([]), []))) {
    // Of a document that is something else, only that is worth telling.
    if (isForeign && error.instancePath !== '/kind' && error.instancePath !== '/apiVersion') continue;
    const problem = problemOf(error, places.at(pathOf(error)), text);
    if (problem !== undefined) yield problem;
  }
  if (isForeign) return;
  for (const { path, node } of places.components()) {
    for (const entry of node.entries) {
      if (entry.value === undefined) yield missingVersion(entry);
      const pinPath = [...path, entry.key.text];
      for (const error of errorsOf(validateComponent, plain(entry.value, schemaAt(pinPath), pinPath))) {
        const problem = problemOf(error, places.below(entry, pinPath, pathOf(error)), text);
        if (problem !== undefined) yield problem;
      }
    }
  }
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
 * The values of a tree, the pins of `components` mappings left out. Objects have no prototype, so that `__proto__` is a key
 * like any other.
 */
function plain(node: TreeNode | undefined, schema: SchemaNode | undefined, path: readonly string[]): unknown {
  const target = followed(node);
  if (target === undefined) return null;
  if (target.kind === 'scalar') {
    const countsAsText = schema !== undefined && isVersion(schema) && target.value !== null;
    return countsAsText ? target.text : target.value;
  }
  // Where anything goes there is nothing to look at.
  if (schema === undefined || schema.type === undefined) return {};
  if (target.kind === 'sequence')
    return target.items.map((item, index) => plain(item, below(schema, String(index)), [...path, String(index)]));
  const object: { [key: string]: unknown } = Object.create(null);
  if (isComponentsPath(path)) return object;
  for (const { key, value } of target.entries)
    object[key.text] = plain(value, below(schema, key.text), [...path, key.text]);
  return object;
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

  /** The mappings that hold pins, and their paths. */
  *components(): Generator<{ readonly path: readonly string[]; readonly node: MappingNode }> {
    const environments = [...this.at(['environments']).keys.keys()];
    for (const path of [['components'], ...environments.map((name) => ['environments', name, 'components'])]) {
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
    const target = followed(node);
    return {
      path: [...from.path, ...path],
      node,
      entry,
      keys: target?.kind === 'mapping' ? this.#keysOf(target) : new Map(),
    };
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
