/** What a finding says, told apart from others whatever versions its message names. */
import type { Finding } from '../../analysis/finding.ts';

/**
 * One key for each stack that a finding holds in and for each pair of pins that it is about: one that names several pins of one
 * version may name fewer of them later, and is the same.
 */
export function factsOf({ code, environments, pins, message }: Finding): string[] {
  const [first, ...others] = pins.map(({ instance }) => instance);
  const about =
    first === undefined
      ? [message]
      : others.length === 0
        ? [first]
        : others.map((other) => [first, other].sort().join('\n'));
  return environments.flatMap((environment) => about.map((one) => `${code}\n${environment ?? ''}\n${one}`));
}

/** What a fact of some finding says of two pins, in another code. */
export function factOfPair(code: string, environment: string | null, one: string, two: string): string {
  return `${code}\n${environment ?? ''}\n${[one, two].sort().join('\n')}`;
}

/** All facts of some findings. */
export function allFacts(findings: readonly Finding[]): ReadonlySet<string> {
  return new Set(findings.flatMap(factsOf));
}
