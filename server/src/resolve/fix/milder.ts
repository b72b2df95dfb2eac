/** What may be left of a finding after its fix. */
import type { Code, Finding, Severity } from '../../analysis/finding.ts';
import type { Fact } from './facts.ts';

const RANK: { readonly [severity in Severity]: number } = { hint: 0, information: 1, warning: 2, error: 3 };

/** Whether one severity is worse than another; anything is worse than nothing. */
export function isWorse(one: Severity, other: Severity | 'off'): boolean {
  return other === 'off' || RANK[one] > RANK[other];
}

/** What is said of versions, and of pairs of them. Anything else is another fault, and not what is left of one. */
const ABOUT_VERSIONS: ReadonlySet<Code> = new Set([
  'unsupported',
  'untested',
  'range-admits-incompatible',
  'end-of-life',
  'end-of-life-soon',
  'outdated-patch',
]);

/**
 * Whether something that a finding says is what is left of one that is gone: about a version, of no other pins, in the same
 * stack, and less severe. A hint is no reason to keep an error or a warning, whatever pin it is about.
 */
export function isMilder(
  { names, environment }: Fact,
  { code, severity }: Pick<Finding, 'code' | 'severity'>,
  resolved: readonly Finding[],
): boolean {
  if (!ABOUT_VERSIONS.has(code)) return false;
  return resolved.some(
    (one) =>
      RANK[severity] < RANK[one.severity] &&
      ((severity === 'hint' && RANK[one.severity] > RANK.information) ||
        (one.environments.includes(environment) &&
          names.every((name) => one.pins.some(({ instance }) => instance === name)))),
  );
}
