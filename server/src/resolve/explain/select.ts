/** Which findings somebody wants to have explained. */
import type { Analysis } from '../../analysis/analysis.ts';
import { CODES, type Code, type Finding } from '../../analysis/finding.ts';
import { nearTexts } from '../../manifest/nearTexts.ts';

/** What is explained where nobody names anything: what upstream says of versions, alone and together. */
const ABOUT_VERSIONS: ReadonlySet<Code> = new Set<Code>([
  'incompatible',
  'unsupported',
  'range-admits-incompatible',
  'unsatisfiable',
  'conflicting-components',
  'end-of-life',
  'retired-component',
  'prerelease',
  'unpinned',
  'withdrawn-version',
]);

export type Selection =
  | { readonly kind: 'findings'; readonly findings: readonly Finding[] }
  /** It is no code, and no pin of the manifest. */
  | { readonly kind: 'unknown'; readonly near: readonly string[] };

/**
 * The findings of an analysis that somebody asks for.
 * @param wanted a code, or a pin by its key or its component; undefined for the errors and warnings about versions
 */
export function findingsFor(analysis: Analysis, wanted: string | undefined): Selection {
  const { findings } = analysis;
  const taken = (test: (finding: Finding) => boolean): Selection => ({
    kind: 'findings',
    findings: findings.filter(test),
  });
  if (wanted === undefined) {
    const isGrave = ({ severity }: Finding) => severity === 'error' || severity === 'warning';
    return taken((finding) => isGrave(finding) && ABOUT_VERSIONS.has(finding.code));
  }
  if (CODES.some((code) => code === wanted)) return taken(({ code }) => code === wanted);
  const names = pinNames(analysis);
  if (names.has(wanted))
    return taken(({ pins }) => pins.some(({ instance, component }) => instance === wanted || component === wanted));
  return { kind: 'unknown', near: nearTexts(wanted, [...CODES, ...names]) };
}

/** The keys and the components of all pins, as written and as the catalog calls them. */
function pinNames({ stacks }: Analysis): ReadonlySet<string> {
  const names = new Set<string>();
  for (const { pins } of stacks)
    for (const { entry, component } of pins) {
      names.add(entry.instance).add(entry.component);
      if (component !== undefined) names.add(component.id);
    }
  return names;
}
