import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Analysis } from '../../../server/src/analysis/analysis.ts';
import { analyze } from '../../../server/src/analysis/analyze.ts';
import { type Derivation, stepsOf } from '../../../server/src/analysis/derivation/derivation.ts';
import { derive } from '../../../server/src/analysis/derivation/derive.ts';
import { atVersion, isKnown, type KnownPin } from '../../../server/src/analysis/pairs.ts';
import { pairTables } from '../../../server/src/analysis/pairTable.ts';
import type { Catalog, CompatibilityRule, Component } from '../../../server/src/catalog/model.ts';
import { parseYaml } from '../../../server/src/manifest/parse.ts';
import { SOURCE, sample } from '../../catalog/sample.ts';
import { catalogOf } from '../../support/compiled.ts';
import { pairJudge } from '../../support/pairJudge.ts';
import { flawIn } from './soundness.ts';

const METADATA = { name: 'made-up', version: '1', updated: '2026-11-01' };
const ENOUGH = { steps: 1_000_000 };

/** A component with lines 1.0, 1.1, ... of so many patches each, newest first. */
function component(id: string, patches: readonly number[], compatibility: readonly CompatibilityRule[]): Component {
  const lines = patches.map((count, minor) => ({
    line: `1.${minor}`,
    released: '2026-01-01',
    complete: true,
    versions: Array.from({ length: count }, (_, patch) => `1.${minor}.${patch}`),
  }));
  return sample({ id, name: id.toUpperCase(), lines: lines.reverse(), compatibility });
}

function rule(when: string, other: string, level: 'required' | 'broken', range: string): CompatibilityRule {
  const source = `https://example.com/${other}/${when}/${level}`.replaceAll(' ', '');
  const stated = level === 'required' ? { supported: range } : { breaks: range };
  return { when, with: other, level, ...stated, ...SOURCE, source };
}

function stack(catalog: Catalog, pins: { readonly [id: string]: string }): { analysis: Analysis; pins: KnownPin[] } {
  const lines = Object.entries(pins).map(([id, version]) => `  ${id}: "${version}"\n`);
  const text = `apiVersion: stackpin/v1\nkind: Stack\ncomponents:\n${lines.join('')}`;
  const analysis = analyze(parseYaml(text), { catalog, date: '2026-11-24', severities: {} });
  return { analysis, pins: analysis.stacks.flatMap((one) => one.pins.filter(isKnown)) };
}

function derivationOf(pins: readonly KnownPin[], catalog: Catalog): Derivation | undefined {
  const ids = new Set(pins.map(({ component: { id } }) => id));
  return derive({ pins, tables: pairTables({ catalog }), isPinned: (id) => ids.has(id) }, { catalog }, ENOUGH);
}

/** Who takes what from whom, in short. */
function outline({ pins, proof }: Derivation): string[] {
  return stepsOf(proof).map(({ premise, given, target, ruledOut, left }) => {
    const from = `${pins[premise]?.component} ${given.words}`;
    return `${from} > ${pins[target]?.component} - ${ruledOut.words} = ${left?.words ?? 'nothing'}`;
  });
}

describe('a chain', () => {
  const catalog = catalogOf(METADATA, [
    component('a', [3], [rule('*', 'b', 'required', '>=1.2')]),
    component('b', [3, 3, 3, 3], [rule('>=1.2', 'c', 'required', '>=1.1 <1.2')]),
    component('c', [2, 2, 2], [rule('>=1.1', 'd', 'broken', '*')]),
    component('d', [1], []),
  ]);
  const { analysis, pins } = stack(catalog, { a: '1.0', b: '>=1.0', c: '>=1.0', d: '1.0.0' });
  const derivation = derivationOf(pins, catalog);

  test('is followed from what is certain to where nothing is left', () => {
    expect(derivation && outline(derivation)).toEqual([
      'D 1.0.0 > C - 1.1 to 1.2 = 1.0',
      'C 1.0 > B - 1.2 to 1.3 = 1.0 to 1.1',
      'A 1.0 > B - 1.0 to 1.1 = nothing',
    ]);
    expect(derivation && flawIn(derivation, pins, catalog)).toBeUndefined();
  });

  test('is told in one sentence, with what each rests on', () => {
    const [finding] = analysis.findings.filter(({ code }) => code === 'unsatisfiable');
    expect(finding?.message).toBe(
      'No versions of A 1.0, B >=1.0, C >=1.0 and D 1.0.0 go together, though any three of them do: C 1.1 to 1.2 does not work with D any version, B 1.2 to 1.3 needs C 1.1, and A 1.0 needs B 1.2 and later. Widen or change one of them.',
    );
    expect(finding?.evidence.map(({ statement }) => statement)).toEqual([
      'C 1.1 to 1.2 does not work with D any version.',
      'B 1.2 to 1.3 needs C 1.1.',
      'A 1.0 needs B 1.2 and later.',
    ]);
  });
});

/** Lines of equal number do not go together. */
const apart = (other: string, lines: readonly string[]): CompatibilityRule[] =>
  lines.map((line) => rule(`~${line}`, other, 'broken', `~${line}`));

describe('where nothing is ruled out by itself', () => {
  const two = ['1.0', '1.1'];
  const catalog = catalogOf(METADATA, [
    component('a', [2, 2], [...apart('b', two), ...apart('c', two)]),
    component('b', [1, 1], apart('c', two)),
    component('c', [1, 1], []),
  ]);
  const { analysis, pins } = stack(catalog, { a: '*', b: '*', c: '*' });
  const derivation = derivationOf(pins, catalog);

  test('it goes by cases, and each of them is a proof', () => {
    expect(derivation?.proof).toMatchObject({
      steps: [],
      end: { kind: 'cases', pin: 0, cases: [{ group: { words: '1.0' } }, { group: { words: '1.1' } }] },
    });
    expect(derivation && outline(derivation)).toEqual([
      'A 1.0 > B - 1.0.0 = 1.1.0',
      'B 1.1.0 > C - 1.1.0 = 1.0.0',
      'C 1.0.0 > A - 1.0 = nothing',
      'A 1.1 > B - 1.1.0 = 1.0.0',
      'B 1.0.0 > C - 1.0.0 = 1.1.0',
      'C 1.1.0 > A - 1.1 = nothing',
    ]);
    expect(derivation && flawIn(derivation, pins, catalog)).toBeUndefined();
  });

  test('a message tells the first of many steps, and how many follow', () => {
    expect(analysis.findings.filter(({ code }) => code === 'unsatisfiable').map(({ message }) => message)).toEqual([
      'No versions of A *, B * and C * go together, though any two of them do: A 1.0 does not work with B 1.0, B 1.1.0 does not work with C 1.1, A 1.0 does not work with C 1.0, and 3 more statements. Widen or change one of them.',
    ]);
  });
});

test('what is carried is said with who carries it', () => {
  const carries = [{ when: '*', with: 'core', versions: '>=1.0.0', same: 'patch', ...SOURCE }] as const;
  const catalog = catalogOf(METADATA, [
    { ...component('distro', [2, 2], []), carries },
    component('core', [2, 2], []),
    component(
      'mesh',
      [2, 2, 2],
      [rule('>=1.1 <1.2', 'core', 'broken', '>=1.1'), rule('<1.1', 'core', 'required', '<1.1')],
    ),
    component('agent', [1], [rule('*', 'mesh', 'required', '<1.2')]),
  ]);
  const { analysis, pins } = stack(catalog, { distro: '1.1', mesh: '*', agent: '1.0.0' });
  const derivation = derivationOf(pins, catalog);
  expect(derivation && flawIn(derivation, pins, catalog)).toBeUndefined();
  expect(analysis.findings.filter(({ code }) => code === 'unsatisfiable').map(({ message }) => message)).toEqual([
    'No versions of DISTRO 1.1, MESH * and AGENT 1.0.0 go together, though any two of them do: MESH 1.1 does not work with CORE 1.1 and later, MESH 1.0 needs CORE before 1.1, DISTRO 1.1 carries CORE 1.1, and AGENT 1.0.0 needs MESH before 1.2. Widen or change one of them.',
  ]);
});

/** Up to five components with up to three lines, about which much is said. */
const catalogs = fc
  .record({
    lines: fc.array(fc.array(fc.integer({ min: 1, max: 2 }), { minLength: 1, maxLength: 3 }), {
      minLength: 3,
      maxLength: 5,
    }),
    draws: fc.array(fc.nat({ max: 99 }), { minLength: 100, maxLength: 100 }),
  })
  .map(({ lines, draws }) => {
    let next = 0;
    const draw = (below: number): number => (draws[next++ % draws.length] ?? 0) % below;
    const ids = ['a', 'b', 'c', 'd', 'e'].slice(0, lines.length);
    return lines.map((patches, index) => {
      const rules = ids.flatMap((other, at) =>
        at === index
          ? []
          : patches.flatMap((_, minor): CompatibilityRule[] => {
              const [from, to] = [draw(3), draw(3)];
              const range = `>=1.${Math.min(from, to)} <1.${Math.max(from, to) + 1}`;
              const level = draw(2) === 0 ? 'required' : 'broken';
              return draw(3) === 0 ? [] : [rule(`~1.${minor}`, other, level, range)];
            }),
      );
      return component(ids[index] ?? '', patches, rules);
    });
  });

test('every step of every derivation is right, and there is one whenever no versions go together', () => {
  let derived = 0;
  let cores = 0;
  fc.assert(
    fc.property(catalogs, (components) => {
      const catalog = catalogOf(METADATA, components);
      const { pins, analysis } = stack(catalog, Object.fromEntries(components.map(({ id }) => [id, '*'])));
      const derivation = derivationOf(pins, catalog);
      expect(derivation === undefined).toBe(canBeMet(pins, catalog));
      if (derivation !== undefined) {
        derived += 1;
        expect(flawIn(derivation, pins, catalog)).toBeUndefined();
      }
      const found = analysis.findings.filter(({ code }) => code === 'unsatisfiable');
      const isMet = (some: readonly KnownPin[]): boolean => canBeMet(some, catalog, pins);
      // Whatever is called unsatisfiable is so, and no fewer pins are, but for two that are told as a pair.
      const sets = subsets(pins).filter((some) => some.length > 2 && pairsOf(some).every((two) => isMet(two)));
      const unmet = sets.filter((some) => !isMet(some));
      const fewest = Math.min(...unmet.map(({ length }) => length));
      for (const { pins: named } of found) {
        const core = pins.filter(({ entry }) => named.some(({ instance }) => instance === entry.instance));
        expect(core.length).toBe(fewest);
        expect(isMet(core)).toBe(false);
      }
      cores += found.length;
    }),
    { numRuns: 150 },
  );
  expect(derived).toBeGreaterThan(15);
  expect(cores).toBeGreaterThan(1);
});

function subsets<T>(all: readonly T[]): T[][] {
  const [first, ...rest] = all;
  if (first === undefined) return [[]];
  return subsets(rest).flatMap((some) => [some, [first, ...some]]);
}

function pairsOf<T>(all: readonly T[]): T[][] {
  return all.flatMap((one, index) => all.slice(index + 1).map((other) => [one, other]));
}

/** By trying all versions. */
function canBeMet(pins: readonly KnownPin[], catalog: Catalog, stacked = pins): boolean {
  const judge = pairJudge(new Set(stacked.map(({ component: { id } }) => id)), { catalog });
  const isMet = (chosen: readonly KnownPin[]): boolean => {
    const pin = pins[chosen.length];
    return (
      pin === undefined ||
      pin.candidates.some((text) => {
        const next = atVersion(pin, text);
        return chosen.every((one) => judge.pair(one, next).best.verdict !== 'incompatible') && isMet([...chosen, next]);
      })
    );
  };
  return isMet([]);
}
