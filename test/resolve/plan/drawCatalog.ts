/** Small catalogs with rules of every kind drawn at random, and what looking at every state by the checker's rules finds. */
import fc from 'fast-check';
import type { CompatibilityRule, Component, Line, UpgradeRule } from '../../../server/src/catalog/model.ts';
import { allVersions } from '../../../server/src/catalog/queries.ts';
import { stepProblems } from '../../../server/src/resolve/plan/verify/edges.ts';
import type { VerifyRequest } from '../../../server/src/resolve/plan/verify/printed.ts';
import { stateChecker } from '../../../server/src/resolve/plan/verify/states.ts';
import { compareVersions, parseVersion } from '../../../server/src/version/index.ts';
import { SOURCE, sample } from '../../catalog/sample.ts';

const IDS = ['one', 'two', 'three'] as const;

/** Majors 1 and 2 with some minors each, one or two patches a minor; the oldest lines may be out of support. */
const lines: fc.Arbitrary<readonly Line[]> = fc
  .array(fc.record({ patches: fc.integer({ min: 1, max: 2 }), isOver: fc.boolean(), longTerm: fc.boolean() }), {
    minLength: 2,
    maxLength: 5,
  })
  .map((drawn) =>
    drawn
      .map(({ patches, isOver, longTerm }, place): Line => {
        const line = place < 3 ? `1.${place}` : `2.${place - 3}`;
        const versions = Array.from({ length: patches }, (_, patch) => `${line}.${patch}`);
        return { line, versions, ...(longTerm ? { longTerm } : {}), ...(isOver ? { supportEnds: '2026-06-01' } : {}) };
      })
      .reverse(),
  );

const limit = fc.constantFrom('1.0', '1.1', '1.1.1', '1.2', '2.0', '2.1', '2.2');

const range: fc.Arbitrary<string> = fc
  .tuple(limit, limit)
  .map((limits) => [...new Set(limits)].sort())
  .map(([low, high]) => (high === undefined ? `>=${low}` : `>=${low} <${high}`));

const rule = (ids: readonly string[]): fc.Arbitrary<CompatibilityRule> =>
  fc
    .record({
      when: fc.oneof(fc.constant('*'), range),
      with: fc.constantFrom(...ids),
      level: fc.constantFrom('required', 'supported', 'supported', 'tested', 'broken'),
      range,
    })
    .map(({ level, range: drawn, ...rest }) => ({
      ...rest,
      ...SOURCE,
      level,
      ...(level === 'broken' ? { breaks: drawn } : level === 'tested' ? { tested: drawn } : { supported: drawn }),
    }));

const upgrade: fc.Arbitrary<UpgradeRule> = fc
  .oneof(
    fc.record({ maxMinorSkip: fc.integer({ min: 1, max: 2 }), longTermToLongTerm: fc.boolean() }),
    fc.record({ maxMajorSkip: fc.constant(1) }),
    fc.record({ hops: fc.array(fc.record({ from: range, to: range }), { minLength: 1, maxLength: 3 }) }),
    fc.record({
      anyWithinMajor: fc.constant(true),
      hops: fc.array(fc.record({ from: range, to: range }), { maxLength: 2 }),
    }),
    fc.record({ stops: fc.constantFrom(['1.1'], ['1.2'], ['1.1', '2.0']) }),
  )
  .map((drawn) => ({ ...drawn, ...SOURCE }));

function component(id: string): fc.Arbitrary<Component> {
  const others = IDS.filter((one) => one !== id);
  return fc
    .record(
      {
        lines,
        compatibility: fc.array(rule(others), { maxLength: 3 }),
        upgrade,
        skew: fc.array(
          fc.record({ when: range, maxOlder: fc.integer({ min: 1, max: 2 }) }).map((skew) => ({
            ...skew,
            ...SOURCE,
            part: 'agent',
            of: id,
          })),
          { maxLength: 1 },
        ),
        conflicts: fc.array(
          fc.record({ when: range, with: fc.constantFrom(...others), range }).map((drawn) => ({ ...drawn, ...SOURCE })),
          { maxLength: 1 },
        ),
      },
      { requiredKeys: ['lines'] },
    )
    .map((drawn) => sample({ id, ...drawn }));
}

/** Two or three components that speak of each other. */
export const smallCatalog: fc.Arbitrary<readonly Component[]> = fc
  .integer({ min: 2, max: 3 })
  .chain((count) => fc.tuple(...IDS.slice(0, count).map(component)));

/**
 * The fewest steps from the oldest versions to the newest ones, by looking at every state with the rules of the checker.
 * @returns undefined where no steps lead there
 */
export function fewestSteps(request: VerifyRequest, components: readonly Component[]): number | undefined {
  const { plan, catalog, pins } = request;
  const worse = stateChecker(request);
  const end = JSON.stringify(plan.target);
  const ids = new Set(pins.map((pin) => pin.component));
  const seen = new Set<string>();
  let layer = [plan.start];
  for (let steps = 0; layer.length > 0; steps += 1) {
    if (layer.some((state) => JSON.stringify(state) === end)) return steps;
    const next: { readonly [instance: string]: string }[] = [];
    for (const state of layer) {
      for (const one of components) {
        for (const to of allVersions(one)) {
          const [a, b] = [state[one.id] ?? '', to].map((text) => parseVersion(text, 'semver'));
          if (a === undefined || b === undefined || compareVersions(b, a) <= 0) continue;
          const moved = { ...state, [one.id]: to };
          const key = JSON.stringify(moved);
          if (seen.has(key) || [...stepProblems(one, a, b, catalog, ids)].length > 0) continue;
          seen.add(key);
          if (worse(new Map(Object.entries(moved)), key === end).length === 0) next.push(moved);
        }
      }
    }
    layer = next;
  }
  return undefined;
}
