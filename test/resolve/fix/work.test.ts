/** What fixes cost, counted and not timed; and what a change of several pins is. */
import { expect, test } from 'vitest';
import { analyze } from '../../../server/src/analysis/analyze.ts';
import type { Component } from '../../../server/src/catalog/model.ts';
import { parseYaml } from '../../../server/src/manifest/parse.ts';
import { fixDocument } from '../../../server/src/resolve/fix/fixAll.ts';
import { fixesFor } from '../../../server/src/resolve/fix/fixesFor.ts';
import { fixing } from '../../../server/src/resolve/fix/fixing.ts';
import { check, TODAY } from '../../analysis/check.ts';
import { catalogOf } from '../../support/compiled.ts';

const SAYS = { source: 'https://ring.example/releases', checked: '2026-08-22' };

/** Three that come in generations: of each, 2.0 works with no 1.0 of the others, and two of 1.0 do not fit. */
function ring(): Component[] {
  const ids = ['alpha', 'beta', 'gamma'];
  return ids.map((id): Component => {
    const others = ids.filter((one) => one !== id);
    const broken = { level: 'broken', breaks: '<2', note: 'It speaks another protocol.', ...SAYS } as const;
    const old = { when: '<2', with: 'beta', level: 'supported', supported: '>=2', ...SAYS } as const;
    return {
      id,
      name: id,
      layer: 'tool',
      description: 'A sample.',
      status: 'active',
      versions: {
        scheme: 'semver',
        lines: [
          { line: '2.0', released: '2026-06-01', versions: ['2.0.0'] },
          { line: '1.0', released: '2026-01-01', versions: ['1.0.0'] },
        ],
        ...SAYS,
      },
      compatibility: [
        ...others.map((other) => ({ when: '>=2', with: other, ...broken })),
        ...(id === 'alpha' ? [old] : []),
      ],
    };
  });
}

const RING = catalogOf({ name: 'ring', version: '1', updated: '2026-11-24' }, ring());
const OLD = 'apiVersion: stackpin/v1\nkind: Stack\ncomponents:\n  alpha: 1.0.0\n  beta: 1.0.0\n  gamma: 1.0.0 # old\n';

test('where only three pins together can move, the fix of a finding moves three', () => {
  const analysis = analyze(parseYaml(OLD), { catalog: RING, date: TODAY, severities: {} });
  expect(analysis.findings.map(({ message }) => message)).toEqual([
    'alpha 1.0.0 supports beta 2.0 and later, not 1.0.0.',
  ]);
  const [finding] = analysis.findings;
  if (finding === undefined) throw new Error('Nothing was found.');
  expect(fixesFor(fixing(analysis), finding).map(({ title }) => title)).toEqual([
    'Set alpha to 2.0.0, beta to 2.0.0 and gamma to 2.0.0: resolves 1 finding',
  ]);
  const fixed = fixDocument(0, fixing(analysis));
  expect(fixed?.proven).toBe(true);
  expect(fixed?.changes.map(({ newText }) => newText)).toEqual(['2.0.0', '2.0.0', '2.0.0']);
});

test('all fixes together check the document twice: as it is, and as it will be', () => {
  const made = fixing(check('components:\n  cluster: 1.4.1\n  mesh: 2.1.0\n  runner: 3.0.0\n'));
  expect(fixDocument(0, made)?.edits.length).toBe(1);
  expect(made.trials.work.checks).toBe(2);
  // Asked again, it is remembered.
  fixDocument(0, made);
  expect(made.trials.work.checks).toBe(2);
});

test('a search that nobody wants any more ends, and what it had not found is not said', () => {
  const text = Array.from({ length: 30 }, (_, index) => `  m${index}: {component: mesh, version: 2.1.0}\n`).join('');
  let asked = 0;
  const made = fixing(check(`components:\n  cluster: 1.4.1\n${text}`), () => {
    asked += 1;
    return true;
  });
  expect(fixDocument(0, made)).toBe(undefined);
  expect(asked).toBeGreaterThan(0);
});
