import { describe, expect, test } from 'vitest';
import type { Component, Line, SupportPolicy } from '../../server/src/catalog/model.ts';
import { type SupportState, supportOf } from '../../server/src/catalog/support.ts';
import { parseVersion } from '../../server/src/version/index.ts';
import { catalogOf } from '../support/compiled.ts';
import { SOURCE, sample } from './sample.ts';

function stateOf(component: Component, text: string, date: string): SupportState {
  const version = parseVersion(text, component.versions.scheme);
  if (version === undefined) throw new Error(`${text} is no version`);
  return supportOf(component, version, date);
}

describe('by dates', () => {
  const mesh = sample({
    id: 'mesh',
    name: 'Mesh',
    lines: [
      { line: '1.29', released: '2026-06-01', versions: [] },
      {
        line: '1.28',
        released: '2025-06-01',
        activeSupportEnds: '2026-06-01',
        supportEnds: '2026-11-24',
        extendedSupportEnds: '2027-11-24',
        versions: ['1.28.0'],
        source: 'https://example.com/1.28',
      },
      { line: '1.27', released: '2024-06-01', ended: true, versions: [] },
    ],
  });

  test('a line is supported up to and including its last day', () => {
    const state = stateOf(mesh, '1.28.0', '2026-11-24');
    expect({ ...state, line: 'line' in state ? state.line?.line : undefined }).toEqual({
      state: 'supported',
      line: '1.28',
      ends: '2026-11-24',
      activeEnds: '2026-06-01',
      evidence: {
        statement: 'Mesh 1.28 is supported until 2026-11-24.',
        source: 'https://example.com/1.28',
        checked: '2026-08-22',
      },
    });
  });

  test('after it, paid support goes on for a while, then nothing', () => {
    const extended = stateOf(mesh, '1.28.5', '2026-11-25');
    expect(extended).toMatchObject({
      state: 'extended',
      ends: '2026-11-24',
      extendedEnds: '2027-11-24',
      evidence: { statement: 'Support for Mesh 1.28 ended on 2026-11-24.' },
    });
    expect(stateOf(mesh, '1.28.5', '2027-11-25').state).toBe('ended');
  });

  test('a line may have ended without a date', () => {
    expect(stateOf(mesh, '1.27.0', '2026-11-24')).toMatchObject({
      state: 'ended',
      evidence: { statement: 'Upstream lists Mesh 1.27 as ended.', source: 'https://example.com/releases' },
    });
  });

  test('what nobody says is unknown', () => {
    expect(stateOf(mesh, '1.29.0', '2026-11-24')).toMatchObject({ state: 'unknown', line: { line: '1.29' } });
    expect(stateOf(mesh, '0.1.0', '2026-11-24')).toEqual({ state: 'unknown' });
  });
});

describe('by a policy', () => {
  const POLICY = { source: 'https://example.com/policy', checked: '2026-08-22' } as const;
  const tool = (supportPolicy: Omit<SupportPolicy, 'source' | 'checked'>, lines: readonly Line[]) =>
    sample({ id: 'tool', name: 'Tool', lines, supportPolicy: { ...supportPolicy, ...POLICY } });
  const minors: readonly Line[] = [
    { line: '1.13', released: '2026-12-01', versions: [] },
    { line: '1.12', released: '2026-09-01', versions: [] },
    { line: '1.11', released: '2026-06-01', versions: [] },
    { line: '1.10', released: '2026-03-01', versions: [] },
    { line: '1.9', released: '2025-12-01', supportEnds: '2028-01-01', versions: [] },
  ];

  test('only the newest minors that were out by the day get fixes', () => {
    const component = tool({ kind: 'latest-minors', count: 2 }, minors);
    expect(stateOf(component, '1.10.3', '2026-11-24')).toMatchObject({
      state: 'ended',
      evidence: {
        statement: 'Only the newest 2 release lines get fixes: on 2026-11-24, those were 1.12, 1.11.',
        source: 'https://example.com/policy',
      },
    });
    expect(stateOf(component, '1.11.3', '2026-11-24').state).toBe('supported');
    expect(stateOf(component, '1.11.3', '2026-12-01').state).toBe('ended');
    expect(stateOf(component, '1.10.3', '2026-08-31').state).toBe('supported');
  });

  test('a date of the line beats the policy', () => {
    const component = tool({ kind: 'latest-minors', count: 2 }, minors);
    expect(stateOf(component, '1.9.0', '2026-11-24')).toMatchObject({ state: 'supported', ends: '2028-01-01' });
  });

  test('a line that is not out yet is not ended', () => {
    const component = tool({ kind: 'latest-minors', count: 2 }, minors);
    expect(stateOf(component, '1.13.0', '2026-11-24').state).toBe('unknown');
    const candidates = tool({ kind: 'latest-release' }, [{ line: '2.0', versions: ['2.0.0-rc.1'] }, ...minors]);
    expect(stateOf(candidates, '1.12.0', '2026-11-24').state).toBe('supported');
  });

  test('only the newest line', () => {
    const component = tool({ kind: 'latest-release' }, minors);
    expect(stateOf(component, '1.12.1', '2026-11-24').state).toBe('supported');
    expect(stateOf(component, '1.11.1', '2026-11-24')).toMatchObject({
      state: 'ended',
      evidence: { statement: 'Only the newest release line gets fixes: on 2026-11-24, that was 1.12.' },
    });
  });

  test('a rule about majors says nothing of older minors within them', () => {
    const component = tool({ kind: 'latest-majors', count: 1 }, [
      { line: '3.1', released: '2026-06-01', versions: [] },
      { line: '3.0', released: '2026-01-01', versions: [] },
      { line: '2.9', released: '2025-01-01', versions: [] },
    ]);
    expect(stateOf(component, '2.9.1', '2026-11-24').state).toBe('ended');
    const majors = tool({ kind: 'latest-majors', count: 2 }, component.versions.lines);
    expect(stateOf(majors, '2.9.1', '2026-11-24').state).toBe('unknown');
    expect(stateOf(majors, '3.1.0', '2026-11-24').state).toBe('supported');
  });

  test('so many months from the first release, more for long-term lines', () => {
    const component = tool({ kind: 'months-after-release', months: 8, longTermMonths: 24 }, [
      { line: '2.1', released: '2026-01-31', versions: [] },
      { line: '2.0', released: '2025-01-31', longTerm: true, versions: [] },
      { line: '1.9', versions: [] },
    ]);
    expect(stateOf(component, '2.1.0', '2026-09-30')).toMatchObject({
      state: 'supported',
      ends: '2026-09-30',
      evidence: { statement: 'Tool 2.1 came out on 2026-01-31 and is supported for 8 months.' },
    });
    expect(stateOf(component, '2.1.0', '2026-10-01').state).toBe('ended');
    expect(stateOf(component, '2.0.0', '2026-11-24')).toMatchObject({ state: 'supported', ends: '2027-01-31' });
    expect(stateOf(component, '1.9.0', '2026-11-24').state).toBe('unknown');
  });

  test('a long-term line outlasts the others, by the months that are stated or for an unknown time', () => {
    const lines: readonly Line[] = [...minors, { line: '1.8', released: '2025-09-01', longTerm: true, versions: [] }];
    const stated = tool({ kind: 'latest-release', longTermMonths: 12 }, lines);
    expect(stateOf(stated, '1.8.0', '2026-08-31')).toMatchObject({ state: 'supported', ends: '2026-09-01' });
    expect(stateOf(stated, '1.8.0', '2026-11-24').state).toBe('ended');
    expect(stateOf(tool({ kind: 'latest-minors', count: 2 }, lines), '1.8.0', '2026-11-24').state).toBe('unknown');
  });

  test('until the next line appears, and some months more', () => {
    const component = tool({ kind: 'until-next-plus-months', months: 3 }, minors);
    expect(stateOf(component, '1.11.0', '2026-12-01')).toMatchObject({
      state: 'supported',
      ends: '2026-12-01',
      evidence: {
        statement: 'A line is supported until 3 months after the next line appears; Tool 1.12 came out on 2026-09-01.',
      },
    });
    expect(stateOf(component, '1.11.0', '2026-12-02').state).toBe('ended');
    expect(stateOf(component, '1.12.0', '2026-11-24').state).toBe('supported');
  });

  test('a line follows the line of the same name of another component', () => {
    const cluster = sample({
      id: 'cluster',
      name: 'Cluster',
      lines: [
        { line: '1.34', supportEnds: '2026-10-27', versions: [] },
        { line: '1.35', supportEnds: '2027-02-28', versions: [] },
      ],
    });
    const follower = tool({ kind: 'follows', follows: 'cluster' }, [
      { line: '1.35', versions: ['1.35.0+t1'] },
      { line: '1.34', versions: ['1.34.2+t1'] },
    ]);
    const catalog = catalogOf({ name: 't', version: '1', updated: '2026-11-23' }, [cluster, follower]);
    const state = (text: string) => {
      const version = parseVersion(text, 'semver');
      return version && supportOf(follower, version, '2026-11-24', catalog);
    };
    expect(state('1.34.2+t1')).toMatchObject({
      state: 'ended',
      ends: '2026-10-27',
      evidence: {
        statement: 'Tool 1.34 is supported as long as Cluster 1.34. Support for Cluster 1.34 ended on 2026-10-27.',
      },
    });
    expect(state('1.35.0+t1')?.state).toBe('supported');
    expect(stateOf(follower, '1.34.2+t1', '2026-11-24').state).toBe('unknown');
  });

  test('a line follows the line of another name: by an alias of its own, or by the policy', () => {
    const cloud = sample({
      id: 'cloud',
      name: 'Cloud',
      lines: [{ line: '2024.1', supportEnds: '2026-04-30', versions: [] }],
    });
    const byAlias = tool({ kind: 'follows', follows: 'cloud' }, [{ line: '18', aliases: ['2024.1'], versions: [] }]);
    const byPolicy = tool({ kind: 'follows', follows: 'cloud', lines: { '18': '2024.1' } }, [
      { line: '18', versions: [] },
      { line: '17', versions: [] },
    ]);
    const catalog = catalogOf({ name: 't', version: '1', updated: '2026-11-23' }, [cloud]);
    const state = (component: Component, text: string) => {
      const version = parseVersion(text, 'semver');
      return version && supportOf(component, version, '2026-11-24', catalog);
    };
    for (const component of [byAlias, byPolicy]) {
      expect(state(component, '18.1.0')).toMatchObject({
        state: 'ended',
        ends: '2026-04-30',
        evidence: {
          statement: 'Tool 18 is supported as long as Cloud 2024.1. Support for Cloud 2024.1 ended on 2026-04-30.',
        },
      });
    }
    expect(state(byPolicy, '17.0.0')?.state).toBe('unknown');
  });

  test('so many months, and at least until some time after the next line', () => {
    const component = tool({ kind: 'months-after-release', months: 12, orNextPlusMonths: 3 }, [
      { line: '3.0', released: '2026-10-01', versions: [] },
      { line: '2.0', released: '2025-02-01', versions: [] },
      { line: '1.0', released: '2024-12-01', versions: [] },
    ]);
    expect(stateOf(component, '2.0.0', '2026-11-24')).toMatchObject({
      state: 'supported',
      ends: '2027-01-01',
      evidence: {
        statement:
          'Tool 2.0 came out on 2025-02-01 and is supported for 12 months, and at least until 3 months after the next line appears; 3.0 came out on 2026-10-01.',
      },
    });
    expect(stateOf(component, '1.0.0', '2026-11-24')).toMatchObject({ state: 'ended', ends: '2025-12-01' });
    expect(stateOf(component, '3.0.0', '2028-01-01')).toMatchObject({ state: 'supported' });
  });

  test('without a policy nothing follows from the order of lines', () => {
    expect(stateOf(sample({ id: 'plain', lines: minors, ...SOURCE }), '1.10.0', '2026-11-24').state).toBe('unknown');
  });
});
