/** The built extension on a desktop: what updates the catalog is loaded from the script of the web host, when the command is called. */
import { createRequire } from 'node:module';
import { basename } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import * as editor from './editor.ts';

const require = createRequire(import.meta.url);
const ROOT = fileURLToPath(new URL('../..', import.meta.url));

/** Stands for everything of the editor that is not looked at. */
const anything: unknown = new Proxy(class {}, {
  get: (_, name) => (name === 'then' ? undefined : name === Symbol.toPrimitive ? () => '' : anything),
  apply: () => anything,
  construct: () => anything as object,
});

/** An object of which some is given, and the rest is there. */
function partly(given: object): object {
  return new Proxy(given, { get: (own, name) => Reflect.get(own, name) ?? anything });
}

test('it asks from where, and nothing of it is loaded before', async () => {
  editor.forget();
  const called = new Map<string, () => Promise<void>>();
  const vscode = partly({
    ...editor,
    commands: { registerCommand: (name: string, run: () => Promise<void>) => called.set(name, run) },
    workspace: partly({ ...editor.workspace, textDocuments: [] }),
    window: partly(editor.window),
  });
  const nodeModule = require('node:module') as { _load(name: string, ...rest: unknown[]): unknown };
  const load = nodeModule._load;
  nodeModule._load = (name, ...rest) => (name === 'vscode' ? vscode : load.call(nodeModule, name, ...rest));
  const loaded = () => Object.keys(require.cache).flatMap((path) => (/dist.client/.test(path) ? basename(path) : []));
  try {
    const { activate } = require('../../dist/client/node.js') as { activate(context: object): void };
    activate({
      subscriptions: [],
      asAbsolutePath: (path: string) => `${ROOT}${path}`,
      extensionUri: editor.Uri.file(ROOT),
      globalStorageUri: editor.Uri.file('/storage'),
      workspaceState: anything,
    });
    expect(loaded()).toEqual(['node.js']);
    editor.choices.push(undefined);
    await called.get('stackpin.updateCatalog')?.();
    expect(loaded()).toEqual(['node.js', 'browser.js']);
    expect(editor.offered.map(({ labels }) => labels)).toEqual([
      ['From a File...', 'From a Folder...', 'From an Address...'],
    ]);
  } finally {
    nodeModule._load = load;
  }
});
