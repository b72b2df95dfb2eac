/** Document links, and what is typed together. */
import { expect, test } from 'vitest';
import { documentLinks, webLinks } from '../../../server/src/features/navigate/documentLinks.ts';
import { linkedEditing } from '../../../server/src/features/navigate/linkedEditing.ts';
import { parseYaml } from '../../../server/src/manifest/parse.ts';
import { openFiles, sliced } from './open.ts';

/** `text -> target` of each. */
async function links(fixture: string): Promise<string[]> {
  const { checked, texts } = await openFiles(fixture);
  const text = texts.get(checked.uri) ?? '';
  return documentLinks(checked).map(({ range, target }) => `${sliced(text, range)} -> ${target}`);
}

test('links are the files of the workspace, and addresses of the web', async () => {
  const workspace = `=== leaf.stack.yaml
kind: Stack
# https://example.com/in-a-comment
extends: [ "./base.stack.yaml", ./missing.stack.yaml, ../outside.stack.yaml, "" ]
catalogs:
- ./acme.catalog.yaml
- ../outside.catalog.yaml
components:
  istio:
    version: 1.28.1
    chart: {repository: https://charts.example/istio, name: istiod}
    notes: see https://example.com for more
  db: {notes: 'http://wiki.example:8080/db?a=b#c'}
  x: {notes: "ftp://files.example", values: {url: https://user:secret@host.example/}}
  y: {notes: 'https://'}
=== base.stack.yaml
kind: Stack
components: {}
=== acme.catalog.yaml
kind: Catalog
`;
  expect(await links(workspace)).toEqual([
    './base.stack.yaml -> file:///stacks/base.stack.yaml',
    './acme.catalog.yaml -> file:///stacks/acme.catalog.yaml',
    'https://charts.example/istio -> https://charts.example/istio',
    'http://wiki.example:8080/db?a=b#c -> http://wiki.example:8080/db?a=b#c',
  ]);
});

test('broken text and aliases have links where they are written', async () => {
  expect(await links('a: &u "https://a.example\r\nb: [*u, {c: https://b.example\r\n')).toEqual([
    'https://a.example -> https://a.example/',
    'https://b.example -> https://b.example/',
  ]);
});

test('catalogs have links to their sources', () => {
  const { documents } = parseYaml('kind: Catalog\nmetadata: {source: https://acme.example/x}\n');
  expect(webLinks(documents)).toEqual([
    { range: { start: { line: 1, character: 19 }, end: { line: 1, character: 41 } }, target: 'https://acme.example/x' },
  ]);
});

/** The places that are typed together: line, and text. */
async function together(fixture: string): Promise<string[] | undefined> {
  const { checked, position, texts } = await openFiles(fixture);
  const text = texts.get(checked.uri) ?? '';
  return linkedEditing(checked, position)?.ranges.map((range) => `${range.start.line} ${sliced(text, range)}`);
}

const OWN = `components:
  d$0b: {component: postgresql, version: "17.6"}
environments:
  a: {components: {"db": {component: postgresql, version: "18.1"}}}
acknowledge: [{code: incompatible, between: [db, kubernetes]}]
`;

test('the keys of a pin with a name of its own are typed together, with the names that mean it', async () => {
  expect(await together(OWN)).toEqual(['1 db', '3 db', '4 db']);
  expect(await together(OWN.replace('d$0b', 'db').replace('[db', '[d$0b'))).toEqual(['1 db', '3 db', '4 db']);
  expect(await together(OWN.replace('d$0b', 'db').replace('"db"', '"$0db"'))).toEqual(['1 db', '3 db', '4 db']);
});

test('not where other files may name it, where the name says what it is, or where it is written in another way', async () => {
  expect(await together(`extends: [./base.stack.yaml]\n${OWN}`)).toBeUndefined();
  expect(
    await together('components: {ist$0io: 1.28.1}\nenvironments: {e: {components: {istio: 1.27.4}}}\n'),
  ).toBeUndefined();
  expect(await together(OWN.replace('"db"', '"d\\u0062"'))).toBeUndefined();
  expect(await together(OWN.replaceAll('db', '🚀').replace('d$0b', '🚀').replace('"🚀"', '"$0🚀"'))).toBeUndefined();
  expect(await together('components: {d$0b: {component: postgresql}}\n')).toBeUndefined();
  expect(
    await together('components: {db: {component: post$0gresql}}\nacknowledge: [{between: [postgresql]}]\n'),
  ).toBeUndefined();
  expect(await together('acknowledge: [{between: [a$0, b]}, {between: a}]\n')).toBeUndefined();
});
