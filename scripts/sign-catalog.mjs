// Keys for updates of the catalog, and signing with them. docs/releasing.md tells when; docs/catalog-updates.md what comes of it.
import { createHash, createPrivateKey, createPublicKey, generateKeyPairSync, sign } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { COMPILED_CATALOG } from './build-catalog.mjs';
import { loadSources } from './load-sources.mjs';

const root = new URL('../', import.meta.url);

const USAGE = `Usage:
  node scripts/sign-catalog.mjs new-keys FOLDER
      makes two key pairs in place of those in catalog/update-keys.json; the private halves go into FOLDER
  node scripts/sign-catalog.mjs next-key FOLDER
      makes one key pair in place of the one that ends first
  node scripts/sign-catalog.mjs sign OUTPUT [--private FILE] [--catalog FILE] [--count N] [--days N] [--next DAY]
      signs a compiled catalog (default: ${COMPILED_CATALOG}) and writes a bundle into the folder OUTPUT

  --private FILE  a private key of new-keys or next-key (default: the environment variable STACKPIN_SIGNING_KEY)
  --count N       how many updates of the same day of data came before (default: 0)
  --days N        days for which the update may be taken (default: 400)
  --next DAY      the day on which the next one is expected
  --keys FILE     other public keys than those of catalog/update-keys.json
`;

/** Years for which the first and the second key of a pair count: one to sign with, one in case the first is lost. */
const YEARS = [2, 4];

const today = new Date().toISOString().slice(0, 10);

function later(/** @type {string} */ day, { years = 0, days = 0 }) {
  const date = new Date(`${day}T00:00:00Z`);
  date.setUTCFullYear(date.getUTCFullYear() + years);
  date.setUTCDate(date.getUTCDate() + days);
  return date.toISOString().slice(0, 10);
}

/** The 32 bytes of a public key, in hexadecimal digits. */
function publicDigits(/** @type {import('node:crypto').KeyObject} */ key) {
  return Buffer.from(key.export({ format: 'jwk' }).x ?? '', 'base64url').toString('hex');
}

function makeKey(/** @type {string} */ folder, /** @type {string} */ id, /** @type {number} */ years) {
  const { publicKey, privateKey } = generateKeyPairSync('ed25519');
  const file = join(folder, `${id}.pem`);
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  // Never in the place of another key.
  writeFileSync(file, privateKey.export({ type: 'pkcs8', format: 'pem' }), { mode: 0o600, flag: 'wx' });
  console.log(`${file}: private; keep it out of the repository.`);
  return { id, publicKey: publicDigits(publicKey), from: today, until: later(today, { years }) };
}

function freeId(/** @type {readonly { readonly id: string }[]} */ keys) {
  for (let count = 1; ; count += 1) {
    const id = `${today.slice(0, 4)}-${count}`;
    if (!keys.some((key) => key.id === id)) return id;
  }
}

function readKeys() {
  return JSON.parse(readFileSync(KEYS, 'utf8')).keys;
}

function writeKeys(/** @type {readonly object[]} */ keys) {
  writeFileSync(KEYS, `${JSON.stringify({ keys }, undefined, 2)}\n`);
  console.log(`${values.keys ?? 'catalog/update-keys.json'}: the public halves.`);
}

function newKeys(/** @type {string} */ folder) {
  const keys = [];
  for (const years of YEARS) keys.push(makeKey(folder, freeId(keys), years));
  writeKeys(keys);
}

function nextKey(/** @type {string} */ folder) {
  const keys = readKeys();
  const [, ...kept] = [...keys].sort((a, b) => (a.until < b.until ? -1 : 1));
  writeKeys([...kept, makeKey(folder, freeId(keys), YEARS[1])]);
}

async function signCatalog(
  /** @type {string} */ output,
  /** @type {{ private?: string, catalog?: string, count?: string, days?: string, next?: string }} */ options,
) {
  const file = options.private ?? process.env.STACKPIN_SIGNING_KEY;
  if (file === undefined) throw new Error('No private key: write --private FILE, or set STACKPIN_SIGNING_KEY.');
  const key = createPrivateKey(readFileSync(file));
  const digits = publicDigits(createPublicKey(key));
  const keys = readKeys();
  const known = keys.find((/** @type {{ publicKey: string }} */ { publicKey }) => publicKey === digits);
  if (known === undefined)
    throw new Error(`${file} belongs to no key of ${values.keys ?? 'catalog/update-keys.json'}.`);
  const { openCatalog, readManifest, serialOfDay, verified, webCrypto, writeBundle } = await loadSources(
    root,
    `export { openCatalog } from './server/src/catalog/loader.ts';
export { writeBundle } from './server/src/update/bundle.ts';
export { readManifest } from './server/src/update/manifest.ts';
export { serialOfDay } from './server/src/update/serial.ts';
export { verified } from './server/src/update/verify.ts';
export { webCrypto } from './server/src/network/webCrypto.ts';`,
  );
  const catalog = readFileSync(options.catalog ?? new URL(COMPILED_CATALOG, root));
  const decode = (/** @type {Uint8Array} */ bytes) => new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  const opened = openCatalog(catalog, {
    decode,
    damaged: (/** @type {string} */ id) => {
      throw new Error(`The catalog is damaged where it describes ${id}.`);
    },
  });
  if ('failed' in opened) throw new Error(`The catalog cannot be used: ${opened.failed}.`);
  for (const id of opened.ids()) opened.component(id);
  const { version, updated } = opened.metadata;
  const manifest = {
    format: 1,
    serial: serialOfDay(updated, Number(options.count ?? 0)),
    created: today,
    expires: later(today, { days: Number(options.days ?? 400) }),
    ...(options.next === undefined ? {} : { next: options.next }),
    key: known.id,
    catalog: { version, updated },
    files: [
      {
        name: 'bundled.catalog.jsonl',
        size: catalog.length,
        sha256: createHash('sha256').update(catalog).digest('hex'),
      },
    ],
  };
  const bytes = Buffer.from(`${JSON.stringify(manifest, undefined, 2)}\n`);
  const read = readManifest(decode(bytes));
  if ('why' in read) throw new Error(`No such update can be signed: ${read.why}.`);
  const signature = sign(null, bytes, key).toString('hex');
  const signed = { manifest: bytes, signature: Buffer.from(signature) };
  const believed = await verified(signed, { keys }, today, webCrypto(), decode);
  if ('why' in believed) throw new Error(`Nobody would take it: ${believed.why}.`);
  const bundle = writeBundle(bytes, signature, [catalog], (/** @type {string} */ text) => Buffer.from(text));
  mkdirSync(output, { recursive: true });
  writeFileSync(join(output, 'bundled.catalog.jsonl'), catalog);
  writeFileSync(join(output, 'catalog-update.json.sig'), `${signature}\n`);
  writeFileSync(join(output, 'catalog-update.json'), bytes);
  writeFileSync(join(output, `stackpin-catalog-${manifest.serial}.update`), bundle);
  console.log(`${output}: catalog ${version} (${updated}), serial ${manifest.serial}, key ${known.id}.`);
}

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: {
    private: { type: 'string' },
    catalog: { type: 'string' },
    count: { type: 'string' },
    days: { type: 'string' },
    next: { type: 'string' },
    keys: { type: 'string' },
  },
});
const [command, folder] = positionals;
const KEYS =
  values.keys === undefined ? new URL('catalog/update-keys.json', root) : pathToFileURL(resolve(values.keys));
/** @type {{ readonly [name: string]: ((folder: string) => unknown) | undefined }} */
const commands = { 'new-keys': newKeys, 'next-key': nextKey, sign: (output) => signCatalog(output, values) };
const run = commands[command ?? ''];
if (folder === undefined || run === undefined) {
  console.error(USAGE);
  process.exitCode = 2;
} else {
  try {
    await run(folder);
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  }
}
