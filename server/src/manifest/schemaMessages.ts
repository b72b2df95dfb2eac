/** Schema problems in our words: what is wrong, where exactly, and what to do. */
import type { DocumentFormat, SchemaError } from './format.ts';
import { nearTexts } from './nearTexts.ts';
import type { Text } from './pieces.ts';
import { followed } from './read.ts';
import type { SchemaProblem } from './stack.ts';
import { restOfLine } from './textRanges.ts';
import { type EntryNode, type OffsetRange, rangeOf, type TreeNode } from './tree.ts';

/** Names that are listed one by one; a longer list nobody reads. */
const MOST_LISTED = 12;

/** A longer text is not quoted. */
const LONGEST = 64;

/** A place in a document that the validator names. */
export interface Place {
  /** Keys and indexes from the root. */
  readonly path: readonly string[];
  /** What stands there; undefined while nothing does. Aliases are not followed. */
  readonly node: TreeNode | undefined;
  /** The entry whose value it is; undefined for list items and for the root. */
  readonly entry: EntryNode | undefined;
  /** The entries of the mapping that stands there, by key. */
  readonly keys: ReadonlyMap<string, EntryNode>;
}

/**
 * The problem that an error of the validator stands for.
 * @param place what the error's `instancePath` leads to
 * @returns undefined for an error that only repeats another
 */
export function problemOf(
  error: SchemaError,
  place: Place,
  source: Text,
  format: DocumentFormat,
): SchemaProblem | undefined {
  const { keyword, params } = error;
  const { keyInfo } = format.schema;
  const subject = subjectOf(place);
  const at = (
    message: string,
    suggestions: readonly string[] = [],
    range: OffsetRange = valueRange(place, source),
  ): SchemaProblem => ({ message, range, path: place.path, keyword, suggestions });
  switch (keyword) {
    case 'additionalProperties':
      return unknownKey(String(params.additionalProperty), place, format);
    case 'required':
      return missingKey(String(params.missingProperty), place, format);
    case 'type':
      return at(wrongType(place, subject, format));
    case 'const':
    case 'enum': {
      const values = keyInfo(place.path)?.values ?? [];
      const suggestions = nearTexts(textOf(place.node) ?? '', values);
      const [nearest] = suggestions;
      const advice = nearest === undefined || values.length === 1 ? '' : ` Did you mean "${nearest}"?`;
      const among = values.length === 1 ? `"${values[0]}"` : `one of ${values.join(', ')}`;
      return at(
        `${subject} has to be ${among}, not ${foundInWords(place.node)}.${advice}`,
        values.length === 1 ? values : suggestions,
      );
    }
    case 'minLength':
      return at(`${subject} is empty. Write ${keyInfo(place.path)?.type ?? 'text'}, or remove it.`);
    case 'minItems':
      return at(`${subject} is an empty list. Add an item, or remove the key.`);
    case 'pattern':
      return at(
        `${subject} has to look like ${keyInfo(place.path)?.examples[0] ?? ''}, not ${foundInWords(place.node)}.`,
      );
    case 'minimum':
      return at(`${subject} has to be at least ${String(params.limit)}, not ${foundInWords(place.node)}.`);
    case 'maxLength':
      return at(`${subject} is longer than ${String(params.limit)} characters. Shorten it.`);
    case 'false schema': {
      const range = place.entry === undefined ? headRange(place) : rangeOf(place.entry.key);
      return at(`${subject} does not go with ${format.ruledOut}`, [], range);
    }
    default:
      return undefined;
  }
}

/** The problem of a document without anything in it. */
export function emptyDocument(offset: number, { name, beginning }: DocumentFormat): SchemaProblem {
  const message = `This document is empty. ${name} begins with ${beginning}.`;
  return { message, range: { start: offset, end: offset }, path: [], keyword: 'required', suggestions: [] };
}

function unknownKey(key: string, place: Place, { schema }: DocumentFormat): SchemaProblem {
  const entry = place.keys.get(key);
  const known = schema.keysAt(place.path).keys.map((one) => one.key);
  const suggestions = nearTexts(key, known).filter((one) => !place.keys.has(one));
  const [nearest] = suggestions;
  const where = place.path.length === 0 ? 'at the top level' : `in ${subjectOf(place)}`;
  const advice = nearest === undefined ? `Known keys are ${listed(known)}.` : `Did you mean "${nearest}"?`;
  return {
    message: `Unknown key "${key}" ${where}. ${advice}`,
    range: entry === undefined ? headRange(place) : rangeOf(entry.key),
    path: [...place.path, key],
    keyword: 'additionalProperties',
    suggestions,
  };
}

function missingKey(key: string, place: Place, { schema }: DocumentFormat): SchemaProblem {
  const [value] = schema.keyInfo([...place.path, key])?.values ?? [];
  const where = place.path.length === 0 ? '' : ` in ${subjectOf(place)}`;
  const advice = value === undefined ? `Add "${key}:" and a value.` : `Add "${key}: ${value}".`;
  return {
    message: `"${key}" is missing${where}. ${advice}`,
    range: headRange(place),
    path: place.path,
    keyword: 'required',
    suggestions: [],
  };
}

function wrongType(place: Place, subject: string, format: DocumentFormat): string {
  const info = format.schema.keyInfo(place.path);
  const found = followed(place.node);
  const wanted = info?.type ?? '';
  const [example = ''] = info?.examples ?? [];
  const such = example === '' || /[ {[]/.test(example) || wanted.includes('mapping') ? '' : `, such as ${example}`;
  const about = place.path.length === 0 ? format.name : subject;
  return `${about} has to be ${wanted}${such}, not ${foundInWords(place.node)}.${wayOut(wanted, found, place.path, format)}`;
}

/** What to do about a value of the wrong type; empty when that is plain. */
function wayOut(
  wanted: string,
  found: TreeNode | undefined,
  path: readonly string[],
  { schema }: DocumentFormat,
): string {
  if (wanted.includes('mapping') && found?.kind === 'sequence') return ' Write "key: value" lines without "- ".';
  if (wanted === 'a mapping') return ' Write "key: value" lines below it.';
  if (wanted === 'a list') return ' Begin each item with "- ".';
  const wouldDo =
    wanted === 'text' &&
    found?.kind === 'scalar' &&
    found.value !== null &&
    schema.schemaAt(path)?.pattern === undefined;
  return wouldDo ? ' Put it in quotes.' : '';
}

/** What a message is about: the key, or the list that the item is in. */
function subjectOf({ path, entry }: Place): string {
  if (entry !== undefined) return `"${entry.key.text}"`;
  if (path.length === 0) return 'The document';
  const list = path.findLast((name) => !/^\d+$/.test(name)) ?? '';
  return `an item of "${list}"`;
}

/** What is written at a place, in words. */
function foundInWords(node: TreeNode | undefined): string {
  const target = followed(node);
  if (target === undefined) return 'empty';
  if (target.kind === 'mapping') return 'a mapping';
  if (target.kind === 'sequence') return 'a list';
  if (target.value === null && target.text === '') return 'empty';
  if (target.text.length > LONGEST || target.text.includes('\n')) return 'a longer text';
  if (typeof target.value === 'number') return `the number ${target.text}`;
  return typeof target.value === 'string' ? `"${target.text}"` : target.text;
}

/** What a problem with a value underlines: the value, or of a mapping or list of several lines the first; the key while there is no value. */
function valueRange({ node, entry }: Place, source: Text): OffsetRange {
  if (node === undefined) return entry === undefined ? { start: 0, end: 0 } : rangeOf(entry.key);
  const { start, end } = rangeOf(node);
  if (node.kind === 'scalar' || node.kind === 'alias') return { start, end };
  const { line, character } = source.positionAt(start);
  const { end: restEnd } = restOfLine(source.lineAt(line), character);
  return { start, end: Math.min(end, start - character + restEnd) };
}

/** What a problem with something missing underlines: the key of the mapping that lacks it, or the mapping's first key. */
function headRange({ node, entry }: Place): OffsetRange {
  if (entry !== undefined) return rangeOf(entry.key);
  const target = followed(node);
  const first = target?.kind === 'mapping' ? target.entries[0]?.key : undefined;
  const { start } = node === undefined ? { start: 0 } : rangeOf(node);
  return first === undefined ? { start, end: start } : rangeOf(first);
}

function textOf(node: TreeNode | undefined): string | undefined {
  const target = followed(node);
  return target?.kind === 'scalar' ? target.text : undefined;
}

function listed(items: readonly string[]): string {
  const more = items.length - MOST_LISTED;
  if (more > 1) return `${items.slice(0, MOST_LISTED).join(', ')} and ${more} others`;
  return items.length < 2 ? (items[0] ?? '') : `${items.slice(0, -1).join(', ')} and ${items[items.length - 1]}`;
}
