/** The tree that the command line is measured with. */
import { dirname, join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { contextWith, knownPins } from '../../bench/documents/known.ts';
import { schemaWith } from '../../bench/documents/schema.ts';
import { MOST_KNOWN } from '../../bench/documents/stack.ts';
import { stackTree } from '../../bench/documents/tree.ts';
import { run } from '../../cli/src/program.ts';
import { analyze } from '../../server/src/analysis/analyze.ts';
import { parseYaml } from '../../server/src/manifest/parse.ts';
import { memoryHost } from '../cli/support.ts';
import { bundledCatalog } from '../support/compiled.ts';

const catalog = bundledCatalog();
const pins = knownPins(catalog, MOST_KNOWN + 1);
const files = stackTree(200, pins);

test('a seed draws the same tree again, and another seed another', () => {
  expect(stackTree(200, pins)).toEqual(files);
  expect(stackTree(200, pins, 2)).not.toEqual(files);
  expect(files.length).toBe(200);
  expect(new Set(files.map(({ path }) => path)).size).toBe(200);
});

test('what is extended is in the tree, and every part of the language is there', () => {
  const paths = new Set(files.map(({ path }) => path));
  const extended = files.flatMap(({ path, text }) =>
    [...text.matchAll(/^ {2}- (\S+)$/gm)].map(([, base]) => join(dirname(path), base ?? '')),
  );
  expect(extended.length).toBeGreaterThan(80);
  expect(extended.filter((path) => !paths.has(path))).toEqual([]);
  expect(files.filter(({ text }) => text.includes('environments:')).length).toBeGreaterThan(20);
});

test('our check and the schema of the linter find the same files wrong', async () => {
  const wrong = files.filter(({ isWrong }) => isWrong).map(({ path }) => path);
  expect(wrong.length).toBeGreaterThan(3);
  const validate = new Ajv2020({ strict: false, formats: { date: true } }).compile(schemaWith(pins));
  expect(files.filter(({ text }) => !validate(parse(text))).map(({ path }) => path)).toEqual(wrong);

  const host = memoryHost(Object.fromEntries(files.map(({ path, text }) => [`/home/${path}`, text])));
  expect(await run(['check', '--as-of', '2026-11-24', '--format', 'json'], host)).toBe(1);
  const report: { files: { path: string; findings: { code: string }[] }[] } = JSON.parse(host.written.join(''));
  const told = report.files.filter(({ findings }) => findings.some(({ code }) => code === 'schema'));
  expect(told.map(({ path }) => path).sort()).toEqual([...wrong].sort());
});

test('what is found besides is found at older versions: a base is without findings', () => {
  for (const { path, text } of files.filter((file) => file.path.startsWith('platform/'))) {
    expect([path, analyze(parseYaml(text), contextWith(catalog)).findings]).toEqual([path, []]);
  }
});
