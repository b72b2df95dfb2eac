/** Loading an address from a server that does all that can go wrong. */
import { createServer } from 'node:net';
import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import packageJson from '../../package.json' with { type: 'json' };
import { download, MOST_REDIRECTIONS, wrongAddress } from '../../server/src/network/download.ts';
import { MIRROR, networkTo, until } from './servers.ts';

const MOST = 1000;
const BODY = Buffer.from('a'.repeat(600));

test('what is asked for comes, and nothing is sent but the address and who asks', async () => {
  const network = await networkTo((_, response) => response.end(BODY));
  expect(await download(`${MIRROR}/a/b.update?c=d`, MOST, network)).toEqual(new Uint8Array(BODY));
  const [{ address, headers } = { address: '', headers: {} }, ...others] = network.asked;
  expect(others).toEqual([]);
  expect(address).toBe(`${MIRROR}/a/b.update?c=d`);
  const { host: _, connection: __, ...sent } = headers;
  expect(sent).toEqual({
    'user-agent': `stackpin/${packageJson.version}`,
    accept: '*/*',
    'accept-encoding': 'gzip, deflate',
    'accept-language': '*',
    'cache-control': 'no-cache',
    pragma: 'no-cache',
    'sec-fetch-mode': 'cors',
  });
  expect(network.clock.waiting()).toEqual([]);
});

test('addresses that are not loaded', async () => {
  expect(
    [
      'http://mirror.example/',
      'file:///etc/passwd',
      'ftp://a',
      'data:,x',
      'https://a:b@c/',
      'https://a@c/',
      'nowhere',
      'https://',
    ].map(wrongAddress),
  ).toEqual([
    'only addresses with https are loaded, and not with http',
    'only addresses with https are loaded, and not with file',
    'only addresses with https are loaded, and not with ftp',
    'only addresses with https are loaded, and not with data',
    'an address with a name or a password in it is not used',
    'an address with a name or a password in it is not used',
    'it is no address',
    'it is no address',
  ]);
  const network = await networkTo((_, response) => response.end(BODY));
  expect(await download('http://mirror.example/', MOST, network)).toEqual({
    failed: 'only addresses with https are loaded, and not with http',
  });
  expect(network.asked).toEqual([]);
});

test.each([
  [404, 'Not Found'],
  [500, 'Internal Server Error'],
  [403, 'Forbidden'],
  [304, 'Not Modified'],
])('an answer %i', async (status, words) => {
  const network = await networkTo((_, response) => response.writeHead(status).end('sorry'));
  expect(await download(`${MIRROR}/x`, MOST, network)).toEqual({ failed: `the server answers ${status} ${words}` });
});

test('words of a server reach no terminal as anything but words', async () => {
  const network = await networkTo((_, response) => response.end());
  const answer = {
    ...network,
    fetch: async () => new Response('', { status: 404, statusText: `\u0080\u009b2J${'x'.repeat(500)}` }),
  };
  expect(await download(`${MIRROR}/x`, MOST, answer)).toEqual({
    failed: `the server answers 404  2J${'x'.repeat(193)}`,
  });
  const certificate = new TypeError('fetch failed', { cause: new Error('names: \u001b[31mDNS:\nevil') });
  const broken = { ...network, fetch: () => Promise.reject(certificate) };
  expect(await download(`${MIRROR}/x`, MOST, broken)).toEqual({ failed: 'names:  [31mDNS: evil' });
});

test('redirections are followed over https, also to relative addresses, a few times', async () => {
  const network = await networkTo((request, response) => {
    const step = Number(request.url?.slice(1));
    if (step === 0) response.end(BODY);
    else
      response
        .writeHead([301, 302, 307, 308][step % 4] ?? 302, {
          location: step % 2 ? `${step - 1}` : `${MIRROR}/${step - 1}`,
        })
        .end();
  });
  expect(await download(`${MIRROR}/${MOST_REDIRECTIONS}`, MOST, network)).toEqual(new Uint8Array(BODY));
  expect(await download(`${MIRROR}/${MOST_REDIRECTIONS + 1}`, MOST, network)).toEqual({
    failed: 'it was redirected more than 3 times',
  });
});

test('redirections in a circle, to http, to a file, to what is none', async () => {
  const network = await networkTo((request, response) => {
    const location = decodeURIComponent(new URL(request.url ?? '', MIRROR).searchParams.get('to') ?? '') || '/loop';
    response.writeHead(302, { location }).end();
  });
  const to = (where: string) => download(`${MIRROR}/?to=${encodeURIComponent(where)}`, MOST, network);
  expect(await to('/loop')).toEqual({ failed: 'it was redirected more than 3 times' });
  expect(await to('http://mirror.example/plain')).toEqual({
    failed:
      'it was redirected to http://mirror.example/plain, and only addresses with https are loaded, and not with http',
  });
  expect(await to('file:///etc/passwd')).toEqual({
    failed: 'it was redirected to file:///etc/passwd, and only addresses with https are loaded, and not with file',
  });
  expect(await to('https://me:secret@mirror.example/')).toEqual({
    failed:
      'it was redirected to https://me:secret@mirror.example/, and an address with a name or a password in it is not used',
  });
  expect(await to('https://')).toEqual({ failed: 'it was redirected to what is no address' });
});

test('a body that is too long is not loaded, whether its length is said or not', async () => {
  const said = await networkTo((_, response) => response.writeHead(200, { 'content-length': 5_000_000 }).write('a'));
  const long = { failed: 'it is longer than the 1000 bytes that are expected' };
  expect(await download(`${MIRROR}/said`, MOST, said)).toEqual(long);

  let sent = 0;
  const unsaid = await networkTo((_, response) => {
    const more = (): void => {
      while (!response.destroyed && sent < 50_000_000) {
        sent += 65_536;
        if (!response.write(Buffer.alloc(65_536))) {
          response.once('drain', more);
          return;
        }
      }
    };
    more();
  });
  expect(await download(`${MIRROR}/unsaid`, MOST, unsaid)).toEqual(long);
  expect(sent).toBeLessThan(50_000_000);
});

test('a body that is packed counts as it is unpacked', async () => {
  const network = await networkTo((_, response) =>
    response.writeHead(200, { 'content-encoding': 'gzip' }).end(gzipSync(Buffer.alloc(5_000_000))),
  );
  expect(await download(`${MIRROR}/bomb`, MOST, network)).toEqual({
    failed: 'it is longer than the 1000 bytes that are expected',
  });
  const good = await networkTo((_, response) =>
    response.writeHead(200, { 'content-encoding': 'gzip' }).end(gzipSync(BODY)),
  );
  expect(await download(`${MIRROR}/good`, MOST, good)).toEqual(new Uint8Array(BODY));
});

test('connections that are cut, after any number of bytes', async () => {
  for (const length of [0, 1, 10, 299, 599]) {
    const network = await networkTo((_, response) => {
      response.writeHead(200, { 'content-length': BODY.length });
      response.flushHeaders();
      if (length === 0) response.destroy();
      else response.write(BODY.subarray(0, length), () => setTimeout(() => response.destroy(), 20));
    });
    expect(await download(`${MIRROR}/cut`, MOST, network)).toEqual({ failed: 'other side closed' });
  }
});

test('a server that hangs up before it answers, or is not there', async () => {
  const network = await networkTo((request) => request.socket.destroy());
  expect(await download(`${MIRROR}/x`, MOST, network)).toEqual({ failed: 'other side closed' });
  const nobody = createServer();
  await new Promise<void>((resolve) => nobody.listen(0, '127.0.0.1', resolve));
  const { port } = nobody.address() as { port: number };
  await new Promise((resolve) => nobody.close(resolve));
  const dead = { ...network, fetch: (_: string, init: RequestInit) => fetch(`http://127.0.0.1:${port}/`, init) };
  expect(await download(`${MIRROR}/x`, MOST, dead)).toEqual({ failed: `connect ECONNREFUSED 127.0.0.1:${port}` });
});

test('what is no HTTP', async () => {
  const network = await networkTo((request) => request.socket.end('SSH-2.0-OpenSSH_9.6\r\n'));
  const { failed } = (await download(`${MIRROR}/x`, MOST, network)) as { failed: string };
  expect(failed).toMatch(/^(Response does not match the HTTP\/1\.1 protocol.*|Expected HTTP\/)$/);
});

test('a server that never answers is given up', async () => {
  const network = await networkTo(() => undefined);
  const waiting = download(`${MIRROR}/x`, MOST, network);
  await until(() => network.asked.length > 0);
  expect(network.clock.waiting()).toEqual([30_000, 600_000]);
  network.clock.pass(30_000);
  expect(await waiting).toEqual({ failed: 'no answer came within 30 seconds' });
  expect(network.clock.waiting()).toEqual([]);
});

test('a body that stops is given up, and so is one that drips for ever', async () => {
  let drip: () => void = () => undefined;
  const network = await networkTo((_, response) => {
    response.writeHead(200);
    response.flushHeaders();
    drip = () => response.write('a');
  });
  const stopped = download(`${MIRROR}/stop`, MOST, network);
  await until(() => network.asked.length > 0);
  drip();
  await new Promise((resolve) => setTimeout(resolve, 50));
  network.clock.pass(30_000);
  expect(await stopped).toEqual({ failed: 'nothing more came for 30 seconds' });

  const dripping = download(`${MIRROR}/drip`, MOST, network);
  await until(() => network.asked.length > 1);
  for (let count = 0; count < 5; count += 1) {
    drip();
    await new Promise((resolve) => setTimeout(resolve, 10));
    // Each drop is a sign of life.
    expect(network.clock.waiting()).toEqual([30_000, 600_000]);
  }
  network.clock.pass(600_000);
  expect(await dripping).toEqual({ failed: 'it was not all there after 10 minutes' });
  expect(network.clock.waiting()).toEqual([]);
});

test('a host that follows redirections by itself is asked where it came to', async () => {
  const init: RequestInit[] = [];
  const host = (url: string) => ({
    schedule: () => () => undefined,
    followsByItself: true,
    fetch: async (_: string, asked: RequestInit) => {
      init.push(asked);
      return Object.defineProperty(new Response(BODY), 'url', { value: url });
    },
  });
  expect(await download(`${MIRROR}/x`, MOST, host('https://other.example/y'))).toEqual(new Uint8Array(BODY));
  expect(await download(`${MIRROR}/x`, MOST, host('http://other.example/y'))).toEqual({
    failed: 'it was redirected to http://other.example/y, and only addresses with https are loaded, and not with http',
  });
  expect(init.map(({ redirect, credentials, headers }) => ({ redirect, credentials, headers }))).toEqual([
    { redirect: 'follow', credentials: 'omit', headers: undefined },
    { redirect: 'follow', credentials: 'omit', headers: undefined },
  ]);
});
