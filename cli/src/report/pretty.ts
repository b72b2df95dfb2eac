/** The report for people: every finding with its place in the source, who says so and what mends it, then the figures. */
import { createColors } from 'picocolors';
import type { Evidence, Severity } from '../../../server/src/analysis/finding.ts';
import { type LineIndex, lineIndex } from '../../../server/src/manifest/lines.ts';
import { printable, wordsOf, wrapped } from './columns.ts';
import { excerpt } from './excerpt.ts';
import {
  type CheckedFile,
  type CheckedFinding,
  type CheckedStack,
  type CheckResult,
  SEVERITIES,
  type Summary,
  summarise,
} from './result.ts';

export interface PrettyOptions {
  /** Which severities are listed; the figures count all. */
  readonly lists: (severity: Severity) => boolean;
  /** Only the findings, without stacks and figures: nothing at all when there are none. */
  readonly quiet: boolean;
  readonly colour: boolean;
  /** Width of the terminal; undefined leaves long lines to whoever reads them. */
  readonly columns: number | undefined;
}

/** Width of an excerpt where no terminal sets one. */
const PLAIN_COLUMNS = 120;
/** The narrowest that a report is broken for; below it the terminal may break as it likes. */
const LEAST_COLUMNS = 40;

type Colours = ReturnType<typeof createColors>;

interface Style extends Pick<PrettyOptions, 'columns'> {
  readonly colours: Colours;
  readonly of: { readonly [severity in Severity]: (text: string) => string };
}

/** A part of the report. Lines about stacks stand together; everything else is set off by an empty line. */
interface Part {
  readonly kind: 'finding' | 'stack' | 'figures';
  readonly text: string;
}

/** Writes a result for a terminal or a log; plain ASCII besides what is quoted, and coloured where asked for. */
export function prettyReport(result: CheckResult, options: PrettyOptions): string {
  const style = styleOf(options);
  const parts = result.files.flatMap((file) => fileReport(file, options, style));
  if (!options.quiet) parts.push({ kind: 'figures', text: figures(result, options, style) });
  return parts
    .map(({ kind, text }, index) => {
      const next = parts[index + 1]?.kind;
      return next === undefined || (kind === 'stack' && next === 'stack') ? `${text}\n` : `${text}\n\n`;
    })
    .join('');
}

function styleOf({ colour, columns }: PrettyOptions): Style {
  const colours = createColors(colour);
  return {
    colours,
    columns: columns === undefined ? undefined : Math.max(columns, LEAST_COLUMNS),
    of: { error: colours.red, warning: colours.yellow, information: colours.cyan, hint: colours.dim },
  };
}

function fileReport(file: CheckedFile, { lists, quiet }: PrettyOptions, style: Style): Part[] {
  const lines = lineIndex(file.text);
  const parts = file.findings
    .filter(({ severity }) => lists(severity))
    .map((finding): Part => ({ kind: 'finding', text: findingBlock(finding, file, lines, style) }));
  if (quiet) return parts;
  return [...parts, ...file.stacks.map((stack): Part => ({ kind: 'stack', text: stackLine(stack, file, style) }))];
}

function findingBlock(finding: CheckedFinding, file: CheckedFile, lines: LineIndex, style: Style): string {
  const { colours, columns, of } = style;
  const { severity, code, range, evidence, related, fixes } = finding;
  const start = lines.positionAt(range.start);
  const end = lines.positionAt(range.end);
  const source = lines.lineAt(start.line);
  // A range over several lines is marked up to the end of its first.
  const markedTo = end.line === start.line ? end.character : source.trimEnd().length;
  const number = String(start.line + 1);
  const margin = ' '.repeat(number.length + 1);
  const { line, marks } = excerpt(source, start.character, markedTo, (columns ?? PLAIN_COLUMNS) - margin.length - 3);
  const at = `${printable(file.path)}:${number}:${start.character + 1}`;
  const label = `${at}: ${severity}[${code}]:`;
  const heading = wrapped([label, ...wordsOf(printable(finding.message))], columns, '  ');
  const colouredLabel = `${colours.bold(at)}: ${colours.bold(of[severity](`${severity}[${code}]`))}:`;
  const notes = [
    ...environmentNote(finding, file),
    ...evidence.map((one) => sourceNote(one, finding.message)),
    ...related.map((place) => {
      const { line: row, character } = lines.positionAt(place.range.start);
      return note('see', `${file.path}:${row + 1}:${character + 1}: ${place.message}`);
    }),
    ...fixes.map(({ title }) => note('fix', title)),
  ];
  const labelWidth = Math.max(...notes.map(({ label: name }) => name.length));
  return [
    colouredLabel + heading.slice(label.length),
    `${colours.dim(`${number} |`)} ${line}`.trimEnd(),
    `${colours.dim(`${margin}|`)} ${of[severity](marks)}`.trimEnd(),
    ...notes.map((one) => noteLines(one, margin, labelWidth, style)),
  ].join('\n');
}

interface Note {
  readonly label: 'source' | 'see' | 'fix' | 'in';
  /** Each begins on a line of its own; in words, as `wrapped` takes them. */
  readonly paragraphs: readonly (readonly string[])[];
}

function note(label: Note['label'], text: string): Note {
  return { label, paragraphs: [wordsOf(printable(text))] };
}

/** What a source says, without the sentences that the message has just said, and where it says so. */
function sourceNote({ statement, source, checked }: Evidence, message: string): Note {
  const unsaid = statement.split(/(?<=\.) /).filter((sentence) => !message.includes(sentence.replace(/\.$/, '')));
  const address = [printable(source), `(read ${checked})`];
  return {
    label: 'source',
    paragraphs: unsaid.length === 0 ? [address] : [wordsOf(printable(unsaid.join(' '))), address],
  };
}

/** Names the environments, unless the finding holds in the file's own components alone or in every stack of the file. */
function environmentNote({ environments }: CheckedFinding, { stacks }: CheckedFile): Note[] {
  const named = environments.filter((environment) => environment !== null);
  if (named.length === 0 || environments.length === stacks.length) return [];
  const plural = named.length === 1 ? 'environment' : 'environments';
  const also = environments.includes(null) ? ', and without one' : '';
  return [note('in', `${plural} ${named.join(', ')}${also}`)];
}

/** One note; the texts of all notes of a finding begin in the same column. */
function noteLines(
  { label, paragraphs }: Note,
  margin: string,
  labelWidth: number,
  { colours, columns }: Style,
): string {
  const title = `${label}:`.padEnd(labelWidth + 1);
  const indent = ' '.repeat(margin.length + 2 + title.length + 1);
  const room = columns === undefined ? undefined : columns - indent.length;
  const text = paragraphs.flatMap((paragraph) => wrapped(paragraph, room, '').split('\n')).join(`\n${indent}`);
  const tint = label === 'fix' ? colours.green : colours.bold;
  return `${margin}${colours.dim('=')} ${tint(title)} ${text}`;
}

function stackLine(stack: CheckedStack, file: CheckedFile, { colours, columns }: Style): string {
  const { document, name, environment, pins, pairs, pairsKnown } = stack;
  const title = name === null ? `stack ${document + 1}` : `stack ${printable(name)}`;
  const where = environment === null ? '' : `, environment ${printable(environment)}`;
  const coverage =
    pairs === 0
      ? 'no pairs to judge'
      : `${pairsKnown} of ${counted(pairs, 'pair')} ${pairs === 1 ? 'has' : 'have'} a statement`;
  const path = printable(file.path);
  const text = `${title}${where}: ${counted(pins, 'pin')}, ${coverage}`;
  const line = wrapped([`${path}:`, ...wordsOf(text)], columns, '  ');
  return colours.bold(path) + line.slice(path.length);
}

function figures(result: CheckResult, { lists }: PrettyOptions, { columns, colours, of }: Style): string {
  const { asOf, catalog, extraCatalogs } = result;
  const summary = summarise(result);
  const found = SEVERITIES.flatMap((severity) => countOf(summary, severity, lists, of[severity]));
  const first = `${counted(summary.files, 'file')}, ${counted(summary.stacks, 'stack')}: ${found.join(', ') || colours.green('nothing found')}`;
  const extras = extraCatalogs.length === 0 ? '' : `, with ${extraCatalogs.map(printable).join(', ')}`;
  const second = `as of ${asOf}, catalog ${catalog.version} (${catalog.updated})${extras}`;
  return `${first}\n${wrapped(wordsOf(second), columns, '  ')}`;
}

function countOf(
  summary: Summary,
  severity: Severity,
  lists: PrettyOptions['lists'],
  tint: (text: string) => string,
): string[] {
  const count = {
    error: summary.errors,
    warning: summary.warnings,
    information: summary.information,
    hint: summary.hints,
  }[severity];
  if (count === 0) return [];
  const text = severity === 'information' ? `${count} information` : counted(count, severity);
  return [`${tint(text)}${lists(severity) ? '' : ' (see --verbose)'}`];
}

function counted(count: number, thing: string): string {
  return `${count} ${thing}${count === 1 ? '' : 's'}`;
}
