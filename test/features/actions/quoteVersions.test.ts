import { expect, test } from 'vitest';
import { actionsIn, bodiesAfter, filesAfter, HEAD } from './act.ts';

const SOURCE = { context: { only: ['source.quoteVersions.stackpin'] } };
const QUICK = { context: { only: ['quickfix'] } };

const body = (one: string, two: string, three: string) => `components:
  mine: ${one} # ours
  yours: {version: ${two}}
environments:
  edge:
    components: {theirs: ${three}, kubernetes: 1.34.2}
`;

test('all that other readers see as something else, as a quick fix at one of them and as a source action', async () => {
  const before = body('1.30', '3.10', '2024-01-01');
  const after = body('"1.30"', '"3.10"', '"2024-01-01"');
  expect(await bodiesAfter(before.replace('3.10', '3.$010'), QUICK)).toEqual({
    'Quote all versions (3 versions)': after,
  });
  expect(await bodiesAfter(`$0${before}`, QUICK)).toEqual({});
  expect(await bodiesAfter(`$0${before}`, SOURCE)).toEqual({ 'Quote all versions (3 versions)': after });
  expect(await bodiesAfter(`$0${after}`, SOURCE)).toEqual({});
});

test('a single one has its own quick fix, and the source action', async () => {
  expect(await bodiesAfter('components: {mine: 1.$030}\n', QUICK)).toEqual({});
  expect(await bodiesAfter('components: {mine: 1.$030}\n', SOURCE)).toEqual({
    'Quote all versions (1 version)': 'components: {mine: "1.30"}\n',
  });
});

test('what accepts such a finding is left alone', async () => {
  const text = 'components:\n  mine: 1.30 # stackpin-ignore unquoted-version: our reader keeps it\n';
  expect(await bodiesAfter(`$0${text}`, SOURCE)).toEqual({});
});

test('any other version can be quoted by itself', async () => {
  const rewrite = { context: { only: ['refactor.rewrite'] } };
  expect(await bodiesAfter('components:\n  mine: &v 1.3$0.2 # ours\n', rewrite)).toMatchObject({
    'Quote the version: "1.3.2"': 'components:\n  mine: &v "1.3.2" # ours\n',
  });
  expect(await bodiesAfter('components:\n  mi$0ne: 1.3.2\n', rewrite)).not.toHaveProperty([
    'Quote the version: "1.3.2"',
  ]);
  expect(Object.keys(await bodiesAfter("components:\n  mine: '1.3$0.2'\n", rewrite))).toEqual([
    'Write mine in the long form',
  ]);
});

test('the whole action', async () => {
  const marked = `${HEAD}components: {mine: 1.30$0}\n`;
  const [action] = await actionsIn(marked, SOURCE);
  expect(action && filesAfter(marked, action)).toEqual({
    'platform.stack.yaml': `${HEAD}components: {mine: "1.30"}\n`,
  });
  expect(action?.kind).toBe('source.quoteVersions.stackpin');
  expect(action).not.toHaveProperty('isPreferred');
});
