/** Versions in a compiled catalog: those that only count on are not written one by one, which is a sixth of what is packed. */
import type { Component, Line, VersionTable } from './model.ts';

/** A version, or how many follow the version before, each with a last number that is one more: `"1.2.0", 2` is 1.2.0, 1.2.1, 1.2.2. */
export type VersionRuns = readonly (string | number)[];

/** A component as its line of a compiled catalog has it. */
export type CompiledComponent = Omit<Component, 'versions'> & {
  readonly versions: Omit<VersionTable, 'lines'> & {
    readonly lines: readonly (Omit<Line, 'versions'> & { readonly versions: VersionRuns })[];
  };
};

/** Everything up to the last number, and that number as it is written without zeros in front. */
const LAST_NUMBER = /^(.*?)(0|[1-9]\d{0,8})$/s;

export function withRuns(component: Component): CompiledComponent {
  const { versions } = component;
  const lines = versions.lines.map((line) => ({ ...line, versions: toRuns(line.versions) }));
  return { ...component, versions: { ...versions, lines } };
}

/** What {@link withRuns} was given. */
export function withoutRuns(component: CompiledComponent): Component {
  const { versions } = component;
  const lines = versions.lines.map((line) => ({ ...line, versions: fromRuns(line.versions) }));
  return { ...component, versions: { ...versions, lines } };
}

function next(version: string): string | undefined {
  const [, head, last] = LAST_NUMBER.exec(version) ?? [];
  return head === undefined ? undefined : `${head}${Number(last) + 1}`;
}

export function toRuns(versions: readonly string[]): VersionRuns {
  const runs: (string | number)[] = [];
  let expected: string | undefined;
  for (const version of versions) {
    const last = runs.at(-1);
    if (version !== expected) runs.push(version);
    else if (typeof last === 'number') runs[runs.length - 1] = last + 1;
    else runs.push(1);
    expected = next(version);
  }
  return runs;
}

/** What {@link toRuns} was given. */
export function fromRuns(runs: VersionRuns): string[] {
  const versions: string[] = [];
  for (const run of runs) {
    if (typeof run === 'string') versions.push(run);
    else {
      const [, head = '', last = ''] = LAST_NUMBER.exec(versions.at(-1) ?? '') ?? [];
      for (let more = 1; more <= run; more += 1) versions.push(`${head}${Number(last) + more}`);
    }
  }
  return versions;
}
