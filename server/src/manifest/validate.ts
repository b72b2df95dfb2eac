/** The JSON Schema's verdict on a document, as problems with places and plain messages. */
import { distance } from 'fastest-levenshtein';
import schema from '../../../schemas/stack.schema.json';
import validate, { type SchemaError } from '../../generated/validate-stack.js';
import { followed } from './read.ts';
import type { SchemaProblem } from './stack.ts';
import { type OffsetRange, rangeOf, type TreeNode, type YamlDocument } from './tree.ts';

/** Problems told for one document. */
const MOST_PROBLEMS = 100;

/** Letters that may differ for a key to be offered instead of an unknown one. */
const CLOSE = 3;

/**
 * Checks a document against schemas/stack.schema.json.
 * @returns nothing for an empty document, and no missing keys where the text itself is broken: they may stand in the broken part
 */
export function validateStack(document: YamlDocument): SchemaProblem[] {
  const { root } = document;
  if (root === undefined) return emptyProblem(document);
  if (validate(plain(root))) return [];
  const broken = document.problems.some(({ kind }) => kind !== 'duplicate-key');
  const problems: SchemaProblem[] = [];
  for (const error of validate.errors ?? []) {
    if (problems.length >= MOST_PROBLEMS) break;
    const problem = broken && error.keyword === 'required' ? undefined : problemOf(error, root);
    if (problem !== undefined) problems.push(problem);
  }
  return problems;
}

function emptyProblem(document: YamlDocument): SchemaProblem[] {
  if (document.problems.length > 0) return [];
  const { start } = document.range;
  return [
    {
      message:
        'This document is empty. A stack manifest begins with "apiVersion: stackpin/v1" and "kind: Stack", and pins its components under "components".',
      range: { start, end: start },
      keyword: 'required',
      suggestions: [],
    },
  ];
}

/** The values of a tree. Objects have no prototype, so that `__proto__` is a key like any other. */
function plain(node: TreeNode | undefined): unknown {
  const target = followed(node);
  if (target === undefined) return null;
  if (target.kind === 'scalar') return target.value;
  if (target.kind === 'sequence') return target.items.map(plain);
  const object: { [key: string]: unknown } = Object.create(null);
  for (const { key, value } of target.entries) object[key.text] = plain(value);
  return object;
}

interface Place {
  readonly node: TreeNode | undefined;
  /** Where to point when the value itself is what is wrong: the value, or the key while there is none. */
  readonly range: OffsetRange;
  /** The last key of the path; undefined at the top. */
  readonly name: string | undefined;
}

/** Walks a JSON pointer (RFC 6901). */
function placeAt(pointer: string, root: TreeNode): Place {
  let place: Place = { node: root, range: rangeOf(root), name: undefined };
  for (const part of pointer.split('/').slice(1)) {
    const name = part.replaceAll('~1', '/').replaceAll('~0', '~');
    const parent = followed(place.node);
    if (parent?.kind === 'sequence') {
      const node = parent.items[Number(name)];
      place = { node, range: node === undefined ? place.range : rangeOf(node), name };
    } else if (parent?.kind === 'mapping') {
      const entry = parent.entries.findLast(({ key }) => key.text === name);
      place = {
        node: entry?.value,
        range: entry === undefined ? place.range : rangeOf(entry.value ?? entry.key),
        name,
      };
    }
  }
  return place;
}

const NO_SUGGESTIONS: readonly string[] = [];

function problemOf(error: SchemaError, root: TreeNode): SchemaProblem | undefined {
  const place = placeAt(error.instancePath, root);
  const { keyword, params } = error;
  const subject = place.name === undefined ? 'The document' : `"${place.name}"`;
  const at = (message: string, range = place.range, suggestions = NO_SUGGESTIONS): SchemaProblem => ({
    message,
    range,
    keyword,
    suggestions,
  });
  switch (keyword) {
    case 'additionalProperties':
      return unknownKey(String(params['additionalProperty']), place, error);
    case 'required':
      return at(`${subject} lacks the key "${String(params['missingProperty'])}". Add it.`, startOf(place));
    case 'type':
      return at(`${subject} has to be ${typeWords(params['type'])}.`);
    case 'enum':
      return at(
        `${subject} has to be one of ${quoted(params['allowedValues'])}.`,
        place.range,
        close(textOf(place.node), params['allowedValues']),
      );
    case 'const':
      return at(`${subject} has to be "${String(params['allowedValue'])}".`, place.range, [
        String(params['allowedValue']),
      ]);
    case 'minLength':
      return at(`${subject} is empty. Write a value, or remove the key.`);
    case 'minItems':
      return at(`${subject} is an empty list. Add an item, or remove the key.`);
    case 'pattern':
      return at(`${subject} has to look like ${place.name === 'until' ? '2027-01-31' : '90d'}.`);
    default:
      // `if` only repeats what its branch reports.
      return undefined;
  }
}

/** The first line of what lacks something: the whole of it would underline a page. */
function startOf({ node, range }: Place): OffsetRange {
  const target = followed(node);
  const first = target?.kind === 'mapping' ? target.entries[0]?.key : undefined;
  return first === undefined ? { start: range.start, end: range.start } : rangeOf(first);
}

function textOf(node: TreeNode | undefined): string {
  const target = followed(node);
  return target?.kind === 'scalar' ? target.text : '';
}

function quoted(values: unknown): string {
  return Array.isArray(values) ? values.map((value) => `"${String(value)}"`).join(', ') : '';
}

function close(text: string, values: unknown): readonly string[] {
  const candidates = Array.isArray(values) ? values.map(String) : [];
  return candidates
    .map((candidate) => ({ candidate, far: distance(text, candidate) }))
    .filter(({ candidate, far }) => far <= Math.min(CLOSE, Math.ceil(candidate.length / 2)))
    .sort((a, b) => a.far - b.far)
    .map(({ candidate }) => candidate);
}

const TYPE_WORDS: { readonly [type: string]: string } = {
  string: 'text',
  number: 'a number',
  boolean: 'true or false',
  object: 'a mapping of keys to values',
  array: 'a list',
  null: 'null',
};

function typeWords(types: unknown): string {
  if (Array.isArray(types) && types.includes('string') && types.includes('object'))
    return 'a version, such as "1.34.2", or a mapping with a version in it';
  const names = (Array.isArray(types) ? types : [types]).map((type) => TYPE_WORDS[String(type)] ?? String(type));
  return names.length < 2 ? (names[0] ?? '') : `${names.slice(0, -1).join(', ')} or ${names[names.length - 1]}`;
}

function unknownKey(key: string, place: Place, error: SchemaError): SchemaProblem {
  const parent = followed(place.node);
  const entry = parent?.kind === 'mapping' ? parent.entries.find((one) => one.key.text === key) : undefined;
  const allowed = allowedKeys(error.instancePath);
  const suggestions = close(key, allowed);
  const [nearest] = suggestions;
  const where = place.name === undefined ? 'at the top level' : `under "${place.name}"`;
  const advice = nearest === undefined ? `Known keys: ${allowed.join(', ')}.` : `Did you mean "${nearest}"?`;
  return {
    message: `Unknown key "${key}" ${where}. ${advice}`,
    range: entry === undefined ? place.range : rangeOf(entry.key),
    keyword: error.keyword,
    suggestions,
  };
}

/** The keys that the schema knows at a place of the document. */
function allowedKeys(pointer: string): readonly string[] {
  let at: unknown = schema;
  for (const part of pointer.split('/').slice(1))
    at = below(resolved(at), part.replaceAll('~1', '/').replaceAll('~0', '~'));
  const properties = child(resolved(at), 'properties');
  return typeof properties === 'object' && properties !== null ? Object.keys(properties) : [];
}

/** What a `$ref` or the long form of a pin stands for. */
function resolved(value: unknown): unknown {
  const then = child(value, 'then');
  const reference = child(then ?? value, '$ref');
  if (typeof reference !== 'string') return value;
  return reference.split('/').slice(1).reduce<unknown>(child, schema);
}

function below(value: unknown, key: string): unknown {
  return child(child(value, 'properties'), key) ?? child(value, 'additionalProperties') ?? child(value, 'items');
}

function child(value: unknown, key: string): unknown {
  return typeof value === 'object' && value !== null && Object.hasOwn(value, key) ? Reflect.get(value, key) : undefined;
}
