/**
 * As much of Terraform's language as it takes to find blocks and their literal attributes
 * (https://developer.hashicorp.com/terraform/language/syntax/configuration). Takes any text; what it cannot read it skips.
 */

/** `resource "helm_release" "x" { … }` */
export interface Block {
  readonly type: string;
  readonly labels: readonly string[];
  /** From 1. */
  readonly line: number;
  /** By name; of one written twice the last. */
  readonly attributes: ReadonlyMap<string, Attribute>;
}

export interface Attribute {
  /** From 1. */
  readonly line: number;
  /** Of a string without templates, or of a number; undefined for every other expression. */
  readonly literal: string | undefined;
  /** As it is written, up to the end of its line. */
  readonly written: string;
}

interface Token {
  readonly kind: 'word' | 'string' | 'mark' | 'end';
  readonly text: string;
  readonly line: number;
  readonly start: number;
  readonly end: number;
}

const TOKEN =
  /(?<skip>[ \t\r]+|#[^\n]*|\/\/[^\n]*|\/\*[\s\S]*?(?:\*\/|$))|(?<heredoc><<-?(?<tag>\w+)(?!\w)[^\n]*(?:\n|$))|(?<string>"(?:[^"\\\n]|\\.)*"?)|(?<end>\n)|(?<word>[\w.-]+)|(?<mark>[\s\S])/y;

/** The blocks of a file at its top, without those inside of them. */
export function blocksOf(text: string): readonly Block[] {
  const tokens = tokensOf(text);
  const blocks: Block[] = [];
  for (let at = 0; at < tokens.length; at += 1) {
    const first = tokens[at];
    if (first?.kind !== 'word') continue;
    const labels: string[] = [];
    let next = at + 1;
    for (; tokens[next]?.kind === 'string'; next += 1) labels.push(unquoted(tokens[next]?.text ?? ''));
    if (tokens[next]?.text !== '{') continue;
    const { attributes, end } = bodyOf(tokens, next + 1, text);
    blocks.push({ type: first.text, labels, line: first.line, attributes });
    at = end;
  }
  return blocks;
}

/** Attributes from behind a brace to the one that closes it; those of blocks and objects inside are not its own. */
function bodyOf(
  tokens: readonly Token[],
  start: number,
  text: string,
): { readonly attributes: ReadonlyMap<string, Attribute>; readonly end: number } {
  const attributes = new Map<string, Attribute>();
  let depth = 1;
  let at = start;
  for (; at < tokens.length; at += 1) {
    const token = tokens[at];
    if (token === undefined) break;
    if (token.kind === 'mark' && '{[('.includes(token.text)) depth += 1;
    if (token.kind === 'mark' && '}])'.includes(token.text)) depth -= 1;
    if (depth === 0) break;
    const isName = depth === 1 && token.kind === 'word' && tokens[at - 1]?.kind !== 'mark';
    const value = tokens[at + 2];
    if (!isName || tokens[at + 1]?.text !== '=' || value === undefined || tokens[at + 2]?.text === '=') continue;
    attributes.set(token.text, attributeOf(tokens, at + 2, token.line, text));
  }
  return { attributes, end: at };
}

function attributeOf(tokens: readonly Token[], at: number, line: number, text: string): Attribute {
  const value = tokens[at];
  const [behind, end] = [tokens[at + 1], endOfLine(text, value?.start ?? text.length)];
  const written = text.slice(value?.start ?? end, end).trim();
  const isWhole = behind === undefined || behind.kind === 'end' || behind.text === '}';
  if (value === undefined || !isWhole) return { line, literal: undefined, written };
  if (value.kind === 'word' && /^\d+(?:\.\d+)*$/.test(value.text)) return { line, literal: value.text, written };
  const isLiteral = value.kind === 'string' && !/[$%]\{/.test(value.text);
  return { line, literal: isLiteral ? unquoted(value.text) : undefined, written };
}

function endOfLine(text: string, from: number): number {
  const end = text.indexOf('\n', from);
  return end < 0 ? text.length : end;
}

function tokensOf(text: string): readonly Token[] {
  const tokens: Token[] = [];
  const matcher = new RegExp(TOKEN);
  let line = 1;
  while (matcher.lastIndex < text.length) {
    const start = matcher.lastIndex;
    const groups = matcher.exec(text)?.groups;
    if (groups === undefined) break;
    if (groups.tag !== undefined) matcher.lastIndex = endOfHeredoc(text, matcher.lastIndex, groups.tag);
    const end = matcher.lastIndex;
    const kind =
      groups.word !== undefined
        ? 'word'
        : groups.end !== undefined
          ? 'end'
          : groups.mark !== undefined
            ? 'mark'
            : undefined;
    if (groups.string !== undefined) tokens.push({ kind: 'string', text: groups.string, line, start, end });
    else if (kind !== undefined) tokens.push({ kind, text: text.slice(start, end), line, start, end });
    line += text.slice(start, end).split('\n').length - 1;
  }
  return tokens;
}

/** Where the line ends that closes a text of several lines; the end of all where none does. */
function endOfHeredoc(text: string, from: number, tag: string): number {
  for (let at = from; at < text.length; ) {
    const end = endOfLine(text, at);
    if (text.slice(at, end).trim() === tag) return end;
    at = end + 1;
  }
  return text.length;
}

function unquoted(text: string): string {
  return text.replace(/^"|"$/g, '').replace(/\\(["\\])/g, '$1');
}
