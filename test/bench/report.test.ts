import { expect, test } from 'vitest';
import { noFigures, quantile } from '../../bench/figures.ts';
import { readPlan } from '../../bench/plan.ts';
import { decoder, encoded, type Message } from '../../bench/protocol/framing.ts';
import { claims } from '../../bench/report/claims.ts';
import { withFigures } from '../../bench/report/page.ts';
import { resolverClaims } from '../../bench/report/resolverClaims.ts';
import { asMarkdown, asText, shown, shownRatio } from '../../bench/report/table.ts';

test('the median is a value that was measured, and the 95th of 100 is not the largest', () => {
  expect(quantile([4, 1, 3, 2], 0.5)).toBe(2);
  expect(quantile([3, 1, 2], 0.5)).toBe(2);
  expect(
    quantile(
      Array.from({ length: 100 }, (_, index) => index + 1),
      0.95,
    ),
  ).toBe(95);
  expect(quantile([], 0.5)).toBeUndefined();
});

test('numbers and ratios are shown with about three digits', () => {
  expect([shown(0.123), shown(12.34), shown(1234.5), shown(undefined)]).toEqual(['0.12', '12.3', '1,235', '–']);
  expect([shownRatio(10, 200), shownRatio(1, 2.5), shownRatio(30, 20), shownRatio(1, undefined)]).toEqual([
    '1/20',
    '1/2.5',
    '1.50 times',
    '–',
  ]);
});

test('a claim about several figures is met when all of them are small enough', () => {
  const figures = noFigures();
  const claim = () =>
    claims(figures, 'other').find(({ claim }) => claim === 'edit to right diagnostics, wall, 500 lines');
  expect(claim()?.isMet).toBeUndefined();
  for (const kind of ['value', 'line', 'quote']) {
    figures.add({ of: 'stackpin', what: `edit.${kind}`, lines: 500 }, 9, 10, 11);
    figures.add({ of: 'other', what: `edit.${kind}`, lines: 500 }, 200);
  }
  expect(claim()).toEqual({
    claim: 'edit to right diagnostics, wall, 500 lines',
    target: 'at most 1/20 of other',
    figure: 'value 1/20, line 1/20, quote 1/20',
    isMet: true,
  });
  figures.add({ of: 'stackpin', what: 'edit.quote', lines: 500 }, 20, 20, 20);
  expect(claim()).toMatchObject({ figure: 'value 1/20, line 1/20, quote 1/18', isMet: false });
});

test('of typing, the worst round counts', () => {
  const figures = noFigures();
  const claim = () => claims(figures, 'other').find(({ claim }) => claim === 'typing, a key every 50 ms, 500 lines');
  figures.add({ of: 'stackpin', what: 'typing.share', lines: 500 }, 1, 0.975);
  expect(claim()).toMatchObject({ figure: '98 %', isMet: true });
  figures.add({ of: 'stackpin', what: 'typing.share', lines: 500 }, 0.9);
  expect(claim()).toMatchObject({ figure: '90 %', isMet: false });
});

const TABLE = { title: 'Start', note: 'In ms.', head: ['', 'ours', 'theirs'], rows: [['50 lines', '1.0', '20.5']] };

test('a table is printed for a terminal and for a page', () => {
  expect(asText(TABLE)).toBe('Start\nIn ms.\n\n          ours  theirs\n50 lines   1.0    20.5\n');
  expect(asMarkdown(TABLE)).toBe(
    '### Start\n\nIn ms.\n\n|          | ours | theirs |\n| -------- | ---: | -----: |\n| 50 lines |  1.0 |   20.5 |\n',
  );
});

test('figures are put between the markers of their place in a page, again and again', () => {
  const begin = '<!-- bench: begin (written by `npm run bench -- --md FILE`) -->';
  const other =
    '<!-- bench resolver: begin (written by `npm run bench -- --md FILE`) -->\n<!-- bench resolver: end -->';
  const page = `Before.\n\n${begin}\n<!-- bench: end -->\n\nBetween.\n\n${other}\n`;
  const once = withFigures(page, '### First\n', 'servers');
  expect(once).toBe(`Before.\n\n${begin}\n\n### First\n\n<!-- bench: end -->\n\nBetween.\n\n${other}\n`);
  expect(withFigures(once, '### Second', 'servers')).toBe(once.replace('First', 'Second'));
  expect(withFigures(once, '### Third', 'resolver')).toBe(
    once.replace('-->\n<!-- bench resolver: end', '-->\n\n### Third\n\n<!-- bench resolver: end'),
  );
  expect(() => withFigures('Nothing.', '', 'servers')).toThrow('The page needs the lines');
});

test('of the resolver, the median of all stacks of a size counts, and the worst is told', () => {
  const figures = noFigures();
  const claim = () =>
    resolverClaims(figures).find(({ claim }) => claim === 'a least answer, 30 components, others with encoding');
  expect(claim()?.isMet).toBeUndefined();
  figures.add({ of: 'stackpin', what: 'resolver.share.whole', lines: 30 }, 0.05, 0.1, 0.5);
  figures.add({ of: 'stackpin', what: 'resolver.share.wholeCpu', lines: 30 }, 0.05, 0.125, 0.25);
  expect(claim()).toEqual({
    claim: 'a least answer, 30 components, others with encoding',
    target: 'at most 1/10 of the fastest of the others',
    figure: '1/10, CPU 1/8.0, at worst 1/2.0',
    isMet: true,
  });
});

test('messages are put together from parts of any length', () => {
  const messages: Message[] = [
    { id: 1, result: 'ä — ✓' },
    { method: 'textDocument/hover', params: { a: [] } },
  ];
  const bytes = Buffer.from(messages.map(encoded).join(''));
  for (let size = 1; size <= bytes.length; size += 7) {
    const taken: Message[] = [];
    const take = decoder((message) => taken.push(message));
    for (let at = 0; at < bytes.length; at += size) take(bytes.subarray(at, at + size));
    expect(taken).toMatchObject(messages);
    expect(taken.length).toBe(messages.length);
  }
});

test('arguments choose parts and sizes, and what is wrong with them is told', () => {
  expect(readPlan(['--quick', '--only', 'start,edits', '--sizes', '500'])).toMatchObject({
    parts: ['start', 'edits'],
    sizes: [500],
    rounds: 1,
  });
  expect(readPlan(['--only', 'speed'])).toMatch(/^There is no part speed: size, start, /);
  expect(readPlan(['--sizes', '10'])).toBe('--sizes takes numbers from 50 on.');
  expect(readPlan(['--rounds', 'many'])).toBe('--rounds takes a number.');
  expect(readPlan(['--only', 'resolver', '--stacks', '10,30', '--limit', '2.5'])).toMatchObject({
    parts: ['resolver'],
    stacks: [10, 30],
    limit: 2.5,
  });
  expect(readPlan(['--stacks', '1'])).toBe('--stacks takes numbers from 2 on.');
  expect(readPlan(['--limit', '0'])).toBe('--limit takes a number of seconds.');
  expect(readPlan(['--slow'])).toMatch(/Unknown option '--slow'/);
});
