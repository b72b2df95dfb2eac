/** Reads values that stand behind a key and are written simply, though not plainly; everything else is left to the YAML parser. */
import { coreValue } from './coreSchema.ts';
import { unclosedProblem } from './syntaxMessages.ts';
import type { EntryNode, MappingNode, ScalarNode, Segment, SequenceNode, SyntaxProblem } from './tree.ts';

/** A value, where the line begins that follows it, and what is wrong with it. */
export interface SimpleValue {
  readonly node: ScalarNode | MappingNode | SequenceNode;
  readonly next: number;
  readonly problem?: SyntaxProblem;
}

/** The end of a line, and spaces before it. */
const REST = / *(?:\r?\n|$)/y;

/** One-line texts in quotation marks, without any way to write a character differently (sections 7.3.1 and 7.3.2). */
const QUOTED = /"[ !#-[\]-~]*"|'[ -&(-~]*'/y;

/**
 * A quotation mark and what would be a plain text behind it. It is one that somebody is about to close, and each key that is pressed
 * until then is answered.
 */
const UNCLOSED =
  /["'](?:[A-Za-z0-9_.+/~!$%&()*,;<=>?@^|-]|:(?=[A-Za-z0-9/])| (?=[A-Za-z0-9/<>=~^|]))*(?= *(?:\r?\n|$))/y;

/** Brackets around plain texts on one line (section 7.4), which are read by themselves. */
const FLOW = /\{[ -z~]+\}|\[[ -z~]+\]/y;
const FLOW_TEXT = '[A-Za-z0-9](?:[A-Za-z0-9_.+/~$@%^()<;=-]|:(?=[A-Za-z0-9/]))*';
const FLOW_ITEM = new RegExp(` *(${FLOW_TEXT}) *(,|$)`, 'y');
const FLOW_ENTRY = new RegExp(` *([A-Za-z0-9][A-Za-z0-9_./-]{0,200}): +(${FLOW_TEXT}) *(,|$)`, 'y');

/** The head of a literal block (section 8.1.2), and one line of it. */
const LITERAL = /\| *\n/y;
const LITERAL_LINE = /( *)((?:[^ \n][^\n]*)?)\n/y;
/** What makes a literal text one for the parser: other line ends, tabs, and characters that no YAML text may hold. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are looked for
const NOT_SIMPLE = /[\0-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufeff\ufffd-\uffff]/;

/**
 * Reads a value.
 * @param at where it begins
 * @param column of the key that it belongs to
 * @returns undefined when it is not written as simply as that
 */
export function simpleValue(text: string, segment: Segment, at: number, column: number): SimpleValue | undefined {
  switch (text.charAt(at)) {
    case '"':
    case "'":
      return alone(quoted(text, segment, at), text) ?? unclosed(text, segment, at);
    case '{':
    case '[':
      return alone(flow(text, segment, at), text);
    case '|':
      return literal(text, segment, at, column);
    default:
      return undefined;
  }
}

/** Behind such a value nothing else stands on its line. */
function alone(node: SimpleValue['node'] | undefined, text: string): SimpleValue | undefined {
  if (node === undefined || !matches(REST, text, node.to)) return undefined;
  return { node, next: REST.lastIndex };
}

/** Whether an expression matches at a place; it is left behind what it matched. */
function matches(expression: RegExp, text: string, at: number): boolean {
  expression.lastIndex = at;
  return expression.test(text);
}

function quoted(text: string, segment: Segment, at: number): ScalarNode | undefined {
  if (!matches(QUOTED, text, at)) return undefined;
  const to = QUOTED.lastIndex;
  return quotedText(text.charAt(at), text.slice(at + 1, to - 1), { segment, from: at, to });
}

function quotedText(quote: string, text: string, place: Pick<ScalarNode, 'segment' | 'from' | 'to'>): ScalarNode {
  return { kind: 'scalar', style: quote === '"' ? 'double' : 'single', text, value: text, ...place };
}

/** A text that lacks its closing quotation mark. If there were one anywhere below, it might be meant. */
function unclosed(text: string, segment: Segment, at: number): SimpleValue | undefined {
  if (!matches(UNCLOSED, text, at)) return undefined;
  const to = UNCLOSED.lastIndex;
  const quote = text.charAt(at);
  if (text.includes(quote, at + 1)) return undefined;
  const read = alone(quotedText(quote, text.slice(at + 1, to), { segment, from: at, to }), text);
  return read && { ...read, problem: unclosedProblem({ reason: 'MISSING_QUOTE', offset: at, end: to, quote }) };
}

function flow(text: string, segment: Segment, at: number): MappingNode | SequenceNode | undefined {
  if (!matches(FLOW, text, at)) return undefined;
  const place = { segment, from: at, to: FLOW.lastIndex };
  const inside = text.slice(at + 1, place.to - 1);
  if (text.charAt(at) === '[') {
    const items = parts(FLOW_ITEM, inside)?.map((match) => plain(segment, match[1] ?? '', at + 1 + startOf(match, 1)));
    return items && { kind: 'sequence', flow: true, items, ...place };
  }
  const entries = parts(FLOW_ENTRY, inside)?.map((match): EntryNode => {
    const key = plain(segment, match[1] ?? '', at + 1 + startOf(match, 1));
    const value = plain(segment, match[2] ?? '', at + 1 + startOf(match, 2));
    return { segment, key, value, from: key.from, to: value.to };
  });
  if (entries === undefined || new Set(entries.map(({ key }) => key.text)).size < entries.length) return undefined;
  return { kind: 'mapping', flow: true, entries, ...place };
}

/** What stands between the commas; undefined where any of it is something else. */
function parts(expression: RegExp, inside: string): RegExpExecArray[] | undefined {
  const found: RegExpExecArray[] = [];
  for (let at = 0; ; at = expression.lastIndex) {
    expression.lastIndex = at;
    const match = expression.exec(inside);
    if (match === null) return undefined;
    found.push(match);
    if (match.at(-1) === '') return found;
  }
}

/** Where a group of a match begins: the first is behind spaces alone, the second behind the first and a colon. */
function startOf(match: RegExpExecArray, group: 1 | 2): number {
  const [whole, first = '', second = ''] = match;
  const start = whole.length - whole.trimStart().length;
  if (group === 1) return match.index + start;
  return match.index + whole.indexOf(second, start + first.length + 1);
}

/** A literal text with one line break at its end. */
function literal(text: string, segment: Segment, at: number, column: number): SimpleValue | undefined {
  if (!matches(LITERAL, text, at)) return undefined;
  let next = LITERAL.lastIndex;
  let indentation: number | undefined;
  let to = at;
  const lines: string[] = [];
  for (; next < text.length; next = LITERAL_LINE.lastIndex) {
    LITERAL_LINE.lastIndex = next;
    const [, spaces = '', content = ''] = LITERAL_LINE.exec(text) ?? [];
    if (LITERAL_LINE.lastIndex === 0) return undefined;
    if (content === '') {
      // Spaces alone can be a part of the text.
      if (spaces !== '') return undefined;
      // Nor can the first line be told apart from what is above it.
      if (indentation === undefined) return undefined;
      lines.push('');
      continue;
    }
    if (spaces.length <= column) break;
    indentation ??= spaces.length;
    if (spaces.length < indentation || NOT_SIMPLE.test(content)) return undefined;
    lines.push(spaces.slice(indentation) + content);
    to = next + spaces.length + content.trimEnd().length;
  }
  // A comment below it ends it in ways of its own.
  if (indentation === undefined || text.slice(next).trimStart().startsWith('#')) return undefined;
  while (lines.at(-1) === '') lines.pop();
  const content = `${lines.join('\n')}\n`;
  return { node: { kind: 'scalar', style: 'block', text: content, value: content, segment, from: at, to }, next };
}

/** A plain text. */
export function plain(segment: Segment, text: string, from: number): ScalarNode {
  return { kind: 'scalar', style: 'plain', text, value: coreValue(text), segment, from, to: from + text.length };
}
