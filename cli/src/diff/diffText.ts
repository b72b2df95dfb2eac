/** A difference for people in a terminal. */
import { t } from '@vscode/l10n';
import { createColors } from 'picocolors';
import type { Finding } from '../../../server/src/analysis/finding.ts';
import { printable, widthOf } from '../report/columns.ts';
import type { Changes, PinChange } from './changes.ts';
import { deadlineWords, moveWords, stackWords } from './words.ts';

/** Writes it, with a line break at the end. */
export function diffText({ stacks, gained, lost }: Changes, title: string, colour: boolean): string {
  const colours = createColors(colour);
  const parts = [colours.bold(printable(title))];
  for (const stack of stacks) {
    const lines = [printable(stackWords(stack)), ...pinLines(stack.pins, colours)];
    const deadline = deadlineWords(stack);
    if (deadline !== undefined) lines.push(`  ${printable(deadline)}`);
    parts.push(lines.join('\n'));
  }
  if (gained.length > 0) parts.push([colours.red(t('Found besides:')), ...gained.map(findingLine)].join('\n'));
  if (lost.length > 0) parts.push([colours.green(t('No longer found:')), ...lost.map(findingLine)].join('\n'));
  if (parts.length === 1) parts.push(t('No pin, no finding and no deadline differs.'));
  return `${parts.join('\n\n')}\n`;
}

function pinLines(pins: readonly PinChange[], colours: ReturnType<typeof createColors>): string[] {
  const names = pins.map(({ instance }) => printable(instance));
  const widest = Math.max(0, ...names.map(widthOf));
  return pins.map((change, index) => {
    const name = names[index] ?? '';
    const [sign, tint] = signOf(change, colours);
    const versions = change.kind === 'moved' ? `${change.from} -> ${change.to}` : change.version;
    const words = change.kind === 'moved' ? moveWords(change) : '';
    const note = words === '' ? '' : ` (${words})`;
    return tint(`  ${sign} ${name}${' '.repeat(widest - widthOf(name))}  ${printable(versions)}${note}`);
  });
}

function signOf(
  change: PinChange,
  { green, red, cyan, yellow }: ReturnType<typeof createColors>,
): readonly [string, (text: string) => string] {
  if (change.kind !== 'moved') return change.kind === 'added' ? ['+', green] : ['-', red];
  return ['~', change.direction === 'down' || change.jump === 'major' ? yellow : cyan];
}

function findingLine({ severity, code, message }: Finding): string {
  return `  ${severity}[${code}]: ${printable(message)}`;
}
