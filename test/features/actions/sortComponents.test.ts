import fc from 'fast-check';
import { expect, test } from 'vitest';
import { actionsIn, bodiesAfter, bodyAfter, filesAfter, HEAD, openIn } from './act.ts';

const SORT = 'Sort components by layer';
const SOURCE = { context: { only: ['source.sortComponents'] } };
const ALL = 'Sort all components by layer';

test('entries move with their comments, in the order of layers; what is in no catalog comes last', async () => {
  expect(
    await bodyAfter(
      SORT,
      `comp$0onents: # all of it
  # what the teams know

  # data
  # of the shop
  db: # ours
    component: postgresql
    version: "17.6"
    # held back
  mine: 1.0.0 # our own

  # Mesh
  istio: 1.28.1
  kubernetes: 1.34.2
  gateway: {version: 1.0.0, layer: ingress}
  # the end
policy: {}
`,
    ),
  ).toBe(`components: # all of it
  # what the teams know

  kubernetes: 1.34.2
  # Mesh
  istio: 1.28.1
  gateway: {version: 1.0.0, layer: ingress}
  # data
  # of the shop
  db: # ours
    component: postgresql
    version: "17.6"
    # held back
  mine: 1.0.0 # our own

  # the end
policy: {}
`);
});

test('only what moves is replaced', async () => {
  const [action] = await actionsIn(
    `${HEAD}$0components:\n  kubernetes: 1.34.2\n  postgresql: "17.6"\n  istio: 1.28.1\n  mine: 1.0.0\n`,
    { context: { only: ['refactor.rewrite'] } },
  );
  expect(action).toEqual({
    title: SORT,
    kind: 'refactor.rewrite',
    edit: {
      documentChanges: [
        {
          textDocument: { uri: 'file:///stacks/platform.stack.yaml', version: 7 },
          edits: [
            {
              range: { start: { line: 4, character: 0 }, end: { line: 6, character: 0 } },
              newText: '  istio: 1.28.1\n  postgresql: "17.6"\n',
            },
          ],
        },
      ],
    },
  });
});

test('between brackets, with the line ends of Windows, and without a line break at the end', async () => {
  expect(await bodyAfter(SORT, '$0components: {istio: 1.28.1, kubernetes: &k 1.34.2,mine: *k }\n')).toBe(
    'components: {kubernetes: &k 1.34.2, istio: 1.28.1,mine: *k }\n',
  );
  expect(await bodyAfter(SORT, '$0components:\r\n  istio: 1.28.1\r\n  kubernetes: 1.34.2')).toBe(
    'components:\r\n  kubernetes: 1.34.2\r\n  istio: 1.28.1',
  );
});

test('an environment by itself, and all of the file as a source action', async () => {
  const body = (environment: string, second: string) => `components:
  kubernetes: 1.34.2
environments:
  edge:
    components:
${environment}---
apiVersion: stackpin/v1
kind: Stack
components:
${second}`;
  const [istioFirst, sorted] = [
    '      istio: 1.28.1\n      kubernetes: 1.34.2\n',
    '      kubernetes: 1.34.2\n      istio: 1.28.1\n',
  ];
  const [second, secondSorted] = ['  istio: 1.28.1\n  kubernetes: 1.34.2\n', '  kubernetes: 1.34.2\n  istio: 1.28.1\n'];
  const marked = body(istioFirst, second).replace('    components:\n      istio', '    comp$0onents:\n      istio');
  expect(await bodyAfter(SORT, marked)).toBe(body(sorted, second));
  expect(await bodiesAfter(`$0${body(istioFirst, second)}`, SOURCE)).toEqual({ [ALL]: body(sorted, secondSorted) });
  expect(await bodiesAfter(`$0${body(sorted, secondSorted)}`, SOURCE)).toEqual({});
});

test('a comment that accepts findings of a pin goes with it, also from above an empty line', async () => {
  expect(
    await bodyAfter(
      SORT,
      '$0components:\n  istio: 1.28.1\n  # stackpin-ignore-next-line end-of-life: paid\n\n  # old\n  kubernetes: 1.30.0\n',
    ),
  ).toBe(
    'components:\n  # stackpin-ignore-next-line end-of-life: paid\n\n  # old\n  kubernetes: 1.30.0\n  istio: 1.28.1\n',
  );
});

test('an alias stays behind its anchor', async () => {
  const body = 'components:\n  istio: &v 1.28.1\n  kubernetes: *v\n';
  expect(await bodiesAfter(`$0${body}`, { context: { only: ['refactor.rewrite'] } })).toEqual({
    'Add the environment production': `${body}environments:\n  production:\n    components:\n`,
    [SORT]: '- An alias would come before the anchor that it stands for.',
  });
  expect(await bodiesAfter(`$0${body}`, { traits: { disabled: false } })).not.toHaveProperty([SORT]);
  expect(await bodiesAfter(`$0${body}`, SOURCE)).toEqual({});
});

test.each([
  ['merge keys', 'components:\n  <<: {istio: 1.28.1}\n  db: 1.0.0\n  kubernetes: 1.34.2\n'],
  [
    'a text that ends in empty lines',
    'components:\n  istio: {version: 1.28.1}\n  cilium:\n    version: 1.19.0\n    notes: |+\n      a\n\n  kubernetes: 1.34.2\n',
  ],
  ['broken text', 'components:\n  istio: 1.28.1\n  kubernetes: 1.34.2\n  cilium: "1.19\n'],
  ['several keys behind question marks', 'components:\n  ? istio\n  : 1.28.1\n  ? kubernetes\n  : 1.34.2\n'],
])('nothing moves with %s', async (_, body) => {
  expect((await bodiesAfter(`$0${body}`))[SORT]).toBe(
    '- The entries cannot be moved: the text is broken, has merge keys, or has several entries in a line.',
  );
});

const pins = fc
  .shuffledSubarray(
    [
      'kubernetes: 1.34.2',
      'istio: 1.28.1',
      'db:\n    component: postgresql\n    version: "17.6"',
      'cilium: {version: 1.19.0}',
      'mine: 1.0.0',
    ],
    { minLength: 2 },
  )
  .chain((some) =>
    fc.tuple(
      ...some.map((pin) =>
        fc
          .tuple(
            fc.constantFrom(
              '',
              '  # above\n',
              '\n',
              '  # far\n\n',
              '    # deep\n',
              '  # stackpin-ignore-next-line end-of-life-soon: a\n',
            ),
            fc.constantFrom('', ' # behind'),
          )
          .map(([above, behind]) => `${above}  ${pin}${behind}\n`),
      ),
    ),
  );

test('whatever stands between the pins, no line is lost, and nothing else is pinned or found', async () => {
  let moved = 0;
  await fc.assert(
    fc.asyncProperty(
      pins,
      fc.constantFrom('', '  # end\n', 'policy: {}\n', '\n# end\n'),
      fc.constantFrom('\n', '\r\n'),
      async (some, tail, eol) => {
        const text = `${HEAD}components:\n${some.join('')}${tail}`.replaceAll('\n', eol);
        const [action] = await actionsIn(`$0${text}`, SOURCE);
        if (action === undefined) return;
        moved += 1;
        const sorted = filesAfter(text, action)['platform.stack.yaml'] ?? '';
        expect(sorted.split(eol).sort(), sorted).toEqual(text.split(eol).sort());
        expect(meant(sorted), sorted).toEqual(meant(text));
        expect(await actionsIn(`$0${sorted}`, SOURCE)).toEqual([]);
      },
    ),
  );
  expect(moved).toBeGreaterThan(50);
});

/** What is pinned, found and accepted, in no order. */
function meant(text: string) {
  const { analysis } = openIn(text);
  return {
    pins: analysis.stacks
      .flatMap(({ pins }) => pins.map(({ entry }) => `${entry.instance} ${entry.version?.text}`))
      .sort(),
    found: analysis.findings.map(({ message }) => message).sort(),
    accepted: analysis.acknowledged.map(({ message }) => message).sort(),
  };
}
