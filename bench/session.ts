/** One document, open in one server: edits go in, diagnostics come out, whoever's turn it is. */
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import type { Diagnostic, TextEdit } from 'vscode-languageserver-types';
import { applyTo, type BenchDocument, isClean } from './documents/document.ts';
import { capabilitiesOf } from './protocol/capabilities.ts';
import { type Answer, PATIENCE, type Publication, ResponseError, startClient } from './protocol/client.ts';
import { processTree } from './protocol/processes.ts';
import type { Server } from './servers.ts';

/** Diagnostics of the document, however they came. */
export interface Report {
  /** The version of the text that they are of, where the server tells. */
  readonly version: number | undefined;
  readonly diagnostics: readonly Diagnostic[];
  readonly at: number;
}

export type IsRight = (diagnostics: readonly Diagnostic[]) => boolean;

export interface Session {
  readonly document: BenchDocument;
  readonly uri: string;
  /** The processes of the server. */
  readonly pids: readonly number[];
  /** From the start of the process, in milliseconds. */
  readonly initialized: number;
  readonly firstRight: number;
  offers(provider: string): boolean;
  /** Changes the text; gives the number of the new version. */
  edit(edit: TextEdit): number;
  /** Changes the text; gives the time until the diagnostics are right, or undefined when they never are. */
  editUntil(edit: TextEdit, isRight: IsRight): Promise<number | undefined>;
  request(method: string, params: object): Promise<Answer>;
  /** Is told of all diagnostics until the returned function is called. */
  onReport(take: (report: Report) => void): () => void;
  /** Waits for diagnostics since the last edit, right or not. */
  settled(): Promise<void>;
  /** Waits until no diagnostics have come for some time. */
  quiet(): Promise<void>;
  /** @returns the status of the process; null when it was killed */
  close(how?: 'shutdown' | 'kill'): Promise<number | null>;
}

const QUIET_MS = 500;
const SETTLED_MS = 4000;

/** What a server answers that was overtaken by an edit (LSP: ContentModified, ServerCancelled). */
const OVERTAKEN = new Set([-32801, -32802]);

/** Text document synchronisation of LSP: by changes, not by whole texts. */
const INCREMENTAL = 2;

/** Starts a server over a folder with the document in it, opens the document and waits for its right diagnostics. */
export async function openSession(server: Server, lines: number): Promise<Session> {
  const document = server.document(lines);
  const text = [...document.lines];
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'stackpin-bench-')));
  const path = join(folder, server.path);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text.join('\n'));
  const uri = pathToFileURL(path).href;
  const client = startClient({
    command: server.command,
    args: server.args,
    folder,
    configuration: (section) => (section === undefined ? server.settings : (server.settings[section] ?? null)),
  });
  const close = async (how: 'shutdown' | 'kill' = 'shutdown'): Promise<number | null> => {
    const status = await client.stop(how);
    rmSync(folder, { recursive: true, force: true });
    return status;
  };

  const listeners = new Set<(report: Report) => void>();
  let version = 1;
  let reports = 0;
  let reportsAtEdit = 0;
  const tell = (report: Report): void => {
    reports += 1;
    for (const listener of [...listeners]) listener(report);
  };
  client.onPublication((publication: Publication, at) => {
    if (publication.uri !== uri) return;
    tell({ version: publication.version ?? undefined, diagnostics: publication.diagnostics, at });
  });
  /** Asks for the diagnostics of this version, until they have come or there is a newer one. */
  const pull = async (asked: number): Promise<void> => {
    while (asked === version) {
      try {
        const { result } = await client.request('textDocument/diagnostic', { textDocument: { uri } });
        const { items } = result as { items: readonly Diagnostic[] };
        return tell({ version: asked, diagnostics: items, at: performance.now() });
      } catch (error) {
        if (!(error instanceof ResponseError && OVERTAKEN.has(error.code))) return;
      }
    }
  };
  const onReport = (take: (report: Report) => void): (() => void) => {
    listeners.add(take);
    return () => listeners.delete(take);
  };
  /** When right diagnostics of a version come. */
  const right = (wanted: number, isRight: IsRight): Promise<number | undefined> =>
    new Promise((resolve) => {
      const done = (at: number | undefined): void => {
        clearTimeout(timer);
        stop();
        resolve(at);
      };
      const timer = setTimeout(() => done(undefined), PATIENCE);
      const stop = onReport(({ version: of = wanted, diagnostics, at }) => {
        if (of === wanted && isRight(diagnostics)) done(at);
      });
    });

  try {
    const folders = [{ uri: pathToFileURL(folder).href, name: 'bench' }];
    const { result } = await client.request('initialize', {
      processId: process.pid,
      clientInfo: { name: 'stackpin-bench' },
      rootUri: folders[0]?.uri,
      workspaceFolders: folders,
      capabilities: capabilitiesOf(server.pulls),
      initializationOptions: server.initializationOptions,
    });
    const initialized = performance.now() - client.started;
    const { capabilities } = result as { capabilities: { readonly [provider: string]: unknown } };
    const isIncremental = changeKind(capabilities.textDocumentSync) === INCREMENTAL;
    client.notify('initialized', {});
    client.notify('workspace/didChangeConfiguration', { settings: server.settings });
    const first = right(version, (diagnostics) => isClean(document, diagnostics));
    client.notify('textDocument/didOpen', {
      textDocument: { uri, languageId: server.languageId, version, text: text.join('\n') },
    });
    if (server.pulls) void pull(version);
    const opened = await first;
    if (opened === undefined) throw new Error(`${server.name} never found what is in the document.`);

    const edit = (change: TextEdit): number => {
      applyTo(text, change);
      version += 1;
      reportsAtEdit = reports;
      const { range, newText } = change;
      const contentChanges = [isIncremental ? { range, text: newText } : { text: text.join('\n') }];
      client.notify('textDocument/didChange', { textDocument: { uri, version }, contentChanges });
      if (server.pulls) void pull(version);
      return version;
    };
    return {
      document,
      uri,
      pids: processTree(client.pid),
      initialized,
      firstRight: opened - client.started,
      offers: (provider) => (capabilities[provider] ?? false) !== false,
      edit,
      editUntil: async (change, isRight) => {
        const before = performance.now();
        const waits = right(version + 1, isRight);
        edit(change);
        const at = await waits;
        return at === undefined ? undefined : at - before;
      },
      request: client.request,
      onReport,
      settled: async () => {
        const end = performance.now() + SETTLED_MS;
        while (reports === reportsAtEdit && performance.now() < end) await sleep(2);
      },
      quiet: async () => {
        for (let before = -1; before !== reports; ) {
          before = reports;
          await sleep(QUIET_MS);
        }
      },
      close,
    };
  } catch (error) {
    await close('kill');
    throw error;
  }
}

/** `textDocumentSync` is a number, or an object that holds it. */
function changeKind(sync: unknown): unknown {
  return typeof sync === 'object' && sync !== null && 'change' in sync ? sync.change : sync;
}
