/** A large workspace in which files come, change and go as fast as a change of branches makes them. */
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import { AS_OF } from '../documents/known.ts';
import { capabilitiesOf } from '../protocol/capabilities.ts';
import { type Client, startClient } from '../protocol/client.ts';
import { processTree, residentMiB } from '../protocol/processes.ts';
import type { Server } from '../servers.ts';

export interface SoakOfFiles {
  readonly events: number;
  readonly requests: number;
  /** Edits of the open document that were followed by right diagnostics before the next edit. */
  readonly edits: number;
  /** Files of which the server said something else than it should, after any of the bursts. */
  readonly wrong: number;
  /** In MiB: after the first index, and after the last burst. */
  readonly start: number;
  readonly end: number;
}

const BASES = 50;
const REST_MS = 500;
const HEAD = 'apiVersion: stackpin/v1\nkind: Stack\n';
const CREATED = 1;
const CHANGED = 2;
const DELETED = 3;

/** A file of the workspace; `broken` ones have one error. */
interface File {
  readonly path: string;
  readonly uri: string;
  broken: boolean;
  there: boolean;
}

const textOf = (index: number, isBroken: boolean): string =>
  `${HEAD}extends: [../bases/base-${index % BASES}.stack.yaml]\ncomponents:\n  redis: 8.8.2\n  own: ${isBroken ? '[]' : '1.0.0'}\n`;

/** Runs it. */
export async function soakFiles(server: Server, manifests: number, bursts: number): Promise<SoakOfFiles> {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'stackpin-files-')));
  const files = Array.from({ length: manifests }, (_, index): File => {
    const path = join(folder, `leaves-${index % 20}`, `leaf-${index}.stack.yaml`);
    return { path, uri: pathToFileURL(path).href, broken: false, there: true };
  });
  mkdirSync(join(folder, 'bases'));
  for (let index = 0; index < 20; index += 1) mkdirSync(join(folder, `leaves-${index}`));
  for (let index = 0; index < BASES; index += 1)
    writeFileSync(join(folder, `bases/base-${index}.stack.yaml`), `${HEAD}components:\n  kubernetes: 1.35.8\n`);
  for (const [index, { path }] of files.entries()) writeFileSync(path, textOf(index, false));
  const client = startClient({ command: server.command, args: server.args, folder, configuration: () => null });
  try {
    await client.request('initialize', {
      processId: process.pid,
      rootUri: null,
      workspaceFolders: [{ uri: pathToFileURL(folder).href, name: 'soak' }],
      capabilities: capabilitiesOf(true),
      initializationOptions: { asOf: AS_OF },
    });
    client.notify('initialized', {});
    return await run(client, files, bursts, pathToFileURL(join(folder, 'leaves-0/open.stack.yaml')).href);
  } finally {
    await client.stop('shutdown');
    rmSync(folder, { recursive: true, force: true });
  }
}

async function run(client: Client, files: readonly File[], bursts: number, uri: string): Promise<SoakOfFiles> {
  const pids = processTree(client.pid);
  const index = indexing(client);
  await index();
  await sleep(REST_MS);
  const start = residentMiB(pids);
  const textDocument = { uri, languageId: 'stack-manifest', version: 1, text: textOf(1, false) };
  client.notify('textDocument/didOpen', { textDocument });
  let [events, requests, edits, wrong] = [0, 1, 0, 0];
  let newest = 1;
  for (let burst = 0; burst < bursts; burst += 1) {
    const changes = branch(files, burst);
    // A client tells of many files at once, and of single ones in between.
    const many = changes.slice(0, Math.floor(changes.length / 2));
    client.notify('workspace/didChangeWatchedFiles', { changes: many });
    const asked: Promise<unknown>[] = [];
    for (const [at, change] of changes.slice(many.length).entries()) {
      client.notify('workspace/didChangeWatchedFiles', { changes: [change] });
      if (at % 20 !== 0) continue;
      const isBroken = at % 40 === 0;
      const version = newest + 1;
      newest = version;
      const contentChanges = [{ text: textOf(1, isBroken) }];
      client.notify('textDocument/didChange', { textDocument: { uri, version }, contentChanges });
      const pulled = client.request('textDocument/diagnostic', { textDocument: { uri } });
      asked.push(
        pulled.then(
          ({ result }) => {
            // An answer is about the text as it is when it is made: of those that were overtaken nothing can be said.
            if (version !== newest) return;
            if (errorsOf((result as { items: readonly unknown[] }).items) === isBroken) edits += 1;
            else wrong += 1;
          },
          // Overtaken too.
          () => undefined,
        ),
      );
      asked.push(
        client
          .request('textDocument/hover', { textDocument: { uri }, position: { line: 4, character: 3 } })
          .catch(() => undefined),
      );
    }
    events += changes.length;
    requests += asked.length + 1;
    await Promise.all(asked);
    const told = await index();
    wrong += files.filter((file) => (told.get(file.uri) ?? false) !== (file.there && file.broken)).length;
  }
  await sleep(REST_MS);
  return { events, requests, edits, wrong, start, end: residentMiB(pids) };
}

/** Another branch is checked out: every third file of some is another one, is gone, or is there again. */
function branch(files: readonly File[], burst: number): { readonly uri: string; readonly type: number }[] {
  return files.flatMap((file, index) => {
    if ((index + burst) % 3 !== 0) return [];
    const { path, uri } = file;
    if (file.there && index % 7 === burst % 7) {
      file.there = false;
      rmSync(path);
      return [{ uri, type: DELETED }];
    }
    const type = file.there ? CHANGED : CREATED;
    file.there = true;
    file.broken = (index + burst) % 2 === 0;
    writeFileSync(path, textOf(index, file.broken));
    return [{ uri, type }];
  });
}

function errorsOf(items: readonly unknown[]): boolean {
  return (items as readonly { readonly severity?: number }[]).some(({ severity }) => severity === 1);
}

/** Asks for the diagnostics of the whole workspace; each time with what was told before. Gives which files have errors. */
function indexing(client: Client): () => Promise<ReadonlyMap<string, boolean>> {
  const ids = new Map<string, string>();
  const errors = new Map<string, boolean>();
  return async () => {
    const previousResultIds = [...ids].map(([uri, value]) => ({ uri, value }));
    const { result } = await client.request('workspace/diagnostic', { previousResultIds });
    const { items } = result as {
      readonly items: readonly { uri: string; resultId: string; kind: string; items?: readonly unknown[] }[];
    };
    for (const { uri, resultId, kind, items: own } of items) {
      ids.set(uri, resultId);
      if (kind === 'full') errors.set(uri, errorsOf(own ?? []));
    }
    return errors;
  };
}
