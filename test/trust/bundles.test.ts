/** What is shipped evaluates no text, loads nothing but its own files, and names what reaches the network only where it is said here. */
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { builtinModules } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { type Expression, parseSync, type Super, Visitor } from 'oxc-parser';
import { afterAll, expect, test } from 'vitest';
import { built } from '../packages/packed.ts';

// Built here, as what is packed has other names for everything.
const folder = mkdtempSync(join(tmpdir(), 'stackpin-bundles-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const DIST = pathToFileURL(`${await built(folder)}/`);

/** Globals and functions that evaluate text or reach the network. */
const REACHING = new Set([
  'eval',
  'Function',
  'fetch',
  'XMLHttpRequest',
  'WebSocket',
  'EventSource',
  'importScripts',
  'sendBeacon',
]);
/** Modules of Node that do, or start programs. */
const REACHING_MODULES = new Set([
  'http',
  'https',
  'http2',
  'net',
  'tls',
  'dgram',
  'dns',
  'dns/promises',
  'child_process',
  'vm',
  'inspector',
  'cluster',
  'repl',
  'wasi',
]);

/** Loads the program's own files, and answers what they require by its name (codeCache.node.ts). */
const LOADER = ['require((0, import_node_path.join)(folder, file))', 'require(id)', 'require(node:vm)'];

/**
 * What each file may have of these, and why.
 * - `fetch(address)` of the browser: the catalog that comes with the extension, from where the extension is (environment.browser.ts).
 * - `fetch(address, init)` of the command that updates the catalog, in the terminal and in an editor (network/download.ts). The desktop loads that from
 *   the script of the web when the command is called.
 * - `fetch(uri)` of the library of translations, which is given texts and no address (localization.ts).
 * - The command line loads the language server that is installed beside it.
 * - `vm`: compiles the program's own files with what V8 kept of them (codeCache.node.ts).
 * - `net` and `child_process` of the protocol's libraries, and `node:net` of ours: for sockets and pipes that an editor asks for by an option, and its client to start the server.
 *   In the server they are only loaded when they are used.
 * - `child_process` of the command line: git (host.node.ts).
 */
const ALLOWED: { readonly [file: string]: readonly string[] } = {
  'cli/main.js': [
    '__require((0, import_node_path.join)(__dirname, "../server/n',
    'fetch(uri)',
    'require(node:child_process)',
  ],
  'cli/stackpin.js': LOADER,
  'cli/update.js': ['fetch(address, init)'],
  'cli/worker.js': LOADER,
  'client/browser.js': ['fetch(address, init)', 'fetch(uri)'],
  'client/languageClient.js': ['require(child_process)', 'require(net)'],
  'client/node.js': ['__require(context.asAbsolutePath("dist/client/browser.js"))'],
  'server/browser.js': ['fetch(address)', 'fetch(uri)'],
  'server/main.js': ['fetch(uri)', 'require(child_process)', 'require(net)', 'require(node:net)'],
  'server/node.js': LOADER,
};

/** The last name of what is called: of `a`, `b.a` and `(0, b.a)`. */
function calledName(callee: Expression | Super): string | undefined {
  switch (callee.type) {
    case 'Identifier':
      return callee.name;
    case 'MemberExpression':
      return callee.property.type === 'Identifier' ? callee.property.name : undefined;
    case 'ParenthesizedExpression':
      return calledName(callee.expression);
    case 'SequenceExpression': {
      const last = callee.expressions.at(-1);
      return last === undefined ? undefined : calledName(last);
    }
    default:
      return undefined;
  }
}

/** What a bundle has of them, without those of which only the type is asked. */
function reachingIn(text: string, file: string): string[] {
  const found = new Set<string>();
  const { program, errors } = parseSync(file, text, { sourceType: 'script' });
  expect(errors).toEqual([]);
  const literal = (node: { readonly type: string; readonly value?: unknown } | undefined): string | undefined =>
    node?.type === 'Literal' && typeof node.value === 'string' ? node.value : undefined;
  const source = (node: { readonly start: number; readonly end: number }): string =>
    text.slice(node.start, node.end).replace(/\s+/g, ' ');
  new Visitor({
    CallExpression(node) {
      const name = calledName(node.callee);
      if (name === undefined) return;
      if (REACHING.has(name)) found.add(source(node).slice(0, 60));
      if (name !== 'require' && name !== '__require') return;
      const [path] = node.arguments;
      const module = literal(path);
      if (module === undefined) found.add(source(node).slice(0, 60));
      else if (module.startsWith('.')) {
        if (!/^\.\/[\w]+\.js$/.test(module)) found.add(`require(${module})`);
      } else {
        const bare = module.replace(/^node:/, '');
        if (REACHING_MODULES.has(bare) || !(builtinModules.includes(bare) || bare === 'vscode'))
          found.add(`require(${module})`);
      }
    },
    NewExpression({ callee, ...node }) {
      if (callee.type === 'Identifier' && REACHING.has(callee.name)) found.add(source(node).slice(0, 60));
    },
    ImportExpression(node) {
      found.add(source(node).slice(0, 60));
    },
    ImportDeclaration(node) {
      found.add(source(node).slice(0, 60));
    },
  }).visit(program);
  return [...found].sort();
}

const BUNDLES = readdirSync(DIST, { recursive: true, encoding: 'utf8' })
  .map((path) => path.replaceAll('\\', '/'))
  .filter((path) => path.endsWith('.js'))
  .sort();

test('all bundles are looked at', () => {
  expect(BUNDLES.length).toBeGreaterThan(20);
  expect(Object.keys(ALLOWED).filter((file) => !BUNDLES.includes(file))).toEqual([]);
});

test.each(BUNDLES)('%s', (file) => {
  expect(reachingIn(readFileSync(new URL(file, DIST), 'utf8'), file)).toEqual(ALLOWED[file] ?? []);
});

test('each of them is found where it is', () => {
  const text = `
    eval('1'); new Function('a'); Function('a'); (0, globalThis.eval)('x'); fetch('x'); new WebSocket('x'); self.importScripts('x');
    require(name); require('./own.js'); require('../other.js'); require('node:https'); require('left-pad'); import(name); require('node:fs');
    navigator.sendBeacon('x');`;
  expect(reachingIn(text, 'x.js')).toEqual([
    "(0, globalThis.eval)('x')",
    "Function('a')",
    "eval('1')",
    "fetch('x')",
    'import(name)',
    "navigator.sendBeacon('x')",
    "new Function('a')",
    "new WebSocket('x')",
    'require(../other.js)',
    'require(left-pad)',
    'require(name)',
    'require(node:https)',
    "self.importScripts('x')",
  ]);
});
