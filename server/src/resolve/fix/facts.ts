/** What a finding says, told apart from others whatever versions its message names. */
import type { Finding } from '../../analysis/finding.ts';

/** One thing that a finding says: of one pin, or of two, in one stack. */
export interface Fact {
  readonly key: string;
  readonly environment: string | null;
  /** The pins, by their keys; none where it is about no pin. */
  readonly names: readonly string[];
}

/**
 * One for each stack that a finding holds in and for each pair of pins that it is about: one that names several pins of one
 * version may name fewer of them later, and is the same.
 */
export function factsOf({ code, environments, pins, message }: Finding): readonly Fact[] {
  const [first, ...others] = pins.map(({ instance }) => instance);
  const groups =
    first === undefined ? [[]] : others.length === 0 ? [[first]] : others.map((other) => [first, other].sort());
  return environments.flatMap((environment) =>
    groups.map((names) => {
      const about = names.length === 0 ? message : names.join('\n');
      return { key: `${code}\n${environment ?? ''}\n${about}`, environment, names };
    }),
  );
}

/** The keys of all facts of some findings. */
export function factKeys(findings: readonly Finding[]): ReadonlySet<string> {
  return new Set(findings.flatMap((finding) => factsOf(finding).map(({ key }) => key)));
}
