/** What the fixes of a checked document are made with: kept with it, so that the next question finds what the last worked out. */
import { type Fixing, fixing } from '../resolve/fix/fixing.ts';
import type { CheckedDocument } from './document.ts';

const kept = new WeakMap<CheckedDocument, Fixing>();

/** The same object each time for the same checked document. */
export function checkedFixing(checked: CheckedDocument): Fixing {
  const known = kept.get(checked) ?? fixing(checked.analysis);
  kept.set(checked, known);
  return known;
}
