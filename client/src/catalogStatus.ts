/** The language status of a manifest: how new the catalog is, and how much of the stack it speaks about. */
import {
  commands,
  Disposable,
  LanguageStatusSeverity,
  l10n,
  languages,
  type TextDocument,
  window,
  workspace,
} from 'vscode';

/** What the server answers to `stackpin.coverage` (server/src/workspace/coverage.ts): the parts that are used here. */
interface Coverage {
  readonly catalog: { readonly version: string; readonly updated: string; readonly days: number } | null;
  readonly stacks: readonly { readonly pairs: number; readonly pairsKnown: number }[];
}

/** Days after which a catalog is called old: since then a Kubernetes release and most support ends have passed it by. */
const OLD = 180;
/** Milliseconds after the last edit before the figures are made again. */
const QUIET = 500;

const MANIFEST = 'stack-manifest';

/** Shows it, and keeps it as the active manifest is. The returned `refresh` says that the server has come up. */
export function showCatalogStatus(): Disposable & { refresh(): void } {
  const catalog = languages.createLanguageStatusItem('stackpin.catalog', { language: MANIFEST });
  catalog.name = l10n.t('Stackpin: Catalog');
  const coverage = languages.createLanguageStatusItem('stackpin.coverage', { language: MANIFEST });
  coverage.name = l10n.t('Stackpin: Coverage');
  coverage.command = { command: 'stackpin.showReport', title: l10n.t('Show Report') };

  const show = ({ catalog: age, stacks }: Coverage): void => {
    const isOld = age !== null && age.days > OLD;
    catalog.severity = age === null || isOld ? LanguageStatusSeverity.Warning : LanguageStatusSeverity.Information;
    catalog.text = age === null ? l10n.t('No catalog') : l10n.t('Catalog {0}', age.version);
    catalog.detail = age === null ? l10n.t('it could not be read') : ageInWords(age.updated, age.days);
    catalog.command = isOld
      ? { command: 'extension.open', title: l10n.t('Look for a newer one'), arguments: ['stackpin.stackpin'] }
      : { command: 'stackpin.showOutput', title: l10n.t('Show Output') };
    const known = stacks.reduce((sum, { pairsKnown }) => sum + pairsKnown, 0);
    const pairs = stacks.reduce((sum, stack) => sum + stack.pairs, 0);
    coverage.text = l10n.t('{0} of {1} pairs have a statement', known, pairs);
    coverage.detail = stacks.length === 1 ? l10n.t('1 stack') : l10n.t('{0} stacks', stacks.length);
  };
  const ask = async (document: TextDocument): Promise<void> => {
    try {
      const answer = await commands.executeCommand<Coverage | null>('stackpin.coverage', document.uri.toString());
      if (answer !== null && document === window.activeTextEditor?.document) show(answer);
    } catch {
      // The server is not up yet, or has ended; it says so itself.
    }
  };

  let waiting: ReturnType<typeof setTimeout> | undefined;
  const refresh = (): void => {
    clearTimeout(waiting);
    const document = window.activeTextEditor?.document;
    if (document?.languageId === MANIFEST) waiting = setTimeout(() => void ask(document), QUIET);
  };
  const disposable = Disposable.from(
    catalog,
    coverage,
    window.onDidChangeActiveTextEditor(refresh),
    workspace.onDidChangeTextDocument(({ document }) => {
      if (document === window.activeTextEditor?.document) refresh();
    }),
    languages.onDidChangeDiagnostics(({ uris }) => {
      const active = window.activeTextEditor?.document.uri.toString();
      if (uris.some((uri) => uri.toString() === active)) refresh();
    }),
    new Disposable(() => clearTimeout(waiting)),
  );
  return Object.assign(disposable, { refresh });
}

/** "updated today", "updated 12 days ago". */
function ageInWords(updated: string, days: number): string {
  if (days <= 0) return l10n.t('of {0}', updated);
  return days === 1 ? l10n.t('of {0}, 1 day old', updated) : l10n.t('of {0}, {1} days old', updated, days);
}
