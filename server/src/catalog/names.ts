/** Finds the component that a name probably means. */
import { distance } from 'fastest-levenshtein';
import type { Catalog } from './model.ts';

/** Longer texts are no names; comparing them would only cost time. */
const LONGEST_NAME = 64;

/** How many edits still make a near miss: one in a short name, three in a long one. */
function tolerance(length: number): number {
  if (length < 3) return 0;
  return length < 5 ? 1 : length < 9 ? 2 : 3;
}

function normalized(name: string): string {
  return name
    .trim()
    .toLowerCase()
    .replace(/[\s_]+/g, '-');
}

interface Candidate {
  readonly id: string;
  readonly text: string;
  readonly letters: number;
}

/** Candidates by the length of their text. */
type Candidates = readonly (readonly Candidate[] | undefined)[];

/** What is kept of a catalog. */
interface Names {
  readonly candidates: Candidates;
  /** What was near the names that were asked for: many files hold the same software of one's own. */
  readonly asked: Map<string, readonly string[]>;
}

/** Answers kept; then they are forgotten together. */
const MOST_ASKED = 5_000;

const names = new WeakMap<Catalog, Names>();

/** Every name of every component, as it is compared: made once for a catalog, since a file can hold many unknown names. */
function namesOf(catalog: Catalog): Names {
  const known = names.get(catalog);
  if (known !== undefined) return known;
  const all: Candidate[][] = [];
  for (const id of catalog.ids()) {
    const summary = catalog.summary(id);
    const texts = summary === undefined ? [id] : [id, normalized(summary.name), ...summary.aliases.map(normalized)];
    for (const text of texts) {
      const same = all[text.length] ?? [];
      all[text.length] = same;
      same.push({ id, text, letters: lettersOf(text) });
    }
  }
  const made = { candidates: all, asked: new Map() };
  names.set(catalog, made);
  return made;
}

/** Which characters a text has, one bit each; several may share one. */
function lettersOf(text: string): number {
  let letters = 0;
  for (let at = 0; at < text.length; at += 1) letters |= 1 << (text.charCodeAt(at) & 31);
  return letters;
}

/** Whether more bits are set than a limit. */
function hasMoreBits(bits: number, limit: number): boolean {
  let rest = bits;
  for (let left = limit; left > 0; left -= 1) rest &= rest - 1;
  return rest !== 0;
}

/**
 * Ids that a wrong name may have meant, nearest first: what has the name as an alias or display name, then what is a
 * small typing error away. Empty when nothing is near.
 * @param limit how many at most
 */
export function nearestIds(catalog: Catalog, name: string, limit: number): readonly string[] {
  const wanted = normalized(name);
  if (wanted === '' || wanted.length > LONGEST_NAME) return [];
  const { candidates, asked } = namesOf(catalog);
  const near = asked.get(wanted) ?? nearestTo(candidates, wanted);
  if (asked.size >= MOST_ASKED) asked.clear();
  // Made of its characters: a piece of a text would keep the whole text in memory.
  asked.set([...wanted].join(''), near);
  return near.slice(0, limit);
}

/** The same for a name as it is compared, without a limit. */
function nearestTo(all: Candidates, wanted: string): readonly string[] {
  const scores = new Map<string, number>();
  const letters = lettersOf(wanted);
  const most = tolerance(wanted.length);
  // Each character more or less is an edit, and one edit changes two letters at most: most names need no comparison.
  for (let length = wanted.length - most; length <= wanted.length + most; length += 1) {
    const allowed = Math.min(most, tolerance(length));
    if (Math.abs(length - wanted.length) > allowed) continue;
    for (const candidate of all[length] ?? []) {
      if (hasMoreBits(candidate.letters ^ letters, 2 * allowed)) continue;
      const { id, text } = candidate;
      const edits = text === wanted ? 0 : distance(text, wanted);
      if (edits <= allowed) scores.set(id, Math.min(edits, scores.get(id) ?? edits));
    }
  }
  // A name that fits exactly leaves no doubt, and what is clearly further away than the nearest is only noise.
  const fewest = Math.min(...scores.values());
  return [...scores]
    .filter(([, edits]) => edits <= (fewest === 0 ? 0 : fewest + 1))
    .sort(([idA, a], [idB, b]) => a - b || (idA < idB ? -1 : 1))
    .map(([id]) => id);
}
