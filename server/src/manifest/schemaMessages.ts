/** Schema problems in our words: what is wrong, where exactly, and what to do. */
import { t } from '@vscode/l10n';
import { enumeration, inQuotes, list, sentences } from '../words.ts';
import type { DocumentFormat, SchemaError } from './format.ts';
import { type KeyInfo, takesMapping, takesOnly } from './jsonSchema.ts';
import { nearTexts } from './nearTexts.ts';
import type { Text } from './pieces.ts';
import { followed } from './read.ts';
import type { SchemaProblem } from './stack.ts';
import { isLineEnd, isSpace, restOfLine } from './textRanges.ts';
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
  const inPlace = (problem: SchemaProblem): SchemaProblem => suggestedFor(place, source, problem);
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
      const [only = '', ...others] = values;
      const found = foundInWords(place.node);
      if (others.length === 0) return inPlace(at(t('{0} has to be "{1}", not {2}.', subject, only, found), values));
      const told = t('{0} has to be one of {1}, not {2}.', subject, enumeration(values), found);
      const advice = nearest === undefined ? '' : t('Did you mean "{0}"?', nearest);
      return inPlace(at(sentences(told, advice), suggestions));
    }
    case 'minLength':
      return at(t('{0} is empty. Write {1}, or remove it.', subject, keyInfo(place.path)?.type ?? t('text')));
    case 'minItems':
      return at(t('{0} is an empty list. Add an item, or remove the key.', subject));
    case 'pattern':
      return at(
        t(
          '{0} has to look like {1}, not {2}.',
          subject,
          keyInfo(place.path)?.examples[0] ?? '',
          foundInWords(place.node),
        ),
      );
    case 'minimum':
      return at(t('{0} has to be at least {1}, not {2}.', subject, String(params.limit), foundInWords(place.node)));
    case 'maxLength':
      return at(t('{0} is longer than {1} characters. Shorten it.', subject, String(params.limit)));
    case 'false schema': {
      const range = place.entry === undefined ? headRange(place) : rangeOf(place.entry.key);
      return at(format.words.ruledOut(subject), [], range);
    }
    default:
      return undefined;
  }
}

/** Suggestions for a value, with where they go; none where that would leave a part of what stands there. */
function suggestedFor({ node, entry }: Place, source: Text, problem: SchemaProblem): SchemaProblem {
  if (node === undefined) {
    const gap = entry && gapBehind(entry, source);
    return gap === undefined ? { ...problem, suggestions: [] } : { ...problem, gap };
  }
  const isAll = rangeOf(node).end === problem.range.end && problem.range.end > problem.range.start;
  const isText = node.kind !== 'scalar' || node.style !== 'block';
  return isAll && isText ? problem : { ...problem, suggestions: [] };
}

/** The white space behind the colon of an entry without a value; undefined where something else follows. */
function gapBehind({ key }: EntryNode, source: Text): OffsetRange | undefined {
  let start = rangeOf(key).end;
  while (isSpace(source.charAt(start))) start += 1;
  if (source.charAt(start) !== ':') return undefined;
  start += 1;
  let end = start;
  while (isSpace(source.charAt(end))) end += 1;
  const next = source.charAt(end);
  const isGap = next === '' || isLineEnd(next) || next === ',' || next === '}' || (next === '#' && end > start);
  return isGap ? { start, end } : undefined;
}

/** The problem of a document without anything in it. */
export function emptyDocument(offset: number, { words }: DocumentFormat): SchemaProblem {
  return {
    message: words.empty(),
    range: { start: offset, end: offset },
    path: [],
    keyword: 'required',
    suggestions: [],
  };
}

function unknownKey(key: string, place: Place, { schema }: DocumentFormat): SchemaProblem {
  const entry = place.keys.get(key);
  const known = schema.keysAt(place.path).keys.map((one) => one.key);
  const suggestions = nearTexts(key, known).filter((one) => !place.keys.has(one));
  const [nearest] = suggestions;
  const told =
    place.path.length === 0
      ? t('Unknown key "{0}" at the top level.', key)
      : t('Unknown key "{0}" in {1}.', key, subjectOf(place));
  const advice = nearest === undefined ? t('Known keys are {0}.', listed(known)) : t('Did you mean "{0}"?', nearest);
  return {
    message: sentences(told, advice),
    range: entry === undefined ? headRange(place) : rangeOf(entry.key),
    path: [...place.path, key],
    keyword: 'additionalProperties',
    suggestions,
  };
}

function missingKey(key: string, place: Place, { schema }: DocumentFormat): SchemaProblem {
  const [value] = schema.keyInfo([...place.path, key])?.values ?? [];
  const told =
    place.path.length === 0 ? t('"{0}" is missing.', key) : t('"{0}" is missing in {1}.', key, subjectOf(place));
  const advice = value === undefined ? t('Add "{0}:" and a value.', key) : t('Add "{0}: {1}".', key, value);
  return {
    message: sentences(told, advice),
    range: headRange(place),
    path: place.path,
    keyword: 'required',
    suggestions: [],
  };
}

function wrongType(place: Place, subject: string, format: DocumentFormat): string {
  const info = format.schema.keyInfo(place.path);
  const wanted = info?.type ?? '';
  const found = foundInWords(place.node);
  const [example = ''] = info?.examples ?? [];
  const isShown = example !== '' && !/[ {[]/.test(example) && info !== undefined && !takesMapping(info);
  const told =
    place.path.length === 0
      ? format.words.wrongType(wanted, found)
      : isShown
        ? t('{0} has to be {1}, such as {2}, not {3}.', subject, wanted, example, found)
        : t('{0} has to be {1}, not {2}.', subject, wanted, found);
  return sentences(told, info === undefined ? '' : wayOut(info, followed(place.node), place.path, format));
}

/** What to do about a value of the wrong type; empty when that is plain. */
function wayOut(
  wanted: KeyInfo,
  found: TreeNode | undefined,
  path: readonly string[],
  { schema }: DocumentFormat,
): string {
  if (takesMapping(wanted) && found?.kind === 'sequence') return t('Write "key: value" lines without "- ".');
  if (takesOnly('mapping', wanted)) return t('Write "key: value" lines below it.');
  if (takesOnly('list', wanted)) return t('Begin each item with "- ".');
  const wouldDo =
    takesOnly('text', wanted) &&
    found?.kind === 'scalar' &&
    found.value !== null &&
    schema.schemaAt(path)?.pattern === undefined;
  return wouldDo ? t('Put it in quotes.') : '';
}

/** What a message is about: the key, or the list that the item is in. */
function subjectOf({ path, entry }: Place): string {
  if (entry !== undefined) return inQuotes(entry.key.text);
  if (path.length === 0) return t('The document');
  return t('an item of "{0}"', path.findLast((name) => !/^\d+$/.test(name)) ?? '');
}

/** What is written at a place, in words. */
function foundInWords(node: TreeNode | undefined): string {
  const target = followed(node);
  if (target === undefined) return t('empty');
  if (target.kind === 'mapping') return t('a mapping');
  if (target.kind === 'sequence') return t('a list');
  if (target.value === null && target.text === '') return t('empty');
  if (target.text.length > LONGEST || target.text.includes('\n')) return t('a longer text');
  if (typeof target.value === 'number') return t('the number {0}', target.text);
  if (typeof target.value === 'string') return inQuotes(target.text);
  return t({ message: '{0}', comment: 'what YAML reads in a text: true, false or null', args: [target.text] });
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
  return more > 1 ? t('{0} and {1} others', enumeration(items.slice(0, MOST_LISTED)), more) : list(items);
}
