/** One finding as people read it in a terminal: its heading, the line of the source that it is about, and notes below. */
import { t } from '@vscode/l10n';
import { createColors } from 'picocolors';
import type { Severity } from '../../../server/src/analysis/finding.ts';
import type { LineIndex } from '../../../server/src/manifest/lines.ts';
import type { OffsetRange } from '../../../server/src/manifest/tree.ts';
import { padded, printable, widthOf, wordsOf, wrapped } from './columns.ts';
import { excerpt } from './excerpt.ts';

/** Width of an excerpt where no terminal sets one. */
const PLAIN_COLUMNS = 120;
/** The narrowest that a report is broken for; below it the terminal may break as it likes. */
const LEAST_COLUMNS = 40;

type Colours = ReturnType<typeof createColors>;

export interface Style {
  /** Width of the terminal; undefined leaves long lines to whoever reads them. */
  readonly columns: number | undefined;
  readonly colours: Colours;
  readonly of: { readonly [severity in Severity]: (text: string) => string };
}

/** How a report looks on an output. */
export function styleOf({
  colour,
  columns,
}: {
  readonly colour: boolean;
  readonly columns: number | undefined;
}): Style {
  const colours = createColors(colour);
  return {
    colours,
    columns: columns === undefined ? undefined : Math.max(columns, LEAST_COLUMNS),
    of: { error: colours.red, warning: colours.yellow, information: colours.cyan, hint: colours.dim },
  };
}

/** A line below a finding, or several. */
export interface Note {
  readonly label: 'source' | 'see' | 'fix' | 'in' | 'at';
  /** Each begins on a line of its own; in words, as `wrapped` takes them. */
  readonly paragraphs: readonly (readonly string[])[];
}

/** A note of one paragraph. */
export function note(label: Note['label'], text: string): Note {
  return { label, paragraphs: [wordsOf(printable(text))] };
}

/** What a block is made of. */
export interface Found {
  readonly path: string;
  readonly lines: LineIndex;
  readonly range: OffsetRange;
  readonly severity: Severity;
  readonly code: string;
  readonly message: string;
  readonly notes: readonly Note[];
}

/** Writes one finding, without a line break at its end. */
export function findingBlock({ path, lines, range, severity, code, message, notes }: Found, style: Style): string {
  const { colours, columns, of } = style;
  const start = lines.positionAt(range.start);
  const end = lines.positionAt(range.end);
  const source = lines.lineAt(start.line);
  // A range over several lines is marked up to the end of its first.
  const markedTo = end.line === start.line ? end.character : source.trimEnd().length;
  const number = String(start.line + 1);
  const margin = ' '.repeat(number.length + 1);
  const { line, marks } = excerpt(source, start.character, markedTo, (columns ?? PLAIN_COLUMNS) - margin.length - 3);
  const at = `${printable(path)}:${number}:${start.character + 1}`;
  const tag = `${severityWord(severity)}[${code}]`;
  const label = `${at}: ${tag}:`;
  const heading = wrapped([label, ...wordsOf(printable(message))], columns, '  ');
  const colouredLabel = `${colours.bold(at)}: ${colours.bold(of[severity](tag))}:`;
  const titleWidth = Math.max(...notes.map((one) => widthOf(titleOf(one.label))));
  return [
    colouredLabel + heading.slice(label.length),
    `${colours.dim(`${number} |`)} ${line}`.trimEnd(),
    `${colours.dim(`${margin}|`)} ${of[severity](marks)}`.trimEnd(),
    ...notes.map((one) => noteLines(one, margin, titleWidth, style)),
  ].join('\n');
}

function titleOf(label: Note['label']): string {
  switch (label) {
    case 'source':
      return t('source:');
    case 'see':
      return t('see:');
    case 'fix':
      return t('fix:');
    case 'in':
      return t('in:');
    case 'at':
      return t('at:');
  }
}

/** How a report calls a severity. */
export function severityWord(severity: Severity): string {
  switch (severity) {
    case 'error':
      return t('error');
    case 'warning':
      return t('warning');
    case 'information':
      return t('information');
    case 'hint':
      return t('hint');
  }
}

/** One note; the texts of all notes of a finding begin in the same column. */
function noteLines(
  { label, paragraphs }: Note,
  margin: string,
  titleWidth: number,
  { colours, columns }: Style,
): string {
  const title = padded(titleOf(label), titleWidth);
  // A full-width colon has its space in it.
  const gap = titleOf(label).endsWith(':') ? 1 : 0;
  const indent = ' '.repeat(margin.length + 2 + titleWidth + gap);
  const room = columns === undefined ? undefined : columns - indent.length;
  const text = paragraphs.flatMap((paragraph) => wrapped(paragraph, room, '').split('\n')).join(`\n${indent}`);
  const tint = label === 'fix' ? colours.green : colours.bold;
  return `${margin}${colours.dim('=')} ${tint(title)}${' '.repeat(gap)}${text}`;
}
