/** `stackpin catalog update`: over a real disk and a real server, with keys of the tests. In each failure the old catalog stays in use. */
import { readdirSync, readFileSync, statSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs';
import type { RequestListener } from 'node:http';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { nodeUpdating } from '../../cli/src/catalog/update/updating.node.ts';
import type { Updating } from '../../cli/src/catalog/update/updating.ts';
import { run } from '../../cli/src/program.ts';
import about from '../../server/generated/bundled-catalog.json' with { type: 'json' };
import { nodeEnvironment } from '../../server/src/environment.node.ts';
import { CATALOG_FILE, MANIFEST_FILE, SIGNATURE_FILE } from '../../server/src/update/parts.ts';
import { MIRROR, type Network, networkTo, until } from '../network/servers.ts';
import {
  catalogBytes,
  FIRST,
  type Files,
  FOREIGN,
  oneFile,
  sha256,
  TODAY,
  TRUST,
  updateFiles,
} from '../update/bundles.ts';
import { folderWith, type MemoryHost, memoryHost, stackOf } from './support.ts';

/** Newer than whatever comes with the program. */
const OLD = 2099010100;
const NEW = 2099010200;
const OLD_CATALOG = { [CATALOG_FILE]: catalogBytes('2099.1.0', '2026-12-01') };
const NEW_CATALOG = { [CATALOG_FILE]: catalogBytes('2099.2.0', '2026-12-15') };

const oldUpdate = () =>
  updateFiles({ serial: OLD, catalog: { version: '2099.1.0', updated: '2026-12-01' } }, FIRST, OLD_CATALOG);
const newUpdate = (changes: { readonly [key: string]: unknown } = {}, key = FIRST) =>
  updateFiles({ serial: NEW, catalog: { version: '2099.2.0', updated: '2026-12-15' }, ...changes }, key, NEW_CATALOG);

interface Machine {
  /** The folder of the test, and that of updates in it. */
  readonly folder: string;
  readonly data: string;
  /** Runs `stackpin` and gives what it wrote, with the folder of the test as `$`. */
  stackpin(...args: readonly string[]): Promise<{ status: number; out: string; err: string }>;
}

/** A machine on whose disk these files are. */
function machine(files: { readonly [path: string]: string | Uint8Array } = {}): Machine {
  const folder = folderWith({ 'a.stack.yaml': stackOf('alpha: 1.0.0'), ...files });
  return machineOver({ folder, data: join(folder, 'data/catalog') }, {});
}

/** The machine of these folders, with something else lent to it. */
function machineOver({ folder, data }: Pick<Machine, 'folder' | 'data'>, own: Partial<Updating>): Machine {
  const { readFile, readOwnFile } = nodeEnvironment(() => undefined);
  const inspect = async (path: string) => {
    const found = statSync(path, { throwIfNoEntry: false });
    return found && (found.isDirectory() ? 'folder' : 'file');
  };
  const updating = async (): Promise<Updating> => {
    const real = nodeUpdating(data);
    if (real === undefined) throw new Error('There is no folder.');
    return { ...real, trust: { ...TRUST, bundledSerial: about.serial }, ...own };
  };
  return {
    folder,
    data,
    async stackpin(...args) {
      const host: MemoryHost = memoryHost(
        {},
        { folder, readFile, readOwnFile, inspect, today: () => TODAY, catalogUpdates: data, updating },
      );
      const status = await run(args, host);
      const plain = (texts: readonly string[]) => texts.join('').replaceAll(folder, '$');
      return { status, out: plain(host.written), err: plain(host.warned) };
    },
  };
}

/** The files of an update below a folder. */
function inFolder(name: string, files: Files): Files {
  return Object.fromEntries(Object.entries(files).map(([file, bytes]) => [`${name}/${file}`, bytes]));
}

/** A machine on which the old update is in use. */
async function used(files: { readonly [path: string]: string | Uint8Array } = {}): Promise<Machine> {
  const one = machine({ ...inFolder('old', oldUpdate()), ...files });
  expect((await one.stackpin('catalog', 'update', 'old')).status).toBe(0);
  return one;
}

const KEPT = 'The catalog in use stays as it was.';
const AGAIN = 'Get the update again from whoever publishes it.';
const NETWORK = 'Check the address and the network, or load the update by other means and name the file.';
const NAME = 'Name a file that was published as an update, or a folder with all of its files.';

/** What is said of an update that is not taken; the old one stays in use, and nothing is left beside it. */
async function refusal(one: Machine, from: string): Promise<string> {
  const before = readdirSync(one.data).sort();
  const { status, out, err } = await one.stackpin('catalog', 'update', from);
  expect({ status, out }).toEqual({ status: 1, out: '' });
  expect(readdirSync(one.data).sort()).toEqual(before);
  expect((await one.stackpin('--version')).out).toMatch(/, catalog 2099\.1\.0 \(2026-12-01\)\n$/);
  return err;
}

const IN_USE = `In use: catalog 2099.2.0 (2026-12-15), 5 days old, serial ${NEW}
Comes with Stackpin: catalog ${about.version} (${about.updated})
`;

test('from a folder, from its manifest, from one file and from a mirror', async () => {
  const files = newUpdate({ next: '2027-01-20' });
  const network = await networkTo((request, response) => {
    const bytes = request.url === '/one.update' ? oneFile(files) : files[(request.url ?? '').replace('/stackpin/', '')];
    response.writeHead(bytes === undefined ? 404 : 200).end(bytes);
  });
  const sources = [
    'new',
    `new/${MANIFEST_FILE}`,
    'new.update',
    `${MIRROR}/stackpin/`,
    `${MIRROR}/stackpin/${MANIFEST_FILE}`,
    `${MIRROR}/one.update`,
  ];
  for (const from of sources) {
    const one = machineOver(await used({ ...inFolder('new', files), 'new.update': oneFile(files) }), { network });
    const where = from.startsWith('https:') ? from : `$/${from}`;
    expect(await one.stackpin('catalog', 'update', from)).toEqual({
      status: 0,
      out: `The catalog 2099.2.0 (2026-12-15) is used from now on, instead of 2099.1.0 (2026-12-01).
${IN_USE}Updated on 2026-12-20 from ${where}
Signed on 2026-12-16 with the key test-1
The next one is expected on 2027-01-20
Updates are kept in $/data/catalog
`,
      err: '',
    });
  }
});

test('what checks uses it, and says so', async () => {
  const one = machine(inFolder('new', newUpdate()));
  const check = () => one.stackpin('check', 'a.stack.yaml', '--format', 'json');
  expect(JSON.parse((await check()).out)).toMatchObject({
    catalog: { version: about.version, updated: about.updated },
  });
  await one.stackpin('catalog', 'update', 'new');
  expect(JSON.parse((await check()).out)).toMatchObject({ catalog: { version: '2099.2.0', updated: '2026-12-15' } });
  const list = await one.stackpin('catalog', 'list', '--format', 'json');
  expect(JSON.parse(list.out).components.map(({ id }: { id: string }) => id)).toEqual(['alpha', 'beta']);

  expect(await one.stackpin('catalog', 'update', '--remove')).toEqual({
    status: 0,
    out: `The catalog that comes with Stackpin is used from now on.
In use: catalog ${about.version} (${about.updated}), 26 days old, serial ${about.serial}
It comes with this version of Stackpin.
Updates are kept in $/data/catalog
`,
    err: '',
  });
  expect(JSON.parse((await check()).out)).toMatchObject({
    catalog: { version: about.version, updated: about.updated },
  });
  expect(readdirSync(one.data)).toEqual(['state.json']);
});

test('the status, before anything was taken and as JSON', async () => {
  const one = machine(inFolder('new', newUpdate()));
  expect(await one.stackpin('catalog', 'update', '--status')).toEqual({
    status: 0,
    out: `In use: catalog ${about.version} (${about.updated}), 26 days old, serial ${about.serial}
It comes with this version of Stackpin.
Updates are kept in $/data/catalog
`,
    err: '',
  });
  const { status, out } = await one.stackpin('catalog', 'update', 'new', '--format', 'json');
  const hash = sha256(NEW_CATALOG[CATALOG_FILE] ?? new Uint8Array());
  expect([status, JSON.parse(out)]).toEqual([
    0,
    {
      version: 1,
      outcome: 'taken',
      inUse: { version: '2099.2.0', updated: '2026-12-15', serial: NEW, days: 5, from: 'update' },
      bundled: { version: about.version, updated: about.updated, serial: about.serial, days: 26 },
      update: {
        file: `${NEW}-${hash.slice(0, 16)}.catalog.jsonl`,
        size: NEW_CATALOG[CATALOG_FILE]?.length,
        sha256: hash,
        serial: NEW,
        key: 'test-1',
        created: '2026-12-16',
        expires: '2027-12-31',
        taken: TODAY,
        source: '$/new',
        catalog: { version: '2099.2.0', updated: '2026-12-15' },
        leftOut: 0,
      },
      highest: NEW,
      folder: '$/data/catalog',
      problem: null,
    },
  ]);
});

test('the same again, and an older one', async () => {
  const one = await used(inFolder('older', updateFiles({ serial: OLD - 1 })));
  const again = await one.stackpin('catalog', 'update', 'old');
  expect([again.status, again.out.split('\n')[0]]).toEqual([0, `Nothing newer: serial ${OLD} is in use already.`]);
  expect(await refusal(one, 'older')).toBe(
    `stackpin: the catalog is not updated: it is older than what was in use here already: its serial is ${OLD - 1}, and ${OLD} was reached. A catalog never goes back. Look for a newer update. ${KEPT}\n`,
  );
});

test('foreign keys, other bytes, expired: from a folder', async () => {
  const damaged = { ...newUpdate(), [CATALOG_FILE]: catalogBytes('2099.2.0', '2026-12-14') };
  const one = await used({
    ...inFolder('foreign', newUpdate({ key: 'acme' }, FOREIGN)),
    ...inFolder('damaged', damaged),
    ...inFolder('expired', newUpdate({ expires: '2026-12-19' })),
    ...inFolder('climbing', newUpdate({ files: [{ name: '../state.json', size: 1, sha256: '0'.repeat(64) }] })),
  });
  expect(await refusal(one, 'foreign')).toBe(
    `stackpin: the catalog is not updated: it is signed with the key acme, and this version of Stackpin trusts test-1, test-2, test-old and test-late alone. If the publisher has a new key, install a newer Stackpin; otherwise do not use this update. ${KEPT}\n`,
  );
  expect(await refusal(one, 'damaged')).toBe(
    `stackpin: the catalog is not updated: bundled.catalog.jsonl is not what was signed: its hash is another. ${AGAIN} ${KEPT}\n`,
  );
  expect(await refusal(one, 'expired')).toBe(
    `stackpin: the catalog is not updated: it could be taken until 2026-12-19, and today is 2026-12-20. Look for a newer update, or check the date of this machine. ${KEPT}\n`,
  );
  expect(await refusal(one, 'climbing')).toBe(
    `stackpin: the catalog is not updated: catalog-update.json is no manifest of an update: "../state.json" is no plain name of a file. ${AGAIN} ${KEPT}\n`,
  );
});

test('paths that lead to no update', async () => {
  const one = await used({ 'empty/.keep': '', 'readme.md': '# Hello\n', 'large.update': Buffer.alloc(40_000_000) });
  expect(await refusal(one, 'nowhere')).toBe(
    `stackpin: the catalog is not updated: cannot read nowhere: there is no such file. ${NAME} ${KEPT}\n`,
  );
  expect(await refusal(one, 'empty')).toBe(
    `stackpin: the catalog is not updated: cannot read empty/catalog-update.json: there is no such file. ${NAME} ${KEPT}\n`,
  );
  expect(await refusal(one, 'readme.md')).toBe(
    `stackpin: the catalog is not updated: $/readme.md is no update of the catalog. ${AGAIN} ${KEPT}\n`,
  );
  expect(await refusal(one, 'large.update')).toBe(
    `stackpin: the catalog is not updated: cannot read large.update: it is longer than the 33571016 bytes that are expected. ${NAME} ${KEPT}\n`,
  );
});

test('links and folders in the place of files', async () => {
  const one = await used({
    ...inFolder('new', newUpdate()),
    'linked/.keep': '',
    'odd/bundled.catalog.jsonl/.keep': '',
  });
  const { folder } = one;
  for (const name of [MANIFEST_FILE, SIGNATURE_FILE]) {
    writeFileSync(join(folder, 'linked', name), readFileSync(join(folder, 'new', name)));
    writeFileSync(join(folder, 'odd', name), readFileSync(join(folder, 'new', name)));
  }
  symlinkSync(join(folder, 'new', CATALOG_FILE), join(folder, 'linked', CATALOG_FILE));
  expect(await refusal(one, 'linked')).toBe(
    `stackpin: the catalog is not updated: cannot read linked/bundled.catalog.jsonl: it is a link. ${NAME} ${KEPT}\n`,
  );
  expect(await refusal(one, 'odd')).toBe(
    `stackpin: the catalog is not updated: cannot read odd/bundled.catalog.jsonl: it is no file. ${NAME} ${KEPT}\n`,
  );
  // The folder itself may be one: "latest" often is.
  symlinkSync(join(folder, 'new'), join(folder, 'latest'));
  expect((await one.stackpin('catalog', 'update', 'latest')).status).toBe(0);
});

/** What is said where a server does something with the file of an update. */
async function served(answer: RequestListener, during?: (network: Network) => Promise<void>): Promise<string> {
  const network = await networkTo(answer);
  const one = machineOver(await used(), { network });
  const said = refusal(one, `${MIRROR}/new.update`);
  await during?.(network);
  return said;
}

const unloaded = (why: string, address = `${MIRROR}/new.update`) =>
  `stackpin: the catalog is not updated: ${address} cannot be loaded: ${why}. ${NETWORK} ${KEPT}\n`;

test('a server that has none, or something else', async () => {
  expect(await served((_, response) => response.writeHead(404).end())).toBe(
    unloaded('the server answers 404 Not Found'),
  );
  expect(await served((_, response) => response.writeHead(500).end())).toBe(
    unloaded('the server answers 500 Internal Server Error'),
  );
  expect(await served((_, response) => response.end('<!DOCTYPE html>\n<title>Sign in</title>\n'))).toBe(
    `stackpin: the catalog is not updated: ${MIRROR}/new.update is no update of the catalog. ${AGAIN} ${KEPT}\n`,
  );
});

test('a connection that is cut at any place', async () => {
  const whole = Buffer.from(oneFile(newUpdate()));
  for (const length of [0, 1, 100, 199, 400, 800, whole.length - 1]) {
    const cut: RequestListener = (_, response) => {
      response.writeHead(200, { 'content-length': whole.length });
      response.flushHeaders();
      response.write(whole.subarray(0, length), () => setTimeout(() => response.destroy(), 20));
    };
    expect(await served(cut)).toBe(unloaded('other side closed'));
  }
});

test('an answer that says it is shorter than the update', async () => {
  const whole = Buffer.from(oneFile(newUpdate()));
  const short: RequestListener = (_, response) =>
    response.writeHead(200, { 'content-length': 700 }).end(whole.subarray(0, 700));
  expect(await served(short)).toBe(
    `stackpin: the catalog is not updated: ${MIRROR}/new.update is cut off. ${AGAIN} ${KEPT}\n`,
  );
});

test('a body that is too long', async () => {
  const long: RequestListener = (_, response) => response.writeHead(200, { 'content-length': 99_000_000 }).write('a');
  expect(await served(long)).toBe(unloaded('it is longer than the 33571016 bytes that are expected'));
});

test('a redirection to http', async () => {
  const leads: RequestListener = (_, response) =>
    response.writeHead(302, { location: 'http://mirror.example/x' }).end();
  expect(await served(leads)).toBe(
    unloaded(
      'it was redirected to http://mirror.example/x, and only addresses with https are loaded, and not with http',
    ),
  );
});

test('a server that stops in the middle', async () => {
  const stops: RequestListener = (_, response) => response.writeHead(200).write('stackpin-catalog-update 1 ');
  const said = await served(stops, async (network) => {
    await until(() => network.asked.length > 0);
    await new Promise((resolve) => setTimeout(resolve, 50));
    network.clock.pass(30_000);
  });
  expect(said).toBe(unloaded('nothing more came for 30 seconds'));
});

test('a mirror whose file is longer than its manifest says is not loaded further', async () => {
  const files = newUpdate();
  const { length } = files[CATALOG_FILE] ?? new Uint8Array();
  const network = await networkTo((request, response) => {
    const name = (request.url ?? '').slice(1);
    response.end(name === CATALOG_FILE ? Buffer.alloc(20_000_000) : files[name]);
  });
  const one = machineOver(await used(), { network });
  expect(await refusal(one, `${MIRROR}/`)).toBe(
    unloaded(`it is longer than the ${length} bytes that are expected`, `${MIRROR}/${CATALOG_FILE}`),
  );
  // Nothing but what is needed is asked for, and files only after the manifest.
  expect(network.asked.map(({ address }) => address)).toEqual(
    [MANIFEST_FILE, SIGNATURE_FILE, CATALOG_FILE].map((name) => `${MIRROR}/${name}`),
  );
});

test('addresses that are not loaded', async () => {
  const one = await used();
  expect(await refusal(one, 'http://mirror.example/new.update')).toBe(
    unloaded('only addresses with https are loaded, and not with http', 'http://mirror.example/new.update'),
  );
  expect(await refusal(one, 'file:///new.update')).toBe(
    unloaded('only addresses with https are loaded, and not with file', 'file:///new.update'),
  );
});

test('a folder that cannot be written', async () => {
  const one = machine({ ...inFolder('new', newUpdate()), data: 'a file' });
  const { status, out, err } = await one.stackpin('catalog', 'update', 'new');
  expect({ status, out }).toEqual({ status: 1, out: '' });
  expect(err).toMatch(
    /^stackpin: the catalog is not updated: cannot write in \$\/data\/catalog: ENOTDIR: .*\. Make room or give yourself permission there, and try again\. The catalog in use stays as it was\.\n$/,
  );
});

test('many at once: the newest stays, and no lock is left', async () => {
  const serials = [3, 9, 1, 7, 5];
  const folders = serials.map((more) => inFolder(`new${more}`, newUpdate({ serial: NEW + more })));
  const one = await used(Object.assign({}, ...folders));
  const outcomes = await Promise.all(serials.map((more) => one.stackpin('catalog', 'update', `new${more}`)));
  expect(outcomes.filter(({ status }) => status === 0).length).toBeGreaterThan(0);
  for (const { status, err } of outcomes)
    if (status !== 0) expect(err).toContain('it is older than what was in use here already');
  const { out } = await one.stackpin('catalog', 'update', '--status', '--format', 'json');
  expect(JSON.parse(out)).toMatchObject({ highest: NEW + 9, inUse: { serial: NEW + 9 }, problem: null });
  expect(readdirSync(one.data)).toHaveLength(2);
});

test('a lock that a process has left behind is no hindrance', async () => {
  const one = await used(inFolder('new', newUpdate()));
  const lock = join(one.data, 'update.lock');
  writeFileSync(lock, '1\n');
  utimesSync(lock, 1, 1);
  expect((await one.stackpin('catalog', 'update', 'new')).status).toBe(0);
  expect(readdirSync(one.data)).toHaveLength(2);
});

test('an update that was damaged on disk: said once, the catalog of the program is used, and the same update mends it', async () => {
  const one = await used();
  const [name = ''] = readdirSync(one.data).filter((file) => file.endsWith('.jsonl'));
  writeFileSync(join(one.data, name), 'gone');
  const { length } = OLD_CATALOG[CATALOG_FILE] ?? new Uint8Array();
  const version = await one.stackpin('--version');
  expect(version.out).toMatch(new RegExp(`, catalog ${about.version} \\(${about.updated}\\)\n$`));
  expect(version.err).toBe(
    `stackpin: The update of the catalog in $/data/catalog cannot be used: ${name} has 4 bytes instead of ${length}. The catalog that comes with Stackpin is used instead. Take the update again, or remove it.\n`,
  );
  const status = await one.stackpin('catalog', 'update', '--status');
  expect(status).toMatchObject({ status: 1, err: '' });
  expect(status.out).toContain(
    `The update is not used: ${name} is not what was written. Take it again, or remove it.\n`,
  );
  expect((await one.stackpin('catalog', 'update', 'old')).status).toBe(0);
  expect((await one.stackpin('--version')).err).toBe('');
});

test('a changed byte that keeps the size is found by the status', async () => {
  const one = await used();
  const [name = ''] = readdirSync(one.data).filter((file) => file.endsWith('.jsonl'));
  const bytes = readFileSync(join(one.data, name));
  bytes[bytes.length - 20] = 33;
  writeFileSync(join(one.data, name), bytes);
  expect(await one.stackpin('catalog', 'update', '--status')).toMatchObject({
    status: 1,
    out: expect.stringContaining(`The update is not used: ${name} is not what was written.`),
  });
});

test('bad usage', async () => {
  const one = machine();
  expect(await one.stackpin('catalog', 'update')).toEqual({
    status: 2,
    out: '',
    err: 'stackpin: name a file, a folder or an https address to take the update from, or write --status or --remove.\n',
  });
  expect(await one.stackpin('catalog', 'update', '--status', '--remove')).toEqual({
    status: 2,
    out: '',
    err: `stackpin: option '--status' cannot be used with option '--remove'\nRun "stackpin catalog update --help" to see its options.\n`,
  });
  const host = memoryHost({}, { updating: async () => undefined });
  expect([await run(['catalog', 'update', '--status'], host), host.warned]).toEqual([
    2,
    ['stackpin: there is no folder for updates: set XDG_DATA_HOME or HOME to one.\n'],
  ]);
});

test('no other command asks for anything that an update takes', async () => {
  const updating = (): never => {
    throw new Error('It was asked for.');
  };
  const files = { '/home/a.stack.yaml': stackOf('kubernetes: 1.34.2') };
  for (const args of [
    ['check'],
    ['--version'],
    ['catalog', 'list'],
    ['catalog', 'show', 'istio'],
    ['versions', 'istio'],
  ]) {
    const host = memoryHost(files, { updating });
    await run(args, host);
    expect([args, host.warned]).toEqual([args, []]);
  }
});
