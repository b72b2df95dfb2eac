/** What a finding says, told apart from others whatever versions its message names. */
import type { Finding } from '../../analysis/finding.ts';

/** One thing that a finding says: of one pin, or of two, in one stack. */
export interface Fact {
  readonly key: string;
  readonly environment: string | null;
  /** The pins, by their keys; none where it is about no pin. */
  readonly names: readonly string[];
}

/** Of more pins than these, it is the first that has to do with each of the others. */
const FEW = 8;

/**
 * One for each stack that a finding holds in and for each pair of pins that it is about: one that names several pins of one
 * version may name fewer of them later, and is the same.
 */
export function factsOf({ code, environments, pins, message }: Finding): readonly Fact[] {
  const groups = groupsOf(pins.map(({ instance }) => instance));
  return environments.flatMap((environment) =>
    groups.map((names) => {
      const about = names.length === 0 ? message : names.join('\n');
      return { key: `${code}\n${environment ?? ''}\n${about}`, environment, names };
    }),
  );
}

function groupsOf(names: readonly string[]): readonly (readonly string[])[] {
  if (names.length < 2) return [names];
  const firsts = names.length > FEW ? names.slice(0, 1) : names;
  return firsts.flatMap((one, index) => names.slice(index + 1).map((other) => [one, other].sort()));
}

/** The keys of all facts of some findings. */
export function factKeys(findings: readonly Finding[]): ReadonlySet<string> {
  return new Set(findings.flatMap((finding) => factsOf(finding).map(({ key }) => key)));
}
