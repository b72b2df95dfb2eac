/** What a manifest's `policy` asks for, with the defaults of docs/manifest.md. */
import type { EffectiveStack } from './analysis.ts';

/** In days. */
const DEFAULT_SUPPORT_WINDOW = 90;

/** How many days before its end a pin's support is called ending. */
export function supportWindow(stack: EffectiveStack): number {
  return stack.manifest.policy.supportWindow ?? DEFAULT_SUPPORT_WINDOW;
}

/** Whether a pinned pre-release is reported; by default it is. */
export function deniesPrereleases(stack: EffectiveStack): boolean {
  return stack.manifest.policy.prereleases !== 'allow';
}

/** What a range or a release line gets; by default nothing. */
export function unpinnedPolicy(stack: EffectiveStack): 'allow' | 'warn' | 'deny' {
  return stack.manifest.policy.unpinned ?? 'allow';
}
