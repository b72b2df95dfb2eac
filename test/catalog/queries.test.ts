import { describe, expect, test } from 'vitest';
import type { Component } from '../../server/src/catalog/model.ts';
import {
  allVersions,
  candidatesOf,
  findLine,
  latestOf,
  lineOf,
  releasedAfter,
  vocabularyOf,
} from '../../server/src/catalog/queries.ts';
import { parsePin, parseVersion, type Version } from '../../server/src/version/index.ts';
import { SOURCE, sample } from './sample.ts';

const mesh = sample({
  id: 'mesh',
  lines: [
    { line: '1.29', released: '2026-09-01', versions: ['1.29.0-rc.1', '1.29.0'] },
    { line: '1.28', released: '2026-05-01', versions: ['1.28.0', '1.28.1', '1.28.10'] },
    {
      line: '1.9',
      released: '2025-05-01',
      versions: ['1.9.0', '1.9.1'],
      withdrawn: [{ version: '1.9.1', ...SOURCE }],
    },
  ],
});
const system = sample({
  id: 'system',
  scheme: 'two-part',
  lines: [
    { line: '24.04', codename: 'Noble Numbat', released: '2024-04-25', versions: ['24.04', '24.04.1'] },
    { line: '22.04', codename: 'Jammy Jellyfish', aliases: ['lts-old'], released: '2022-04-21', versions: ['22.04'] },
  ],
});
const service = sample({
  id: 'service',
  lines: [
    { line: '1.34', released: '2026-01-01', versions: [] },
    { line: '1.33', released: '2025-06-01', versions: [] },
  ],
});
const hypervisor = sample({
  id: 'hypervisor',
  scheme: 'two-part',
  lines: [
    { line: '8.0', versions: ['8.0', '8.0U1', '8.0U3'] },
    { line: '7', versions: ['7.0U3'] },
  ],
});

const version = (component: Component, text: string): Version => {
  const parsed = parseVersion(text, component.versions.scheme);
  if (parsed === undefined) throw new Error(`${text} is no version`);
  return parsed;
};
const candidates = (component: Component, text: string) =>
  candidatesOf(component, parsePin(text, vocabularyOf(component)));

test('all versions come newest first, by number and not by text', () => {
  expect(allVersions(mesh)).toEqual(['1.29.0', '1.29.0-rc.1', '1.28.10', '1.28.1', '1.28.0', '1.9.1', '1.9.0']);
});

test('a line without versions stands for itself', () => {
  expect(allVersions(service)).toEqual(['1.34', '1.33']);
  expect(candidates(service, '1.33')).toEqual(['1.33']);
  expect(lineOf(service, version(service, '1.33.5'))?.line).toBe('1.33');
  // It is still a line to a reader of pins, not a version.
  expect(vocabularyOf(service).version('1.33')).toBeUndefined();
  expect(vocabularyOf(service).line('1.33')).toBe('1.33');
});

describe('the vocabulary', () => {
  test('knows versions in the catalog spelling', () => {
    const { version: spelled } = vocabularyOf(mesh);
    expect([spelled('1.28.1'), spelled('v1.28.1'), spelled(' V1.28.1 '), spelled('1.28.2')]).toEqual([
      '1.28.1',
      '1.28.1',
      '1.28.1',
      undefined,
    ]);
    expect(vocabularyOf(hypervisor).version('8.0 U3')).toBe('8.0U3');
  });
  test('does not take a line for its first release', () => {
    expect(vocabularyOf(mesh).version('1.28')).toBeUndefined();
  });
  test('knows lines by name, codename, its first word and aliases, in any case', () => {
    const { line } = vocabularyOf(system);
    expect(['24.04', 'noble', 'Noble Numbat', 'JAMMY', 'lts-old', 'numbat', '__proto__'].map(line)).toEqual([
      '24.04',
      '24.04',
      '24.04',
      '22.04',
      '22.04',
      undefined,
      undefined,
    ]);
  });
});

test('a version belongs to the line that lists it, or whose name its numbers begin with', () => {
  const name = (component: Component, text: string) => lineOf(component, version(component, text))?.line;
  expect(name(mesh, '1.28.99')).toBe('1.28');
  expect(name(mesh, '1.9.0')).toBe('1.9');
  expect(name(mesh, '1.90.0')).toBeUndefined();
  expect(name(mesh, '2.0.0')).toBeUndefined();
  expect(name(hypervisor, '7.0U3')).toBe('7');
  expect(name(hypervisor, '8.0U9')).toBe('8.0');
  const nested = sample({
    id: 'nested',
    lines: [
      { line: '2', versions: [] },
      { line: '2.568', versions: ['2.568.1'] },
    ],
  });
  expect(name(nested, '2.568.3')).toBe('2.568');
  expect(name(nested, '2.1.0')).toBe('2');
});

test('a line is found by name, codename or alias', () => {
  expect(findLine(system, 'Jammy')?.line).toBe('22.04');
  expect(findLine(mesh, 'v1.9')?.line).toBe('1.9');
  expect(findLine(mesh, '3')).toBeUndefined();
});

describe('the candidates of a pin', () => {
  test('an exact pin stands for itself, listed or not', () => {
    expect(candidates(mesh, '1.28.1')).toEqual(['1.28.1']);
    expect(candidates(mesh, '1.28.77')).toEqual(['1.28.77']);
    expect(candidates(mesh, '1.29.0-rc.1')).toEqual(['1.29.0-rc.1']);
  });
  test('a line stands for its final releases', () => {
    expect(candidates(mesh, '1.29')).toEqual(['1.29.0']);
    expect(candidates(system, 'noble')).toEqual(['24.04.1', '24.04']);
  });
  test('a range stands for the final releases in it, and for candidates only where it names one', () => {
    expect(candidates(mesh, '>=1.28.1 <2')).toEqual(['1.29.0', '1.28.10', '1.28.1']);
    expect(candidates(mesh, '>=1.29.0-rc.1')).toEqual(['1.29.0', '1.29.0-rc.1']);
    expect(candidates(mesh, '>=7')).toEqual([]);
  });
  test('what is no version has none', () => {
    expect(candidates(mesh, 'newest please')).toEqual([]);
  });
});

test('the latest is a final release that was not withdrawn', () => {
  expect(latestOf(mesh)).toBe('1.29.0');
  expect(latestOf(mesh, findLine(mesh, '1.28'))).toBe('1.28.10');
  expect(latestOf(mesh, findLine(mesh, '1.9'))).toBe('1.9.0');
  expect(latestOf(sample({ id: 'empty' }))).toBeUndefined();
});

test('a version came out after a day when its line did, or when it is newer than all that is listed', () => {
  const after = (text: string, date: string) => releasedAfter(mesh, version(mesh, text), date);
  expect(after('1.29.0', '2026-08-22')).toBe(true);
  expect(after('1.29.0', '2026-09-01')).toBe(false);
  expect(after('1.28.10', '2026-08-22')).toBe(false);
  expect(after('1.28.99', '2026-08-22')).toBe(false);
  expect(after('1.30.0', '2026-08-22')).toBe(true);
  expect(after('1.8.0', '2020-01-01')).toBe(false);
});
