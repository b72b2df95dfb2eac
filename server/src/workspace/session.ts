/** What the server knows while it runs: open documents, their settings and catalogs, and what was checked of them. */
import { t } from '@vscode/l10n';
import type { TextDocuments } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { Diagnostic } from 'vscode-languageserver-types';
import type { AnalysisContext, SeveritySettings } from '../analysis/analysis.ts';
import { analyze } from '../analysis/analyze.ts';
import { type AnalysisMemory, analysisMemory } from '../analysis/memory.ts';
import { withOwnCatalogs } from '../analysis/ownCatalogs.ts';
import type { IsoDate } from '../catalog/model.ts';
import type { Origin } from '../composition/layers.ts';
import { type LoadedFiles, loadBases } from '../composition/load.ts';
import type { CheckedCatalog, ReadCatalogFile } from '../features/catalogFile/checkedCatalog.ts';
import { catalogDiagnostics } from '../features/catalogFile/diagnostics.ts';
import { toDiagnostics } from '../features/diagnostics.ts';
import type { CheckedDocument, ClientTraits } from '../features/document.ts';
import type { DriftAnswers } from '../features/drift/answers.ts';
import { baseReader, isSameFiles } from './bases.ts';
import { type BaseUses, usesOf, withUses } from './baseUses.ts';
import { catalogLinter } from './catalogLinter.ts';
import type { CatalogStore } from './catalogs.ts';
import type { Configuration } from './configuration.ts';
import type { DriftStore } from './drift.ts';
import { type DocumentKind, kindOf } from './kinds.ts';
import { folderOf, resolveLocation } from './locations.ts';
import { isManifestFile, type ManifestFile, type ManifestStore } from './manifests.ts';
import { isSameContext, ownReader } from './ownReader.ts';
import { type Questions, questions } from './questions.ts';
import { recent } from './recent.ts';
import { usedCatalogs } from './usedCatalogs.ts';

/** What `createSession` puts together. */
export interface SessionParts {
  readonly documents: Pick<TextDocuments<TextDocument>, 'get' | 'onDidClose'>;
  readonly configuration: Configuration;
  readonly catalogs: CatalogStore;
  readonly manifests: ManifestStore;
  readonly uses: BaseUses;
  readonly drift: Pick<DriftStore, 'of'>;
  /** Whether the bundled catalog could not be read, so that what is in none of the others is not unknown to the world. */
  bundledMissing(): boolean;
  readonly traits: ClientTraits;
  /** URIs of the workspace folders now. */
  folders(): readonly string[];
  today(): IsoDate;
  warn(message: string): void;
  /** Is told which catalog files a document reads. */
  catalogsRead(uris: readonly string[]): void;
  /** Is told when open catalogs are laid with others than before, so that they have to be linted again. */
  catalogsUsed(): void;
  /** Is told when what others use of a base is different, so that the base has to be checked again. */
  basesUsed(): void;
}

export interface Session {
  readonly traits: ClientTraits;
  /** Whether somebody wants to see hints in a document. */
  showsInlayHints(uri: string): Promise<boolean>;
  /** Whether hints about support are among them. */
  showsSupportHints(uri: string): Promise<boolean>;
  /** Severities, catalog and day that hold for a document, without what it names itself. */
  contextFor(uri: string): Promise<AnalysisContext>;
  /**
   * An open manifest, checked as it is now; undefined when there is no such manifest.
   * @throws DocumentChanged when it changed since the question
   */
  checked(uri: string): Promise<CheckedDocument | undefined>;
  /**
   * An open catalog, linted as it is now among those that it is used with; undefined when there is no such catalog.
   * @throws DocumentChanged when it changed since the question
   */
  checkedCatalog(uri: string): Promise<CheckedCatalog | undefined>;
  /**
   * A manifest as it is now, open or not; undefined when it cannot be read.
   * @param isFresh what is on disk is read again
   */
  manifestFile(uri: string, isFresh: boolean): Promise<ManifestFile | undefined>;
  /** The catalog files that a checked manifest was checked with, the last on top. */
  catalogFiles(uri: string): Promise<readonly ReadCatalogFile[]>;
  /** Whether a file is there, or an open document that is to become it. */
  isTaken(uri: string): Promise<boolean>;
  /** What the files that a setting names say of other versions; undefined where it names none. */
  drift(checked: CheckedDocument): Promise<DriftAnswers | undefined>;
  /** What answers about a checked document, loaded (questions.ts). */
  readonly loadedFor: Questions['loadedFor'];
  /**
   * The diagnostics of a manifest that is not open, as it is on disk.
   * @param before what came of it last: the answer is `unchanged` when nothing that it was made of is different
   * @returns undefined when the file cannot be read
   */
  validateFile(uri: string, before?: FileState): Promise<FileReport | 'unchanged' | undefined>;
  /** The one validator: the diagnostics of an open document and its version; undefined when it is none of ours. */
  validate(uri: string): Promise<{ readonly version: number; readonly diagnostics: Diagnostic[] } | undefined>;
}

/** What a manifest that is not open was made of. Bases are compared by their objects: the same state, the same object. */
export interface FileState {
  readonly reached: LoadedFiles['reached'];
  readonly context: AnalysisContext;
  /** The name of the file, and what others use of it. */
  readonly name: string;
  readonly used: readonly string[];
}

export interface FileReport {
  readonly state: FileState;
  readonly diagnostics: Diagnostic[];
}

/** What is said because nothing was found: not to be known without the catalog. */
const OF_ABSENCE: SeveritySettings = {
  'unknown-component': 'off',
  'missing-requirement': 'off',
  'unused-acknowledgement': 'off',
};

/** What was checked last of an open manifest, and what it was made of. */
interface Kept {
  readonly file: ManifestFile;
  readonly reached: LoadedFiles['reached'];
  readonly used: readonly string[];
  readonly checked: CheckedDocument;
  readonly memory: AnalysisMemory;
}

/** Open documents of which more than the text is kept; the others are read again when somebody looks at them. */
const MOST_KEPT = 32;

/** What a manifest is to be checked with. */
interface Surroundings {
  readonly reached: LoadedFiles['reached'];
  readonly origin: Origin;
  readonly context: AnalysisContext;
  /** Where the catalogs are that it and its bases name. */
  readonly locations: readonly string[];
}

/** Makes a session over its parts. */
export function createSession(parts: SessionParts): Session {
  const { documents, configuration, catalogs, manifests, uses, traits } = parts;
  const kept = recent<Kept>(MOST_KEPT, (uri) => {
    const document = documents.get(uri);
    if (document !== undefined) manifests.drop(document);
  });
  const warned = new Set<string>();
  const quieted = new WeakMap<SeveritySettings, SeveritySettings>();
  const used = usedCatalogs();
  const linter = catalogLinter(catalogs);
  const asked = questions(documents);
  documents.onDidClose(({ document: { uri } }) => {
    kept.delete(uri);
    used.forget(uri);
    linter.forget(uri);
    configuration.forget(uri);
  });

  /** The catalog files that settings name for a document. */
  const catalogsFor = (uri: string, paths: readonly string[]): string[] => {
    const folder = folderOf(uri, parts.folders());
    const uris = paths.flatMap((path) => {
      const location = resolveLocation(path, folder);
      if (location === undefined && !warned.has(path)) {
        warned.add(path);
        parts.warn(
          t('{0}: "{1}" is relative, and no folder is open. Write the whole path.', 'stackpin.catalogs', path),
        );
      }
      return location ?? [];
    });
    if (uris.length > 0) parts.catalogsRead(uris);
    return uris;
  };
  // The same settings have to give the same object: what was checked is kept by it.
  const withoutAbsence = (severity: SeveritySettings): SeveritySettings => {
    const known = quieted.get(severity) ?? { ...severity, ...OF_ABSENCE };
    quieted.set(severity, known);
    return known;
  };
  const contextOver = async (uris: readonly string[], severity: SeveritySettings): Promise<AnalysisContext> => {
    const catalog = await catalogs.catalogFor(uris);
    return { catalog, date: parts.today(), severities: parts.bundledMissing() ? withoutAbsence(severity) : severity };
  };
  const contextFor = async (uri: string): Promise<AnalysisContext> => {
    const { severity, catalogs: paths } = await configuration.settingsFor(uri);
    return contextOver(catalogsFor(uri, paths), severity);
  };
  const surroundings = async (
    uri: string,
    file: ManifestFile,
    given: readonly string[],
    below: AnalysisContext,
  ): Promise<Surroundings> => {
    const { source, reached } = await loadBases(file, baseReader(uri, parts.folders(), manifests));
    const origin: Origin = { uri: file.uri, source };
    const own = ownReader(uri, given, below, catalogs);
    const context = await withOwnCatalogs(file.file, below, own, origin);
    if (own.locations.length > 0) parts.catalogsRead(own.locations);
    return { reached, origin, context, locations: own.locations };
  };
  /** Checks what was read, and tells what it uses of its bases. */
  const analyzed = (
    uri: string,
    version: number,
    file: ManifestFile,
    around: Surroundings,
    memory?: AnalysisMemory,
  ): CheckedDocument => {
    const whole = analyze(file.file, around.context, around.origin, memory);
    const bases = [...around.reached.values()].filter(isManifestFile);
    const textOf = (base: string) => bases.find((one) => one.uri === base)?.file.text;
    if (uses.note(file.uri, usesOf(whole, textOf))) parts.basesUsed();
    const analysis = withUses(whole, uses.of(file.uri));
    return { uri, version, lines: file.file.source, analysis };
  };
  const check = async (document: TextDocument): Promise<CheckedDocument> => {
    const { uri } = document;
    const { severity, catalogs: paths } = await configuration.settingsFor(uri);
    const given = catalogsFor(uri, paths);
    const below = await contextOver(given, severity);
    const { version } = document;
    const file = await manifests.open(document);
    const around = await surroundings(uri, file, given, below);
    // Places in a file that was parsed again meanwhile are those of the newer one.
    if (document.version !== version) return check(document);
    const { reached, context, locations } = around;
    // Closed meanwhile, or opened anew: nothing of it is kept.
    const isOpen = documents.get(uri) === document;
    const news = isOpen ? used.note(uri, [...given, ...locations]) : [];
    if (news.some((one) => documents.get(one) !== undefined)) parts.catalogsUsed();
    const known = kept.get(uri);
    if (
      known !== undefined &&
      known.file === file &&
      known.used === uses.of(file.uri) &&
      isSameFiles(known.reached, reached) &&
      isSameContext(known.checked.analysis.context, context)
    )
      return known.checked;
    const memory = known?.memory ?? analysisMemory();
    const checked = analyzed(uri, version, file, around, memory);
    if (isOpen) kept.set(uri, { file, reached, used: uses.of(file.uri), checked, memory });
    return checked;
  };
  const validateFile: Session['validateFile'] = async (uri, before) => {
    // Asked of the folder: a workspace of thousands of manifests is not asked about thousands of times.
    const { severity, catalogs: paths } = await configuration.settingsFor(folderOf(uri, parts.folders()) ?? uri);
    const given = catalogsFor(uri, paths);
    const below = await contextOver(given, severity);
    if (
      before !== undefined &&
      before.used === uses.of(before.name) &&
      before.context.documents === undefined &&
      isSameContext(before.context, below)
    ) {
      const bases = await Promise.all(
        [...before.reached].map(async ([base, file]) => file === (await manifests.read(base))),
      );
      if (bases.every(Boolean)) return 'unchanged';
    }
    const file = await manifests.peek(uri);
    if ('failed' in file) return undefined;
    const around = await surroundings(uri, file, given, below);
    const checked = analyzed(uri, 0, file, around);
    const { reached, context } = around;
    const state = { reached, context, name: file.uri, used: uses.of(file.uri) };
    return { state, diagnostics: toDiagnostics(checked, traits.diagnostics) };
  };
  const checkCatalogFile = async (document: TextDocument): Promise<CheckedCatalog> => {
    const { uri } = document;
    const { severity, catalogs: paths } = await configuration.settingsFor(uri);
    const given = catalogsFor(uri, paths);
    const together = used.among(uri, given);
    const checked = await linter.check(document, together, await contextOver([], severity));
    if (!parts.bundledMissing()) return checked;
    // Without the bundled catalog nothing tells a wrong name from one that is in it.
    return { ...checked, problems: checked.problems.filter(({ code }) => code !== 'unknown-reference') };
  };

  const validate: Session['validate'] = async (uri) => {
    const document = documents.get(uri);
    if (document === undefined) return undefined;
    const kind = kindOf(document);
    switch (kind) {
      case 'other':
        return undefined;
      case 'catalog': {
        const checked = await checkCatalogFile(document);
        // Closed meanwhile, changed, or no catalog any more.
        if (isOutdated(checked, kind, documents.get(uri))) return validate(uri);
        return { version: checked.version, diagnostics: catalogDiagnostics(checked, traits.diagnostics) };
      }
      case 'manifest': {
        const checked = await check(document);
        const { diagnostics: drifts = [] } = (await parts.drift.of(checked)) ?? {};
        if (isOutdated(checked, kind, documents.get(uri))) return validate(uri);
        return { version: checked.version, diagnostics: [...toDiagnostics(checked, traits.diagnostics), ...drifts] };
      }
    }
  };

  return {
    traits,
    showsInlayHints: async (uri) => (await configuration.settingsFor(uri)).inlayHints !== false,
    showsSupportHints: async (uri) => (await configuration.settingsFor(uri)).supportHints !== false,
    contextFor,
    checked: (uri) => asked.now(uri, 'manifest', check),
    checkedCatalog: (uri) => asked.now(uri, 'catalog', checkCatalogFile),
    async manifestFile(uri, isFresh) {
      const file = await (isFresh ? manifests.fresh(uri) : manifests.peek(uri));
      return 'failed' in file ? undefined : file;
    },
    async catalogFiles(uri) {
      const files = await Promise.all(
        used.of(uri).map(async (one) => ({ uri: one, reading: await catalogs.readingOf(one) })),
      );
      return files.flatMap(({ uri: one, reading }) => (reading === undefined ? [] : [{ uri: one, reading }]));
    },
    isTaken: async (uri) => !('failed' in (await manifests.peek(uri))),
    drift: parts.drift.of,
    loadedFor: asked.loadedFor,
    validateFile,
    validate,
  };
}

function isOutdated(
  { version }: { readonly version: number },
  kind: DocumentKind,
  document: TextDocument | undefined,
): boolean {
  return document === undefined || document.version !== version || kindOf(document) !== kind;
}
