/** What a value in a catalog is about: a component, a capability, versions of a component, a day. */
import { nodeAtPath } from '../../manifest/pathRange.ts';
import { followed } from '../../manifest/read.ts';
import type { TreeNode } from '../../manifest/tree.ts';

export type Meaning =
  /** An id. */
  | { readonly kind: 'component' }
  /** An id or a capability. */
  | { readonly kind: 'requirement' }
  | { readonly kind: 'capability' }
  /** A range, or one version, of the component with this id. */
  | { readonly kind: 'range' | 'version'; readonly of: string }
  | { readonly kind: 'day' };

const COMPONENTS = new Set([
  'successors.#',
  'compatibility.#.with',
  'conflicts.#.with',
  'conflicts.#.unless.#',
  'carries.#.with',
  'supportPolicy.follows',
  'series.of',
]);
const OWN_RANGE = /^(?:(?:compatibility|requires|conflicts|carries|skew)\.#\.when|upgrade\.hops\.#\.(?:from|to))$/;
const OTHER_RANGE = /^(?:compatibility\.#\.(?:supported|tested|breaks)|conflicts\.#\.range|carries\.#\.versions)$/;
const OWN_VERSION =
  /^(?:removals\.#\.since|upgrade\.stops\.#|versions\.lines\.#\.(?:versions\.#|withdrawn\.#\.version))$/;
const DAYS = new Set([
  'checked',
  'updated',
  'released',
  'activeSupportEnds',
  'supportEnds',
  'extendedSupportEnds',
  'date',
]);

/**
 * What the value at a path is about.
 * @param path keys and indexes from the root
 */
export function meaningAt(path: readonly string[], root: TreeNode | undefined): Meaning | undefined {
  if (DAYS.has(path.at(-1) ?? '')) return { kind: 'day' };
  const [section, id, ...rest] = path;
  if (section !== 'components' || id === undefined) return undefined;
  const pattern = rest.map((step) => (/^\d+$/.test(step) ? '#' : step)).join('.');
  if (COMPONENTS.has(pattern)) return { kind: 'component' };
  if (pattern === 'requires.#.anyOf.#') return { kind: 'requirement' };
  if (pattern === 'provides.#') return { kind: 'capability' };
  if (OWN_RANGE.test(pattern)) return { kind: 'range', of: id };
  if (OWN_VERSION.test(pattern)) return { kind: 'version', of: id };
  if (!OTHER_RANGE.test(pattern)) return undefined;
  const other = followed(nodeAtPath(root, [...path.slice(0, -1), 'with'])?.node);
  return other?.kind === 'scalar' ? { kind: 'range', of: other.text } : undefined;
}
