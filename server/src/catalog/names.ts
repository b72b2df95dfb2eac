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
}

const candidates = new WeakMap<Catalog, readonly Candidate[]>();

/** Every name of every component, as it is compared: made once for a catalog, since a file can hold many unknown names. */
function candidatesOf(catalog: Catalog): readonly Candidate[] {
  const known = candidates.get(catalog);
  if (known !== undefined) return known;
  const all = catalog.ids().flatMap((id) => {
    const summary = catalog.summary(id);
    const texts = summary === undefined ? [id] : [id, normalized(summary.name), ...summary.aliases.map(normalized)];
    return texts.map((text) => ({ id, text }));
  });
  candidates.set(catalog, all);
  return all;
}

/**
 * Ids that a wrong name may have meant, nearest first: what has the name as an alias or display name, then what is a
 * small typing error away. Empty when nothing is near.
 * @param limit how many at most
 */
export function nearestIds(catalog: Catalog, name: string, limit: number): readonly string[] {
  const wanted = normalized(name);
  if (wanted === '' || wanted.length > LONGEST_NAME) return [];
  const scores = new Map<string, number>();
  for (const { id, text } of candidatesOf(catalog)) {
    const allowed = Math.min(tolerance(wanted.length), tolerance(text.length));
    // Each letter more or less is an edit, so most names need no comparison.
    if (Math.abs(text.length - wanted.length) > allowed) continue;
    const edits = text === wanted ? 0 : distance(text, wanted);
    if (edits <= allowed) scores.set(id, Math.min(edits, scores.get(id) ?? edits));
  }
  // A name that fits exactly leaves no doubt, and what is clearly further away than the nearest is only noise.
  const fewest = Math.min(...scores.values());
  return [...scores]
    .filter(([, edits]) => edits <= (fewest === 0 ? 0 : fewest + 1))
    .sort(([idA, a], [idB, b]) => a - b || (idA < idB ? -1 : 1))
    .slice(0, limit)
    .map(([id]) => id);
}
