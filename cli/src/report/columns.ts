/** How text looks in a terminal: how many columns it takes, and what is shown for what must not reach the terminal as it is. */

/** Columns between tab stops. Only the look of an excerpt depends on it. */
const TAB_WIDTH = 4;

/** One character as people see it (a grapheme). */
export interface Cell {
  /** What is printed for it. */
  readonly shown: string;
  /** Columns it takes. */
  readonly width: number;
  /** Where it stands in the text, in UTF-16 units. */
  readonly offset: number;
}

/** Made when it is first used: most help is ASCII. */
let segmenter: Intl.Segmenter | undefined;

/** Line breaks, escape sequences and other control characters, and marks that reorder text, as one can hide code with them. */
const UNSAFE = /[\p{Cc}\u2028\u2029\u200e\u200f\u061c\u202a-\u202e\u2066-\u2069\ufeff]/u;

/** East Asian wide and full-width forms and emoji: https://www.unicode.org/reports/tr11/. */
const WIDE =
  /[\u1100-\u115f\u2e80-\u303e\u3041-\u33ff\u3400-\u4dbf\u4e00-\u9fff\ua000-\ua4cf\ua960-\ua97f\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6\u{20000}-\u{3fffd}\p{Emoji_Presentation}]|\ufe0f/u;

/** Marks that stand on the character before them. */
const ONLY_MARKS = /^[\p{Mn}\p{Me}\p{Cf}]+$/u;

/** Splits one line of text into what a terminal shows; tabs reach to the next stop. */
export function cellsOf(text: string): Cell[] {
  const cells: Cell[] = [];
  let column = 0;
  segmenter ??= new Intl.Segmenter('en', { granularity: 'grapheme' });
  for (const { segment, index } of segmenter.segment(text)) {
    const cell = cellOf(segment, index, column);
    cells.push(cell);
    column += cell.width;
  }
  return cells;
}

function cellOf(segment: string, offset: number, column: number): Cell {
  if (segment === '\t') {
    const width = TAB_WIDTH - (column % TAB_WIDTH);
    return { shown: ' '.repeat(width), width, offset };
  }
  if (UNSAFE.test(segment)) {
    const shown = [...segment].map((character) => (UNSAFE.test(character) ? escaped(character) : character)).join('');
    return { shown, width: shown.length, offset };
  }
  const width = ONLY_MARKS.test(segment) ? 0 : WIDE.test(segment) ? 2 : 1;
  return { shown: segment, width, offset };
}

function escaped(character: string): string {
  return `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}`;
}

/** A text that is safe to print on one line, whatever is in it. */
export function printable(text: string): string {
  return UNSAFE.test(text)
    ? [...text].map((character) => (UNSAFE.test(character) ? escaped(character) : character)).join('')
    : text;
}

/** Columns that a printable text takes. */
export function widthOf(text: string): number {
  if (ASCII.test(text)) return text.length;
  return cellsOf(text).reduce((sum, { width }) => sum + width, 0);
}

const ASCII = /^[\x20-\x7e]*$/;

/** As much of the beginning of a text as there is room for. */
export function cut(text: string, columns: number): string {
  let width = 0;
  let shown = '';
  for (const cell of cellsOf(text)) {
    width += cell.width;
    if (width > columns) break;
    shown += cell.shown;
  }
  return shown;
}

/** A text with spaces up to a width in columns. */
export function padded(text: string, width: number): string {
  return text + ' '.repeat(Math.max(width - widthOf(text), 0));
}

/** Stands at the end of a word that the next follows without a space. Unicode keeps it for such uses: no text has it. */
const NO_SPACE = '\ufdd0';

/** Ideographs and kana, between any two of which a line may be broken. */
const WIDE_LETTER = '\\u3041-\\u30ff\\u3400-\\u4dbf\\u4e00-\\u9fff';
/** Marks that are as wide, and what belongs to no end of a line: quotes and brackets that open, and what closes or ends something. */
const WIDE_MARK = '\\u3001-\\u303f\\uff01-\\uff60';
const OPENING = '\\u2018\\u201c\\u3008\\u300a\\u300c\\u300e\\u3010\\uff08([{';
const CLOSING =
  '\\u2019\\u201d\\u2026\\u3001\\u3002\\u3009\\u300b\\u300d\\u300f\\u3011\\uff01\\uff09\\uff0c\\uff0e\\uff1a\\uff1b\\uff1f.,:;!?)}\\]';

/**
 * Where Chinese and Japanese may be broken though they have no spaces: beside such a letter or mark, but neither before what
 * ends something nor behind what begins it (https://www.unicode.org/reports/tr14/, classes ID, CL and OP).
 */
const BREAK = new RegExp(
  `(?<=[${WIDE_LETTER}${WIDE_MARK}])(?<![${OPENING}])(?![${CLOSING}])|(?<=[^${OPENING}])(?=[${WIDE_LETTER}\\u3008\\u300a\\u300c\\u300e\\u3010\\uff08])`,
);

/** A word that the next follows without a space. */
export function glued(word: string): string {
  return word + NO_SPACE;
}

/** The parts of a text between which a line may be broken. */
export function wordsOf(text: string): string[] {
  const words = text.split(' ');
  if (ASCII.test(text)) return words;
  return words.flatMap((word) => {
    const parts = word.split(BREAK);
    return parts.map((part, place) => (place === parts.length - 1 ? part : glued(part)));
  });
}

/**
 * Breaks a text between words, so that no line is wider than `columns` where it can be helped.
 * @param words are not broken, even where they hold spaces
 * @param columns undefined leaves the text on one line
 * @param indent put before every line but the first
 */
export function wrapped(words: readonly string[], columns: number | undefined, indent: string): string {
  const lines: string[] = [];
  let line = '';
  let width = 0;
  // What stands between the word before and this one.
  let gap = ' ';
  for (const [place, written] of words.entries()) {
    const isGlued = written.endsWith(NO_SPACE);
    const word = isGlued ? written.slice(0, -NO_SPACE.length) : written;
    const wordWidth = columns === undefined ? 0 : widthOf(word);
    if (columns !== undefined && line !== '' && width + gap.length + wordWidth > columns) {
      lines.push(line);
      [line, width] = [indent + word, indent.length + wordWidth];
    } else if (columns === undefined ? place === 0 : line === '') {
      [line, width] = [word, wordWidth];
    } else {
      [line, width] = [line + gap + word, width + gap.length + wordWidth];
    }
    gap = isGlued ? '' : ' ';
  }
  return [...lines, line].join('\n');
}
