/** What the server knows while it runs: open documents, their settings and catalogs, and what was checked of them. */
import type { TextDocuments } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { Diagnostic } from 'vscode-languageserver-types';
import type { AnalysisContext, SeveritySettings } from '../analysis/analysis.ts';
import { analyze } from '../analysis/analyze.ts';
import type { Catalog, IsoDate } from '../catalog/model.ts';
import { catalogDiagnostics } from '../features/catalogDiagnostics.ts';
import { toDiagnostics } from '../features/diagnostics.ts';
import type { CheckedDocument, ClientTraits } from '../features/document.ts';
import { lineIndex } from '../manifest/lines.ts';
import { parseYaml } from '../manifest/parse.ts';
import type { CatalogStore } from './catalogs.ts';
import type { Configuration } from './configuration.ts';
import { DocumentChanged } from './handlers.ts';
import { kindOf } from './kinds.ts';
import { folderOf, resolveLocation } from './locations.ts';

/** What `createSession` puts together. */
export interface SessionParts {
  readonly documents: Pick<TextDocuments<TextDocument>, 'get' | 'onDidClose'>;
  readonly configuration: Configuration;
  readonly catalogs: CatalogStore;
  /** Whether the bundled catalog could not be read, so that what is in none of the others is not unknown to the world. */
  bundledMissing(): boolean;
  readonly traits: ClientTraits;
  /** URIs of the workspace folders now. */
  folders(): readonly string[];
  today(): IsoDate;
  warn(message: string): void;
  /** Is told which catalog files a document reads. */
  catalogsRead(uris: readonly string[]): void;
}

export interface Session {
  readonly traits: ClientTraits;
  /** Severities, catalog and day that hold for a document. */
  contextFor(uri: string): Promise<AnalysisContext>;
  /**
   * An open manifest, checked as it is now; undefined when there is no such manifest.
   * @throws DocumentChanged when it changed since the question
   */
  checked(uri: string): Promise<CheckedDocument | undefined>;
  /** The one validator: the diagnostics of an open document and its version; undefined when it is none of ours. */
  validate(uri: string): Promise<{ readonly version: number; readonly diagnostics: Diagnostic[] } | undefined>;
}

/** What is said of a name that is in no catalog, or of a component that no pin brings: not to be known without the catalog. */
const OF_ABSENCE: SeveritySettings = { 'unknown-component': 'off', 'missing-requirement': 'off' };

interface Kept {
  readonly document: TextDocument;
  readonly checked: CheckedDocument;
}

/** Makes a session over its parts. */
export function createSession(parts: SessionParts): Session {
  const { documents, configuration, catalogs, traits } = parts;
  const kept = new Map<string, Kept>();
  const warned = new Set<string>();
  const quieted = new WeakMap<SeveritySettings, SeveritySettings>();
  documents.onDidClose(({ document: { uri } }) => {
    kept.delete(uri);
    configuration.forget(uri);
  });

  const catalogOf = async (uri: string, paths: readonly string[]): Promise<Catalog> => {
    const folder = folderOf(uri, parts.folders());
    const uris = paths.flatMap((path) => {
      const location = resolveLocation(path, folder);
      if (location === undefined && !warned.has(path)) {
        warned.add(path);
        parts.warn(`stackpin.catalogs: "${path}" is relative, and no folder is open. Write the whole path.`);
      }
      return location ?? [];
    });
    if (uris.length > 0) parts.catalogsRead(uris);
    return catalogs.catalogFor(uris);
  };
  // The same settings have to give the same object: what was checked is kept by it.
  const withoutAbsence = (severity: SeveritySettings): SeveritySettings => {
    const known = quieted.get(severity) ?? { ...severity, ...OF_ABSENCE };
    quieted.set(severity, known);
    return known;
  };
  const contextFor = async (uri: string): Promise<AnalysisContext> => {
    const { severity, catalogs: paths } = await configuration.settingsFor(uri);
    const catalog = await catalogOf(uri, paths);
    return { catalog, date: parts.today(), severities: parts.bundledMissing() ? withoutAbsence(severity) : severity };
  };
  const check = (document: TextDocument, context: AnalysisContext): CheckedDocument => {
    const known = kept.get(document.uri);
    if (known?.document === document && known.checked.version === document.version) {
      const { catalog, date, severities } = known.checked.analysis.context;
      if (catalog === context.catalog && date === context.date && severities === context.severities)
        return known.checked;
    }
    const text = document.getText();
    const checked: CheckedDocument = {
      uri: document.uri,
      version: document.version,
      lines: lineIndex(text),
      analysis: analyze(parseYaml(text), context),
    };
    kept.set(document.uri, { document, checked });
    return checked;
  };

  const validate: Session['validate'] = async (uri) => {
    const asked = documents.get(uri);
    if (asked === undefined) return undefined;
    switch (kindOf(asked)) {
      case 'other':
        return undefined;
      case 'catalog':
        return { version: asked.version, diagnostics: catalogDiagnostics(asked.getText()) };
      case 'manifest': {
        const context = await contextFor(uri);
        const document = documents.get(uri);
        // Closed meanwhile, or no manifest any more.
        if (document === undefined || kindOf(document) !== 'manifest') return validate(uri);
        return { version: document.version, diagnostics: toDiagnostics(check(document, context), traits.diagnostics) };
      }
    }
  };

  return {
    traits,
    contextFor,
    async checked(uri) {
      const document = documents.get(uri);
      if (document === undefined || kindOf(document) !== 'manifest') return undefined;
      const { version } = document;
      const context = await contextFor(uri);
      if (documents.get(uri) !== document || document.version !== version) {
        throw new DocumentChanged(`${uri} changed while the answer was made.`);
      }
      return check(document, context);
    },
    validate,
  };
}
