import { expect, test } from 'vitest';
import { type PublishDiagnosticsParams, TextDocuments } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { Diagnostic } from 'vscode-languageserver-types';
import { registerPush } from '../../server/src/workspace/push.ts';
import type { Session } from '../../server/src/workspace/session.ts';
import { handTimers } from './timers.ts';

const URI = 'file:///w/a.stack.yaml';

/** Documents that are opened, changed and closed by the test instead of a client. */
function handDocuments() {
  const documents = new TextDocuments(TextDocument);
  const handlers: { [event: string]: (params: never) => void } = {};
  const on = (event: string) => (handler: (params: never) => void) => {
    handlers[event] = handler;
    return { dispose: () => undefined };
  };
  documents.listen({
    onDidOpenTextDocument: on('open'),
    onDidChangeTextDocument: on('change'),
    onDidCloseTextDocument: on('close'),
    onDidSaveTextDocument: on('save'),
    onWillSaveTextDocument: on('willSave'),
    onWillSaveTextDocumentWaitUntil: on('willSaveWaitUntil'),
  } as unknown as Parameters<typeof documents.listen>[0]);
  const send = (event: string, params: unknown) => handlers[event]?.(params as never);
  return {
    documents,
    open: (version = 1) => send('open', { textDocument: { uri: URI, languageId: 'yaml', version, text: '' } }),
    change: (version: number) =>
      send('change', { textDocument: { uri: URI, version }, contentChanges: [{ text: String(version) }] }),
    close: () => send('close', { textDocument: { uri: URI } }),
  };
}

/** A validator whose answers the test gives: each check waits for its turn. */
function handValidator(documents: TextDocuments<TextDocument>) {
  const waiting: (() => void)[] = [];
  let started = 0;
  const validate: Session['validate'] = async (uri) => {
    started += 1;
    const version = documents.get(uri)?.version ?? 0;
    await new Promise<void>((resolve) => waiting.push(resolve));
    const range = { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };
    const diagnostics: Diagnostic[] = [{ range, message: `of version ${version}` }];
    return { version, diagnostics };
  };
  const finish = async (index = 0) => {
    waiting.splice(index, 1)[0]?.();
    await new Promise((resolve) => setImmediate(resolve));
  };
  return { session: { validate } as Session, finish, started: () => started };
}

function start(options: { versioned: boolean } = { versioned: true }) {
  const hand = handDocuments();
  const validator = handValidator(hand.documents);
  const timers = handTimers();
  const published: string[] = [];
  const errors: string[] = [];
  const sendDiagnostics = async ({ version, diagnostics }: PublishDiagnosticsParams) => {
    published.push(`${version ?? 'no version'}: ${diagnostics.map(({ message }) => message).join() || 'nothing'}`);
  };
  const channel = registerPush({ sendDiagnostics }, hand.documents, validator.session, timers, {
    ...options,
    log: (message) => errors.push(message),
  });
  return { ...hand, ...validator, timers, published, errors, channel };
}

test('a change is checked when two turns of the loop have brought no other', async () => {
  const { open, change, finish, started, timers, published } = start();
  open();
  timers.ring(0);
  expect(started()).toBe(0);
  timers.ring(0);
  expect(started()).toBe(1);
  await finish();
  change(2);
  timers.ring(0);
  change(3);
  timers.ring(0);
  change(4);
  timers.ring(0);
  expect(started()).toBe(1);
  timers.ring(0);
  expect([started(), timers.count()]).toEqual([2, 0]);
  await finish();
  expect(published).toEqual(['1: of version 1', '4: of version 4']);
});

test('changes without an end are checked all the same', async () => {
  const { open, change, started, timers } = start();
  open();
  for (let version = 2; version < 10; version += 1) {
    timers.ring(0);
    change(version);
  }
  expect(started()).toBe(0);
  timers.ring(50);
  expect([started(), timers.count()]).toEqual([1, 0]);
});

test('what was found in an older version is dropped', async () => {
  const { open, change, finish, timers, published } = start();
  open();
  timers.ring();
  change(2);
  await finish();
  expect(published).toEqual([]);
  timers.ring();
  await finish();
  expect(published).toEqual(['2: of version 2']);
});

test('of two checks of one version the newer counts, whichever ends first', async () => {
  const { open, finish, timers, channel, published } = start();
  open();
  timers.ring();
  channel.refresh();
  timers.ring();
  await finish(1);
  await finish(0);
  expect(published).toEqual(['1: of version 1']);
});

test('a closed document is cleared, and a check that still runs says nothing', async () => {
  const { open, change, close, finish, timers, published } = start();
  open();
  timers.ring();
  await finish();
  change(2);
  timers.ring();
  close();
  await finish();
  timers.ring();
  expect(published).toEqual(['1: of version 1', 'no version: nothing']);
});

test('a document that is opened again under the same version is checked afresh', async () => {
  const { open, close, finish, timers, published } = start();
  open();
  timers.ring();
  close();
  open();
  timers.ring();
  await finish();
  expect(published).toEqual([]);
  await finish();
  expect(published).toEqual(['1: of version 1']);
});

test('a client that knows no versions gets none', async () => {
  const { open, finish, timers, published } = start({ versioned: false });
  open();
  timers.ring();
  await finish();
  expect(published).toEqual(['no version: of version 1']);
});

test('a check that fails is logged with the document', async () => {
  const { documents, timers } = start();
  const hand = handDocuments();
  const errors: string[] = [];
  const session = { validate: () => Promise.reject(new Error('broken')) } as unknown as Session;
  registerPush({ sendDiagnostics: async () => undefined }, hand.documents, session, timers, {
    versioned: false,
    log: (message) => errors.push(message.split('\n')[0] ?? ''),
  });
  hand.open();
  timers.ring();
  await new Promise((resolve) => setImmediate(resolve));
  expect(documents.keys()).toEqual([]);
  expect(errors).toEqual([`textDocument/publishDiagnostics failed for ${URI}: Error: broken`]);
});
