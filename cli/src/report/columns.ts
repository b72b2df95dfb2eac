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

const segmenter = new Intl.Segmenter('en', { granularity: 'grapheme' });

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
  return cellsOf(text).reduce((sum, { width }) => sum + width, 0);
}

/** The parts of a text between which a line may be broken. */
export function wordsOf(text: string): string[] {
  return text.split(' ');
}

/**
 * Breaks a text between words, so that no line is wider than `columns` where it can be helped.
 * @param words are not broken, even where they hold spaces
 * @param columns undefined leaves the text on one line
 * @param indent put before every line but the first
 */
export function wrapped(words: readonly string[], columns: number | undefined, indent: string): string {
  if (columns === undefined) return words.join(' ');
  const lines: string[] = [];
  let line = '';
  let width = 0;
  for (const word of words) {
    const wordWidth = widthOf(word);
    if (line !== '' && width + 1 + wordWidth > columns) {
      lines.push(line);
      [line, width] = [indent + word, indent.length + wordWidth];
    } else {
      [line, width] = line === '' ? [word, wordWidth] : [`${line} ${word}`, width + 1 + wordWidth];
    }
  }
  return [...lines, line].join('\n');
}
