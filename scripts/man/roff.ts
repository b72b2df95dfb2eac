/** Pieces of a manual page, in the macros that groff_man(7) and mandoc's man(7) both know. */

/**
 * Text of a paragraph, a line for each sentence, as man(7) asks for. What looks like an option keeps its hyphens, so that it can be
 * copied and searched for.
 */
export function prose(text: string): string {
  return escaped(text.replace(/\s+/g, ' ').trim())
    .replace(/(?<![\w-])--?(?=[a-z])[\w-]*/gi, (option) => option.replaceAll('-', '\\-'))
    .split(/(?<=[.:]) (?=[A-Z])/)
    .flatMap((sentence) => sentence.match(LINES) ?? [])
    .map((line) => guarded(line.trim()))
    .join('\n');
}

/** As many words as go into a line that a terminal shows whole; at least one. */
const LINES = /\S.{0,77}\S(?=\s|$)|\S+/g;

/** A line as it is typed or stands in a file. */
export function literal(text: string): string {
  return guarded(escaped(text).replaceAll('-', '\\-').replaceAll("'", '\\(aq').replaceAll('`', '\\(ga'));
}

export const bold = (text: string): string => `\\fB${literal(text)}\\fR`;
export const italic = (text: string): string => `\\fI${literal(text)}\\fR`;

/** A paragraph that begins with a term, which stands out. */
export function tagged(term: string, text: string): string {
  return `.TP\n${term}\n${text}`;
}

/** Lines that are kept as they are. */
export function example(lines: readonly string[]): string {
  return ['.PP', '.RS 4', '.nf', ...lines.map(literal), '.fi', '.RE'].join('\n');
}

export function section(title: string, ...parts: readonly string[]): string {
  return [`.SH ${title.toUpperCase()}`, ...parts].join('\n');
}

export function subsection(title: string, ...parts: readonly string[]): string {
  return [`.SS "${literal(title)}"`, ...parts].join('\n');
}

/** An argument of a macro. */
export function quoted(text: string): string {
  return `"${escaped(text).replaceAll('"', '\\(dq')}"`;
}

/** https://man7.org/linux/man-pages/man7/groff_char.7.html: what formatters would write as something else. */
function escaped(text: string): string {
  const foreign = /[^\x20-\x7e]/.exec(text)?.[0];
  if (foreign !== undefined) throw new Error(`A manual page can have no ${JSON.stringify(foreign)}: ${text}`);
  return text.replaceAll('\\', '\\e').replaceAll('^', '\\(ha').replaceAll('~', '\\(ti');
}

/** A line that begins with a full stop or an apostrophe would be a request. */
function guarded(line: string): string {
  return /^[.']/.test(line) ? `\\&${line}` : line;
}
