/** The report as clients meet it: a command that answers with a page. */
import { afterEach, expect, test } from 'vitest';
import { attribute, parsedPage, textOf } from '../report/wellFormed.ts';
import { startInMemory, type TestClient } from './client.ts';

const URI = 'file:///stacks/shop.stack.yaml';
const TEXT =
  'apiVersion: stackpin/v1\nkind: Stack\nmetadata: {name: shop}\ncomponents:\n  kubernetes: 1.30.0\n  istio: 1.28.1\n';
const FRAME = { nonce: '0123456789abcdef', script: 'https://editor.example/report.js' };

const clients: TestClient[] = [];
function start(): TestClient {
  const client = startInMemory();
  clients.push(client);
  return client;
}
afterEach(() => {
  for (const client of clients.splice(0)) client.connection.dispose();
});

const report = (client: TestClient, ...args: unknown[]) =>
  client.connection.sendRequest<string | null>('workspace/executeCommand', {
    command: 'stackpin.report',
    arguments: args,
  });

/** The verdicts in the matrix, by the label of each cell, and where each leads. */
function cells(page: string): unknown[] {
  const { faults, elements } = parsedPage(page);
  expect(faults).toEqual([]);
  return elements
    .filter((one) => attribute(one, 'href')?.includes('-evidence-'))
    .map((one) => [attribute(one, 'aria-label'), attribute(one, 'data-uri'), attribute(one, 'data-range')]);
}

test('the page of an open manifest, as it is now', async () => {
  const client = start();
  await client.initialize();
  await client.open(URI, TEXT);
  expect(cells((await report(client, URI, FRAME)) ?? '')).toEqual([
    ['istio 1.28.1 and kubernetes 1.30.0: unsupported', URI, '5:9-5:15'],
  ]);
  await client.change(URI, `# One line more.\n${TEXT.replace('1.30.0', '1.34.2')}`, 2);
  expect(cells((await report(client, URI, FRAME)) ?? '')).toEqual([
    ['istio 1.28.1 and kubernetes 1.34.2: compatible', URI, '6:9-6:15'],
  ]);
  expect(client.logged).toEqual([]);
});

test('without a frame, or with one that allows too much, it is a page for a browser', async () => {
  const client = start();
  await client.initialize();
  await client.open(URI, TEXT);
  const plain = (await report(client, URI)) ?? '';
  expect(cells(plain)).toEqual([['istio 1.28.1 and kubernetes 1.30.0: unsupported', undefined, undefined]]);
  for (const frame of [
    null,
    7,
    {},
    { nonce: FRAME.nonce },
    { ...FRAME, nonce: "x' 'unsafe-inline" },
    { ...FRAME, script: 1 },
  ])
    expect(await report(client, URI, frame)).toBe(plain);
});

test('there is no page of what is no open manifest', async () => {
  const client = start();
  await client.initialize();
  await client.open('file:///stacks/values.yaml', 'replicas: 3\n', 'yaml');
  expect([
    await report(client, 'file:///stacks/values.yaml', FRAME),
    await report(client, 'file:///stacks/closed.stack.yaml', FRAME),
    await report(client, 7),
    await report(client),
  ]).toEqual([null, null, null, null]);
  expect(client.logged).toEqual([]);
});

test('a broken manifest has a page too', async () => {
  const client = start();
  await client.initialize();
  await client.open(URI, 'components:\n\t- {: [\nmetadata: {name: "<b>"}\n');
  const { faults, elements } = parsedPage((await report(client, URI, FRAME)) ?? '');
  expect(faults).toEqual([]);
  expect(elements.filter(({ tagName }) => tagName === 'h3').map(textOf)).toContain('Findings');
});
