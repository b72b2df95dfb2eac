/** Many documents, open in one server at once: edits go all over them, and somebody asks questions meanwhile. */
import { mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import type { Diagnostic, TextEdit } from 'vscode-languageserver-types';
import { type BenchDocument, isClean, type Spot } from '../documents/document.ts';
import { capabilitiesOf } from '../protocol/capabilities.ts';
import { startClient } from '../protocol/client.ts';
import { processTree, residentMiB } from '../protocol/processes.ts';
import type { Server } from '../servers.ts';

export interface ManyDocuments {
  readonly document: BenchDocument;
  open(): void;
  edit(of: number, edit: TextEdit): void;
  /** Asks for something at a place. @returns resolves when there is an answer, whatever it is */
  ask(of: number, spot: Spot): Promise<void>;
  /** Waits until the diagnostics of a document are those of its text without an edit. */
  clean(of: number): Promise<void>;
  /** How many documents show what they should, of all. */
  right(): number;
  close(): void;
  /** In MiB. */
  resident(): number;
  answered(): number;
  end(): Promise<void>;
}

/** What an editor asks for most. */
const QUESTIONS = [
  'textDocument/hover',
  'textDocument/completion',
  'textDocument/codeAction',
  'textDocument/documentSymbol',
];
const POLL_MS = 5;
/** How long right diagnostics are waited for, in milliseconds: all documents open at once. */
const PATIENCE = 600_000;

/** Starts a server that pushes diagnostics; nothing is open yet. */
export async function manyDocuments(server: Server, count: number, lines: number): Promise<ManyDocuments> {
  const document = server.document(lines);
  const text = document.lines.join('\n');
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'stackpin-soak-')));
  const uris = Array.from({ length: count }, (_, of) => pathToFileURL(join(folder, `team-${of}`, server.path)).href);
  const versions = uris.map(() => 0);
  const newest = new Map<string, { version: number | undefined; diagnostics: readonly Diagnostic[] }>();
  const client = startClient({
    command: server.command,
    args: server.args,
    folder,
    configuration: (section) => (section === undefined ? server.settings : (server.settings[section] ?? null)),
  });
  client.onPublication(({ uri, version, diagnostics }) => {
    newest.set(uri, { version: version ?? undefined, diagnostics });
  });
  const folders = [{ uri: pathToFileURL(folder).href, name: 'soak' }];
  await client.request('initialize', {
    processId: process.pid,
    rootUri: folders[0]?.uri,
    workspaceFolders: folders,
    capabilities: capabilitiesOf(false),
    initializationOptions: server.initializationOptions,
  });
  client.notify('initialized', {});
  client.notify('workspace/didChangeConfiguration', { settings: server.settings });
  const pids = processTree(client.pid);
  let questions = 0;
  let answers = 0;
  const isRight = (of: number): boolean => {
    const known = newest.get(uris[of] ?? '');
    if (known === undefined) return false;
    return (known.version ?? versions[of]) === versions[of] && isClean(document, known.diagnostics);
  };
  return {
    document,
    open: () => {
      for (const [of, uri] of uris.entries()) {
        versions[of] = (versions[of] ?? 0) + 1;
        const textDocument = { uri, languageId: server.languageId, version: versions[of], text };
        client.notify('textDocument/didOpen', { textDocument });
      }
    },
    edit: (of, { range, newText }) => {
      versions[of] = (versions[of] ?? 0) + 1;
      const textDocument = { uri: uris[of], version: versions[of] };
      client.notify('textDocument/didChange', { textDocument, contentChanges: [{ range, text: newText }] });
    },
    ask: async (of, { hover }) => {
      const method = QUESTIONS[questions % QUESTIONS.length] ?? '';
      questions += 1;
      const range = { start: hover, end: hover };
      const params = { textDocument: { uri: uris[of] }, position: hover, range, context: { diagnostics: [] } };
      // Overtaken by an edit, which is an answer too.
      await client.request(method, params).catch((error: unknown) => {
        if (!(error instanceof Error && 'code' in error)) throw error;
      });
      answers += 1;
    },
    clean: async (of) => {
      const end = performance.now() + PATIENCE;
      while (!isRight(of)) {
        if (performance.now() > end) throw new Error(`Document ${of} was never right.`);
        await sleep(POLL_MS);
      }
    },
    right: () => uris.filter((_, of) => isRight(of)).length,
    close: () => {
      for (const uri of uris) client.notify('textDocument/didClose', { textDocument: { uri } });
      newest.clear();
    },
    resident: () => residentMiB(pids),
    answered: () => answers,
    end: async () => {
      await client.stop('shutdown');
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
