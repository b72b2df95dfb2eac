/** The questions about the versions of a component are answered as if all had been read at once, and read as few as they can. */
import * as fc from 'fast-check';
import { beforeEach, expect, test, vi } from 'vitest';
import type { Component, Line } from '../../server/src/catalog/model.ts';
import {
  allVersions,
  candidatesOf,
  latestOf,
  lineOf,
  releasedAfter,
  vocabularyOf,
} from '../../server/src/catalog/queries.ts';
import { compareVersions, isPrerelease, parsePin, parseVersion, type Version } from '../../server/src/version/index.ts';
import { sample } from './sample.ts';

const read = vi.hoisted(() => new Set<string>());
vi.mock('../../server/src/version/index.ts', async (original) => {
  const all = await original<typeof import('../../server/src/version/index.ts')>();
  return {
    ...all,
    parseVersion: (...[text, scheme]: Parameters<typeof all.parseVersion>) => {
      read.add(text);
      return all.parseVersion(text, scheme);
    },
  };
});
beforeEach(() => read.clear());

const LINES: readonly Line[] = [
  { line: '1.29', released: '2026-09-01', versions: ['1.29.0-rc.1', '1.29.0'] },
  { line: '1.28', released: '2026-05-01', versions: ['1.28.0', '1.28.1', '1.28.10'] },
  { line: '1.9', released: '2025-05-01', versions: ['1.9.0', '1.9.1'] },
];

test('what is asked about a pin that is listed reads no other line', () => {
  const mesh = sample({ id: 'mesh', lines: LINES });
  const pin = parsePin('1.28.1', vocabularyOf(mesh));
  expect(candidatesOf(mesh, pin)).toEqual(['1.28.1']);
  if (pin.kind !== 'exact') throw new Error('1.28.1 is one version.');
  const line = lineOf(mesh, pin.version);
  expect(line?.line).toBe('1.28');
  expect(releasedAfter(mesh, pin.version, '2026-06-01')).toBe(false);
  expect(latestOf(mesh, line)).toBe('1.28.10');
  expect([...read].sort()).toEqual(['1.28.0', '1.28.1', '1.28.10']);
});

test('what a range or a line stands for is worked out once', () => {
  const mesh = sample({ id: 'mesh', lines: LINES });
  const ask = (text: string) => candidatesOf(mesh, parsePin(text, vocabularyOf(mesh)));
  const [range, line] = [ask('^1.28'), ask('1.28')];
  expect(range).toEqual(['1.29.0', '1.28.10', '1.28.1', '1.28.0']);
  expect(line).toEqual(['1.28.10', '1.28.1', '1.28.0']);
  expect([ask('^1.28'), ask('1.28')].every((one, at) => one === [range, line][at])).toBe(true);
});

/** The same answers, with everything read at the beginning. */
function readAtOnce(component: Component) {
  const { scheme, lines } = component.versions;
  const bare = (text: string) => text.trim().replace(/^[vV](?=\d)/, '');
  const listing = new Map<string, Line>();
  const versions: Version[] = [];
  for (const line of lines)
    for (const text of line.versions.length > 0 ? line.versions : [line.line]) {
      const version = parseVersion(text, scheme);
      if (version === undefined || listing.has(version.text)) continue;
      listing.set(version.text, line);
      versions.push(version);
    }
  versions.sort((a, b) => compareVersions(b, a));
  const names = lines.flatMap(({ line, versions: own }) => (own.length === 0 ? [line.toLowerCase()] : []));
  const spellings = versions.map(({ text }) => text).filter((text) => !names.includes(text.toLowerCase()));
  return {
    versions: versions.map(({ text }) => text),
    spelling: (text: string): string | undefined => {
      const lower = bare(text).toLowerCase();
      const direct = spellings.includes(lower) ? lower : spellings.findLast((one) => one.toLowerCase() === lower);
      const version = parseVersion(text, scheme);
      const isSame = (one: string): boolean => {
        const other = parseVersion(one, scheme);
        return (
          version !== undefined &&
          other?.release.length === version.release.length &&
          compareVersions(other, version) === 0
        );
      };
      return direct ?? spellings.find(isSame);
    },
    latest: (line?: Line): string | undefined =>
      versions.find((one) => !isPrerelease(one) && (line === undefined || listing.get(one.text)?.line === line.line))
        ?.text,
    isNewer: (version: Version): boolean => versions[0] !== undefined && compareVersions(version, versions[0]) > 0,
    listing: (version: Version) => listing.get(version.text),
  };
}

const part = fc.integer({ min: 0, max: 3 });
const text = fc
  .tuple(
    fc.constantFrom('', '', '', 'v', 'V'),
    fc.array(part, { minLength: 1, maxLength: 3 }),
    fc.constantFrom('', '', '', '-rc.1', '-RC.1', ' U3', 'U3', ' '),
  )
  .map(([v, numbers, rest]) => `${v}${numbers.join('.')}${rest}`);
const anyText = fc.oneof(
  { weight: 9, arbitrary: text },
  { weight: 1, arbitrary: fc.constantFrom('', 'no version', 'v') },
);
const lines = fc.array(
  fc.record({ line: fc.oneof(text, fc.constantFrom('Noble', 'noble')), versions: fc.array(anyText, { maxLength: 5 }) }),
  { maxLength: 4 },
);
type Question = 'spelling' | 'latest' | 'latest in line' | 'line' | 'newer' | 'all';
const questions = fc.array(
  fc.tuple(fc.constantFrom<Question>('spelling', 'latest', 'latest in line', 'line', 'newer', 'all'), anyText),
  { minLength: 1, maxLength: 8 },
);

test('in whatever order one asks, the answers are those of all versions read at once', () => {
  const schemes = fc.constantFrom('semver' as const, 'two-part' as const, 'integer' as const, 'codename' as const);
  fc.assert(
    fc.property(schemes, lines, questions, (scheme, given, asked) => {
      const component = sample({ id: 'drawn', scheme, lines: given });
      const eager = readAtOnce(component);
      for (const [question, about] of asked) {
        const version = parseVersion(about, scheme);
        const line = given.find(({ versions }) => versions.includes(about)) ?? given[0];
        if (question === 'spelling') expect(vocabularyOf(component).version(about)).toBe(eager.spelling(about));
        else if (question === 'latest') expect(latestOf(component)).toBe(eager.latest());
        else if (question === 'latest in line') expect(latestOf(component, line)).toBe(eager.latest(line));
        else if (question === 'all') expect(allVersions(component)).toEqual(eager.versions);
        else if (version !== undefined && question === 'newer')
          expect(releasedAfter(component, version, '2026-01-01')).toBe(eager.isNewer(version));
        else if (version !== undefined && eager.listing(version) !== undefined)
          expect(lineOf(component, version)).toBe(eager.listing(version));
      }
    }),
    { numRuns: 2000 },
  );
});
