/** The language server ends, or cannot be started: what follows, and what the person is told. The client is one of memory. */
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { CrashWatch } from '../../client/src/crashes.ts';
import type { HostClient } from '../../client/src/start.ts';

const told: (readonly string[])[] = [];
const ran: string[] = [];
const commands = new Map<string, () => unknown>();
let chosen: string | undefined;
const document = { languageId: 'stack-manifest', uri: { path: '/shop.stack.yaml', scheme: 'file' } };
let opened: (one: typeof document) => void = () => undefined;
const nothing = { dispose: () => undefined };

vi.mock('vscode', () => ({
  l10n: { t: (text: string, ...args: unknown[]) => text.replace(/\{(\d)\}/g, (_, at) => String(args[Number(at)])) },
  version: '1.120.0',
  env: { appHost: 'desktop' },
  Disposable: { from: () => nothing },
  window: {
    createOutputChannel: () => ({ error: () => undefined, show: () => undefined }),
    showErrorMessage: async (...said: string[]) => {
      told.push(said);
      return chosen;
    },
  },
  workspace: {
    textDocuments: [document],
    onDidOpenTextDocument: (listener: typeof opened) => {
      opened = listener;
      return nothing;
    },
  },
  commands: {
    registerCommand: (name: string, run: () => unknown) => commands.set(name, run),
    executeCommand: async (...all: string[]) => void ran.push(all.join(' ')),
  },
}));
vi.mock('../../client/src/catalogStatus.ts', () => ({ showCatalogStatus: () => ({ refresh: () => undefined }) }));
vi.mock('../../client/src/commands/register.ts', () => ({ registerCommands: () => nothing }));
vi.mock('../../client/src/recognise.ts', () => ({ recogniseDocuments: () => nothing }));
vi.mock('../../client/src/report/reportView.ts', () => ({ reportView: () => nothing }));
vi.mock('../../client/src/languages.ts', () => ({ LANGUAGES: ['stack-manifest'], isOwn: () => true }));

const { startClient } = await import('../../client/src/start.ts');

/** How a server of the test fares: it runs, ends while it starts, answers with an error, or the client cannot even be made. */
type Fate = 'runs' | 'ends' | 'refuses' | 'is missing';
const fates: Fate[] = [];
const watches: CrashWatch[] = [];
const happened: string[] = [];

const host: HostClient = {
  make: (_, crashes) => {
    const fate = fates.shift() ?? 'runs';
    if (fate === 'is missing') throw new Error('no such file');
    watches.push(crashes);
    const start = async () => {
      happened.push(fate);
      if (fate === 'ends') crashes.ended();
      if (fate !== 'runs') throw new Error('Pending response rejected since connection got disposed');
    };
    return { start, error: () => undefined, needsStop: () => false } as never;
  },
  started: () => happened.push('started'),
  ended: () => undefined,
};

const extension = { packageJSON: { version: '0.1.0' } };
const begin = async (...all: Fate[]) => {
  fates.push(...all);
  startClient(
    { subscriptions: [], extension } as never,
    async () => host,
    async () => ({}) as never,
  );
  await vi.advanceTimersByTimeAsync(5000);
};

beforeEach(() => {
  for (const list of [told, ran, fates, watches, happened]) list.length = 0;
  chosen = undefined;
  vi.useFakeTimers();
});
afterEach(() => vi.useRealTimers());

const BUTTONS = ['Restart', 'Show Output', 'Report'];
const OVER =
  'The Stackpin language server ended 5 times within 3 minutes, so it is not started again. Manifests are not checked. The output may say why.';
const NEVER = 'The Stackpin language server could not be started. Manifests are not checked. The output may say why.';

test('what ends while it starts is followed by another, which the host is told of', async () => {
  await begin('ends', 'runs');
  expect(happened).toEqual(['ends', 'runs', 'started']);
  watches.at(-1)?.ended();
  await vi.advanceTimersByTimeAsync(5000);
  expect(happened).toEqual(['ends', 'runs', 'started', 'runs', 'started']);
  expect(told).toEqual([]);
});

test('after five ends it is left alone, is told once, and counts anew when it is started by hand', async () => {
  await begin(...Array<Fate>(5).fill('ends'));
  opened(document);
  await vi.advanceTimersByTimeAsync(5000);
  expect(happened).toEqual(Array(5).fill('ends'));
  expect(told).toEqual([[OVER, ...BUTTONS]]);
  fates.push('ends', 'ends', 'runs');
  await commands.get('stackpin.restartServer')?.();
  await vi.advanceTimersByTimeAsync(5000);
  expect(happened.slice(5)).toEqual(['ends', 'ends', 'runs', 'started']);
  expect(told).toHaveLength(1);
});

test.each<Fate>(['refuses', 'is missing'])('what %s is told once and not tried again by itself', async (fate) => {
  await begin(fate, 'runs');
  // The language client ends a server that answered with an error.
  for (const watch of watches) expect(watch.ended()).toBe('The server ended.');
  opened(document);
  await vi.advanceTimersByTimeAsync(5000);
  expect(happened).not.toContain('runs');
  expect(told).toEqual([[NEVER, ...BUTTONS]]);
  await commands.get('stackpin.restartServer')?.();
  expect(happened.slice(-2)).toEqual(['runs', 'started']);
});

test('the end of a server that was started by hand in the meantime starts none', async () => {
  await begin('runs');
  const [first] = watches;
  await commands.get('stackpin.restartServer')?.();
  first?.ended();
  await vi.advanceTimersByTimeAsync(5000);
  expect(happened).toEqual(['runs', 'started', 'runs', 'started']);
});

test.each([
  ['ends', 'The language server ends again and again'],
  ['refuses', 'The language server cannot be started'],
] as const)(
  'the page where one writes that it %s holds the versions, and nothing of the person',
  async (fate, title) => {
    chosen = 'Report';
    await begin(...Array<Fate>(5).fill(fate));
    const [, address = ''] = /^vscode\.open (.*)$/.exec(ran[0] ?? '') ?? [];
    const { searchParams } = new URL(address);
    expect([...searchParams]).toEqual([
      ['title', title],
      [
        'body',
        'Please put here what "Stackpin: Show Output" says, without what is not to be public, and what you did before.\n\n- Stackpin 0.1.0, VS Code 1.120.0, desktop\n',
      ],
    ]);
  },
);
