import { describe, expect, test } from 'vitest';
import { blockedBy, madeUp, movesOf, plan, planned, stackOf, stepsOf } from './plans.ts';

const catalog = madeUp();

describe('steps', () => {
  test('one component waits for another, and is waited for', () => {
    const made = plan(catalog, '  cluster: 1.1.0\n  mesh: 1.0.0\n', { cluster: '1.4.1', mesh: '3.0.0' });
    expect(stepsOf(made)).toEqual([]);
    expect(made.steps.map(({ state }) => [...state].join(' '))).toEqual([]);
    expect(made.steps.map(({ sources }) => sources)).toEqual([]);
  });
  test('hops', () => {
    expect(stepsOf(plan(catalog, '  store: 7.0.0\n', { store: '9.1.0' }))).toEqual([]);
  });
  test('none', () => {
    expect(plan(catalog, '  cluster: v1.1.0\n', { cluster: '1.1.0' })).toEqual({});
  });
  test('no catalog', () => {
    expect(stepsOf(plan(catalog, '  cluster: 1.1.0\n  own: 3.2.0\n', { own: '4.0.0' }))).toEqual([]);
  });
  test('carries', () => {
    expect(
      stepsOf(plan(catalog, '  distribution: 12.0.0\n  mesh: 1.0.0\n', { distribution: '14.0.0', mesh: '3.0.0' })),
    ).toEqual([]);
  });
  test('conflict', () => {
    expect(stepsOf(plan(catalog, '  viewer: 1.0.0\n  mesh: 2.0.0\n', { viewer: '2.0.0', mesh: '3.0.0' }))).toEqual([]);
    expect(stepsOf(plan(catalog, '  viewer: 1.0.0\n  mesh: 2.0.0\n  bridge: 1.0.0\n', { viewer: '2.0.0' }))).toEqual(
      [],
    );
  });
  test('back', () => {
    expect(stepsOf(plan(catalog, '  cluster: 1.4.1\n  mesh: 3.0.0\n', { cluster: '1.2.1', mesh: '1.0.0' }))).toEqual(
      [],
    );
  });
  test('instances', () => {
    expect(
      stepsOf(
        plan(
          catalog,
          '  a: {component: cluster, version: 1.1.0}\n  b: {component: cluster, version: 1.2.0}\n  mesh: 1.0.0\n',
          { a: '1.3.1', b: '1.3.1', mesh: '2.0.1' },
        ),
      ),
    ).toEqual([]);
  });
});
describe('not good', () => {
  test('stays', () => {
    const made = plan(catalog, '  cluster: 1.1.0\n  mesh: 3.0.0\n', { cluster: '1.3.1' });
    expect(made.startIsGood).toBe(false);
    expect(made.startFindings).toEqual([]);
    expect(made.steps.map(({ findings }) => findings)).toEqual([]);
  });
});
describe('blocked', () => {
  test('together', () => {
    expect(
      blockedBy(
        plan(catalog, '  cluster: 1.3.1\n  runtime: 1.3.0\n  mesh: 2.0.0\n', {
          cluster: '1.4.1',
          runtime: '1.4.0',
          mesh: '3.0.0',
        }),
      ),
    ).toEqual([]);
  });
  test('locked', () => {
    expect(blockedBy(plan(catalog, '  cluster: {version: 1.1.0, locked: true}\n', { cluster: '1.2.1' }))).toEqual([]);
    expect(
      blockedBy(plan(catalog, '  cluster: 1.1.0\n  mesh: {version: 1.0.0, locked: true}\n', { cluster: '1.3.1' })),
    ).toEqual([]);
  });
  test('locked in between', () => {
    expect(
      blockedBy(
        plan(catalog, '  cluster: 1.2.0\n  mesh: 2.0.0\n  runtime: {version: 1.2.0, locked: true}\n', {
          cluster: '1.3.1',
        }),
      ),
    ).toEqual([]);
  });
  test('allow', () => {
    expect(blockedBy(plan(catalog, '  cluster: {version: 1.1.0, allow: "<1.3"}\n', { cluster: '1.3.1' }))).toEqual([]);
    expect(blockedBy(plan(catalog, '  store: {version: 7.0.0, allow: ">=9"}\n', { store: '9.1.0' }))).toEqual([]);
  });
  test('target', () => {
    expect(blockedBy(plan(catalog, '  cluster: 1.1.0\n  mesh: 1.0.0\n', { cluster: '1.4.1', mesh: '2.0.1' }))).toEqual(
      [],
    );
  });
  test('bound', () => {
    expect(
      planned(
        stackOf(catalog, '  cluster: 1.1.0\n  mesh: 1.0.0\n'),
        new Map([
          ['cluster', '1.4.1'],
          ['mesh', '3.0.0'],
        ]),
        { steps: 0 },
      ),
    ).toEqual([]);
  });
});
