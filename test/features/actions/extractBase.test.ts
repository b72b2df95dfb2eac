import { expect, test } from 'vitest';
import { actionsIn, filesAfter, type Given, HEAD, type Texts } from './act.ts';

const EXTRACT = ['refactor.extract'];

/** The files after extracting what is selected, or why it cannot be done. */
async function extracted(marked: string, given: Given = {}): Promise<Texts | string> {
  const [action, ...more] = await actionsIn(marked, { ...given, context: { only: EXTRACT } });
  if (action === undefined) throw new Error('There is no such action.');
  expect(more).toEqual([]);
  return action.disabled?.reason ?? filesAfter(marked, action, given.files);
}

test('a selection moves to a new file with its comments, and this file extends it', async () => {
  const text = `# The shop.
${HEAD}metadata:
  name: shop
# What it runs on.
components:
    # the cluster
    $0kubernetes: 1.34.2 # pinned
    db:
        component: postgresql
        # the newest
        version: "17.6"

    # ours
    mine: 1.0.0
environments:
    edge: {components: {kubernetes: 1.33.5}}
`;
  expect(await extracted(text, { to: '17.6' })).toEqual({
    'base.stack.yaml': `${HEAD}components:
  # the cluster
  kubernetes: 1.34.2 # pinned
  db:
      component: postgresql
      # the newest
      version: "17.6"
`,
    'platform.stack.yaml': `# The shop.
${HEAD}metadata:
  name: shop
extends:
  - ./base.stack.yaml
# What it runs on.
components:
    # ours
    mine: 1.0.0
environments:
    edge: {components: {kubernetes: 1.33.5}}
`,
  });
});

test('the action is a whole one: a file is created, filled, and extended', async () => {
  const [action] = await actionsIn(`${HEAD}components:\n  ku$0bernetes: 1.34.2\n  istio: 1.28.1\n`, {
    context: { only: EXTRACT },
  });
  expect(action).toEqual({
    title: 'Extract kubernetes into a new base',
    kind: 'refactor.extract',
    edit: {
      documentChanges: [
        {
          kind: 'create',
          uri: 'file:///stacks/base.stack.yaml',
          options: { overwrite: false, ignoreIfExists: false },
        },
        {
          textDocument: { uri: 'file:///stacks/base.stack.yaml', version: null },
          edits: [
            {
              range: { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } },
              newText: `${HEAD}components:\n  kubernetes: 1.34.2\n`,
            },
          ],
        },
        {
          textDocument: { uri: 'file:///stacks/platform.stack.yaml', version: 7 },
          edits: [
            {
              range: { start: { line: 1, character: 11 }, end: { line: 1, character: 11 } },
              newText: '\nextends:\n  - ./base.stack.yaml',
            },
            { range: { start: { line: 3, character: 0 }, end: { line: 4, character: 0 } }, newText: '' },
          ],
        },
      ],
    },
  });
});

test('between brackets, with the line ends of Windows, under the first free name', async () => {
  const head = HEAD.replaceAll('\n', '\r\n');
  const files = { 'base.stack.yaml': 'kind: Stack\n', 'base-2.stack.yaml': '' };
  const text = `${head}components: {kubernetes: 1.34.2, $0istio: {version: 1.28.1}, mine: 1.0.0}\r\n`;
  expect(await extracted(text, { files })).toEqual({
    'base-3.stack.yaml': `${head}components:\r\n  istio: {version: 1.28.1}\r\n`,
    'platform.stack.yaml': `${head}extends:\r\n  - ./base-3.stack.yaml\r\ncomponents: {kubernetes: 1.34.2, mine: 1.0.0}\r\n`,
  });
  expect(await extracted(text, { files, to: 'mine' })).toMatchObject({
    'platform.stack.yaml': `${head}extends:\r\n  - ./base-3.stack.yaml\r\ncomponents: {kubernetes: 1.34.2}\r\n`,
  });
  expect(await extracted(text.replace('$0', '').replace('{kub', '{$0kub'), { files, to: 'mine' })).toEqual({
    'base-3.stack.yaml': `${head}components:\r\n  kubernetes: 1.34.2\r\n  istio: {version: 1.28.1}\r\n  mine: 1.0.0\r\n`,
    'platform.stack.yaml': `${head}extends:\r\n  - ./base-3.stack.yaml\r\ncomponents: {}\r\n`,
  });
});

test('with a comma behind the last', async () => {
  const body = (pins: string) => `${HEAD}components: {${pins}}\n`;
  const left = async (marked: string, to?: string) => {
    const files = await extracted(body(marked), to === undefined ? {} : { to });
    return typeof files === 'string' ? files : files['platform.stack.yaml'];
  };
  const extending = (pins: string) => body(pins).replace('components', 'extends:\n  - ./base.stack.yaml\ncomponents');
  expect(await left('kuber$0netes: 1.34.2,')).toBe(extending(''));
  expect(await left('istio: 1.28.1, kuber$0netes: 1.34.2, ')).toBe(extending('istio: 1.28.1, '));
  expect(await left('a: 1.0.0, $0b: 1.0.0, c: 1.0.0, d: 1.0.0', 'c')).toBe(extending('a: 1.0.0, d: 1.0.0'));
});

test('over the bases that the file has, with its catalogs and with what is asked of its pins', async () => {
  const files = { 'ground.stack.yaml': `${HEAD}components: {istio: 1.28.1}\npolicy: {supportWindow: 30d}\n` };
  const text = `${HEAD}extends:
  - ground.stack.yaml # below
catalogs: [./acme.catalog.yaml]
components:
  ku$0bernetes: 1.34.2
policy: {unpinned: deny, prereleases: allow}
`;
  expect(await extracted(text, { files })).toEqual({
    'base.stack.yaml': `${HEAD}catalogs:
  - ./acme.catalog.yaml
components:
  kubernetes: 1.34.2
policy:
  supportWindow: 30d
  prereleases: allow
  unpinned: deny
`,
    'platform.stack.yaml': `${HEAD}extends:
  - ground.stack.yaml # below
  - ./base.stack.yaml
catalogs: [./acme.catalog.yaml]
components:
policy: {unpinned: deny, prereleases: allow}
`,
  });
});

test('anchors move with their aliases, and not without', async () => {
  const text = `${HEAD}components:
  a: {component: postgresql, version: &db "17.6"}
  b: {component: postgresql, version: *db }
  mine: 1.0.0
`;
  const marked = text.replace('  a:', '  $0a:');
  expect(await extracted(marked, { to: 'b:' })).toEqual({
    'base.stack.yaml': `${HEAD}components:\n  a: {component: postgresql, version: &db "17.6"}\n  b: {component: postgresql, version: *db }\n`,
    'platform.stack.yaml': `${HEAD}extends:\n  - ./base.stack.yaml\ncomponents:\n  mine: 1.0.0\n`,
  });
  const reason = 'An anchor and its alias would be in different files.';
  expect(await extracted(marked)).toBe(reason);
  expect(await extracted(text.replace('  b:', '  $0b:'))).toBe(reason);
});

test('the second of two documents, and one that ends without a line break', async () => {
  expect(
    await extracted(`${HEAD}components: {}\n---\n${HEAD}components:\n  istio: 1.28.1\n  kuber$0netes: 1.34.2`),
  ).toEqual({
    'base.stack.yaml': `${HEAD}components:\n  kubernetes: 1.34.2\n`,
    'platform.stack.yaml': `${HEAD}components: {}\n---\n${HEAD}extends:\n  - ./base.stack.yaml\ncomponents:\n  istio: 1.28.1\n`,
  });
});

test.each<[why: string, reason: string, text: string, given: Given]>([
  [
    'an editor without such edits',
    'This editor cannot create files in an edit.',
    'components: {kuber$0netes: 1.34.2}\n',
    { traits: { newFiles: false } },
  ],
  [
    'a file that is not saved',
    'Save this file first: its base is written beside it.',
    'components: {kuber$0netes: 1.34.2}\n',
    { uri: 'untitled:Untitled-1' },
  ],
  [
    'a file outside the workspace',
    'This file is outside the workspace, and so would be its base.',
    'components: {kuber$0netes: 1.34.2}\n',
    { uri: 'file:///elsewhere/a.stack.yaml' },
  ],
  [
    'extends in an unusual form',
    'There is no place for "extends" in this file.',
    'extends: ./ground.stack.yaml\ncomponents: {kuber$0netes: 1.34.2}\n',
    {},
  ],
  [
    'merge keys',
    'The entries cannot be moved: the text is broken, has merge keys, or has several entries in a line.',
    'components:\n  <<: {istio: 1.28.1}\n  kuber$0netes: 1.34.2\n',
    {},
  ],
  [
    'broken text',
    'The entries cannot be moved: the text is broken, has merge keys, or has several entries in a line.',
    'components:\n  kuber$0netes: "1.34.2\n',
    {},
  ],
  [
    'a pin over one of a base',
    'kubernetes takes the place of a pin of a base.',
    'extends: [./ground.stack.yaml]\ncomponents:\n  kuber$0netes: 1.34.2\n',
    { files: { 'ground.stack.yaml': `${HEAD}components: {kubernetes: 1.33.5}\n` } },
  ],
  [
    'what an entry accepts of it',
    'What is accepted of weave-net in this file would be told again.',
    'components:\n  weave$0-net: 2.8.1\nacknowledge: [{code: retired-component, reason: soon}]\n',
    {},
  ],
  [
    'what a comment accepts of it and another',
    'What is accepted of istio in this file would be told again.',
    'components:\n  kubernetes: 1.34.2\n  # stackpin-ignore-next-line unsupported, end-of-life-soon: tried\n  is$0tio: 1.27.4\n',
    {},
  ],
])('not with %s', async (_, reason, body, given) => {
  expect(await extracted(HEAD + body, given)).toBe(reason);
});

test('nothing is extracted of environments, and of nothing', async () => {
  for (const body of [
    'components: {}\nenvironments: {edge: {components: {kub$0ernetes: 1.34.2}}}\n',
    'comp$0onents: {kubernetes: 1.34.2}\n',
  ])
    expect(await actionsIn(HEAD + body, { context: { only: EXTRACT } })).toEqual([]);
});

test('many are counted', async () => {
  const [action] = await actionsIn(`${HEAD}$0components: {a: 1.0.0, b: 1.0.0, c: 1.0.0, d: 1.0.0}\n`, {
    to: 'd',
    context: { only: EXTRACT },
  });
  expect(action?.title).toBe('Extract 4 components into a new base');
});
