/** Anchors and aliases: definition, references, highlights, linked editing, rename. */
import { expect, test } from 'vitest';
import { DocumentHighlightKind } from 'vscode-languageserver-types';
import { definition } from '../../../server/src/features/navigate/definition.ts';
import { highlights } from '../../../server/src/features/navigate/highlights.ts';
import { linkedEditing } from '../../../server/src/features/navigate/linkedEditing.ts';
import { anchorReferences } from '../../../server/src/features/navigate/references.ts';
import { prepareRename, rename } from '../../../server/src/features/navigate/rename.ts';
import { edited, openFiles, shown, sliced } from './open.ts';

async function references(fixture: string, isDeclarationAsked = true): Promise<string[] | undefined> {
  const opened = await openFiles(fixture);
  const { analysis, lines } = opened.checked;
  const offset = lines.offsetAt(opened.position);
  const found = anchorReferences(analysis.file.documents, opened.checked, offset, isDeclarationAsked);
  return found && shown(opened, found);
}

async function leadsTo(fixture: string): Promise<string[]> {
  const opened = await openFiles(fixture);
  return shown(opened, definition(opened.checked, opened.position)?.targets ?? []);
}

async function renamed(fixture: string, newName: string): Promise<{ [name: string]: string }> {
  const opened = await openFiles(fixture);
  return edited(opened, rename(opened.checked, opened.files, opened.position, newName));
}

test('an alias leads to its anchor, and an anchor to itself', async () => {
  const text = 'components:\n  a: &db {version: "1"}\n  b: *db\n';
  expect(await leadsTo(text.replace('*db', '*d$0b'))).toEqual(['stackpin.yaml 1:6 db']);
  expect(await leadsTo(text.replace('*db', '$0*db'))).toEqual(['stackpin.yaml 1:6 db']);
  expect(await leadsTo(text.replace('&db', '&db$0'))).toEqual(['stackpin.yaml 1:6 db']);
  expect(await leadsTo('components:\n  b: *d$0b\n')).toEqual([]);
});

test('a merge key and its alias lead to the anchor', async () => {
  const text = 'x: &base\n  a: "1"\ny: &more {b: "2"}\ncomponents:\n  <<: [*base, *more]\n  c: "3"\n';
  expect(await leadsTo(text.replace('*more', '*mo$0re'))).toEqual(['stackpin.yaml 2:4 more']);
  expect(await leadsTo(text.replace('<<', '<$0<'))).toEqual(['stackpin.yaml 0:4 base', 'stackpin.yaml 2:4 more']);
  expect(await leadsTo('x: &b {a: "1"}\ncomponents: {<<$0: *b}\n')).toEqual(['stackpin.yaml 0:4 b']);
});

test('an anchor is found before whatever it names, with a tag or a comment between', async () => {
  const text = `m: &map # &map in words
  k: 1
s: &seq
- 1
t: !!str &tagged v
u: &before !!str w
e: &empty
&key k2: 1
f: {in: &flow [1, 2], x: &x}
"&no": '*no'
all: [*map, *seq, *tagged, *before, *empty, *key, *flow, *x]
`;
  const anchors: { [name: string]: string[] } = {};
  for (const name of ['map', 'seq', 'tagged', 'before', 'empty', 'key', 'flow', 'x'])
    anchors[name] = await leadsTo(text.replace(new RegExp(`[*]${name}\\b`), `*$0${name}`));
  expect(anchors).toEqual({
    map: ['stackpin.yaml 0:4 map'],
    seq: ['stackpin.yaml 2:4 seq'],
    tagged: ['stackpin.yaml 4:10 tagged'],
    before: ['stackpin.yaml 5:4 before'],
    empty: ['stackpin.yaml 6:4 empty'],
    key: ['stackpin.yaml 7:1 key'],
    flow: ['stackpin.yaml 8:9 flow'],
    x: ['stackpin.yaml 8:26 x'],
  });
});

test('an alias belongs to the nearest anchor of its name before it', async () => {
  const text = 'a: &x 1\nb: *x\nc: &x 2\nd: [*x, *x]\n---\ne: &x 3\nf: *x\n';
  expect(await references(text.replace('b: *x', 'b: *$0x'))).toEqual(['stackpin.yaml 0:4 x', 'stackpin.yaml 1:4 x']);
  expect(await references(text.replace('c: &x', 'c: &$0x'), false)).toEqual([
    'stackpin.yaml 3:5 x',
    'stackpin.yaml 3:9 x',
  ]);
  expect(await references(text.replace('f: *x', 'f: *x$0'))).toEqual(['stackpin.yaml 5:4 x', 'stackpin.yaml 6:4 x']);
  expect(await references(text.replace('b: *x', '$0b: *x'))).toBeUndefined();
});

test('anchors in keys count', async () => {
  const text = 'a: &x k\n*x : 1\n? [*x, {b: &y 2}]\n: *y\n';
  expect(await references(text.replace('&x', '&$0x'))).toEqual([
    'stackpin.yaml 0:4 x',
    'stackpin.yaml 1:1 x',
    'stackpin.yaml 2:4 x',
  ]);
  expect(await references(text.replace(': *y', ': *y$0'))).toEqual(['stackpin.yaml 2:12 y', 'stackpin.yaml 3:3 y']);
});

test('they are highlighted: the anchor is written, aliases are read', async () => {
  const opened = await openFiles('components:\r\n  "🚀": &db {version: "1"}\r\n  b: *d$0b\r\n');
  const found = highlights(opened.checked, opened.position);
  expect(found).toEqual([
    { range: { start: { line: 1, character: 9 }, end: { line: 1, character: 11 } }, kind: DocumentHighlightKind.Write },
    { range: { start: { line: 2, character: 6 }, end: { line: 2, character: 8 } }, kind: DocumentHighlightKind.Read },
  ]);
});

test('they are typed together', async () => {
  const opened = await openFiles('components:\n  a: &d$0b {version: "1"}\n  b: *db\n  c: *db\n');
  const linked = linkedEditing(opened.checked, opened.position);
  const [text = ''] = opened.texts.values();
  expect(linked?.ranges.map((range) => `${range.start.line} ${sliced(text, range)}`)).toEqual(['1 db', '2 db', '3 db']);
  expect(new RegExp(`^${linked?.wordPattern}$`).test('a-b_c.d')).toBe(true);
  const alone = await openFiles('components:\n  a: &d$0b {version: "1"}\n');
  expect(linkedEditing(alone.checked, alone.position)).toBeUndefined();
});

test('they are renamed together, in their document', async () => {
  const fixture = 'components:\n  a: &db {version: "1"} # &db\n  b: *d$0b\n---\ncomponents: {a: &db 1, b: *db}\n';
  expect(await renamed(fixture, ' shared ')).toEqual({
    'stackpin.yaml':
      'components:\n  a: &shared {version: "1"} # &db\n  b: *shared\n---\ncomponents: {a: &db 1, b: *db}\n',
  });
  expect(await renamed(fixture, 'db')).toEqual({});
  const opened = await openFiles(fixture);
  expect(prepareRename(opened.checked, opened.files, opened.position)).toEqual({
    range: { start: { line: 2, character: 6 }, end: { line: 2, character: 8 } },
    placeholder: 'db',
  });
});

test('an anchor is not called what none can be called, or another one is', async () => {
  const fixture = 'a: &one 1\nb: &two 2\nc: *o$0ne\n';
  await expect(renamed(fixture, 'two')).rejects.toThrow(
    '"two" is the name of another anchor in this document already.',
  );
  for (const name of ['a b', 'a,b', 'a:', '[a]', '{a', 'a\tb'])
    await expect(renamed(fixture, name)).rejects.toThrow(
      'The name of an anchor has no spaces, commas, colons and brackets.',
    );
  await expect(renamed(fixture, '  ')).rejects.toThrow('A name cannot be empty.');
  await expect(renamed('a: *no$0ne\n', 'one')).rejects.toThrow('There is no "&none" before this.');
});
