/** Pins that are ranges: judged by classes of versions, with the same answer as judging each version. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { analyze } from '../../server/src/analysis/analyze.ts';
import { analysisMemory } from '../../server/src/analysis/memory.ts';
import { atVersion, isKnown } from '../../server/src/analysis/pairs.ts';
import { verdictMemory } from '../../server/src/analysis/verdictMemory.ts';
import { parseYaml } from '../../server/src/manifest/parse.ts';
import { TODAY } from '../support/catalog.ts';
import { bundledCatalog } from '../support/compiled.ts';

const CATALOG = bundledCatalog();

function checked(components: string, memory = analysisMemory()) {
  const text = `apiVersion: stackpin/v1\nkind: Stack\ncomponents:\n${components}`;
  return analyze(parseYaml(text), { catalog: CATALOG, date: TODAY, severities: {} }, undefined, memory);
}

test('a distribution of a thousand versions costs as many judgements as it has kinds of them', () => {
  const memory = analysisMemory();
  checked('  google-gke: ">=0"\n  kubernetes: ">=0"\n  microk8s: ">=0"\n', memory);
  expect(memory.work.pairsJudged).toBeLessThan(150);
});

/** Components that speak of each other; some carry others. */
const IDS = ['kubernetes', 'k3s', 'google-gke', 'istio', 'containerd', 'rabbitmq', 'erlang', 'elasticsearch', 'kibana'];

test('what cannot be used is found version by version', () => {
  const ranges = fc.constantFrom('>=0', '>=1.30', '<1.34', '>=3 <9', '>=25');
  let found = 0;
  fc.assert(
    fc.property(
      fc.uniqueArray(fc.constantFrom(...IDS), { minLength: 2, maxLength: 2 }),
      ranges,
      ranges,
      (ids, r1, r2) => {
        const [stack] = checked(`  ${ids[0]}: "${r1}"\n  ${ids[1]}: "${r2}"\n`).stacks;
        const known = (stack?.pins ?? []).filter((pin) => isKnown(pin));
        const [one, two] = known;
        if (one === undefined || two === undefined) return;
        const isPinned = (id: string) => ids.includes(id);
        const classed = verdictMemory(CATALOG);
        const against = classed.participant(classed.likeness(two), isPinned);
        const each = verdictMemory(CATALOG);
        const other = each.participant(each.likeness(two), isPinned);
        const worstOf = (text: string) =>
          each.judge(each.participant(each.likeness(atVersion(one, text)), isPinned), other);
        const never = one.candidates.filter((text) => worstOf(text).best.verdict === 'incompatible');
        const notAlways = one.candidates.filter((text) => worstOf(text).worst.verdict === 'incompatible');
        const bad = classed.badCandidates(one, against, isPinned);
        expect(bad).toEqual(never.length > 0 ? never : notAlways);
        found += bad.length;
      },
    ),
    {
      numRuns: 25,
      examples: [
        [['k3s', 'istio'], '>=0', '>=0'],
        [['rabbitmq', 'erlang'], '>=0', '>=25'],
      ],
    },
  );
  expect(found).toBeGreaterThan(0);
});
