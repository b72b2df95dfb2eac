/** docs/editors-methods.md: which messages of LSP the server answers, from what it answers to `initialize`. */
import type { ClientCapabilities } from 'vscode-languageserver';
import { clientTraits, hostTraits } from '../../server/src/workspace/traits.ts';
import { FULL_CLIENT } from './fullClient.ts';
import { type ClientMessage, clientMessages, isPromised } from './lspMessages.ts';
import { METHOD_WORDS } from './methodWords.ts';

/** What a server said to a client. */
export interface Promises {
  readonly capabilities: object;
  /** Methods that it registered later. */
  readonly registered: readonly string[];
}

export interface MethodsPageInput {
  /** To a client that supports nothing optional. */
  readonly least: Promises;
  /** To a client that supports everything. */
  readonly most: Promises;
}

/** Messages that every server takes, without a promise. */
const ALWAYS = new Set(['initialize', 'initialized', 'shutdown', 'exit', 'workspace/didChangeConfiguration']);

/** What keeps the documents answers this with nothing. */
const ANSWERED_EMPTY = 'textDocument/willSaveWaitUntil';

/** The page as Markdown. */
export function methodsPage({ least, most }: MethodsPageInput): string {
  const messages = clientMessages();
  const isIn = (message: ClientMessage, { capabilities, registered }: Promises): boolean =>
    ALWAYS.has(message.method) || isPromised(message, capabilities, registered);
  const rows: string[] = [];
  const left = new Set(askedCapabilities());
  for (const message of messages.filter((one) => isIn(one, most))) {
    // Each is named once, at the first that it is about.
    const own = [...left].filter((path) => belongsTo(path, message));
    for (const path of own) left.delete(path);
    const answered = isIn(message, least) ? 'always' : 'if the client can';
    const words = METHOD_WORDS[message.method] ?? '';
    rows.push(`| \`${message.method}\` | ${answered} | ${words} | ${own.map((path) => `\`${path}\``).join(', ')} |`);
  }
  const others = messages.filter((one) => one.kind === 'request' && one.method !== ANSWERED_EMPTY && !isIn(one, most));
  const parts = [
    '# LSP methods',
    '<!-- Written by `npm run docs` from what the server answers to `initialize`; a test compares it with that. -->',
    'What a client may send, of the Language Server Protocol 3.17 and, where it is named in [language-server.md](language-server.md), 3.18; what each answer holds is told there. "If the client can": it is promised only to clients that have the capability. The last column names what the server reads of a client\'s capabilities for it; a client without them gets a plainer answer.',
    [
      '| method | answered | what for | client capabilities that change it |',
      '| --- | --- | --- | --- |',
      ...rows,
    ].join('\n'),
    `Besides these the server looks at ${[...left].map((path) => `\`${path}\``).join(', ')}.`,
    '## Not answered',
    `A request of these gets \`MethodNotFound\`: ${others.map(({ method }) => `\`${method}\``).join(', ')}.`,
  ];
  return `${parts.join('\n\n')}\n`;
}

/**
 * The capabilities that the server reads, by their paths: it is given objects that write down what they are asked for. One says yes
 * to everything and the other nothing, so that what is only asked behind the other answer is asked too.
 */
function askedCapabilities(): string[] {
  const read = new Set<string>();
  for (const says of ['everything', 'nothing'] as const) {
    const noted = noting(FULL_CLIENT, '', says, (path) => read.add(path)) as ClientCapabilities;
    clientTraits(noted);
    hostTraits(noted);
  }
  const paths = [...read];
  return paths.filter((path) => !paths.some((one) => one.startsWith(`${path}.`))).sort();
}

function noting(value: unknown, path: string, says: 'everything' | 'nothing', note: (path: string) => void): unknown {
  const isLeaf = typeof value !== 'object' || value === null || Array.isArray(value);
  if (isLeaf) return says === 'everything' ? value : undefined;
  return new Proxy(value, {
    get: (target, key) => {
      const inner = path === '' ? String(key) : `${path}.${String(key)}`;
      note(inner);
      return noting(Reflect.get(target, key), inner, says, note);
    },
  });
}

/** Whether a capability is about a message: it has the same name, or the name in `workspace` for asking again. */
function belongsTo(path: string, { client, kind }: ClientMessage): boolean {
  if (client === undefined || (kind !== 'request' && !client.startsWith('workspace'))) return false;
  const group = client.split('.').slice(0, 2);
  const [area = '', name = ''] = path.split('.');
  if (area === group[0]) return name === group[1];
  return area === 'workspace' && name.replace(/s$/, '') === (group[1] ?? '').replace(/s$/, '');
}
