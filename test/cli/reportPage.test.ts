/** `stackpin report`: the page, as a file and on standard output. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { attribute, parsedPage, textOf } from '../report/wellFormed.ts';
import { ACME, FIXED, folderWith, stackOf, stackpin } from './support.ts';

const FILES = {
  'shop.stack.yaml': stackOf('anvil: 2.1.0'),
  'team/base.stack.yaml': stackOf('anvil: 1.0.0'),
  'team/leaf.stack.yaml':
    'apiVersion: stackpin/v1\nkind: Stack\nmetadata: {name: leaf}\nextends: [base.stack.yaml]\ncomponents: {}\n',
};

/** The titles of the stacks in a page. */
function stacksIn(page: string): string[] {
  const { faults, elements } = parsedPage(page);
  expect(faults).toEqual([]);
  return elements
    .filter(({ tagName }) => tagName === 'section')
    .map((section) => {
      const parts = [...section.childNodes].filter((node) => 'tagName' in node && /^(?:h2|p)$/.test(node.tagName));
      return parts.map(textOf).join(' in ');
    });
}

test('report --html FILE writes one page about every manifest under the current folder', async () => {
  const cwd = folderWith(FILES);
  expect(await stackpin(['report', '--html', 'report.html', ...FIXED], { cwd })).toEqual({
    status: 0,
    out: '',
    err: '',
  });
  const page = readFileSync(join(cwd, 'report.html'), 'utf8');
  expect(stacksIn(page)).toEqual([
    'shop in shop.stack.yaml',
    'shop in team/base.stack.yaml',
    'leaf in team/leaf.stack.yaml',
  ]);
  expect(page).toContain('As of 2026-11-24. ');
  // A pin of a base is written there, and the page says so without telling where that is on this machine.
  expect(parsedPage(page).text).toContain('team/base.stack.yaml:5');
  expect(page).not.toContain(cwd);
  // A second report takes the place of the first.
  expect((await stackpin(['report', 'shop.stack.yaml', '--html', 'report.html', ...FIXED], { cwd })).status).toBe(0);
  expect(stacksIn(readFileSync(join(cwd, 'report.html'), 'utf8'))).toEqual(['shop in shop.stack.yaml']);
});

test('- is standard input, and standard output', async () => {
  const input = stackOf('anvil: 2.1.0', 'rocket: 3.0.0');
  const { status, out, err } = await stackpin(['report', '-', '--html', '-', ...FIXED], { input });
  expect({ status, err }).toEqual({ status: 0, err: '' });
  expect(stacksIn(out)).toEqual(['shop in <stdin>']);
});

test('the same manifest gives the same page on any day, byte for byte', async () => {
  const cwd = folderWith(FILES);
  const made = () => stackpin(['report', 'shop.stack.yaml', '--html', '-', ...FIXED], { cwd });
  expect((await made()).out).toBe((await made()).out);
});

test('what cannot be read is told, and everything else is in the page', async () => {
  const cwd = folderWith(FILES);
  const { status, err } = await stackpin(
    ['report', 'shop.stack.yaml', 'gone.stack.yaml', '--html', 'r.html', ...FIXED],
    {
      cwd,
    },
  );
  expect({ status, err }).toEqual({
    status: 2,
    err: 'stackpin: cannot read gone.stack.yaml: there is no such file.\n',
  });
  expect(stacksIn(readFileSync(join(cwd, 'r.html'), 'utf8'))).toEqual(['shop in shop.stack.yaml']);
});

test('a page that cannot be written, and bad usage, end with 2', async () => {
  const cwd = folderWith(FILES);
  const run = (...args: string[]) => stackpin(['report', 'shop.stack.yaml', ...args, ...FIXED], { cwd });
  expect(await run('--html', 'team')).toEqual({
    status: 2,
    out: '',
    err: 'stackpin: team is a folder. Name a file, such as report.html.\n',
  });
  expect(await run('--html', 'nowhere/report.html')).toEqual({
    status: 2,
    out: '',
    err: 'stackpin: cannot write nowhere/report.html: there is no such folder.\n',
  });
  const { status, err } = await run();
  expect({ status, first: err.split('\n')[0] }).toEqual({
    status: 2,
    first: "stackpin: required option '--html <file>' not specified",
  });
  const catalog = await stackpin(['report', 'shop.stack.yaml', '--html', 'r.html', '--catalog', 'none.yaml'], { cwd });
  expect({ status: catalog.status, written: existsSync(join(cwd, 'r.html')) }).toEqual({ status: 2, written: false });
});

test('a device takes the page and stays what it is', async () => {
  const cwd = folderWith(FILES);
  expect((await stackpin(['report', 'shop.stack.yaml', '--html', '/dev/null', ...FIXED], { cwd })).status).toBe(0);
  writeFileSync('/dev/null', 'still a device');
  expect(readFileSync('/dev/null', 'utf8')).toBe('');
});

test('a page in Chinese says so', async () => {
  const cwd = folderWith({ ...FILES, 'acme.catalog.yaml': readFileSync(ACME) });
  const { out } = await stackpin(['report', 'shop.stack.yaml', '--html', '-', ...FIXED], {
    cwd,
    env: { LC_ALL: 'zh_CN.UTF-8' },
  });
  const { elements, faults, text } = parsedPage(out);
  expect(faults).toEqual([]);
  const [root] = elements;
  expect(root && attribute(root, 'lang')).toBe('zh-CN');
  expect(text).toContain('支持时间线');
});
