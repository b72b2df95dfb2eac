/** `stackpin init`: templates, and files that are never lost. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { documentedOptions, helpOptions } from './documentedOptions.ts';
import { folderWith, stackpin } from './support.ts';

const TEMPLATES = new URL('../../templates/', import.meta.url);
const template = (name: string) => readFileSync(new URL(`${name}.stack.yaml`, TEMPLATES), 'utf8');

test('prints the template that is asked for, or the smallest', async () => {
  expect(await stackpin(['init'])).toEqual({ status: 0, err: '', out: template('empty') });
  expect(await stackpin(['init', '--template', 'openstack'])).toEqual({
    status: 0,
    err: '',
    out: template('openstack'),
  });
});

test('--list names every template, in the language that is spoken', async () => {
  const { out } = await stackpin(['init', '--list']);
  const files = readdirSync(TEMPLATES).filter((name) => name.endsWith('.stack.yaml'));
  expect(
    out
      .trimEnd()
      .split('\n')
      .map((line) => `${line.split(' ')[0]}.stack.yaml`)
      .sort(),
  ).toEqual(files.sort());
  expect(out.split('\n')[0]).toBe('empty             Small stack: Two pins, to write your own from');
  const { out: chinese } = await stackpin(['init', '--list'], { env: { LC_ALL: 'zh_CN.UTF-8' } });
  expect(chinese.split('\n')[0]).toBe('empty             小型技术栈：两个版本固定项，可在此基础上编写自己的清单');
});

test('writes a file, and replaces none unless it is told to', async () => {
  const cwd = folderWith({ 'mine.stack.yaml': 'mine\n' });
  expect(await stackpin(['init', '--output', 'new.stack.yaml'], { cwd })).toEqual({
    status: 0,
    err: '',
    out: 'Wrote new.stack.yaml. To check it: stackpin check new.stack.yaml\n',
  });
  expect(readFileSync(join(cwd, 'new.stack.yaml'), 'utf8')).toBe(template('empty'));
  expect(await stackpin(['init', '-o', 'mine.stack.yaml'], { cwd })).toEqual({
    status: 2,
    out: '',
    err: 'stackpin: mine.stack.yaml is there already. Name another file, or use --force to replace it.\n',
  });
  expect(readFileSync(join(cwd, 'mine.stack.yaml'), 'utf8')).toBe('mine\n');
  expect((await stackpin(['init', '-o', 'mine.stack.yaml', '--force'], { cwd })).status).toBe(0);
  expect(readFileSync(join(cwd, 'mine.stack.yaml'), 'utf8')).toBe(template('empty'));
});

test.each([
  [['--template', 'kubernets'], 'there is no template "kubernets". Did you mean kubernetes?'],
  [['--template', 'xyzzy'], 'there is no template "xyzzy". To see all: stackpin init --list'],
  [['--output', 'gone/a.stack.yaml'], 'cannot write gone/a.stack.yaml: there is no such folder.'],
])('%j ends with 2 and says what to do', async (args, problem) => {
  expect(await stackpin(['init', ...args], { cwd: folderWith({}) })).toEqual({
    status: 2,
    out: '',
    err: `stackpin: ${problem}\n`,
  });
});

test('the documentation tells every option of the help, and no other', async () => {
  expect(documentedOptions('stackpin init')).toEqual(await helpOptions('init'));
});
