/** What the language status says of a catalog and of what it covers. */
import { type Command, LanguageStatusSeverity, l10n } from 'vscode';

/** What the server answers to `stackpin.coverage` (server/src/workspace/coverage.ts): the parts that are used here. */
export interface Coverage {
  readonly catalog: { readonly version: string; readonly updated: string; readonly days: number } | null;
  readonly stacks: readonly { readonly pairs: number; readonly pairsKnown: number }[];
}

/** One line of the status. */
export interface StatusLine {
  readonly severity: LanguageStatusSeverity;
  readonly text: string;
  readonly detail: string;
  readonly command: Command;
}

/** Days after which a catalog is called old: since then a Kubernetes release and most support ends have passed it by. */
const OLD = 180;

/** The catalog and its age; a warning where it is missing or old. */
export function catalogLine(age: Coverage['catalog']): StatusLine {
  const output: Command = { command: 'stackpin.showOutput', title: l10n.t('Show Output') };
  if (age === null) {
    const severity = LanguageStatusSeverity.Warning;
    return { severity, text: l10n.t('No catalog'), detail: l10n.t('it could not be read'), command: output };
  }
  const line = { text: l10n.t('Catalog {0}', age.version), detail: ageInWords(age.updated, age.days) };
  if (age.days <= OLD) return { ...line, severity: LanguageStatusSeverity.Information, command: output };
  const title = l10n.t('Look for a newer one');
  const command: Command = { command: 'extension.open', title, arguments: ['stackpin.stackpin'] };
  return { ...line, severity: LanguageStatusSeverity.Warning, command };
}

function ageInWords(updated: string, days: number): string {
  if (days <= 0) return l10n.t('of {0}', updated);
  return days === 1 ? l10n.t('of {0}, 1 day old', updated) : l10n.t('of {0}, {1} days old', updated, days);
}

/** How many pairs of all stacks of the manifest upstream speaks about. */
export function coverageLine(stacks: Coverage['stacks']): StatusLine {
  const known = stacks.reduce((sum, { pairsKnown }) => sum + pairsKnown, 0);
  const pairs = stacks.reduce((sum, stack) => sum + stack.pairs, 0);
  return {
    severity: LanguageStatusSeverity.Information,
    text: l10n.t('{0} of {1} pairs have a statement', known, pairs),
    detail: stacks.length === 1 ? l10n.t('1 stack') : l10n.t('{0} stacks', stacks.length),
    command: { command: 'stackpin.showReport', title: l10n.t('Show Report') },
  };
}
