/** Stack manifests of any length: every part of the language that a large one has, real components and names of one's own. */
import { type BenchDocument, deletion, insertion, probe, type Spot, within } from './document.ts';
import type { KnownPin } from './known.ts';

/** So many components of the catalog a document has at most. */
export const MOST_KNOWN = 200;

/** One in so many lines begins with a component of the catalog, until there are no more of them. */
const LINES_A_KNOWN_ONE = 16;

const HEAD = ['apiVersion: stackpin/v1', 'kind: Stack', 'metadata:', '  name: bench', 'components:'];
const SENTINEL = ['  zz-sentinel:', '    locked: perhaps'];

/** A manifest, and how much is in it. */
export interface StackDocument extends BenchDocument {
  readonly components: number;
  readonly known: number;
}

/**
 * Writes a manifest of so many lines.
 * @param pins at least one more than the document takes: the last one is not in it, and completed
 */
export function stackDocument(length: number, pins: readonly KnownPin[]): StackDocument {
  const absent = pins.at(-1);
  const wanted = Math.min(pins.length - 1, MOST_KNOWN, Math.ceil(length / LINES_A_KNOWN_ONE));
  if (absent === undefined || wanted < 1) throw new Error('The catalog has too few components for a document.');
  const lines = [...HEAD];
  const spots: Spot[] = [];
  const end = length - SENTINEL.length;
  const place = random();
  let components = 0;
  for (; lines.length < end; components += 1) {
    // Known ones stand all over the document.
    const pin =
      spots.length * (end - HEAD.length) <= (lines.length - HEAD.length) * wanted ? pins[spots.length] : undefined;
    const isKnown = pin !== undefined && spots.length < wanted;
    const id = isKnown ? pin.id : `component-${String(components).padStart(4, '0')}`;
    const version = isKnown ? pin.version : `${1 + place(9)}.${place(40)}.${place(9)}`;
    const entry = entryOf(id, version, end - lines.length, components, isKnown);
    const first = lines.length;
    lines.push(...entry);
    if (!isKnown) continue;
    const [line = first, character = 0] = entry.flatMap((text, index) =>
      text.endsWith(version) ? [first + index, text.length - version.length] : [],
    );
    spots.push({
      entry: { first, last: lines.length - 1 },
      value: { line, character },
      length: version.length,
      wrong: '!',
      hover: { line: first, character: 3 },
    });
  }
  lines.push(...SENTINEL, '');
  const middle = spots[Math.floor(spots.length / 2)];
  const pin = pins[Math.floor(spots.length / 2)];
  if (middle === undefined || pin === undefined) throw new Error('A document has at least one known component.');
  return {
    lines,
    spots,
    components,
    known: spots.length,
    sentinel: { first: end, last: end + SENTINEL.length - 1 },
    wrongLine: '  zz-new: [1.0.0]',
    name: nameProbe(middle, absent.id),
    value: versionProbe(middle, lines, pin.version),
  };
}

/** A new component is typed before another. */
function nameProbe({ entry: { first } }: Spot, id: string) {
  const typed = `  ${id.slice(0, 2)}`;
  const at = { line: first, character: typed.length };
  return probe(insertion(first, typed), deletion(first), at, id.slice(2, 3), id);
}

/** A version is typed anew. */
function versionProbe({ value: { line, character }, length }: Spot, lines: readonly string[], version: string) {
  const text = (lines[line] ?? '').slice(character, character + length);
  const first = version.slice(0, version.indexOf('.'));
  const begin = within(line, character, character + length, first);
  const end = within(line, character, character + first.length, text);
  return probe(begin, end, { line, character: character + first.length }, '.', version);
}

/** The lines of one component: in turn the short form, a version alone, values, and a chart with notes. */
export function entryOf(id: string, version: string, room: number, index: number, isKnown: boolean): readonly string[] {
  const form = index % 5;
  const long = [`  ${id}:`, `    version: ${version}`];
  if (room < 2 || form === 1) return [`  ${id}: ${version}`];
  if (room < 5 || form === 0) return long;
  if (form === 2 || form === 4) {
    const labels = `{team: team-${index % 17}, tier: platform}`;
    return [...long, '    values:', `      replicas: ${1 + (index % 5)}`, `      labels: ${labels}`];
  }
  // What the catalog knows of a chart says which version it installs.
  const more = isKnown
    ? '    locked: false'
    : `    chart: {repository: https://charts.example/${id}, name: ${id}, version: ${version}}`;
  return [...long, more, '    notes: |', `      Pinned until ${id} is rolled out — see the runbook ✓`];
}

/** Numbers below a limit that look random and are the same in each run (xorshift). */
function random(): (limit: number) => number {
  let state = 12345;
  return (limit) => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) % limit;
  };
}
