/** The language status of a manifest: how new the catalog is, and how much of the stack it speaks about. */
import { commands, Disposable, l10n, languages, type TextDocument, window, workspace } from 'vscode';
import { type Coverage, catalogLine, coverageLine } from './catalogStatusWords.ts';

/** Milliseconds after the last edit before the figures are made again. */
const QUIET = 500;

const MANIFEST = 'stack-manifest';

/** Shows it, and keeps it as the active manifest is. The returned `refresh` says that the server has come up. */
export function showCatalogStatus(): Disposable & { refresh(): void } {
  const catalog = languages.createLanguageStatusItem('stackpin.catalog', { language: MANIFEST });
  catalog.name = l10n.t('Stackpin: Catalog');
  const coverage = languages.createLanguageStatusItem('stackpin.coverage', { language: MANIFEST });
  coverage.name = l10n.t('Stackpin: Coverage');

  const show = ({ catalog: age, stacks }: Coverage): void => {
    Object.assign(catalog, catalogLine(age));
    Object.assign(coverage, coverageLine(stacks));
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
