/** "Update Catalog..." in the editor: what is asked, what is taken, and what is said. The editor is one of memory. */
import { beforeEach, expect, test, vi } from 'vitest';
import { CATALOG_FILE } from '../../server/src/update/parts.ts';
import { STATE_FILE } from '../../server/src/update/state.ts';
import {
  catalogBytes,
  decode,
  FIRST,
  type Files,
  FOREIGN,
  oneFile,
  TODAY,
  TRUST,
  updateFiles,
} from '../update/bundles.ts';
import * as editor from './editor.ts';

vi.mock('vscode', () => editor);
vi.mock('../../server/src/network/host.ts', async () => ({
  BUILT_IN: { ...TRUST, bundledSerial: 1 },
  today: () => TODAY,
  downloadHost: () => ({
    fetch: async (address: string) =>
      new Response(editor.answers.get(address) as never, {
        status: editor.answers.has(address) ? 200 : 404,
      }),
    schedule: () => () => undefined,
    followsByItself: false,
  }),
}));

const { updateCatalog } = await import('../../client/src/update/updateCatalog.ts');
const { updatedCatalog } = await import('../../client/src/update/updatedCatalog.ts');

const STORAGE = '/storage/catalog';
const context = { extensionUri: editor.Uri.file('/extension'), globalStorageUri: editor.Uri.file('/storage') } as never;
const SERIAL = 2099010100;
const files = (changes: { readonly [key: string]: unknown } = {}, key = FIRST): Files =>
  updateFiles({ serial: SERIAL, ...changes }, key);

beforeEach(editor.forget);

/** Calls the command with these choices; what is said, and whether another catalog is in use. */
async function called(...choices: readonly editor.Choice[]): Promise<{ changed: boolean; said: readonly string[] }> {
  editor.choices.push(...choices);
  editor.said.length = 0;
  const changed = await updateCatalog(context);
  return { changed, said: [...editor.said] };
}

const TAKEN = 'info: Stackpin uses the catalog 2026.12.0 of 2026-12-15 from now on.';

test('from a file, from a folder, from an address and from the mirror of the settings', async () => {
  editor.files.set('/new.update', oneFile(files()));
  expect(await called('From a File...', editor.Uri.file('/new.update'))).toEqual({ changed: true, said: [TAKEN] });
  expect([...editor.files.keys()].filter((path) => path.startsWith(STORAGE)).sort()).toHaveLength(2);

  for (const [name, bytes] of Object.entries(files({ serial: SERIAL + 1 }))) editor.files.set(`/new/${name}`, bytes);
  expect(await called('From a Folder...', editor.Uri.file('/new'))).toEqual({ changed: true, said: [TAKEN] });

  editor.answers.set('https://mirror.example/a.update', oneFile(files({ serial: SERIAL + 2 })));
  expect(await called('From an Address...', ' https://mirror.example/a.update ')).toEqual({
    changed: true,
    said: [TAKEN],
  });

  editor.settings.set('catalog.mirror', 'https://mirror.example/stackpin/');
  for (const [name, bytes] of Object.entries(files({ serial: SERIAL + 3 })))
    editor.answers.set(`https://mirror.example/stackpin/${name}`, bytes);
  expect(await called('From the Mirror')).toEqual({ changed: true, said: [TAKEN] });
  // One catalog is kept, and no lock.
  expect([...editor.files.keys()].filter((path) => path.startsWith(STORAGE)).sort()).toEqual([
    expect.stringMatching(/^\/storage\/catalog\/2099010103-[0-9a-f]{16}\.catalog\.jsonl$/),
    `${STORAGE}/${STATE_FILE}`,
  ]);
});

test('what is offered, and what is said of the catalog in use', async () => {
  await called(undefined);
  expect(editor.offered).toEqual([
    {
      labels: ['From a File...', 'From a Folder...', 'From an Address...'],
      placeHolder: 'Only updates that are signed by those who make Stackpin are taken',
    },
  ]);
  editor.files.set('/new.update', oneFile(files()));
  await called('From a File...', editor.Uri.file('/new.update'));
  editor.settings.set('catalog.mirror', 'https://mirror.example/');
  await called(undefined);
  expect(editor.offered.at(-1)).toEqual({
    labels: [
      'From the Mirror',
      'From a File...',
      'From a Folder...',
      'From an Address...',
      'Go Back to the Catalog That Comes with Stackpin',
    ],
    placeHolder: 'In use: 2026.12.0 (2026-12-15), updated on 2026-12-20',
  });
});

test('going back, and nothing newer', async () => {
  editor.files.set('/new.update', oneFile(files()));
  await called('From a File...', editor.Uri.file('/new.update'));
  expect(await called('From a File...', editor.Uri.file('/new.update'))).toEqual({
    changed: false,
    said: ['info: There is nothing newer: this catalog is in use already.'],
  });
  expect(await called('Go Back to the Catalog That Comes with Stackpin')).toEqual({
    changed: true,
    said: ['info: Stackpin uses the catalog that comes with it from now on.'],
  });
  expect(await updatedCatalog(context)).toBeUndefined();
});

test('what is given up in the middle changes nothing', async () => {
  for (const choices of [
    [undefined],
    ['From a File...', undefined],
    ['From an Address...', undefined],
  ] as editor.Choice[][]) {
    expect(await called(...choices)).toEqual({ changed: false, said: [] });
  }
  expect(editor.files.size).toBe(0);
});

test('what is not taken is told with the reason, and the catalog in use stays', async () => {
  editor.files.set('/old.update', oneFile(files()));
  await called('From a File...', editor.Uri.file('/old.update'));
  const before = await updatedCatalog(context);
  expect(before).toBe(decode(catalogBytes()));

  editor.files.set('/foreign.update', oneFile(files({ key: 'acme', serial: SERIAL + 1 }, FOREIGN)));
  editor.files.set('/other.txt', new Uint8Array([1, 2, 3]));
  for (const [name, bytes] of Object.entries(files({ serial: SERIAL + 1 }))) editor.files.set(`/linked/${name}`, bytes);
  editor.links.add(`/linked/${CATALOG_FILE}`);
  const kept = 'The catalog in use stays as it was.';
  const cases: [editor.Choice[], string][] = [
    [
      ['From a File...', editor.Uri.file('/foreign.update')],
      'it is signed with the key acme, and this version of Stackpin trusts test-1, test-2, test-old and test-late alone. If the publisher has a new key, install a newer Stackpin; otherwise do not use this update.',
    ],
    [
      ['From a File...', editor.Uri.file('/other.txt')],
      '/other.txt is no update of the catalog. Get the update again from whoever publishes it.',
    ],
    [
      ['From a File...', editor.Uri.file('/nowhere')],
      'cannot read /nowhere: there is no /nowhere. Choose a file that was published as an update, or a folder with all of its files.',
    ],
    [
      ['From a Folder...', editor.Uri.file('/linked')],
      'cannot read /linked/bundled.catalog.jsonl: it is a link. Choose a file that was published as an update, or a folder with all of its files.',
    ],
    [
      ['From an Address...', 'https://mirror.example/none'],
      'https://mirror.example/none cannot be loaded: the server answers 404. Check the address and the network, or load the update by other means and name the file.',
    ],
    [
      ['From an Address...', 'http://mirror.example/'],
      'http://mirror.example/catalog-update.json cannot be loaded: only addresses with https are loaded, and not with http. Check the address and the network, or load the update by other means and name the file.',
    ],
  ];
  for (const [choices, why] of cases) {
    expect(await called(...choices)).toEqual({
      changed: false,
      said: [`error: The catalog is not updated: ${why} ${kept}`],
    });
    expect(await updatedCatalog(context)).toBe(before);
  }
});

test('a storage that is full, and one that another window writes in', async () => {
  editor.files.set('/new.update', oneFile(files()));
  const room = 'Make room or give yourself permission there, and try again. The catalog in use stays as it was.';
  editor.full.value = true;
  expect((await called('From a File...', editor.Uri.file('/new.update'))).said).toEqual([
    `error: The catalog is not updated: cannot write in /storage/catalog: no space left. ${room}`,
  ]);
  editor.full.value = false;
  editor.files.set(`${STORAGE}/update.lock`, new Uint8Array());
  expect((await called('From a File...', editor.Uri.file('/new.update'))).said).toEqual([
    `error: The catalog is not updated: cannot write in /storage/catalog: /storage/catalog/update.lock exists. ${room}`,
  ]);
  // A minute later it was left behind.
  editor.clock.value += 61_000;
  expect(await called('From a File...', editor.Uri.file('/new.update'))).toEqual({ changed: true, said: [TAKEN] });
});

test('a damaged update is not handed to the server', async () => {
  editor.files.set('/new.update', oneFile(files()));
  await called('From a File...', editor.Uri.file('/new.update'));
  const name = [...editor.files.keys()].find((path) => path.endsWith('.catalog.jsonl')) ?? '';
  editor.files.set(name, new Uint8Array(3));
  expect(await updatedCatalog(context)).toBeUndefined();
});

test('an address is asked for with https', async () => {
  await called('From an Address...', undefined);
  const [validate] = editor.validators;
  expect(['', 'http://a', 'mirror', 'https://', 'https://a'].map((text) => validate?.(text))).toEqual([
    ...Array(4).fill('Write an address that begins with https://'),
    undefined,
  ]);
});
