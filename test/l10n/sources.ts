/** What the sources say to people: the calls of `t`, found in their syntax trees. */
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parseSync, Visitor } from 'oxc-parser';

export const ROOT = fileURLToPath(new URL('../..', import.meta.url));

export interface Message {
  /** From the root of the project, with the line. */
  readonly at: string;
  /** As a translation names it: the English text, and after a slash the comment where there is one. */
  readonly key: string;
  /** The English text alone, where a comment tells it from another of the same words. */
  readonly text?: string;
}

export interface Messages {
  readonly messages: readonly Message[];
  /** Calls that no translation can follow, and why. */
  readonly faults: readonly string[];
}

interface Node {
  readonly type: string;
  readonly start: number;
  readonly value?: unknown;
}

/** The paths of all TypeScript files below a folder, from the root. */
export function typeScriptFiles(folder: string): string[] {
  return readdirSync(`${ROOT}${folder}`, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .map((name) => `${folder}/${name}`)
    .sort();
}

/** The texts of one file that are said through `t`, or through `l10n.t`. */
export function messagesOf(path: string, text = readFileSync(`${ROOT}${path}`, 'utf8')): Messages {
  const messages: Message[] = [];
  const faults: string[] = [];
  const { program } = parseSync(path, text);
  const line = (node: Node) => `${path}:${text.slice(0, node.start).split('\n').length}`;
  let depth = 0;
  const enter = () => {
    depth += 1;
  };
  const leave = () => {
    depth -= 1;
  };
  const names = namesOfT(text);
  new Visitor({
    FunctionDeclaration: enter,
    'FunctionDeclaration:exit': leave,
    FunctionExpression: enter,
    'FunctionExpression:exit': leave,
    ArrowFunctionExpression: enter,
    'ArrowFunctionExpression:exit': leave,
    CallExpression(call) {
      if (!names.includes(text.slice(call.callee.start, call.callee.end))) return;
      const at = line(call);
      const [first] = call.arguments;
      const key = first === undefined ? undefined : keyOf(first);
      if (key === undefined) faults.push(`${at}: the first argument of t is no plain text.`);
      else messages.push({ at, ...key });
      // A constant would be made before the language is known.
      if (depth === 0) faults.push(`${at}: t is called when the module is loaded. Make it a function.`);
    },
  }).visit(program);
  return { messages, faults };
}

/** How the file calls it: what it imports from the library, or the editor's own. */
function namesOfT(text: string): readonly string[] {
  const library = /import \{ (?:[^}]*, )?t(?: as (\w+))?(?:, [^}]*)? \} from '@vscode\/l10n'/.exec(text);
  if (library !== null) return [library[1] ?? 't'];
  return /\bl10n\b[^;]*from 'vscode'/.test(text) ? ['l10n.t'] : [];
}

function keyOf(argument: Node): Omit<Message, 'at'> | undefined {
  const literal = literalOf(argument);
  if (literal !== undefined) return { key: literal };
  if (argument.type !== 'ObjectExpression') return undefined;
  const { properties } = argument as unknown as {
    readonly properties: readonly { readonly key: Node & { readonly name?: string }; readonly value: Node }[];
  };
  const textOf = (name: string): string | undefined => {
    const value = properties.find(({ key }) => key.name === name)?.value;
    return value === undefined ? undefined : (literalOf(value) ?? listOf(value));
  };
  const message = textOf('message');
  const comment = textOf('comment');
  if (message === undefined) return undefined;
  return comment === undefined ? { key: message } : { key: `${message}/${comment}`, text: message };
}

function literalOf({ type, value }: Node): string | undefined {
  return type === 'Literal' && typeof value === 'string' ? value : undefined;
}

function listOf(node: Node): string | undefined {
  if (node.type !== 'ArrayExpression') return undefined;
  const { elements } = node as unknown as { readonly elements: readonly Node[] };
  return elements.map(({ value }) => String(value)).join('');
}
