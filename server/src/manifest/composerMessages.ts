/** The errors of the YAML composer in our words: what is wrong, where exactly, and what to do. */
import { t } from '@vscode/l10n';
import type { YAMLParseError } from 'yaml';
import { missingColon, quoted, type Wording } from './syntaxMessages.ts';
import { contentFrom, keyAt, lineStart, restOfLine } from './textRanges.ts';
import type { OffsetRange, SyntaxProblem } from './tree.ts';

/**
 * The problem that an error of the YAML composer stands for.
 * @param text the whole text
 * @returns undefined for what is told by another problem at the same place
 */
export function problemOf(error: YAMLParseError, text: string): SyntaxProblem | undefined {
  if (TOLD_ELSEWHERE.some((start) => error.message.startsWith(start))) return undefined;
  const start = Math.min(error.pos[0], text.length);
  const described = WORDINGS.find(({ code, says }) => code === error.code && error.message.includes(says ?? ''));
  const { range, message } = described?.word(text, start, error) ?? unnamed(text, start);
  return { kind: 'yaml', reason: described?.reason ?? error.code, range, message };
}

/**
 * Brackets and quotes are looked for in the concrete syntax, which knows where they open; duplicate keys in the tree; tabs in a
 * reading of their own. A document end marker without a document is allowed (yaml.org/spec/1.2.2, section 9.2).
 */
const TOLD_ELSEWHERE = [
  'Missing closing ',
  'Flow map ',
  'Flow sequence ',
  'Map keys must be unique',
  'Tabs are not allowed',
  'Unexpected doc-end',
];

/** What a composer's error says in our words. Its codes are broad, so some are told apart by what the error says. */
const WORDINGS: readonly {
  readonly code: YAMLParseError['code'];
  readonly says?: string;
  /** Its stable name where the code is too broad. */
  readonly reason?: string;
  readonly word: (text: string, start: number, error: YAMLParseError) => Wording;
}[] = [
  {
    code: 'BAD_INDENT',
    says: 'mapping items',
    word: (text, start) => {
      const { start: from } = contentFrom(text, start);
      const range = keyAt(text, from);
      return {
        range,
        message: t('"{0}" is not in line with the keys above it. Indent it as they are.', quoted(text, range)),
      };
    },
  },
  {
    code: 'BAD_INDENT',
    says: 'sequence items',
    word: (text, start) => ({
      range: restOfLine(text, start),
      message: t('This list item is not in line with the items above it. Indent it as they are.'),
    }),
  },
  {
    code: 'BAD_INDENT',
    word: (text, start) => ({
      range: contentFrom(text, start),
      message: t('This block of text is not indented. Indent it below its key.'),
    }),
  },
  {
    code: 'MISSING_CHAR',
    says: 'Implicit map keys need',
    reason: 'MISSING_COLON',
    word: (text, start, error) => missingColon(text, { start, end: Math.min(error.pos[1], text.length) }),
  },
  {
    code: 'MISSING_CHAR',
    says: 'Comments must be separated',
    word: (_text, start) => ({
      range: { start, end: start + 1 },
      message: t('A comment needs a space before its "#".'),
    }),
  },
  {
    code: 'MISSING_CHAR',
    says: 'Tags and anchors',
    word: (text, start) => ({
      range: contentFrom(text, start),
      message: t('A tag or an anchor needs a space behind it.'),
    }),
  },
  {
    code: 'MISSING_CHAR',
    says: 'Missing newline after block sequence props',
    word: (text, start) => ({
      range: word(text, start),
      message: t('A list begins on the line below its tag or anchor. Put a line break here.'),
    }),
  },
  {
    code: 'MISSING_CHAR',
    says: 'Missing , ',
    word: (text, start) => ({
      range: flowItem(text, start),
      message: t('A comma is missing before this. Put "," between the entries.'),
    }),
  },
  {
    code: 'MISSING_CHAR',
    says: 'Missing space after :',
    word: (_text, start) => ({
      range: { start, end: start + 1 },
      message: t('A colon needs a space behind it: "key: value".'),
    }),
  },
  {
    code: 'MISSING_CHAR',
    says: 'Sequence item without',
    word: (text, start) => ({
      range: contentFrom(text, start),
      message: t(
        'This stands between the items of a list. Begin it with "- ", or indent it below the item that it belongs to.',
      ),
    }),
  },
  {
    code: 'MISSING_CHAR',
    says: 'Block collection cannot start',
    word: (text, start) => ({
      range: contentFrom(text, start),
      message: t('The document begins on the line below "---". Put a line break here.'),
    }),
  },
  {
    code: 'MISSING_CHAR',
    says: 'directives-end',
    word: (text, start) => ({
      range: restOfLine(text, lineStart(text, contentFrom(text, start).start)),
      message: t(
        'Lines that begin with "%" are directives and need a line "---" behind them. Add it, or remove the directive.',
      ),
    }),
  },
  {
    code: 'MISSING_CHAR',
    says: 'Block scalars with more-indented',
    word: (text, start) => ({
      range: contentFrom(text, start),
      message: t(
        'The empty lines above are indented deeper than this text. Remove their spaces, or indent the text as deep.',
      ),
    }),
  },
  {
    code: 'UNEXPECTED_TOKEN',
    says: 'Unexpected block-seq-ind on same line with key',
    word: (text, start) => ({
      range: restOfLine(text, start),
      message: t('A list cannot begin on the line of its key. Put each "- " on a line of its own below the key.'),
    }),
  },
  {
    code: 'UNEXPECTED_TOKEN',
    says: 'Block scalar header includes',
    word: (text, start) => ({
      range: restOfLine(text, start),
      message: t(
        'Nothing but "+", "-", a digit and a comment can stand behind "|" or ">". Begin the text on the next line, or quote the value.',
      ),
    }),
  },
  { code: 'UNEXPECTED_TOKEN', says: 'Unexpected', word: unexpected },
  {
    code: 'BLOCK_AS_IMPLICIT_KEY',
    says: 'Nested mappings',
    word: (text, start) => ({
      range: restOfLine(text, start),
      message: t(
        'A second key cannot stand on this line. Put the value in quotes, or begin the inner mapping on the next line, indented.',
      ),
    }),
  },
  {
    code: 'BLOCK_AS_IMPLICIT_KEY',
    word: (text, start) => ({
      range: contentFrom(text, start),
      message: t(
        'List items and keys stand side by side here. A mapping has keys only: indent the list below a key, or remove it.',
      ),
    }),
  },
  {
    code: 'BLOCK_IN_FLOW',
    word: (text, start) => ({
      range: restOfLine(text, start),
      message: t(
        'Entries between brackets need a comma between them. A value with a colon or a dash in it needs quotes.',
      ),
    }),
  },
  {
    code: 'MULTILINE_IMPLICIT_KEY',
    word: (text, start) => ({
      range: restOfLine(text, start),
      message: t('A key has to stand on one line, with its colon.'),
    }),
  },
  {
    code: 'KEY_OVER_1024_CHARS',
    word: (text, start) => ({
      range: restOfLine(text, start),
      message: t('A key can have at most 1024 characters. Shorten it.'),
    }),
  },
  {
    code: 'BAD_SCALAR_START',
    word: (text, start) => ({
      range: { start, end: start + 1 },
      message: t('A value cannot begin with "{0}". Put the whole value in quotes.', text.charAt(start)),
    }),
  },
  {
    code: 'BAD_DQ_ESCAPE',
    word: (text, start) => {
      const at = text.charAt(start) === '\\' ? start : start + 1;
      const range = { start: at, end: Math.min(at + 2, text.length) };
      return {
        range,
        message: t(
          '"{0}" means nothing between double quotes. Write "\\\\" for a backslash, or use single quotes.',
          quoted(text, range),
        ),
      };
    },
  },
  {
    code: 'BAD_ALIAS',
    says: 'Alias cannot be an empty',
    word: (text, start) => ({
      range: word(text, start),
      message: t('A value that begins with "*" has to be in quotes: "*" alone refers to nothing.'),
    }),
  },
  {
    code: 'BAD_ALIAS',
    word: (text, start) => ({
      range: word(text, start),
      message: t('"&" needs a name behind it. Put the value in quotes if it begins with "&".'),
    }),
  },
  {
    code: 'ALIAS_PROPS',
    word: (text, start) => ({
      range: word(text, start),
      message: t('An alias cannot have a tag or an anchor of its own. Remove it.'),
    }),
  },
  {
    code: 'BAD_PROP_ORDER',
    word: (_text, start) => ({
      range: { start, end: start + 1 },
      message: t('A tag or an anchor stands behind the colon or dash. Move it.'),
    }),
  },
  {
    code: 'MULTIPLE_ANCHORS',
    word: (text, start) => ({ range: word(text, start), message: t('A value can have one anchor. Remove this one.') }),
  },
  {
    code: 'MULTIPLE_TAGS',
    word: (text, start) => ({ range: word(text, start), message: t('A value can have one tag. Remove this one.') }),
  },
  {
    code: 'TAG_RESOLVE_FAILED',
    word: (text, start) => ({
      range: word(text, start),
      message: t('This tag is not declared. Remove it, or put the value in quotes if it begins with "!".'),
    }),
  },
  {
    code: 'BAD_DIRECTIVE',
    word: (text, start) => ({
      range: restOfLine(text, start),
      message: t('This is no YAML directive. Remove the line, or put the text in quotes.'),
    }),
  },
];

/** What stands where nothing can: behind a finished value, or where a document has ended. */
function unexpected(text: string, start: number): Wording {
  const character = text.charAt(start);
  if (character === ',')
    return { range: { start, end: start + 1 }, message: t('Nothing stands before this comma. Remove it.') };
  return {
    range: contentFrom(text, start),
    message: t('The value before this has ended. Remove the rest, or put the whole value in quotes.'),
  };
}

function unnamed(text: string, start: number): Wording {
  return {
    range: contentFrom(text, start),
    message: t('This cannot be read as YAML. Check the indentation, the quotes and the colons here.'),
  };
}

/** An anchor, alias or tag: up to white space or a bracket. */
function word(text: string, start: number): OffsetRange {
  let end = start;
  while (end < text.length && !/[\s,[\]{}]/.test(text.charAt(end))) end += 1;
  return { start, end: Math.min(Math.max(end, start + 1), text.length) };
}

/** An entry between brackets: up to the next comma or bracket on its line. */
function flowItem(text: string, offset: number): OffsetRange {
  const { start, end } = contentFrom(text, offset);
  const length = text.slice(start, end).search(/(?<!\s)\s*[,[\]{}]/);
  return { start, end: length > 0 ? start + length : end };
}
