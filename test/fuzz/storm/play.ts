/** Plays a storm to a server, and holds the server to what it promises at every step. */
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { Heard } from '../../server/rawProcess.ts';
import type { Count } from '../target.ts';
import { CLIENTS, isPulling, type StormClient } from './clients.ts';
import { changed, checkEdits } from './edits.ts';
import { type Disk, type Peer, startPeer } from './peer.ts';
import { followUps, paramsOf, type Question } from './questions.ts';
import { DOCUMENTS, FILES, FOLDER, type Step } from './steps.ts';

/** Turns of the event loop in which most answers come; for others, parts of the server are loaded from the disk. */
const SOON = 2000;
/** Milliseconds after which an answer counts as one that never comes. */
const PATIENCE = 30_000;
/** Turns in which everything comes to its end that waits for nothing. */
const QUIET = 40;

const METHOD_NOT_FOUND = -32601;
/** LSP: RequestCancelled, ContentModified, and RequestFailed for what is refused with a reason. */
const PROPER = [-32800, -32801, -32803];

/** What the client knows; a fresh server is told the same. */
interface World {
  readonly client: StormClient;
  readonly disk: Disk;
  readonly folders: Set<string>;
  /** In the order in which they were opened. */
  readonly open: Map<number, TextDocument>;
  settings: unknown;
}

/** A storm's server with its client. */
interface Play {
  readonly world: World;
  readonly peer: Peer;
  /** Answers that have not come, by id. */
  readonly asked: Map<number, string>;
  readonly count: Count;
  ids: number;
  /** Counts what the client does to texts and files. */
  state: number;
  /** What can be asked about the last answers, and the state that those were about. */
  follow: Question[];
  followState: number;
  /** What went wrong while an answer was looked at. */
  readonly faults: Error[];
}

/** Plays it to its end. Throws what is wrong. */
export async function playStorm(steps: readonly Step[], count: Count): Promise<void> {
  const [first] = steps;
  const client = CLIENTS[first?.do === 'client' ? first.client % CLIENTS.length : 0];
  if (client === undefined) return;
  const play = await begin(
    { client, disk: new Map(), folders: new Set([FOLDER]), open: new Map(), settings: undefined },
    count,
  );
  for (const step of steps) {
    count('steps');
    await take(play, step);
    const [fault] = play.faults;
    if (fault !== undefined) throw fault;
  }
  await compare(play);
  await finish(play);
}

async function begin(world: World, count: Count): Promise<Play> {
  const answer = (method: string, params: unknown): unknown => {
    if (method === 'workspace/configuration')
      return (params as { items: unknown[] }).items.map(() => world.settings ?? null);
    return method === 'workspace/applyEdit' ? { applied: true } : null;
  };
  const peer = startPeer(world.disk, answer);
  const play: Play = { world, peer, asked: new Map(), count, ids: 0, state: 0, follow: [], followState: 0, faults: [] };
  const workspaceFolders = [...world.folders].map((uri) => ({ uri, name: uri }));
  void ask(play, 'initialize', {
    processId: null,
    rootUri: null,
    capabilities: world.client.capabilities,
    workspaceFolders,
  });
  peer.notify('initialized', {});
  await answers(play);
  return play;
}

/**
 * Sends a request and looks at its answer when it comes.
 * @param about the state of what is asked about: edits that it held already are those of then
 */
function ask(play: Play, method: string, params: unknown, doc?: number, about = play.state): Promise<Heard> {
  const { world, peer, asked, count, faults } = play;
  play.ids += 1;
  const id = play.ids;
  const { state } = play;
  asked.set(id, method);
  count('requests sent');
  return peer.ask(id, method, params).then((heard) => {
    asked.delete(id);
    count(heard.error === undefined ? 'requests answered' : heard.error.code === -32800 ? 'cancelled' : 'refused');
    try {
      checkCode(method, heard);
      const found = followUps(method, heard.result);
      if (found.length > 0) {
        play.follow = found;
        play.followState = state;
      }
      // Edits are about the text as it was when they were asked for.
      const document = doc === undefined ? undefined : world.open.get(doc);
      const textOf = (uri: string): string | undefined =>
        [...world.open.values()].find((one) => one.uri === uri)?.getText() ?? world.disk.get(uri);
      const isStale = about !== state && typeof params === 'object' && params !== null && 'edit' in params;
      if (state === play.state && !isStale && heard.error === undefined)
        count('edits applied', checkEdits(heard.result, document, textOf));
    } catch (error) {
      faults.push(new Error(`${method}: ${error instanceof Error ? error.message : String(error)}`));
    }
    return heard;
  });
}

function checkCode(method: string, { error }: Heard): void {
  if (error === undefined || error.code === METHOD_NOT_FOUND || PROPER.includes(error.code)) return;
  // What can be asked without parameters that it needs is none of these requests.
  throw new Error(`answered with ${error.code}: ${error.message} (${method})`);
}

/** Waits for all answers. */
async function answers({ asked, peer, faults }: Play): Promise<void> {
  for (let turn = 0; asked.size > 0; turn += 1) {
    if (turn > SOON + PATIENCE) throw new Error(`never answered: ${[...asked.values()].join(', ')}`);
    if (turn < SOON) await peer.turns(1);
    else await new Promise((resolve) => setTimeout(resolve, 1));
  }
  const [fault] = faults;
  if (fault !== undefined) throw fault;
}

/** Waits until nothing more comes of what was sent. */
async function rest(play: Play): Promise<void> {
  const { world, peer } = play;
  do {
    peer.tick();
    for (const { uri } of world.open.values()) void ask(play, 'textDocument/documentSymbol', { textDocument: { uri } });
    await answers(play);
    await peer.turns(QUIET);
  } while (peer.isWaiting());
}

async function take(play: Play, step: Step): Promise<void> {
  const { world, peer } = play;
  const document = 'doc' in step ? DOCUMENTS[step.doc] : undefined;
  if ('doc' in step && document === undefined) return;
  const textDocument = { uri: document?.uri ?? '' };
  switch (step.do) {
    case 'open': {
      const { uri, languageId } = document ?? { uri: '', languageId: '' };
      play.state += 1;
      world.open.delete(step.doc);
      world.open.set(step.doc, TextDocument.create(uri, languageId, step.version, step.text));
      peer.notify('textDocument/didOpen', {
        textDocument: { uri, languageId, version: step.version, text: step.text },
      });
      return;
    }
    case 'change': {
      play.state += 1;
      const known = world.open.get(step.doc);
      if (known !== undefined) {
        const text = changed(known.getText(), step.changes);
        world.open.set(step.doc, TextDocument.create(known.uri, known.languageId, step.version, text));
      }
      peer.notify('textDocument/didChange', {
        textDocument: { ...textDocument, version: step.version },
        contentChanges: step.changes,
      });
      play.count('edits sent', step.changes.length);
      return;
    }
    case 'close':
      play.state += 1;
      world.open.delete(step.doc);
      peer.notify('textDocument/didClose', { textDocument });
      return;
    case 'ask':
      void ask(play, step.method, paramsOf(textDocument.uri, step.at), step.doc);
      return;
    case 'follow': {
      const question = play.follow[step.at % Math.max(1, play.follow.length)];
      if (question !== undefined) void ask(play, question.method, question.params, undefined, play.followState);
      return;
    }
    case 'cancel':
      peer.notify('$/cancelRequest', { id: play.ids - step.ago });
      play.count('cancellations sent');
      return;
    case 'settings':
      world.settings = step.settings;
      tellSettings(play);
      return;
    case 'disk': {
      const uri = FILES[step.file];
      if (uri === undefined) return;
      play.state += 1;
      const type = step.text === null ? 3 : world.disk.has(uri) ? 2 : 1;
      if (step.text === null) world.disk.delete(uri);
      else world.disk.set(uri, Buffer.from(step.text).toString());
      peer.notify('workspace/didChangeWatchedFiles', { changes: [{ uri, type }] });
      play.count('file events');
      return;
    }
    case 'folder': {
      if (world.client.capabilities?.workspace?.workspaceFolders !== true) return;
      const folder = { uri: 'file:///elsewhere', name: 'elsewhere' };
      if (step.added) world.folders.add(folder.uri);
      else world.folders.delete(folder.uri);
      const event = step.added ? { added: [folder], removed: [] } : { added: [], removed: [folder] };
      peer.notify('workspace/didChangeWorkspaceFolders', { event });
      return;
    }
    case 'moved':
      peer.notify('workspace/didRenameFiles', { files: [{ oldUri: `${FOLDER}/a`, newUri: `${FOLDER}/b` }] });
      return;
    case 'turn':
      return peer.turns(step.turns);
    case 'tick':
      return peer.tick();
    case 'compare':
      return compare(play);
    default:
  }
}

function tellSettings({ world, peer }: Play): void {
  peer.notify('workspace/didChangeConfiguration', { settings: { stackpin: world.settings } });
}

/** What is told of all documents and files now. */
async function told(play: Play): Promise<{ readonly [uri: string]: unknown }> {
  const { world, peer } = play;
  await rest(play);
  const uris = new Set([...world.disk.keys(), ...[...world.open.values()].map(({ uri }) => uri)]);
  const found: { [uri: string]: unknown } = {};
  if (!isPulling(world.client)) {
    for (const uri of uris) found[uri] = peer.published.get(uri) ?? [];
    return found;
  }
  const whole = ask(play, 'workspace/diagnostic', { previousResultIds: [] });
  const each = [...world.open.values()].map(async ({ uri }) => {
    const { result } = await ask(play, 'textDocument/diagnostic', { textDocument: { uri } });
    found[uri] = (result as { items: unknown }).items;
  });
  await answers(play);
  await Promise.all(each);
  const { items } = (await whole).result as { items: { uri: string; items: unknown }[] };
  for (const { uri, items: own } of items) found[uri] = own;
  return found;
}

/** A fresh server that is told the same says the same. */
async function compare(play: Play): Promise<void> {
  const { world, count } = play;
  const now = await told(play);
  const fresh = await begin({ ...world, open: new Map(world.open) }, () => undefined);
  if (world.settings !== undefined) tellSettings(fresh);
  for (const document of world.open.values()) {
    const { uri, languageId, version } = document;
    fresh.peer.notify('textDocument/didOpen', { textDocument: { uri, languageId, version, text: document.getText() } });
  }
  const expected = await told(fresh);
  for (const uri of new Set([...Object.keys(now), ...Object.keys(expected)])) {
    const own = linesOf(now[uri]);
    const theirs = linesOf(expected[uri]);
    const more = own.filter((line) => !theirs.includes(line));
    const fewer = theirs.filter((line) => !own.includes(line));
    if (own.join() !== theirs.join())
      throw new Error(
        `a fresh server says something else of ${uri} to a client with ${world.client.name}\ntoo much:\n${more.join('\n')}\nmissing:\n${fewer.join('\n')}`,
      );
    count('compared with a fresh server');
  }
}

function linesOf(diagnostics: unknown): string[] {
  return Array.isArray(diagnostics) ? diagnostics.map((one) => JSON.stringify(one)) : [String(diagnostics)];
}

/** Everything is closed: nothing shows, every request had one answer, nothing failed, and the server ends when it is told to. */
async function finish(play: Play): Promise<void> {
  const { world, peer } = play;
  for (const { uri } of world.open.values()) peer.notify('textDocument/didClose', { textDocument: { uri } });
  const closed = [...world.open.values()].map(({ uri }) => uri).filter((uri) => !world.disk.has(uri));
  world.open.clear();
  await rest(play);
  for (const uri of isPulling(world.client) ? [] : closed) {
    const left = peer.published.get(uri) ?? [];
    if (JSON.stringify(left) !== '[]') throw new Error(`${uri} is closed and shows ${JSON.stringify(left)}`);
  }
  void ask(play, 'shutdown', undefined);
  await answers(play);
  for (const [id, times] of peer.answered)
    if (times !== 1) throw new Error(`request ${id} was answered ${times} times`);
  const failure = peer.logged.find((line) => / failed(?: for |: )/.test(line));
  if (failure !== undefined) throw new Error(failure);
}
