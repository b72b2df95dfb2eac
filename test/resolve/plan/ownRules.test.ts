import { describe, expect, test } from 'vitest';
import type { Component, Line, UpgradeRule } from '../../../server/src/catalog/model.ts';
import { ladderOf } from '../../../server/src/resolve/plan/ladder.ts';
import { refusalOf } from '../../../server/src/resolve/plan/ownRules.ts';
import { stepProblems } from '../../../server/src/resolve/plan/verify/edges.ts';
import { parseVersion } from '../../../server/src/version/index.ts';
import { type Sample, SOURCE, sample } from '../../catalog/sample.ts';
import { catalogOf } from '../../support/compiled.ts';

const METADATA = { name: 'rules', version: '1', updated: '2026-11-01' };

/** Lines with two releases each, newest first. */
const lines = (...names: readonly string[]): readonly Line[] =>
  names.map((line) => ({ line, versions: [`${line}.0`, `${line}.7`] })).reverse();

/** What is said of a step, by the planner and by its checker: they have to agree. */
function said(
  component: Component,
  from: string,
  to: string,
  others: readonly Component[] = [],
  pinned: readonly string[] = [],
) {
  const catalog = catalogOf(METADATA, [component, ...others]);
  const ids = new Set([component.id, ...pinned]);
  const [one, two] = [from, to].map((text) => parseVersion(text, component.versions.scheme));
  if (one === undefined || two === undefined) throw new Error('No versions.');
  const words = refusalOf(component, from, to, catalog, (id) => ids.has(id))?.words;
  const problems = [...stepProblems(component, one, two, catalog, ids)];
  if ((words === undefined) !== (problems.length === 0)) throw new Error(`${words} / ${problems.join(' ')}`);
  return words ?? 'allowed';
}

/** The same of a component with one upgrade rule. */
function byRule(upgrade: Omit<UpgradeRule, 'source' | 'checked'> | undefined, more: Omit<Sample, 'id'> = {}) {
  const rule = upgrade === undefined ? {} : { upgrade: { ...upgrade, ...SOURCE } };
  const component = sample({
    id: 'app',
    name: 'App',
    lines: lines('1.0', '1.1', '1.2', '1.3', '2.0', '2.1', '3.0'),
    ...rule,
    ...more,
  });
  return (from: string, to: string) => said(component, from, to);
}

test('nothing is said: everything goes', () => {
  const step = byRule(undefined);
  expect([step('1.0.0', '3.0.7'), step('3.0.0', '1.0.0')]).toEqual(['allowed', 'allowed']);
});

test('a patch always goes', () => {
  expect(byRule({ maxMinorSkip: 0 })('1.0.0', '1.0.7')).toBe('allowed');
});

describe('minors', () => {
  const step = byRule({ maxMinorSkip: 1 });

  test('are counted', () => {
    expect([step('1.0.7', '1.1.0'), step('1.0.7', '1.2.0')]).toEqual(['allowed', 'App goes one minor at a time.']);
  });

  test('go on from one major to the next', () => {
    expect([step('1.3.0', '2.0.0'), step('1.2.0', '2.0.0')]).toEqual(['allowed', 'App goes one minor at a time.']);
  });

  test('count the way back as well', () => {
    expect([step('1.1.0', '1.0.0'), step('1.2.0', '1.0.0')]).toEqual(['allowed', 'App goes one minor at a time.']);
  });

  test('that upstream left out do not count; those that the catalog may not know do', () => {
    const gaps = byRule({ maxMinorSkip: 1 }, { lines: lines('1.4', '1.8', '1.9') });
    expect([gaps('1.4.0', '1.8.0'), gaps('1.2.0', '1.4.0'), gaps('1.9.0', '1.11.0'), gaps('1.3.0', '1.4.0')]).toEqual([
      'allowed',
      'App goes one minor at a time.',
      'App goes one minor at a time.',
      'allowed',
    ]);
  });

  test('may be several', () => {
    const three = byRule({ maxMinorSkip: 3, enforced: true });
    expect([three('1.0.0', '1.3.0'), three('1.0.0', '2.0.0')]).toEqual([
      'allowed',
      'App goes at most 3 minors at a time, which the software enforces.',
    ]);
  });
});

test('majors are counted, and minors are free then', () => {
  const step = byRule({ maxMajorSkip: 1 });
  expect([step('1.0.0', '1.3.0'), step('1.0.0', '2.1.0'), step('1.0.0', '3.0.0')]).toEqual([
    'allowed',
    'allowed',
    'App goes one major at a time.',
  ]);
});

test('any release within a major, and any major', () => {
  const within = byRule({ anyWithinMajor: true });
  expect([within('1.0.0', '1.3.0'), within('1.0.0', '3.0.0')]).toEqual(['allowed', 'allowed']);
  const limited = byRule({ anyWithinMajor: true, maxMajorSkip: 1 });
  expect([limited('1.0.0', '2.1.0'), limited('1.0.0', '3.0.0')]).toEqual(['allowed', 'App goes one major at a time.']);
  const any = byRule({ anyMajor: true, maxMinorSkip: 1 });
  expect([any('1.0.0', '3.0.0'), any('1.0.0', '1.2.0')]).toEqual(['allowed', 'App goes one minor at a time.']);
});

describe('hops', () => {
  test('alone: what a hop leads to is reached by hops, or from within', () => {
    const step = byRule({ hops: [{ from: '>=1.2.7 <1.4', to: '>=2 <3' }] });
    expect([
      step('1.2.7', '2.1.0'),
      step('1.2.0', '2.1.0'),
      step('2.0.0', '2.1.0'),
      step('1.0.0', '1.3.0'),
      step('1.0.0', '3.0.0'),
    ]).toEqual(['allowed', 'App 2.1.0 is reached from 1.2.7 to 1.3.', 'allowed', 'allowed', 'allowed']);
  });

  test('beside a limit: they go further than it', () => {
    const step = byRule({ maxMinorSkip: 1, hops: [{ from: '>=1.0 <1.1', to: '>=2.1 <2.2' }] });
    expect([step('1.0.0', '2.1.0'), step('1.1.0', '2.1.0'), step('2.0.0', '2.1.0')]).toEqual([
      'allowed',
      'App goes one minor at a time.',
      'allowed',
    ]);
  });

  test('beside freedom within a major', () => {
    const step = byRule({ anyWithinMajor: true, hops: [{ from: '>=1.3 <2', to: '>=2 <3' }] });
    expect([step('1.0.0', '1.3.0'), step('1.3.0', '2.0.0'), step('1.2.0', '2.0.0')]).toEqual([
      'allowed',
      'allowed',
      'App 2.0.0 is reached from 1.3 up to but not including 2.0.',
    ]);
  });
});

test('stops are not passed, and may be left', () => {
  const step = byRule({ stops: ['1.2', '2.0'], enforced: true });
  expect([
    step('1.0.0', '1.2.0'),
    step('1.2.7', '2.0.0'),
    step('1.0.0', '1.3.0'),
    step('2.0.0', '3.0.0'),
    step('1.0.0', '1.1.0'),
  ]).toEqual([
    'allowed',
    'allowed',
    'App 1.2 has to be installed on the way, which the software enforces.',
    'allowed',
    'allowed',
  ]);
});

test('from one long-term line straight to the next', () => {
  const all = lines('1.0', '1.1', '1.2', '1.3', '2.0').map((line) => ({
    ...line,
    longTerm: ['1.0', '1.2', '2.0'].includes(line.line),
  }));
  const step = byRule({ maxMinorSkip: 1, longTermToLongTerm: true }, { lines: all });
  const words = 'App goes one minor at a time, or from one long-term release to the next.';
  expect([
    step('1.0.0', '1.2.0'),
    step('1.2.0', '2.0.0'),
    step('1.0.0', '2.0.0'),
    step('1.1.0', '1.3.0'),
    step('1.0.0', '1.1.0'),
  ]).toEqual(['allowed', 'allowed', words, words, 'allowed']);
});

describe('skew', () => {
  const agent = { part: 'agent', of: 'server', ...SOURCE };

  test('a part lags while the rest has moved', () => {
    const step = byRule(undefined, { skew: [{ when: '>=1.2', maxNewer: 0, maxOlder: 1, ...agent }] });
    expect([step('1.1.0', '1.2.0'), step('1.0.0', '1.2.0'), step('1.0.0', '1.1.0')]).toEqual([
      'allowed',
      'agent of App may be at most one minor older than server.',
      'allowed',
    ]);
  });

  test('there may be an oldest version of it', () => {
    const step = byRule(undefined, { skew: [{ when: '>=2', oldest: '1.2', ...agent }] });
    expect([step('1.2.0', '2.0.0'), step('1.1.0', '2.0.0')]).toEqual([
      'allowed',
      'App 2.0.0 accepts no agent older than 1.2.',
    ]);
  });

  test('an upgrade that upstream names is not measured by it', () => {
    const step = byRule(
      { maxMinorSkip: 1, hops: [{ from: '>=1.0 <1.1', to: '>=1.3 <1.4' }] },
      { skew: [{ when: '*', maxOlder: 1, ...agent }] },
    );
    expect(step('1.0.0', '1.3.0')).toBe('allowed');
  });

  test('nothing lags on the way back', () => {
    const step = byRule(undefined, { skew: [{ when: '*', maxOlder: 1, ...agent }] });
    expect(step('1.3.0', '1.0.0')).toBe('allowed');
  });

  test('a part that the stack pins itself moves for itself', () => {
    const component = sample({
      id: 'app',
      lines: lines('1.0', '1.1', '1.2'),
      skew: [{ when: '*', maxOlder: 1, ...agent }],
    });
    expect(said(component, '1.0.0', '1.2.0', [], ['agent'])).toBe('allowed');
    expect(said(component, '1.0.0', '1.2.0')).toBe('agent of app may be at most one minor older than server.');
  });
});

test('a part of a whole goes as the whole does', () => {
  const whole = sample({
    id: 'whole',
    name: 'Whole',
    scheme: 'calendar',
    lines: ['2026.1', '2025.2', '2025.1', '2024.2'].map((line) => ({
      line,
      versions: [],
      longTerm: line.endsWith('.1'),
    })),
    upgrade: { maxMinorSkip: 1, longTermToLongTerm: true, ...SOURCE },
  });
  const series = [
    ['4', '2026.1', '2026.2'],
    ['3', '2025.2', '2026.1'],
    ['2', '2025.1', '2025.2'],
    ['1', '2024.2', '2025.1'],
  ] as const;
  const part = sample({
    id: 'part',
    name: 'Part',
    lines: lines('1.0', '2.0', '3.0', '4.0'),
    series: { of: 'whole', apart: 2, ...SOURCE },
    compatibility: series.map(([major, from, to]) => ({
      when: `${major}.x`,
      with: 'whole',
      level: 'supported',
      supported: `>=${from} <${to}`,
      ...SOURCE,
    })),
  });
  const step = (from: string, to: string) => said(part, from, to, [whole]);
  const words = 'Part goes with its series. Whole goes one minor at a time, or from one long-term release to the next.';
  expect([step('1.0.0', '2.0.0'), step('2.0.0', '4.0.0'), step('1.0.0', '3.0.0'), step('3.0.0', '2.0.0')]).toEqual([
    'allowed',
    'allowed',
    words,
    'allowed',
  ]);
});

test('distances between versions that are listed and that are not', () => {
  const { minorsBetween, majorsBetween } = ladderOf(sample({ id: 'app', lines: lines('1.0', '1.2', '2.0', '4.0') }));
  const between = (of: typeof minorsBetween, from: string, to: string) => {
    const [one, two] = [from, to].map((text) => parseVersion(text, 'semver'));
    return one === undefined || two === undefined ? undefined : of(one, two);
  };
  expect([
    between(minorsBetween, '1.0.0', '1.2.0'),
    between(minorsBetween, '1.0.0', '2.0.0'),
    between(minorsBetween, '1.2.0', '1.5.0'),
    between(minorsBetween, '0.9.0', '1.0.0'),
    between(majorsBetween, '1.0.0', '4.0.0'),
    between(majorsBetween, '2.0.0', '7.0.0'),
  ]).toEqual([1, 2, 3, 1, 2, 5]);
});
