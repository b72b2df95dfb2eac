/**
 * What a stack's `policy` asks for, with the defaults of docs/manifest.md. A file takes over what its bases ask for and it
 * says nothing about itself.
 */
import type { Composition } from '../composition/layers.ts';
import type { Policy } from '../manifest/stack.ts';

/** In days. */
const DEFAULT_SUPPORT_WINDOW = 90;

/** What holds for every pin of a document. */
export interface AskedPolicy {
  /** How many days before its end a pin's support is called ending. */
  readonly supportWindow: number;
  /** Whether a pinned pre-release is reported; by default it is. */
  readonly deniesPrereleases: boolean;
  /** What a range or a release line gets; by default nothing. */
  readonly unpinned: 'allow' | 'warn' | 'deny';
}

/** What the uppermost files that say anything about it ask for. */
export function policyOf({ layers }: Pick<Composition, 'layers'>): AskedPolicy {
  const asked = <K extends keyof Policy>(key: K): Policy[K] =>
    layers.findLast(({ manifest }) => manifest.policy[key] !== undefined)?.manifest.policy[key];
  return {
    supportWindow: asked('supportWindow') ?? DEFAULT_SUPPORT_WINDOW,
    deniesPrereleases: asked('prereleases') !== 'allow',
    unpinned: asked('unpinned') ?? 'allow',
  };
}

/** Whether two ask for the same. */
export function isSamePolicy(a: AskedPolicy, b: AskedPolicy): boolean {
  return (
    a.supportWindow === b.supportWindow && a.deniesPrereleases === b.deniesPrereleases && a.unpinned === b.unpinned
  );
}
