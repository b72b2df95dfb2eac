/**
 * What a stack's `policy` asks for, with the defaults of docs/manifest.md. A file takes over what its bases ask for and it
 * says nothing about itself.
 */
import type { Policy } from '../manifest/stack.ts';
import type { EffectiveStack } from './analysis.ts';

/** In days. */
const DEFAULT_SUPPORT_WINDOW = 90;

/** What the uppermost file that says anything about it asks for. */
function asked<K extends keyof Policy>({ composition: { layers } }: EffectiveStack, key: K): Policy[K] {
  return layers.findLast(({ manifest }) => manifest.policy[key] !== undefined)?.manifest.policy[key];
}

/** How many days before its end a pin's support is called ending. */
export function supportWindow(stack: EffectiveStack): number {
  return asked(stack, 'supportWindow') ?? DEFAULT_SUPPORT_WINDOW;
}

/** Whether a pinned pre-release is reported; by default it is. */
export function deniesPrereleases(stack: EffectiveStack): boolean {
  return asked(stack, 'prereleases') !== 'allow';
}

/** What a range or a release line gets; by default nothing. */
export function unpinnedPolicy(stack: EffectiveStack): 'allow' | 'warn' | 'deny' {
  return asked(stack, 'unpinned') ?? 'allow';
}
