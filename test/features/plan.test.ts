/** Code lenses over the components of a manifest, and the text of the plan that one of them leads to. */
import { describe, expect, test } from 'vitest';
import type { CodeLens } from 'vscode-languageserver-types';
import type { CheckedDocument } from '../../server/src/features/document.ts';
import { planText } from '../../server/src/features/plan/planText.ts';
import { codeLenses, resolveCodeLens } from '../../server/src/features/stackLenses.ts';
import { readPageAddress } from '../../server/src/features/virtualPage.ts';
import { madeUp } from '../resolve/plan/plans.ts';
import { ALL, NOTHING, open, URI } from './open.ts';

const HEAD = 'apiVersion: stackpin/v1\nkind: Stack\n';
const LINE = '  cluster: 1.3.0\n';
const SHOP = `${HEAD}metadata: {name: shop}
components:
  cluster: 1.1.1
  mesh: 1.0.0
environments:
  production:
    components: {cluster: 1.3.0, mesh: 2.0.1}
  edge:
    components: {cluster: null, mesh: null}
  staging: {}
`;

const made = (text: string): CheckedDocument => open(text, {}, madeUp());

/** Where each lens stands, as `line: text`, with its title. */
function shown(checked: CheckedDocument): string[] {
  return codeLenses(checked, NOTHING).map((lens) => {
    const { start, end } = lens.range;
    const about = checked.analysis.file.text.slice(checked.lines.offsetAt(start), checked.lines.offsetAt(end));
    return `${start.line}: ${about}: ${resolveCodeLens(checked, lens, ALL).command?.title}`;
  });
}

describe('code lenses', () => {
  test('stand over the components of each stack and tell what there is to know of it', () => {
    // Of `edge` nothing is left, and `staging` has no components of its own.
    expect(shown(made(SHOP))).toEqual([
      '3: components: 2 components · 1 finding · 1 of 1 pairs known · out of support: cluster',
      '3: components: Plan upgrade',
      '8: components: 2 components · 1 finding · 1 of 1 pairs known',
      '8: components: Plan upgrade',
    ]);
  });

  test('lead to fixes where something is found that other versions mend, and to the report, for clients that can do that', () => {
    const checked = open(
      `${HEAD}components:\n  kubernetes: 1.34.2\n  istio: 1.27.4\nenvironments: {lab: {components: {istio: 1.28.1}}}\n`,
    );
    const commands = codeLenses(checked, ALL).map((lens) => resolveCodeLens(checked, lens, ALL).command);
    expect(commands).toEqual([
      {
        title: '2 components · 2 findings · 1 of 1 pairs known · support ends 2027-01-31 (istio)',
        command: '',
      },
      { title: 'Fix all', command: 'stackpin.fixDocument', arguments: [URI] },
      { title: 'Plan upgrade', command: 'stackpin.showPage', arguments: [expect.stringMatching(/^stackpin:/)] },
      { title: 'Report', command: 'stackpin.showReport', arguments: [URI] },
      { title: '2 components · no findings · 1 of 1 pairs known · support ends 2027-06-30 (istio)', command: '' },
      { title: 'Plan upgrade', command: 'stackpin.showPage', arguments: [expect.stringMatching(/^stackpin:/)] },
    ]);
    const good = open(`${HEAD}components:\n  kubernetes: 1.34.2\n`);
    expect(codeLenses(good, { ...ALL, pages: NOTHING.pages })).toHaveLength(2);
  });

  test('tell the day on which the first loses support, or all that have lost it', () => {
    const text = `${HEAD}components:\n  kubernetes: 1.34.2\n  postgresql: 17.6\n  istio: 1.28.1\n`;
    expect(shown(open(text))[0]).toMatch(/ · support ends 2027-06-30 \(istio\)$/);
    const old = `${HEAD}components:\n  kubernetes: 1.30.0\n  istio: 1.22.8\n  a: {component: istio, version: 1.22.8}\n  b: {component: istio, version: 1.22.8}\n`;
    expect(shown(open(old))[0]).toMatch(/ · out of support: istio, a, b and 1 more$/);
  });

  test('are in every document of a file, and in a broken one', () => {
    expect(shown(made(`${HEAD}components:\n${LINE}---\n${HEAD}components:\n${LINE}  mesh: [\n`))).toEqual([
      '2: components: 1 component · 1 finding',
      '2: components: Plan upgrade',
      '7: components: 2 components · 2 findings',
      '7: components: Plan upgrade',
    ]);
    expect(shown(made(''))).toEqual([]);
    expect(shown(made('components: 7\n'))).toEqual([]);
    expect(shown(made(`${HEAD}components: {}\n`))).toEqual([]);
  });

  test('stand nowhere for what an alias brings in', () => {
    const text = `${HEAD}components:\n${LINE}environments:\n  one: &one\n    components:\n      mesh: 2.0.0\n  two: *one\n`;
    expect(shown(made(text)).filter((lens) => lens.endsWith('Plan upgrade'))).toEqual([
      '2: components: Plan upgrade',
      '6: components: Plan upgrade',
    ]);
  });

  test('open the page in a client that opens pages', () => {
    const checked = made(SHOP);
    const lens = codeLenses(checked, NOTHING).at(-1);
    const { command } = resolveCodeLens(checked, lens as CodeLens, ALL);
    expect(command?.command).toBe('stackpin.showPage');
    const [address] = (command?.arguments ?? []) as [string];
    expect(address).toMatch(/^stackpin:\/plan\/shop-production\.md\?/);
    expect(readPageAddress(address)).toEqual({
      path: '/plan/shop-production.md',
      manifest: URI,
      wanted: [{ document: 0, environment: 'production' }],
    });
  });

  test('call the command in any other client', () => {
    const checked = made(SHOP);
    const [, lens] = codeLenses(checked, NOTHING);
    expect(resolveCodeLens(checked, lens as CodeLens, NOTHING).command).toEqual({
      title: 'Plan upgrade',
      command: 'stackpin.plan',
      arguments: [URI, { document: 0, environment: null }],
    });
  });

  test('are known again where a client drops what is null', () => {
    const checked = made(SHOP);
    const [, lens] = codeLenses(checked, NOTHING);
    const { environment: _, ...data } = lens?.data ?? {};
    expect(resolveCodeLens(checked, { ...(lens as CodeLens), data }, NOTHING).command?.command).toBe('stackpin.plan');
  });

  test('do nothing when their stack is gone', () => {
    const lens = codeLenses(made(SHOP), NOTHING).at(-1);
    const none = { title: 'This stack is gone', command: '' };
    expect(resolveCodeLens(made(HEAD), lens as CodeLens, ALL).command).toEqual(none);
    expect(resolveCodeLens(made(SHOP), { ...(lens as CodeLens), data: 7 }, ALL).command).toEqual(none);
  });
});

/** The text that a question is answered with, once all parts are done. */
function answer(text: string, question: unknown, isCancelled = () => false): string | undefined {
  const parts = planText(made(text), question, isCancelled);
  for (;;) {
    const { done, value } = parts.next();
    if (done === true) return value;
  }
}

describe('the text of a plan', () => {
  test('goes to the newest versions where nobody says more', () => {
    expect(answer(SHOP, undefined)).toBe(`# Upgrade plan for shop

To the newest versions that go together. As of 2026-11-24, catalog 1 (2026-11-01).

5 steps; no plan has fewer. Every state on the way is good. An independent checker agrees.

## Not good at the start

- Until step 3: Support for Cluster 1.1 ended on 2026-06-01. ([made.example](<https://made.example>))

## Steps

- [ ] 1. cluster 1.1.1 -> 1.2.1: Comes before Mesh 2.0.1: Mesh 2.0.1 supports Cluster 1.2 to 1.3, not 1.1.1. Cluster goes one minor at a time. ([mesh.example](<https://mesh.example/2>), [cluster.example](<https://cluster.example/upgrade>))
- [ ] 2. mesh 1.0.0 -> 2.0.1: Comes before Cluster 1.3.1: Mesh 1.0.0 supports Cluster 1.1 to 1.2, not 1.3.1. Comes after Cluster 1.2.1: Mesh 2.0.1 supports Cluster 1.2 to 1.3, not 1.1.1. ([mesh.example](<https://mesh.example/1>), [mesh.example](<https://mesh.example/2>))
- [ ] 3. cluster 1.2.1 -> 1.3.1: Comes before Mesh 3.0.0: Mesh 3.0.0 supports Cluster 1.3 and later, not 1.2.1. Comes after Mesh 2.0.1: Mesh 1.0.0 supports Cluster 1.1 to 1.2, not 1.3.1. ([mesh.example](<https://mesh.example/3>), [mesh.example](<https://mesh.example/1>))
- [ ] 4. mesh 2.0.1 -> 3.0.0: Comes before Cluster 1.4.1: Mesh 2.0.1 supports Cluster 1.2 to 1.3, not 1.4.1. Comes after Cluster 1.3.1: Mesh 3.0.0 supports Cluster 1.3 and later, not 1.2.1. ([mesh.example](<https://mesh.example/2>), [mesh.example](<https://mesh.example/3>))
- [ ] 5. cluster 1.3.1 -> 1.4.1: Comes after Mesh 3.0.0: Mesh 2.0.1 supports Cluster 1.2 to 1.3, not 1.4.1. ([mesh.example](<https://mesh.example/2>))

## Versions

| component | start | target |
| --- | --- | --- |
| cluster | 1.1.1 | 1.4.1 |
| mesh | 1.0.0 | 3.0.0 |
`);
  });

  test('is about the stack, and goes where the question says', () => {
    const to = { document: 0, environment: 'production', set: { mesh: '3' }, daysPerStep: 7 };
    expect(answer(SHOP, to)?.split('\n\n').slice(0, 5)).toEqual([
      '# Upgrade plan for shop, environment production',
      'To mesh 3. As of 2026-11-24, catalog 1 (2026-11-01).',
      '1 step; no plan has fewer. Every state on the way is good. An independent checker agrees.',
      '## Steps',
      '- [ ] 1. mesh 2.0.1 -> 3.0.0: Nothing has to move before or after it.',
    ]);
    expect(answer(SHOP, { supportedUntil: '2027-01-01' })).toContain('\nTo versions in support until 2027-01-01. ');
    expect(answer(SHOP, { environment: 'none' })).toBeUndefined();
  });

  test('says what makes no sense', () => {
    expect(answer(SHOP, { set: { clustr: '1.3', mesh: 'nine' } })).toBe(`# No plan

- The stack does not pin "clustr". Did you mean cluster?
`);
  });

  test('of a stack that is too large for an editor says where to plan it', () => {
    const pins = Array.from({ length: 151 }, (_, place) => `  c${place}: {component: cluster, version: 1.3.0}\n`);
    expect(
      answer(
        `${HEAD}components: {}\nenvironments:\n  edge:\n    components:\n${pins.map((pin) => `    ${pin}`).join('')}`,
        { environment: 'edge' },
      ),
    ).toBe(
      '# Too large for the editor\n\nThe stack pins 151 components, and plans for more than 150 are made in the terminal: `stackpin plan FILE --newest --environment edge`\n',
    );
  });

  test.each([[null], [7], [[]], ['newest'], [{ document: 'x', environment: 7, set: 3, supportedUntil: 'soon' }]])(
    'takes %j as a question that says nothing',
    (question) => {
      expect(answer(SHOP, question)).toContain('\nTo the newest versions that go together. ');
    },
  );

  test('what a manifest calls its pins is no markup', () => {
    const text = `${HEAD}components:\n  "[a](b)|*c*": {component: cluster, version: 1.3.0}\n`;
    expect(answer(text, {})).toContain(
      '- [ ] 1. \\[a\\](b)\\|\\*c\\* 1.3.0 -> 1.4.1: Nothing has to move before or after it.\n',
    );
  });

  test('a search that is cancelled at once has no plan, and says that there may be one', () => {
    expect(answer(SHOP, {}, () => true)?.split('\n\n')[2]).toBe(
      'No plan was found before the search stopped at its bound; there may be one. A nearer target takes less.',
    );
  });
});
