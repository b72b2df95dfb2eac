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

/**
 * Ids that a wrong name may have meant, nearest first: what has the name as an alias or display name, then what is a
 * small typing error away. Empty when nothing is near.
 * @param limit how many at most
 */
export function nearestIds(catalog: Catalog, name: string, limit: number): readonly string[] {
  const wanted = normalized(name);
  if (wanted === '' || wanted.length > LONGEST_NAME) return [];
  const scores = new Map<string, number>();
  const consider = (id: string, candidate: string) => {
    const edits = candidate === wanted ? 0 : distance(candidate, wanted);
    if (edits > Math.min(tolerance(wanted.length), tolerance(candidate.length))) return;
    scores.set(id, Math.min(edits, scores.get(id) ?? edits));
  };
  for (const id of catalog.ids()) {
    consider(id, id);
    const summary = catalog.summary(id);
    if (summary === undefined) continue;
    consider(id, normalized(summary.name));
    for (const alias of summary.aliases) consider(id, normalized(alias));
  }
  // A name that fits exactly leaves no doubt, and what is clearly further away than the nearest is only noise.
  const fewest = Math.min(...scores.values());
  return [...scores]
    .filter(([, edits]) => edits <= (fewest === 0 ? 0 : fewest + 1))
    .sort(([idA, a], [idB, b]) => a - b || (idA < idB ? -1 : 1))
    .slice(0, limit)
    .map(([id]) => id);
}
