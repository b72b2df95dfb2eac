/** Explanations for people: each finding with its place in the source, and below it the steps that lead to it. */
import { t } from '@vscode/l10n';
import { lineIndex } from '../../../server/src/manifest/lines.ts';
import type { ExplainedStep, Explanation } from '../../../server/src/resolve/explain/explanation.ts';
import { findingBlock, type Style, styleOf } from './block.ts';
import { glued, printable, wordsOf, wrapped } from './columns.ts';
import { environmentNote, placeNotes } from './notes.ts';
import { type CheckedFile, type CheckResult, placed } from './result.ts';

/** What a report is about. */
export interface ExplainedFile extends Pick<CheckedFile, 'path' | 'text'> {
  /** How many effective stacks it has. */
  readonly stacks: number;
  readonly explanations: readonly Explanation[];
}

/** Writes the explanations of one file for a terminal or a log. */
export function explanationReport(
  file: ExplainedFile,
  named: CheckResult['named'],
  output: { readonly colour: boolean; readonly columns: number | undefined },
): string {
  const style = styleOf(output);
  const lines = lineIndex(file.text);
  return file.explanations
    .map(({ finding, steps }) => {
      const { range, severity, code, message, related } = finding;
      const notes = [...environmentNote(finding, file.stacks), ...placeNotes(related.map(placed), file, named)];
      const block = findingBlock({ path: file.path, lines, range, severity, code, message, notes }, style);
      return steps.length === 0 ? `${block}\n` : `${block}\n\n${stepLines(steps, '  ', style).join('\n')}\n`;
    })
    .join('\n');
}

/** Numbered steps; what belongs to one stands below its words. */
function stepLines(steps: readonly ExplainedStep[], indent: string, style: Style): string[] {
  const width = String(steps.length).length + 1;
  const below = indent + ' '.repeat(width + 1);
  return steps.flatMap(({ text, sources, cases }, at) => {
    const number = `${at + 1}.`.padEnd(width);
    const label = t('source:');
    return [
      `${indent}${style.colours.bold(number)} ${indented(wordsOf(printable(text)), below, style).trimStart()}`,
      ...sources.map(({ source, checked }) => {
        const address = indented(
          [label.endsWith(':') ? label : glued(label), printable(source), t('(read {0})', checked)],
          below,
          style,
        );
        return address.replace(label, style.colours.dim(label));
      }),
      ...cases.flatMap((one) => [`${below}${printable(one.title)}`, ...stepLines(one.steps, `${below}  `, style)]),
    ];
  });
}

/** Words, broken where a line ends, with every line indented. */
function indented(words: readonly string[], indent: string, { columns }: Style): string {
  const room = columns === undefined ? undefined : Math.max(columns - indent.length, 20);
  return wrapped(words, room, '').replace(/^/gm, indent);
}
