/** What accepts findings: entries under `acknowledge`, and comments. */
import { expect, test } from 'vitest';
import { InsertTextFormat } from 'vscode-languageserver-types';
import { ask, labels, taken } from './ask.ts';
import { NOTHING } from './open.ts';

const PINS = 'components:\n  kubernetes: 1.34.2\n  istio: 1.22.8\n  db: {component: postgresql, version: 17.6}\n';

test('codes: those that are found first, with how often', () => {
  const answer = ask(`${PINS}acknowledge:\n  - code: $0\n`);
  const found = answer.list.items.filter(({ sortText }) => sortText?.startsWith('0'));
  expect(found.map(({ label, detail }) => [label, detail])).toEqual([
    ['incompatible', 'Upstream documents that these two cannot work together · 1 finding here'],
    ['end-of-life', 'Out of support · 1 finding here'],
  ]);
  expect(labels(answer)).toContain('untested');
  for (const code of ['yaml', 'schema', 'unused-acknowledgement', 'expired-acknowledgement'])
    expect(labels(answer)).not.toContain(code);
  expect(taken(answer, 'incompatible')).toBe(`${PINS}acknowledge:\n  - code: incompatible\n`);
});

test('between: keys of pins and components; those that findings of the code are about first', () => {
  const answer = ask(`${PINS}acknowledge:\n  - code: incompatible\n    between: [$0]\n    reason: x\n`);
  expect(labels(answer)).toEqual(['kubernetes', 'istio', 'db', 'postgresql']);
  expect(answer.list.items.map(({ label, detail }) => `${label}: ${detail}`)).toEqual([
    'kubernetes: Kubernetes 1.34.2',
    'istio: Istio 1.22.8',
    'db: PostgreSQL 17.6',
    'postgresql: every pin of PostgreSQL',
  ]);
  const other = ask(`${PINS}acknowledge:\n  - code: end-of-life\n    between:\n      - $0\n`);
  expect(labels(other)[0]).toBe('istio');
});

test('between: what the list names already is left out', () => {
  const answer = ask(`${PINS}acknowledge:\n  - code: incompatible\n    between: [istio, $0]\n    reason: x\n`);
  expect(labels(answer)).toEqual(['kubernetes', 'db', 'postgresql']);
});

test('until: some last days, without quotes', () => {
  const answer = ask('acknowledge:\n  - code: incompatible\n    until: $0\n');
  expect(answer.list.items.map(({ label, detail }) => [label, detail])).toEqual([
    ['2026-12-24', 'in 30 days'],
    ['2027-02-22', 'in 90 days'],
    ['2027-05-23', 'in 180 days'],
    ['2027-11-24', 'in 365 days'],
  ]);
  expect(taken(answer, '2027-02-22')).toBe('acknowledge:\n  - code: incompatible\n    until: 2027-02-22\n');
});

test.each([
  [
    'above a pin',
    'components:\n  # st$0\n  istio: 1.22.8\n',
    'components:\n  # stackpin-ignore-next-line \n  istio: 1.22.8\n',
  ],
  ['behind a pin', 'components:\n  istio: 1.22.8 # stack$0\n', 'components:\n  istio: 1.22.8 # stackpin-ignore \n'],
  ['right behind the #', 'components:\n  istio: 1.22.8 #s$0\n', 'components:\n  istio: 1.22.8 #stackpin-ignore \n'],
  [
    'in front of what follows',
    'components:\n  # stackpin-ig$0 end-of-life: x\n  istio: 1.22.8\n',
    'components:\n  # stackpin-ignore-next-line  end-of-life: x\n  istio: 1.22.8\n',
  ],
])('the first word of a comment %s', (_, before, after) => {
  const answer = ask(before, NOTHING);
  expect(answer.list.items).toHaveLength(1);
  expect(taken(answer, answer.list.items[0]?.label ?? '')).toBe(after);
});

test('for a client with snippets the codes of what is found there, a day where there is an error, and the reason', () => {
  const { list } = ask('components:\n  kubernetes: 1.34.2\n  # st$0\n  istio: 1.22.8\n');
  const [item] = list.items;
  expect(item?.insertTextFormat).toBe(InsertTextFormat.Snippet);
  expect(item?.textEdit?.newText).toBe(
    `stackpin-ignore-next-line \${1:incompatible, end-of-life} until \${2:2027-02-22}: \${3:reason}`,
  );
  expect(ask('components:\n  cilium: 1.19.0 # st$0\n').list.items[0]?.textEdit?.newText).toBe(
    `stackpin-ignore \${1:code}: \${2:reason}`,
  );
});

test.each([
  ['a code', '# stackpin-ignore-next-line $0\n', 'incompatible', '# stackpin-ignore-next-line incompatible\n'],
  [
    'a code that is being written',
    '# stackpin-ignore-next-line end-$0: x\n',
    'end-of-life',
    '# stackpin-ignore-next-line end-of-life: x\n',
  ],
  [
    'one more',
    '# stackpin-ignore-next-line untested, $0\n',
    'end-of-life',
    '# stackpin-ignore-next-line untested, end-of-life\n',
  ],
  [
    'a last day',
    '# stackpin-ignore-next-line untested until $0: x\n',
    '2027-02-22',
    '# stackpin-ignore-next-line untested until 2027-02-22: x\n',
  ],
  [
    'the word before it',
    '# stackpin-ignore-next-line untested u$0: x\n',
    'until 2027-02-22',
    '# stackpin-ignore-next-line untested until 2027-02-22: x\n',
  ],
])('in a comment: %s', (_, before, label, after) => {
  const head = `${PINS}  `;
  const tail = '  cilium: 1.19.0\n';
  expect(taken(ask(head + before + tail), label)).toBe(head + after + tail);
});

test('in a comment: the codes of what is found in the pin below first, those written already not again', () => {
  const body = (comment: string) =>
    `components:\n  kubernetes: 1.34.2\n  # ${comment}\n  istio:\n    version: 1.22.8\n`;
  expect(labels(ask(body('stackpin-ignore-next-line $0'))).slice(0, 2)).toEqual(['incompatible', 'end-of-life']);
  expect(labels(ask(body('stackpin-ignore-next-line end-of-life,$0')))).not.toContain('end-of-life');
});

test.each([
  ['any other comment', '# the mesh $0\n'],
  ['a comment that says nothing yet', '# $0\n'],
  ['the reason', '# stackpin-ignore-next-line untested: because $0\n'],
  ['what stands behind the day', '# stackpin-ignore-next-line untested until 2027-01-31 $0\n'],
])('nothing is offered in %s', (_, marked) => {
  expect(ask(`components:\n  ${marked}  istio: 1.28.1\n`).list.items).toEqual([]);
});
