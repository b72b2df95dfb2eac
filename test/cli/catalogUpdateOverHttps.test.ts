/** The built program, and a real server with a certificate of its own. Nobody but those who release can sign for it, so nothing is taken. */
import { createServer, type Server } from 'node:https';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import KEYS from '../../catalog/update-keys.json' with { type: 'json' };
import { list } from '../../server/src/words.ts';
import { selfSigned } from '../network/certificate.ts';
import { oneFile, updateFiles } from '../update/bundles.ts';
import { folderWith, stackpin } from './support.ts';

let server: Server;
let address: string;
const { key, cert } = selfSigned();
const FILES = updateFiles({ serial: 2099010100 });
const asked: string[] = [];

beforeAll(async () => {
  server = createServer({ key, cert }, ({ url = '' }, response) => {
    asked.push(url);
    if (url === '/away') response.writeHead(301, { location: `${address}/one.update` }).end();
    else if (url === '/one.update') response.end(oneFile(FILES));
    else response.writeHead(404).end();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  address = `https://localhost:${(server.address() as AddressInfo).port}`;
});
afterAll(() => server.close());

const KEPT = 'The catalog in use stays as it was.';
const NETWORK = 'Check the address and the network, or load the update by other means and name the file.';

/** Runs the update over an address, with nothing in the data folder. */
async function updated(url: string, trusts: boolean): Promise<{ status: number | null; out: string; err: string }> {
  const folder = folderWith({ 'ca.pem': cert });
  const trusted: { [name: string]: string } = trusts ? { NODE_EXTRA_CA_CERTS: join(folder, 'ca.pem') } : {};
  return stackpin(['catalog', 'update', url], { env: { ...trusted, XDG_DATA_HOME: join(folder, 'data') } });
}

test('a certificate that nobody trusts', async () => {
  asked.length = 0;
  expect(await updated(`${address}/one.update`, false)).toEqual({
    status: 1,
    out: '',
    err: `stackpin: the catalog is not updated: ${address}/one.update cannot be loaded: self-signed certificate. ${NETWORK} ${KEPT}\n`,
  });
  expect(asked).toEqual([]);
});

test('one that the person trusts: the update comes, also by a redirection, and is not believed', async () => {
  const refused = `stackpin: the catalog is not updated: it is signed with the key test-1, and this version of Stackpin trusts ${list(KEYS.keys.map(({ id }) => id))} alone. If the publisher has a new key, install a newer Stackpin; otherwise do not use this update. ${KEPT}\n`;
  for (const path of ['/one.update', '/away']) {
    asked.length = 0;
    expect(await updated(address + path, true)).toEqual({ status: 1, out: '', err: refused });
    expect(asked.at(-1)).toBe('/one.update');
  }
});

test('what is not there', async () => {
  expect(await updated(`${address}/none`, true)).toEqual({
    status: 1,
    out: '',
    err: `stackpin: the catalog is not updated: ${address}/none cannot be loaded: the server answers 404 Not Found. ${NETWORK} ${KEPT}\n`,
  });
});

test('in Chinese', async () => {
  const folder = folderWith({});
  const env = { LC_ALL: 'zh_CN.UTF-8', XDG_DATA_HOME: join(folder, 'data') };
  expect(await stackpin(['catalog', 'update', 'http://mirror.example/a'], { env })).toEqual({
    status: 1,
    out: '',
    err: 'stackpin: 目录库未更新：无法加载 http://mirror.example/a：只加载 https 地址，不加载 http 地址。请检查地址和网络，或以其他方式下载更新并指定该文件。正在使用的目录库保持不变。\n',
  });
  const { out } = await stackpin(['catalog', 'update', '--help'], { env });
  expect(out).toBe(`用法：stackpin catalog update [选项] [SOURCE]

采用由 Stackpin 制作者签名的较新目录库，并从现在起使用它。除此之外没有任何命令会
访问网络：不运行此命令就不会更新。

参数：
  SOURCE             更新的文件、文件夹或 https 地址

选项：
  --status           仅显示正在使用的目录库
  --remove           恢复使用 Stackpin 自带的目录库
  --format <format>  报告的格式（可选值："pretty", "json"，默认值："pretty"）
  -h, --help         显示本帮助

退出状态：
  0  已更新、已移除或已显示，或没有更新的目录库
  1  未更新；正在使用的目录库保持不变
  2  用法有误
`);
});
