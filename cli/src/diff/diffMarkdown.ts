/** A difference as Markdown, for a comment in a pull request. */
import { t } from '@vscode/l10n';
import { addressOf } from '../../../server/src/analysis/codes.ts';
import type { Finding } from '../../../server/src/analysis/finding.ts';
import type { Changes, PinChange } from './changes.ts';
import { deadlineWords, moveWords, stackWords } from './words.ts';

/** Writes it, with a line break at the end. */
export function diffMarkdown({ stacks, gained, lost }: Changes, title: string): string {
  const parts = [`### ${escaped(title)}`];
  for (const stack of stacks) {
    parts.push(`**${escaped(stackWords(stack))}**`);
    if (stack.pins.length > 0) parts.push(table(stack.pins));
    const deadline = deadlineWords(stack);
    if (deadline !== undefined) parts.push(escaped(deadline));
  }
  if (gained.length > 0) parts.push(`**${t('Found besides')}**`, gained.map(findingLine).join('\n'));
  if (lost.length > 0) parts.push(`**${t('No longer found')}**`, lost.map(findingLine).join('\n'));
  if (parts.length === 1) parts.push(t('No pin, no finding and no deadline differs.'));
  return `${parts.join('\n\n')}\n`;
}

function table(pins: readonly PinChange[]): string {
  const head = [t('pin'), t('before'), t('after'), t('change')];
  const rows = pins.map((change) => {
    const before = change.kind === 'moved' ? change.from : change.kind === 'removed' ? change.version : '';
    const after = change.kind === 'moved' ? change.to : change.kind === 'added' ? change.version : '';
    return [change.instance, before, after, moveWords(change)].map(escaped);
  });
  return [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}

function findingLine(finding: Finding): string {
  const { severity, code, message } = finding;
  return `- ${severity} [${code}](${addressOf(finding)}): ${escaped(message)}`;
}

/** What Markdown and HTML would take for themselves. */
function escaped(text: string): string {
  return text.replace(/[\\`*_[\]<>#|~&]/g, '\\$&').replace(/\s+/g, ' ');
}
