/** Every fix that is offered does what its title says, and nothing else. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { CODES, type Code, type Finding, type Fix } from '../../../server/src/analysis/finding.ts';
import type { Layer } from '../../../server/src/composition/layers.ts';
import { type OffsetRange, rangeOf } from '../../../server/src/manifest/tree.ts';
import { fixDocument } from '../../../server/src/resolve/fix/fixAll.ts';
import { fixesFor } from '../../../server/src/resolve/fix/fixesFor.ts';
import { fixing } from '../../../server/src/resolve/fix/fixing.ts';
import { titleOf } from '../../../server/src/resolve/fix/titles.ts';
import { parseRange, parseVersion, satisfies } from '../../../server/src/version/index.ts';
import { checkIn, type Files } from '../../composition/files.ts';
import { files } from './draw.ts';
import { changedFiles } from './fixes.ts';

const PATH = 'shop.stack.yaml';

/** What two pins have to do with each other, or what is said of one, in one stack. */
interface Said {
  readonly finding: Finding;
  readonly environment: string | null;
  readonly names: readonly string[];
}

function said(findings: readonly Finding[]): Said[] {
  return findings.flatMap((finding) =>
    finding.environments.flatMap((environment) => {
      const all = finding.pins.map(({ instance }) => instance);
      const groups = all.length < 2 ? [all] : subsets(all, 2);
      return groups.map((names) => ({ finding, environment, names }));
    }),
  );
}

function isSame(one: Said, other: Said): boolean {
  return (
    one.finding.code === other.finding.code &&
    one.environment === other.environment &&
    one.names.length === other.names.length &&
    one.names.every((name) => other.names.includes(name)) &&
    (one.names.length > 0 || one.finding.message === other.finding.message)
  );
}

const ORDER = ['hint', 'information', 'warning', 'error'];

/** What may be left: said of versions of the same pins, in the same stack, and less severe than what is gone. A hint may come. */
function isLeft({ finding, environment, names }: Said, resolved: readonly Finding[]): boolean {
  const codes = [
    'unsupported',
    'untested',
    'range-admits-incompatible',
    'end-of-life',
    'end-of-life-soon',
    'outdated-patch',
  ];
  if (!codes.includes(finding.code)) return false;
  return resolved.some(
    ({ severity, environments, pins }) =>
      ORDER.indexOf(finding.severity) < ORDER.indexOf(severity) &&
      (finding.severity === 'hint' ||
        (environments.includes(environment) && names.every((name) => pins.some(({ instance }) => instance === name)))),
  );
}

/** What is gone of some findings, and what is said that was not. */
function compared(was: readonly Finding[], is: readonly Finding[]) {
  const [before, after] = [said(was), said(is)];
  const resolved = was.filter((one) => !said([one]).some((each) => after.some((other) => isSame(each, other))));
  const came = after.filter((one) => !before.some((other) => isSame(one, other)));
  return { resolved, came, worse: came.filter((one) => !isLeft(one, resolved)).map(({ finding }) => finding.message) };
}

/** Checks what a change of a file makes of it, and of its base. */
function expectGood(
  before: Files,
  changes: Fix['changes'],
  { title, about }: { title: string; about?: Finding },
): void {
  const after = changedFiles(before, PATH, changes);
  const told = [title, JSON.stringify(before, null, 1), JSON.stringify(after, null, 1)].join('\n');
  const { resolved, came, worse } = compared(checkIn(before, PATH).findings, checkIn(after, PATH).findings);
  const name = ({ code, message }: Finding) => `${code}: ${message}`;
  if (about !== undefined) expect(resolved.map(name), told).toContain(name(about));
  expect(worse, told).toEqual([]);
  const words = `: resolves ${resolved.length} finding${resolved.length === 1 ? '' : 's'}`;
  expect(title, told).toMatch(new RegExp(`${words}${came.length === 0 ? '$' : ', leaves '}`));
  expectOnlyVersions(before, after, told);
  if (before['base.stack.yaml'] === after['base.stack.yaml']) return;
  const below = compared(checkIn(before, 'base.stack.yaml').findings, checkIn(after, 'base.stack.yaml').findings);
  expect(below.worse, told).toEqual([]);
}

/** Nothing of a text is different but versions, and lines that were put in. */
function expectOnlyVersions(before: Files, after: Files, told: string): void {
  const masked = (text: string) =>
    text
      .replace(/&v-\w+ /g, '')
      .replace(/\*v-\w+/g, '#')
      .replace(/"?v?[<>=~^]*\d[\d.x]*(\+d\d)?( <[\d.]+)?"?/g, '#');
  for (const [path, text] of Object.entries(before)) {
    const lines = masked(after[path] ?? '').split('\n');
    const missing = masked(text)
      .split('\n')
      .filter((line) => {
        const at = lines.indexOf(line);
        if (at >= 0) lines.splice(at, 1);
        return at < 0;
      });
    expect(missing, told).toEqual([]);
    for (const line of lines) expect(line, told).toMatch(/^ +[\w-]+: (#|\{component: \w+, version: #\})\r?$/);
  }
}

test('every fix that is offered resolves its finding and as many others as it says, and brings nothing else', () => {
  let tried = 0;
  fc.assert(
    fc.property(files, (drawn) => {
      const analysis = checkIn(drawn, PATH);
      const made = fixing(analysis);
      for (const finding of analysis.findings) {
        if (finding.fix?.kind !== 'pins') continue;
        for (const { title, changes } of fixesFor(made, finding)) {
          expectGood(drawn, changes, { title, about: finding });
          tried += 1;
        }
      }
    }),
    { numRuns: 150 },
  );
  expect(tried).toBeGreaterThan(150);
});

/** How a component's versions can be pinned: all that the fixture lists, without what upstream took back. */
const LISTED: { readonly [component: string]: readonly string[] } = {
  cluster: ['1.4.1', '1.4.0', '1.3.2', '1.3.1', '1.3.0', '1.2.5', '1.2.0', '1.1.1'],
  mesh: ['2.2.1', '2.2.0', '2.1.0', '2.0.1', '2.0.0'],
  runner: ['3.1.0', '3.0.0'],
  distro: ['1.4.1+d1', '1.2.5+d2', '1.2.5+d1'],
  bridge: ['1.0.0'],
  oldie: ['0.9.0'],
};

/** The texts of a file that hold versions of pins that may be changed, each with what it may become. */
function choicesOf(
  drawn: Files,
): { readonly start: number; readonly end: number; readonly texts: readonly string[] }[] {
  const choices = new Map<number, { start: number; end: number; texts: readonly string[] }>();
  const locked = new Set<number>();
  for (const { pins } of checkIn(drawn, PATH).stacks)
    for (const { entry, layer, component } of pins) {
      if (layer.via !== undefined || entry.version === undefined || component === undefined) continue;
      const { start, end } = rangeOf(entry.version);
      if (entry.locked) locked.add(start);
      const allowed = entry.allow === undefined ? undefined : parseRange(entry.allow.text, component.versions.scheme);
      const texts = (LISTED[component.id] ?? []).filter((text) => {
        const version = parseVersion(text, component.versions.scheme);
        return allowed === undefined || (version !== undefined && satisfies(version, allowed, 'as-release'));
      });
      const known = choices.get(start)?.texts ?? texts;
      choices.set(start, { start, end, texts: known.filter((text) => texts.includes(text)) });
    }
  return [...choices.values()].filter(({ start }) => !locked.has(start));
}

/** Ways of pinning that are looked at for one manifest. */
const MOST_LOOKED_AT = 400;

/** How many texts of the file itself have to change so that nothing is left and nothing comes, where that is less than a limit. */
function fewestChanges(drawn: Files, limit: number, mayLeave: ReadonlySet<Code>): number | undefined {
  const choices = choicesOf(drawn);
  const was = checkIn(drawn, PATH).findings;
  let looked = 0;
  for (let count = 1; count < Math.min(limit, choices.length + 1); count += 1)
    for (const some of subsets(choices, count))
      for (const texts of product(some.map((one) => one.texts))) {
        looked += 1;
        if (looked > MOST_LOOKED_AT) return undefined;
        const changes = some.map((one, index) => ({ range: one, newText: JSON.stringify(texts[index]) }));
        const is = checkIn(changedFiles(drawn, PATH, changes), PATH).findings;
        if (is.some(({ code }) => MENDED.includes(code))) continue;
        const { came, worse } = compared(was, is);
        if (came.some(({ finding }) => !mayLeave.has(finding.code))) continue;
        if (worse.length === 0 && goesTogether(changedFiles(drawn, PATH, changes))) return count;
      }
  return undefined;
}

/** Whether ranges and lines can take versions, all of them together, of which none are told to be bad. */
function goesTogether(drawn: Files): boolean {
  const open = new Map<
    string,
    { readonly layer: Layer | undefined; readonly range: OffsetRange; readonly texts: readonly string[] }
  >();
  for (const { pins } of checkIn(drawn, PATH).stacks)
    for (const { entry, layer, value, candidates } of pins) {
      if (entry.version === undefined || value?.kind === 'exact') continue;
      const range = rangeOf(entry.version);
      open.set(`${layer.uri} ${range.start}`, {
        layer: layer.via === undefined ? undefined : layer,
        range,
        texts: candidates,
      });
    }
  const all = [...open.values()];
  return product(all.map(({ texts }) => texts)).some((texts) => {
    const changes = all.map(({ layer, range }, index) => ({
      range,
      newText: JSON.stringify(texts[index]),
      ...(layer === undefined ? {} : { layer }),
    }));
    const { findings } = checkIn(changedFiles(drawn, PATH, changes), PATH);
    return !findings.some(({ code }) => code === 'incompatible' || code === 'unsupported');
  });
}

const MENDED = ['incompatible', 'unsupported', 'unsatisfiable', 'withdrawn-version', 'override-not-allowed'];

function subsets<T>(items: readonly T[], count: number): T[][] {
  if (count === 0) return [[]];
  return items.flatMap((item, index) => subsets(items.slice(index + 1), count - 1).map((rest) => [item, ...rest]));
}

function product(lists: readonly (readonly string[])[]): string[][] {
  const [first, ...others] = lists;
  if (first === undefined) return [[]];
  return first.flatMap((text) => product(others).map((rest) => [text, ...rest]));
}

test('all fixes together do as much as can be done, and change no more than has to be', () => {
  let [changed, whole] = [0, 0];
  fc.assert(
    fc.property(files, (drawn) => {
      const analysis = checkIn(drawn, PATH);
      if (!analysis.findings.some(({ code }) => MENDED.includes(code))) return;
      const made = fixing(analysis);
      const fixed = fixDocument(0, made);
      const edits = fixed?.edits.map(({ kind, pin, to }) => `${kind} ${pin.entry.instance} ${to}`);
      const told = JSON.stringify({ drawn, edits }, null, 1);
      if (fixed !== undefined) {
        changed += 1;
        expectGood(drawn, fixed.changes, { title: titleOf(fixed.edits, fixed, made.readersOf(0)) });
        const after = checkIn(changedFiles(drawn, PATH, fixed.changes), PATH).findings;
        expect(fixed.left.map(({ message }) => message).sort(), told).toEqual(
          after
            .filter(({ code }) => MENDED.includes(code))
            .map(({ message }) => message)
            .sort(),
        );
      }
      // What leaves less is worth a change more.
      const mayLeave = new Set<Code>(fixed?.left.length === 0 ? fixed.milder.map(({ code }) => code) : CODES);
      const isWhole = fixed?.left.length === 0;
      if (isWhole) whole += 1;
      if (!isWhole || fixed.proven)
        expect(fewestChanges(drawn, isWhole ? fixed.edits.length : Infinity, mayLeave), told).toBe(undefined);
    }),
    { numRuns: 60, seed: 2026 },
  );
  expect(changed > 20 && whole > 15, `${changed} ${whole}`).toBe(true);
});
