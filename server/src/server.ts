/** Wires the language server: what a client says in, what the features answer out. Knows no host. */
import { t } from '@vscode/l10n';
import {
  CodeLensRefreshRequest,
  type Connection,
  DidChangeConfigurationNotification,
  DidChangeWatchedFilesNotification,
  DidChangeWorkspaceFoldersNotification,
  DidDeleteFilesNotification,
  DidRenameFilesNotification,
  FileChangeType,
  type InitializeParams,
  type InitializeResult,
  MessageType,
  PositionEncodingKind,
  type ServerCapabilities,
  ShowMessageNotification,
  TextDocumentSyncKind,
  TextDocuments,
} from 'vscode-languageserver';
import { version } from '../../package.json';
import type { Environment } from './environment.ts';
import { speakLanguageOf } from './localization.ts';
import { createConfiguration } from './workspace/configuration.ts';
import { languageFeatures } from './workspace/features.ts';
import { textReader } from './workspace/files.ts';
import { guardedNotification } from './workspace/handlers.ts';
import { indexProgress } from './workspace/indexProgress.ts';
import { lazyChecker } from './workspace/lazyChecker.ts';
import { isSameLocation } from './workspace/locations.ts';
import { CATALOG_NAME, isManifestUri, manifestIndex } from './workspace/manifestIndex.ts';
import { manifestNames } from './workspace/manifestNames.ts';
import { OPEN_DOCUMENTS } from './workspace/openDocument.ts';
import { PAGES_CAPABILITY, registerPages } from './workspace/pages.ts';
import { pathTargets } from './workspace/pathTargets.ts';
import { registerPull } from './workspace/pull.ts';
import { registerPush } from './workspace/push.ts';
import { withRefresh } from './workspace/refreshing.ts';
import { register } from './workspace/registration.ts';
import { readInitializationOptions, sectionOf } from './workspace/settings.ts';
import { clientTraits, hostTraits } from './workspace/traits.ts';
import { unopenedManifests } from './workspace/unopened.ts';
import { catalogWatchers, watchManifests } from './workspace/watchers.ts';
import { registerWorkspacePull } from './workspace/workspacePull.ts';
import { workspacePush } from './workspace/workspacePush.ts';

/**
 * Serves one client until it ends the connection.
 * @param connection not yet listening
 * @param catalogAt where the compiled catalog is, unless the client says otherwise; undefined when the host cannot know
 */
export function startServer(connection: Connection, environment: Environment, catalogAt: string | undefined): void {
  connection.onInitialize(async (params) => {
    const { bundledCatalog = catalogAt } = readInitializationOptions(params.initializationOptions);
    await speakLanguageOf(params.locale, bundledCatalog, environment, (message) => connection.console.warn(message));
    return initialize(connection, environment, catalogAt, params);
  });
  connection.listen();
}

/** Which files and folders the client is to tell of, in the terms of the protocol. */
const ANY_FILE = { filters: [{ pattern: { glob: '**/*' } }] };

function foldersOf(params: InitializeParams): string[] {
  const folders = params.workspaceFolders?.map(({ uri }) => uri) ?? [];
  return folders.length > 0 || !params.rootUri ? folders : [params.rootUri];
}

function initialize(
  connection: Connection,
  environment: Environment,
  catalogAt: string | undefined,
  params: InitializeParams,
): InitializeResult {
  const traits = clientTraits(params.capabilities);
  const host = hostTraits(params.capabilities);
  const options = readInitializationOptions(params.initializationOptions);
  const warn = (message: string) => connection.console.warn(message);
  const logError = (message: string) => connection.console.error(message);
  options.problems.forEach(warn);

  const documents = new TextDocuments(OPEN_DOCUMENTS);
  documents.listen(connection);
  const configuration = createConfiguration(
    options.settings,
    host.answersConfiguration
      ? (uri) => connection.workspace.getConfiguration({ scopeUri: uri, section: 'stackpin' })
      : undefined,
    (uri) => uri.endsWith('/') || documents.get(uri) !== undefined,
    environment,
    warn,
  );
  const folders = new Set(foldersOf(params));
  const checker = lazyChecker({
    documents,
    configuration,
    environment,
    bundledAt: options.bundledCatalog ?? catalogAt,
    updates: { folder: options.catalogUpdates, text: options.updatedCatalog },
    bundledProblem: (message) => {
      logError(message);
      void connection.sendNotification(ShowMessageNotification.type, { type: MessageType.Error, message });
    },
    catalogProblem: ({ uri, messages }) => {
      for (const message of messages) warn(`${uri}: ${message}`);
      const [first, ...more] = messages;
      const words =
        more.length === 0
          ? t('Stackpin cannot use the catalog {0}. {1}', uri, first ?? '')
          : t('Stackpin cannot use the catalog {0}. {1} ({2} more in the log)', uri, first ?? '', more.length);
      connection.window.showWarningMessage(words);
    },
    readText: textReader(documents, environment, () => [...folders]),
    traits,
    folders: () => [...folders],
    today: () => options.asOf ?? environment.today(),
    warn,
    catalogsRead: catalogWatchers(connection, host, warn),
    catalogsUsed: () => channel.refresh(),
    basesUsed: () => {
      touch();
      channel.refresh();
    },
  });
  const { session } = checker;

  const diagnostics = host.pullsDiagnostics
    ? registerPull(connection, documents, session, { refreshes: host.refreshesDiagnostics, log: logError })
    : registerPush(connection, documents, session, environment, {
        versioned: host.versionedDiagnostics,
        log: logError,
      });
  const { languages } = connection;
  const also = (refreshes: boolean) => ({ refreshes, log: logError });
  const hints = () => languages.inlayHint.refresh();
  const hinted = withRefresh(diagnostics, 'workspace/inlayHint/refresh', hints, also(host.refreshesInlayHints));
  const tokens = () => languages.semanticTokens.refresh();
  const coloured = withRefresh(hinted, 'workspace/semanticTokens/refresh', tokens, also(host.refreshesTokens));
  const { type, method } = CodeLensRefreshRequest;
  const lensed = () => connection.sendRequest(type);
  const channel = withRefresh(coloured, method, lensed, also(host.refreshesLenses));
  const capabilities: ServerCapabilities = {
    positionEncoding: PositionEncodingKind.UTF16,
    textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental },
    ...(host.pullsDiagnostics
      ? { diagnosticProvider: { interFileDependencies: true, workspaceDiagnostics: true } }
      : {}),
  };
  const index = manifestIndex(() => [...folders], environment, warn);
  const names = manifestNames(index, documents, () => [...folders], host.registersWatchers);
  // What cannot be listed is told once.
  const catalogIndex = manifestIndex(
    () => [...folders],
    environment,
    () => undefined,
    CATALOG_NAME,
  );
  const files = pathTargets(index, catalogIndex, () => documents.keys());
  for (const feature of languageFeatures(traits, environment, names, files)) {
    Object.assign(capabilities, feature.capabilities);
    feature.register(connection, session, logError);
  }
  if (traits.pages.asked) {
    capabilities.workspace = { ...capabilities.workspace, ...PAGES_CAPABILITY };
    registerPages(connection, documents, session, environment, logError);
  }

  const isOpen = (uri: string): boolean => documents.keys().some((one) => isSameLocation(one, uri));
  const unopened = unopenedManifests(index, session, isOpen);
  const progress = indexProgress(connection, host.progress);
  const published = host.pullsDiagnostics
    ? undefined
    : workspacePush(connection, unopened, isOpen, environment, progress, logError);
  if (host.pullsDiagnostics) registerWorkspacePull(connection, unopened, environment, progress, logError);
  /** Files that are not open may be different: all of them, or what is said of some. */
  const touch = (uris: readonly string[] = []): void => {
    unopened.touch(uris);
    names.forget(uris);
    published?.changed();
  };

  const reread = (uris: readonly string[], why: 'edited' | 'other' = 'other'): void => {
    if (checker.made()?.forget(uris, why) !== true) return;
    touch();
    channel.refresh();
  };
  documents.onDidOpen(({ document: { uri } }) => {
    published?.forget(uri);
    touch([uri]);
  });
  documents.onDidChangeContent(({ document }) => reread([document.uri], 'edited'));
  documents.onDidClose(({ document: { uri } }) => {
    reread([uri]);
    published?.forget(uri);
    touch([uri]);
  });
  connection.onDidChangeWatchedFiles(
    guardedNotification(DidChangeWatchedFilesNotification.method, logError, ({ changes }) => {
      for (const { uri, type } of changes) {
        for (const one of [index, catalogIndex]) {
          if (type === FileChangeType.Created) one.created(uri);
          if (type === FileChangeType.Deleted) one.deleted(uri);
        }
        if (type !== FileChangeType.Deleted) continue;
        checker.made()?.deleted(uri);
      }
      const uris = changes.map(({ uri }) => uri);
      names.forget(uris);
      const own = uris.filter((uri) => isManifestUri(uri) && !isOpen(uri));
      reread(uris);
      if (own.length === 0) return;
      touch(own);
      channel.refresh();
    }),
  );
  if (host.fileOperations) {
    const moved = (): void => {
      index.reset();
      names.clear();
      catalogIndex.reset();
      checker.made()?.moved();
      touch();
      channel.refresh();
    };
    connection.workspace.onDidRenameFiles(guardedNotification(DidRenameFilesNotification.method, logError, moved));
    connection.workspace.onDidDeleteFiles(guardedNotification(DidDeleteFilesNotification.method, logError, moved));
    capabilities.workspace = {
      ...capabilities.workspace,
      fileOperations: { didRename: ANY_FILE, didDelete: ANY_FILE },
    };
  }
  connection.onDidChangeConfiguration(
    guardedNotification(DidChangeConfigurationNotification.method, logError, ({ settings }) => {
      if (!host.answersConfiguration) configuration.take(sectionOf(settings));
      configuration.forget();
      touch();
      channel.refresh();
    }),
  );
  if (host.workspaceFolders) {
    capabilities.workspace = {
      ...capabilities.workspace,
      workspaceFolders: { supported: true, changeNotifications: true },
    };
    const { method, type } = DidChangeWorkspaceFoldersNotification;
    connection.onNotification(
      type,
      guardedNotification(method, logError, ({ event: { added, removed } }) => {
        for (const { uri } of removed) folders.delete(uri);
        for (const { uri } of added) folders.add(uri);
        index.reset();
        catalogIndex.reset();
        touch();
        channel.refresh();
      }),
    );
  }
  connection.onInitialized(
    guardedNotification('initialized', logError, async () => {
      watchManifests(connection, host, warn);
      published?.changed();
      if (host.answersConfiguration && host.registersConfiguration) {
        await register(connection, 'stackpin/settings', DidChangeConfigurationNotification.type, {
          section: 'stackpin',
        });
      }
    }),
  );
  return { capabilities, serverInfo: { name: 'stackpin', version } };
}
