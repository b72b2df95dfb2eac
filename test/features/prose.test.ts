import { expect, test } from 'vitest';
import { bullets, paragraph, render } from '../../server/src/features/prose.ts';
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

test('a source is called by its host, and by its project on a host of many', () => {
  const called = (source: string) => sourceLink(source);
  expect(called('https://www.istio.io/latest/docs/')).toEqual({
    link: 'istio.io',
    to: 'https://www.istio.io/latest/docs/',
  });
  expect(called('https://github.com/rook/rook/blob/master/README.md')).toMatchObject({ link: 'github.com/rook/rook' });
  expect(called('no address')).toEqual({ link: 'no address', to: 'no address' });
});
