// What a large workspace costs: 2,000 manifests over 20 bases, through the built server and the protocol. First index, an
// edit of a leaf and an edit of a base, the first beside the same pins in one file that extends nothing. Needs
// `npm run build`.
import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { createProtocolConnection, StreamMessageReader, StreamMessageWriter } from 'vscode-languageserver/node';

const SERVER = fileURLToPath(new URL('../dist/server/node.js', import.meta.url));
const BASES = 20;
const LEAVES = 2000;
/** Edits of each kind; the median counts. */
const EDITS = 41;

const HEAD = 'apiVersion: stackpin/v1\nkind: Stack\n';
const PINS = {
  kubernetes: '1.35.8',
  containerd: '2.2.2',
  cilium: '1.19.6',
  istio: '1.30.3',
  'cert-manager': '1.20.3',
  'argo-cd': '3.4.4',
  velero: '1.18.1',
  keda: '2.20.2',
};
const baseText = (/** @type {number} */ index) => `${HEAD}metadata: {name: base-${index}}\ncomponents:\n${lines(PINS)}`;
const leafText = (/** @type {number} */ index, note = '') =>
  `${HEAD}metadata: {name: leaf-${index}}\nextends: [../bases/base-${index % BASES}.stack.yaml]\ncomponents:\n  postgresql: "17.11"\n  redis: 8.8.2\n  kyverno: 1.18.2\n${note}`;
const wholeText = (note = '') =>
  `${HEAD}metadata: {name: whole}\ncomponents:\n${lines(PINS)}  postgresql: "17.11"\n  redis: 8.8.2\n  kyverno: 1.18.2\n${note}`;

function lines(/** @type {{readonly [name: string]: string}} */ pins) {
  return Object.entries(pins)
    .map(([name, version]) => `  ${name}: ${version}\n`)
    .join('');
}

const folder = realpathSync(mkdtempSync(join(tmpdir(), 'stackpin-bench-')));
try {
  mkdirSync(join(folder, 'bases'));
  mkdirSync(join(folder, 'leaves'));
  for (let index = 0; index < BASES; index += 1) writeFileSync(at(`bases/base-${index}.stack.yaml`), baseText(index));
  for (let index = 0; index < LEAVES; index += 1) writeFileSync(at(`leaves/leaf-${index}.stack.yaml`), leafText(index));
  await measure();
} finally {
  rmSync(folder, { recursive: true, force: true });
}

function at(/** @type {string} */ path) {
  return join(folder, path);
}

function uriOf(/** @type {string} */ path) {
  return pathToFileURL(at(path)).href;
}

async function measure() {
  const child = spawn(process.execPath, [SERVER, '--stdio'], { stdio: ['pipe', 'pipe', 'ignore'] });
  const connection = createProtocolConnection(
    new StreamMessageReader(child.stdout),
    new StreamMessageWriter(child.stdin),
  );
  connection.onRequest('client/registerCapability', () => null);
  connection.onRequest('workspace/diagnostic/refresh', () => null);
  connection.listen();
  await connection.sendRequest('initialize', {
    processId: process.pid,
    rootUri: null,
    workspaceFolders: [{ uri: pathToFileURL(folder).href, name: 'bench' }],
    capabilities: { textDocument: { diagnostic: {} }, workspace: { diagnostics: { refreshSupport: true } } },
    initializationOptions: { asOf: '2026-11-24' },
  });
  await connection.sendNotification('initialized', {});

  let told = [];
  const index = async () => {
    const { items } = await connection.sendRequest('workspace/diagnostic', { previousResultIds: told });
    const ids = new Map(told.map(({ uri, value }) => [uri, value]));
    for (const { uri, resultId } of items) ids.set(uri, resultId);
    told = [...ids].map(([uri, value]) => ({ uri, value }));
    return items;
  };
  const [first, items] = await timed(index);
  if (items.length !== BASES + LEAVES) throw new Error(`${items.length} manifests were checked.`);
  const [again] = await timed(index);

  const open = (uri, text) =>
    connection.sendNotification('textDocument/didOpen', {
      textDocument: { uri, languageId: 'stack-manifest', version: 1, text },
    });
  const pull = (uri) => connection.sendRequest('textDocument/diagnostic', { textDocument: { uri } });
  const edited = async (uri, textOf) => {
    await open(uri, textOf(''));
    await pull(uri);
    const times = [];
    for (let version = 2; version < EDITS + 2; version += 1) {
      const text = textOf(`  own-${version}: 1.0.0\n`);
      const [time] = await timed(async () => {
        await connection.sendNotification('textDocument/didChange', {
          textDocument: { uri, version },
          contentChanges: [{ text }],
        });
        return pull(uri);
      });
      times.push(time);
    }
    return median(times);
  };
  const leaf = await edited(uriOf('leaves/leaf-7.stack.yaml'), (note) => leafText(7, note));
  const whole = await edited(uriOf('leaves/whole.stack.yaml'), wholeText);
  const base = uriOf('bases/base-7.stack.yaml');
  await open(base, baseText(7));
  await pull(base);
  const [edit] = await timed(async () => {
    await connection.sendNotification('textDocument/didChange', {
      textDocument: { uri: base, version: 2 },
      contentChanges: [{ text: baseText(7).replace('1.35.8', '1.30.14') }],
    });
    return pull(base);
  });
  const [leaves, changed] = await timed(index);
  const different = changed.filter(({ kind }) => kind === 'full').length;
  if (different < LEAVES / BASES - 1) throw new Error(`Only ${different} leaves were told of the edit of their base.`);

  const rows = [
    ['first index, all', first, 1],
    ['first index, a manifest', first / (BASES + LEAVES), first / (BASES + LEAVES) / whole],
    ['index again, nothing changed', again, again / first],
    ['edit of a leaf', leaf, leaf / whole],
    ['edit of the same pins in one file', whole, 1],
    ['edit of a base, the base itself', edit, edit / whole],
    [`edit of a base, its ${LEAVES / BASES} leaves`, leaves, leaves / first],
  ];
  const [processor] = cpus();
  console.log(
    `${LEAVES} manifests over ${BASES} bases\nNode ${process.version}, ${processor?.model}; medians of ${EDITS} edits\n`,
  );
  console.log(`${''.padEnd(36)}${'ms'.padStart(10)}${'ratio'.padStart(10)}`);
  for (const [name, time, ratio] of rows) {
    console.log(`${name.padEnd(36)}${time.toFixed(2).padStart(10)}${ratio.toFixed(3).padStart(10)}`);
  }
  console.log('\nRatios: of the index to the first index; of edits, and of a manifest, to the same pins in one file.');
  await connection.sendRequest('shutdown');
  await connection.sendNotification('exit');
  connection.dispose();
}

async function timed(work) {
  const start = performance.now();
  const result = await work();
  return [performance.now() - start, result];
}

function median(/** @type {number[]} */ values) {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)];
}
