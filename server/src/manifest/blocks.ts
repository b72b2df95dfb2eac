/**
 * Cuts a text into blocks: pieces that are parsed by themselves, so that an edit costs what its block costs. A block is one
 * entry of the document, of `components`, of `environments`, or of what an environment holds, with the blank lines and
 * comments below it. Where blocks end is told from the beginnings of lines alone:
 *
 * - A line in the column of an open mapping that begins like a key begins the next entry of that mapping. YAML wants
 *   everything that belongs to an entry indented deeper, texts of several lines and brackets too (yaml.org/spec/1.2.2, chapters
 *   7 and 8), except for the items of a list and, as is usual, a closing bracket: those do not begin like keys.
 * - Lines in no such column belong to the entry above them.
 */

/** What the mapping holds whose entries are blocks. */
type Role = 'root' | 'components' | 'environments' | 'environment';

/** A mapping that is open at a place of the text. */
export interface Frame {
  /** Where its keys begin, in characters from the beginning of the line; a tab counts as one. */
  readonly column: number;
  readonly role: Role;
  /** The mapping that this one is a value in. */
  readonly above: Frame | undefined;
  /** Mappings around it. */
  readonly depth: number;
}

/** What a block begins with: a document, or an entry of a mapping. */
export type Beginning = { readonly kind: 'document' } | { readonly kind: 'entry'; readonly frame: Frame };

/** The extent of one block and what it is. */
export interface Cut {
  readonly start: number;
  readonly end: number;
  /** How it was known to begin; with the text from `start` on this decides everything else. */
  readonly beginning: Beginning;
  readonly opensDocument: boolean;
  /**
   * - `preface`: what stands before the first entry of a document, or a document without entries.
   * - `entry`: an entry of a mapping.
   * - `header`: an entry whose value is the mapping that the blocks behind it are entries of.
   * - `whole`: a document that is no block mapping.
   */
  readonly kind: 'preface' | 'entry' | 'header' | 'whole';
  /** The mapping that an entry or a header is in. */
  readonly frame: Frame | undefined;
  /** How the next block begins; undefined at the end of the text. */
  readonly next: Beginning | undefined;
}

/** How the first block of every text begins. */
export const DOCUMENT: Beginning = { kind: 'document' };

const BYTE_ORDER_MARK = 0xfeff;

/** Whether blocks that begin so at the same place of the same text are the same. */
export function isSameBeginning(a: Beginning | undefined, b: Beginning | undefined): boolean {
  if (a?.kind !== 'entry' || b?.kind !== 'entry') return a?.kind === b?.kind;
  return isSameFrame(a.frame, b.frame);
}

function isSameFrame(a: Frame | undefined, b: Frame | undefined): boolean {
  if (a === b) return true;
  if (a === undefined || b === undefined || a.column !== b.column || a.role !== b.role) return false;
  return isSameFrame(a.above, b.above);
}

/**
 * Finds the block that begins at an offset, which is the beginning of a line. Never empty unless the text ends there.
 * @param beginning how the block before it said that this one begins
 * @param isFileStart whether the text begins where its file does, where there may be a byte order mark
 */
export function cutBlock(text: string, start: number, beginning: Beginning, isFileStart: boolean): Cut {
  const first = readLine(text, start, isFileStart && start === 0);
  const opensDocument = beginning.kind === 'document';
  if (beginning.kind === 'entry') return cutEntry(text, first, beginning, beginning.frame, opensDocument);
  if (first.content === 'key') {
    return cutEntry(text, first, beginning, rootFrame(first.column), opensDocument);
  }
  return cutPreface(text, first, beginning);
}

function rootFrame(column: number): Frame {
  return { column, role: 'root', above: undefined, depth: 0 };
}

/** From the beginning of a document to its first entry. */
function cutPreface(text: string, first: Line, beginning: Beginning): Cut {
  const { start } = first;
  const done = (end: number, next: Beginning | undefined): Cut => {
    return { start, end, beginning, opensDocument: true, kind: 'preface', frame: undefined, next };
  };
  let isMarked = false;
  for (let line: Line | undefined = first; line !== undefined; line = lineAfter(text, line)) {
    if (line.content === 'marker') {
      if (isMarked) return done(line.start, DOCUMENT);
      if (!isBareMarker(text, line)) return cutWhole(text, line, start, beginning);
      isMarked = true;
    } else if (line.content === 'end' && isMarked) {
      const end = endBehindDocument(text, line);
      return done(end, end < text.length ? DOCUMENT : undefined);
    } else if (line.content === 'key') {
      return done(line.start, { kind: 'entry', frame: rootFrame(line.column) });
    } else if (line.content === 'other' && !(text.charAt(line.at) === '%' && line.column === 0 && !isMarked)) {
      return cutWhole(text, line, start, beginning);
    }
  }
  return done(text.length, undefined);
}

/** A document that does not begin with the key of a block mapping, up to its end. */
function cutWhole(text: string, from: Line, start: number, beginning: Beginning): Cut {
  const done = (end: number, next: Beginning | undefined): Cut => {
    return { start, end, beginning, opensDocument: true, kind: 'whole', frame: undefined, next };
  };
  for (let line = lineAfter(text, from); line !== undefined; line = lineAfter(text, line)) {
    if (line.content === 'marker') return done(line.start, DOCUMENT);
    if (line.content !== 'end') continue;
    const end = endBehindDocument(text, line);
    return done(end, end < text.length ? DOCUMENT : undefined);
  }
  return done(text.length, undefined);
}

function cutEntry(text: string, first: Line, beginning: Beginning, frame: Frame, opensDocument: boolean): Cut {
  const { start } = first;
  const done = (end: number, kind: 'entry' | 'header', next: Beginning | undefined): Cut => {
    return { start, end, beginning, opensDocument, kind, frame, next };
  };
  const below = roleBelow(text, first, frame);
  let mayHold = below !== undefined;
  for (let line = lineAfter(text, first); line !== undefined; line = lineAfter(text, line)) {
    if (line.content === 'nothing') continue;
    if (line.content === 'marker') return done(line.start, 'entry', DOCUMENT);
    if (line.content === 'end') {
      const end = endBehindDocument(text, line);
      return done(end, 'entry', end < text.length ? DOCUMENT : undefined);
    }
    const { column } = line;
    if (line.content === 'key') {
      if (below !== undefined && mayHold && column > frame.column) {
        const held: Frame = { column, role: below, above: frame, depth: frame.depth + 1 };
        return done(line.start, 'header', { kind: 'entry', frame: held });
      }
      const open = frameAt(frame, column);
      if (open !== undefined) return done(line.start, 'entry', { kind: 'entry', frame: open });
    }
    mayHold = false;
  }
  return done(text.length, 'entry', undefined);
}

/** The open mapping whose keys begin in a column. */
function frameAt(innermost: Frame, column: number): Frame | undefined {
  let frame: Frame | undefined = innermost;
  while (frame !== undefined && frame.column > column) frame = frame.above;
  return frame?.column === column ? frame : undefined;
}

/** What the mapping would hold that is the value of an entry, if its entries are blocks; the value begins below the key's line. */
function roleBelow(text: string, { at, end }: Line, { role }: Frame): Role | undefined {
  if (role === 'components') return undefined;
  const [, key] = /^([^\s:"'`@#]+)[ \t]*:[ \t]*(?:#.*)?$/.exec(text.slice(at, end)) ?? [];
  if (key === undefined) return undefined;
  if (role === 'environments') return 'environment';
  if (key === 'components') return 'components';
  return key === 'environments' && role === 'root' ? 'environments' : undefined;
}

/** Behind a document end marker: comments and blank lines still belong to the document before it. */
function endBehindDocument(text: string, marker: Line): number {
  for (let line = lineAfter(text, marker); line !== undefined; line = lineAfter(text, line)) {
    if (line.content !== 'nothing' && line.content !== 'end') return line.start;
  }
  return text.length;
}

/** One line, and what its beginning tells. */
interface Line {
  readonly start: number;
  /** Where its content begins. */
  readonly at: number;
  /** Behind its last character, before the line break. */
  readonly end: number;
  /** Where the next line begins; that of the last is the end of the text. */
  readonly next: number;
  /** Characters before the content. */
  readonly column: number;
  /** `nothing` is blank or a comment, `marker` begins a document, `end` ends one, `key` begins like a plain or quoted key. */
  readonly content: 'nothing' | 'marker' | 'end' | 'key' | 'other';
}

function lineAfter(text: string, { next }: Line): Line | undefined {
  return next < text.length ? readLine(text, next, false) : undefined;
}

const NEWLINE = 10;
const RETURN = 13;
const TAB = 9;
const SPACE = 32;

function readLine(text: string, start: number, mayBeMarked: boolean): Line {
  // Only at the very beginning is it a mark; it takes no room.
  const margin = mayBeMarked && text.charCodeAt(0) === BYTE_ORDER_MARK ? 1 : 0;
  let at = start + margin;
  let code = text.charCodeAt(at);
  while (code === SPACE || code === TAB) {
    at += 1;
    code = text.charCodeAt(at);
  }
  let end = at;
  while (end < text.length && code !== NEWLINE && code !== RETURN) {
    end += 1;
    code = text.charCodeAt(end);
  }
  const isPair = code === RETURN && text.charCodeAt(end + 1) === NEWLINE;
  const next = end < text.length ? end + (isPair ? 2 : 1) : end;
  const column = at - start - margin;
  return { start, at, end, next, column, content: contentOf(text, at, end, column) };
}

function contentOf(text: string, at: number, end: number, column: number): Line['content'] {
  if (at === end) return 'nothing';
  const character = text.charAt(at);
  if (character === '#') return 'nothing';
  if (column === 0 && isMarkerOf(text, at, end, '---')) return 'marker';
  if (column === 0 && isMarkerOf(text, at, end, '...')) return 'end';
  if (character === '-' || character === '?' || character === ':') {
    // Before a space these are indicators; before anything else a plain text begins (section 7.3.3).
    return at + 1 === end || isBlank(text.charCodeAt(at + 1)) ? 'other' : 'key';
  }
  return NO_KEYS.includes(character) ? 'other' : 'key';
}

/** Indicators that begin no plain or quoted key (section 5.3); a closing bracket belongs to what it closes. */
const NO_KEYS = '[]{},&*!|>%';

function isMarkerOf(text: string, at: number, end: number, marker: string): boolean {
  return text.startsWith(marker, at) && (at + 3 >= end || isBlank(text.charCodeAt(at + 3)));
}

function isBareMarker(text: string, { at, end }: Line): boolean {
  return /^[ \t]*(?:#.*)?$/.test(text.slice(at + 3, end));
}

function isBlank(code: number): boolean {
  return code === SPACE || code === TAB;
}
