import { expect, test } from 'vitest';
import { actionsIn, bodiesAfter, bodyAfter, filesAfter, HEAD, openIn } from './act.ts';

const ADD = 'Add the environment production';

test.each([
  [
    'as the first, behind the components',
    'comp$0onents:\n  kubernetes: 1.34.2 # ours\npolicy: {}\n',
    'components:\n  kubernetes: 1.34.2 # ours\nenvironments:\n  production:\n    components:\npolicy: {}\n',
  ],
  [
    'behind the others',
    'components: {}\nenviron$0ments:\n    staging: {components: {}} # ours\npolicy: {}\n',
    'components: {}\nenvironments:\n    staging: {components: {}} # ours\n    production:\n      components:\npolicy: {}\n',
  ],
  [
    'where nothing stands behind the key',
    'components: {}\nenvironments$0: # soon\n',
    'components: {}\nenvironments: # soon\n  production:\n    components:\n',
  ],
  [
    'between brackets',
    'components: {}\nenvironments$0: {staging: {}}\n',
    'components: {}\nenvironments: {staging: {}, production: {components: {}}}\n',
  ],
  [
    'between empty brackets',
    'components: {}\nenvironments$0: {}\n',
    'components: {}\nenvironments: {production: {components: {}}}\n',
  ],
  [
    'with the line ends of Windows and no line break at the end',
    'components$0:\r\n  kubernetes: 1.34.2',
    'components:\r\n  kubernetes: 1.34.2\r\nenvironments:\r\n  production:\r\n    components:',
  ],
  [
    'in the first of two documents',
    'components$0:\n  kubernetes: 1.34.2\n---\napiVersion: stackpin/v1\nkind: Stack\n',
    'components:\n  kubernetes: 1.34.2\nenvironments:\n  production:\n    components:\n---\napiVersion: stackpin/v1\nkind: Stack\n',
  ],
])('%s', async (_, before, after) => {
  expect(await bodyAfter(ADD, before)).toBe(after);
  expect(openIn(HEAD + after).analysis.findings.map(({ message }) => message)).toEqual([]);
});

test('a document that stands between brackets as a whole', async () => {
  const text = '{apiVersion: stackpin/v1, kind: Stack, components: {kubernetes: 1.34.2}}\n';
  const marked = text.replace('components', 'comp$0onents');
  const [action] = await actionsIn(marked);
  expect(action && filesAfter(marked, action)).toEqual({
    'platform.stack.yaml':
      '{apiVersion: stackpin/v1, kind: Stack, components: {kubernetes: 1.34.2}, environments: {production: {components: {}}}}\n',
  });
});

test('with a name that is free', async () => {
  const body = (names: string[]) => `components: {}\nenvironments:\n${names.map((name) => `  ${name}: {}\n`).join('')}`;
  const titles = async (names: string[]) =>
    Object.keys(await bodiesAfter(body(names).replace('environments', 'environments$0')));
  expect(await titles(['production'])).toEqual(['Add the environment staging']);
  expect(await titles(['production', 'staging'])).toEqual(['Add the environment development']);
  expect(await titles(['production', 'staging', 'development', 'environment-2'])).toEqual([
    'Add the environment environment-1',
  ]);
});

test.each([
  ['broken text', 'components$0:\n  kubernetes: "1.34\n'],
  ['environments behind an alias', 'components: {}\nenvironments$0: *gone\n'],
  ['a key elsewhere', 'components:\n  kubern$0etes: 1.34.2\n'],
])('none: %s', async (_, body) => {
  expect(Object.keys(await bodiesAfter(body)).filter((title) => title.startsWith('Add'))).toEqual([]);
});
