import { describe, expect, test } from 'vitest';
import type { Component, Line } from '../../server/src/catalog/model.ts';
import { deadlinesOf, lastSafeStart, type RunningPin } from '../../server/src/resolve/deadlines.ts';
import { SOURCE, sample } from '../catalog/sample.ts';
import { catalogOf } from '../support/compiled.ts';

const DAY = '2026-11-24';

const line = (name: string, supportEnds?: string): Line => ({
  line: name,
  released: '2025-01-01',
  versions: [`${name}.0`],
  ...(supportEnds === undefined ? {} : { supportEnds }),
});

const cluster = sample({
  id: 'cluster',
  name: 'Cluster',
  lines: [line('1.3', '2027-06-30'), line('1.2', '2027-02-28'), line('1.1', '2026-12-31'), line('1.0', '2026-06-30')],
});
const mesh = sample({
  id: 'mesh',
  name: 'Mesh',
  lines: [line('2.1', '2027-09-30'), line('2.0', '2026-12-31')],
});
const store = sample({
  id: 'store',
  name: 'Store',
  lines: [line('9'), line('8'), { ...line('7'), ended: true }],
  supportPolicy: { kind: 'latest-majors', count: 2, ...SOURCE },
});
const viewer = sample({ id: 'viewer', name: 'Viewer', lines: [line('1.0')] });
const catalog = catalogOf({ name: 'days', version: '1', updated: '2026-11-01' }, [cluster, mesh, store, viewer]);
const context = { catalog, date: DAY };

function running(component: Component | undefined, version: string, instance = component?.id ?? 'own'): RunningPin {
  return { instance, component: component && catalog.component(component.id), version };
}

describe('until when a stack is in support', () => {
  test('the first day out of it, and all pins of which that is true', () => {
    const pins = [running(cluster, '1.1.0'), running(mesh, '2.0.0'), running(cluster, '1.3.0', 'edge')];
    const first = {
      instance: 'cluster',
      component: 'cluster',
      version: '1.1.0',
      lastDay: '2026-12-31',
      statement: 'Cluster 1.1 is supported until 2026-12-31.',
      source: SOURCE.source,
    };
    const second = {
      ...first,
      instance: 'mesh',
      component: 'mesh',
      version: '2.0.0',
      statement: 'Mesh 2.0 is supported until 2026-12-31.',
    };
    const third = {
      ...first,
      instance: 'edge',
      version: '1.3.0',
      lastDay: '2027-06-30',
      statement: 'Cluster 1.3 is supported until 2027-06-30.',
    };
    expect(deadlinesOf(pins, context)).toEqual({
      lost: [],
      ahead: [first, second, third],
      next: { firstDayOut: '2027-01-01', pins: [first, second] },
      openEnded: [],
      unknown: [],
    });
  });

  test('what has lost it: the first first, and those without a day last', () => {
    const { lost, next } = deadlinesOf([running(store, '7.0'), running(cluster, '1.0.0')], context);
    expect([lost.map(({ instance, lastDay, statement }) => [instance, lastDay, statement]), next]).toEqual([
      [
        ['cluster', '2026-06-30', 'Support for Cluster 1.0 ended on 2026-06-30.'],
        ['store', undefined, 'Upstream lists Store 7 as ended.'],
      ],
      undefined,
    ]);
  });

  test('what has no known end, and what nothing is known of', () => {
    const pins = [
      running(store, '9.0'),
      running(viewer, '1.0.0'),
      running(undefined, '1.0'),
      running(mesh, 'newest', 'odd'),
    ];
    const { openEnded, unknown, ahead, lost } = deadlinesOf(pins, context);
    expect({ openEnded, unknown, ahead, lost }).toEqual({
      openEnded: ['store'],
      unknown: ['viewer', 'own', 'odd'],
      ahead: [],
      lost: [],
    });
  });

  test('the last day is still in support', () => {
    const pins = [running(mesh, '2.0.0')];
    expect(deadlinesOf(pins, { catalog, date: '2026-12-31' }).next?.firstDayOut).toBe('2027-01-01');
    expect(deadlinesOf(pins, { catalog, date: '2027-01-01' }).lost.map(({ instance }) => instance)).toEqual(['mesh']);
  });
});

describe('the last day to begin', () => {
  const pins = [running(cluster, '1.1.0'), running(mesh, '2.0.0')];
  const deadlines = deadlinesOf(pins, context);
  const start = (steps: readonly string[], days: number, of = pins) => {
    const timed = steps.map((step) => {
      const [instance = '', to = ''] = step.split(' ');
      return { instance, to };
    });
    const found = lastSafeStart(deadlinesOf(of, context), of, timed, days, context);
    const { lastDay, isMissed, decidedBy, notHelped } = found;
    return [
      lastDay,
      isMissed,
      decidedBy && [decidedBy.pin.instance, decidedBy.step],
      notHelped.map(({ instance }) => instance),
    ];
  };

  test("the step that brings the first pin to longer support ends on that pin's last day", () => {
    expect(deadlines.next?.firstDayOut).toBe('2027-01-01');
    // One step of seven days, from the 25th to the 31st.
    expect(start(['cluster 1.2.0'], 7, [running(cluster, '1.1.0')])).toEqual(['2026-12-25', false, ['cluster', 1], []]);
    expect(start(['cluster 1.2.0'], 1, [running(cluster, '1.1.0')])).toEqual(['2026-12-31', false, ['cluster', 1], []]);
  });

  test('later steps do not count, earlier ones do', () => {
    expect(start(['mesh 2.1.0', 'cluster 1.2.0', 'cluster 1.3.0'], 7)).toEqual([
      '2026-12-18',
      false,
      ['cluster', 2],
      [],
    ]);
  });

  test('a pin that ends later can leave less time', () => {
    const later = [running(cluster, '1.1.0'), running(cluster, '1.2.0', 'edge')];
    expect(start(['cluster 1.2.0', 'other 1', 'other 2', 'other 3', 'edge 1.3.0'], 20, later)).toEqual([
      '2026-11-21',
      true,
      ['edge', 5],
      [],
    ]);
  });

  test('a step to a version that ends as soon does not help', () => {
    expect(start(['mesh 2.0.0', 'mesh 2.1.0'], 7)).toEqual(['2026-12-18', false, ['mesh', 2], []]);
  });

  test('a pin that no step helps is named where it ends before the plan does', () => {
    expect(start(['mesh 2.0.1', 'mesh 2.1.0', 'other 1'], 20)).toEqual(['2026-11-22', true, ['mesh', 2], ['cluster']]);
    expect(start(['other 1'], 7)).toEqual([undefined, false, undefined, []]);
  });

  test('a step to what nothing is known of is taken to help', () => {
    expect(start(['cluster 1.9.0', 'mesh 2.1.0'], 7)).toEqual(['2026-12-18', false, ['mesh', 2], []]);
  });
});
