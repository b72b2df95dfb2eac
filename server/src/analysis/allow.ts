/** `allow`: how far what lies above may move a pin. */
import type { ScalarNode } from '../manifest/tree.ts';
import { parseRange, type Range } from '../version/index.ts';
import type { LookedUpPin, ResolvedPin } from './analysis.ts';

/** The range of an `allow`, as it is written and as it is read. */
export interface AllowedRange {
  readonly node: ScalarNode;
  readonly parsed: Range;
}

/** What a pin's own `allow` says; undefined where there is none, or none that can be read. */
export function allowedRange({
  entry: { allow },
  component,
}: Pick<LookedUpPin, 'entry' | 'component'>): AllowedRange | undefined {
  if (allow === undefined || component === undefined) return undefined;
  const parsed = parseRange(allow.text, component.versions.scheme);
  return parsed === undefined ? undefined : { node: allow, parsed };
}

/** The nearest pin below that says how far it may be moved, if it is of the same component. */
export function limitBelow(
  pin: ResolvedPin,
): { readonly range: AllowedRange; readonly limited: ResolvedPin } | undefined {
  for (let below = pin.overrides; below !== undefined; below = below.overrides) {
    if (below.component !== pin.component) return undefined;
    const range = allowedRange(below);
    if (range !== undefined) return { range, limited: below };
  }
  return undefined;
}
