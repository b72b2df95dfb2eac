/** Commands about one manifest, or a few that are named, load them as `stackpin check` does. */
import { expect, test } from 'vitest';
import { type LoadOptions, loadEach, loadOne } from '../../cli/src/oneFile.ts';
import { sample } from '../catalog/sample.ts';
import { COMPILED, compiled } from '../support/compiled.ts';
import { type MemoryFiles, memoryHost } from './support.ts';

const METADATA = { name: 'bundled', version: '9', updated: '2026-11-23' };
const SMALL = new TextDecoder().decode(
  compiled(METADATA, [sample({ id: 'anvil', lines: [{ line: '2.1', versions: ['2.1.0'] }] })]),
);
const TODAY: LoadOptions = { catalog: [], asOf: undefined };

const hostWith = (files: MemoryFiles) => memoryHost({ [COMPILED]: SMALL, ...files });

const GATEWAY = `apiVersion: stackpin/v1
kind: Catalog
metadata: {name: acme, updated: 2026-11-20, source: "https://acme.example"}
components:
  gateway:
    versions: {lines: [{line: "3.2", complete: true, versions: [3.2.0]}]}
    compatibility:
      - {when: "*", with: anvil, level: broken, breaks: ">=2"}
`;
const FILES: MemoryFiles = {
  '/home/platform/base.stack.yaml': 'apiVersion: stackpin/v1\nkind: Stack\ncomponents: {anvil: 2.1.0}\n',
  '/home/platform/shop.stack.yaml':
    'apiVersion: stackpin/v1\nkind: Stack\nextends: [base.stack.yaml]\ncatalogs: [../acme.catalog.yaml]\ncomponents: {gateway: 3.2.0}\n',
  '/home/acme.catalog.yaml': GATEWAY,
};

test('with its bases and its own catalogs, as of today', async () => {
  const loaded = await loadOne('platform/shop.stack.yaml', TODAY, hostWith(FILES));
  if ('problems' in loaded) throw new Error(loaded.problems.join());
  const { name, path, bases, origin, context, analysis } = loaded;
  expect({ name, path, bases, uri: origin.uri, date: context.date }).toEqual({
    name: 'platform/shop.stack.yaml',
    path: '/home/platform/shop.stack.yaml',
    bases: ['/home/platform/base.stack.yaml'],
    uri: 'file:///home/platform/shop.stack.yaml',
    date: '2026-11-24',
  });
  expect(analysis.findings.map(({ message }) => message)).toEqual(['gateway 3.2.0 does not work with anvil 2.1.0.']);
});

test('with the catalogs and the day of the options, from standard input', async () => {
  const text = 'apiVersion: stackpin/v1\nkind: Stack\ncomponents: {anvil: 2.1.0, gateway: 3.2.0}\n';
  const host = { ...hostWith(FILES), readInput: async () => new TextEncoder().encode(text) };
  const loaded = await loadOne('-', { catalog: ['acme.catalog.yaml'], asOf: '2027-01-31' }, host);
  if ('problems' in loaded) throw new Error(loaded.problems.join());
  expect(loaded).toMatchObject({ name: '<stdin>', path: undefined, context: { date: '2027-01-31' } });
  expect(loaded.analysis.findings.map(({ code }) => code)).toEqual(['incompatible']);
});

test('says of everything that cannot be used what is wrong with it', async () => {
  const host = hostWith({ ...FILES, '/home/locked.stack.yaml': { failed: 'it may not be read' } });
  expect(await loadEach(['platform', 'none.stack.yaml', 'locked.stack.yaml'], TODAY, host)).toEqual({
    problems: [
      'platform is a folder, and this command takes one file. Name the manifest in it.',
      'cannot read none.stack.yaml: there is no such file.',
      'cannot read locked.stack.yaml: it may not be read.',
    ],
  });
  expect(await loadOne('platform/shop.stack.yaml', { ...TODAY, catalog: ['none.catalog.yaml'] }, host)).toEqual({
    problems: ['cannot read the catalog none.catalog.yaml: there is no such file.'],
  });
});
