/** What may be left of a finding after its fix. */
import type { Code, Finding, Severity } from '../../analysis/finding.ts';

const RANK: { readonly [severity in Severity]: number } = { hint: 0, information: 1, warning: 2, error: 3 };

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
 * Whether a finding is what is left of one that is gone: about a version, of no other pins, and less severe. A hint is no reason
 * to keep an error or a warning, whatever pin it is about.
 */
export function isMilder({ code, severity, pins }: Finding, resolved: readonly Finding[]): boolean {
  if (!ABOUT_VERSIONS.has(code)) return false;
  return resolved.some(
    (one) =>
      RANK[severity] < RANK[one.severity] &&
      ((severity === 'hint' && RANK[one.severity] > RANK.information) ||
        pins.every(({ instance }) => one.pins.some((pin) => pin.instance === instance))),
  );
}
