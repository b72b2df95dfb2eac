import { expect, test } from 'vitest';
import { type Block, bullets, heading, numbered, paragraph, render } from '../../server/src/features/prose.ts';
import { sourceLink } from '../../server/src/features/supportWords.ts';

const BLOCKS = [
  paragraph({ strong: 'Kubernetes_1' }, ' is <b>not</b> *markup* & [no](link)'),
  bullets([
    [{ code: '`1.34`' }, ' ', { link: 'page [1]', to: 'https://a.example/x_(y)?q=1' }],
    [{ link: 'script', to: 'javascript:alert(1)' }, ' two\nlines'],
  ]),
];

test('Markdown: text is never markup, and only web addresses are links', () => {
  expect(render(BLOCKS, 'markdown')).toEqual({
    kind: 'markdown',
    value: [
      '**Kubernetes\\_1** is \\<b\\>not\\</b\\> \\*markup\\* \\& \\[no\\](link)',
      '',
      '- `` `1.34` `` [page \\[1\\]](<https://a.example/x_(y)?q=1>)',
      '- script two lines',
    ].join('\n'),
  });
});

test('plain text: the same words', () => {
  expect(render(BLOCKS, 'plaintext')).toEqual({
    kind: 'plaintext',
    value: [
      'Kubernetes_1 is <b>not</b> *markup* & [no](link)',
      '',
      '- `1.34` page [1] (https://a.example/x_(y)?q=1)',
      '- script (javascript:alert(1)) two\nlines',
    ].join('\n'),
  });
});

test('headings and numbered steps, with what belongs to one indented below it', () => {
  const inner: Block = numbered([{ spans: ['first'], below: [] }]);
  const blocks = [
    heading(1, 'Why ', { code: 'a' }),
    numbered([
      { spans: ['one'], below: [] },
      { spans: ['two'], below: [{ kind: 'list', isNumbered: false, items: [{ spans: ['If:'], below: [inner] }] }] },
    ]),
  ];
  const steps = ['1. one', '2. two', '   - If:', '     1. first'].join('\n');
  expect(render(blocks, 'markdown').value).toBe(`# Why \`a\`\n\n${steps}`);
  expect(render(blocks, 'plaintext').value).toBe(`Why a\n\n${steps}`);
});

test('a source is called by its host, and by its project on a host of many', () => {
  const called = (source: string) => sourceLink(source);
  expect(called('https://www.istio.io/latest/docs/')).toEqual({
    link: 'istio.io',
    to: 'https://www.istio.io/latest/docs/',
  });
  expect(called('https://github.com/rook/rook/blob/master/README.md')).toMatchObject({ link: 'github.com/rook/rook' });
  expect(called('no address')).toEqual({ link: 'no address', to: 'no address' });
});
