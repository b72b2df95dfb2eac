/**
 * What a version, a range and a pin are. Pure values: this folder knows no catalog and no manifest.
 */

/** How the versions of a component are written and ordered. Kept in the catalog, one a component. */
export type Scheme =
  /** `1.34.2`, with pre-releases and vendor suffixes. */
  | 'semver'
  /** `24.04`, `17.6`: two numbers name a release, a third a point release. */
  | 'two-part'
  /** `4.20.1.0`. */
  | 'four-part'
  /** `2025.1`, `2023.0.20230222.1`, `2025-01-18T00-31-37Z`. */
  | 'calendar'
  /** `Hoxton.SR12`: names in alphabetical order. */
  | 'codename'
  /** `10`, `9.1`: the first number is the release, the rest are its updates. */
  | 'integer';

/** A parsed version. Two versions of one scheme are always ordered (`compareVersions`). */
export interface Version {
  /** As written, without surrounding white space and without a leading `v`. `parse(text)` gives an equal version back. */
  readonly text: string;
  readonly scheme: Scheme;
  /**
   * The numeric release parts, leading zeros dropped: `24.04` is `[24, 4]`, `8.0 U3` is `[8, 0]`. A codename is two
   * numbers in alphabetical order of the names, then its update: not for people, but a line's numbers still begin
   * those of its versions.
   */
  readonly release: readonly number[];
  /** Pre-release identifiers in order of weight; empty for a final release. Only these make a version older than its release. */
  readonly prerelease: readonly (number | string)[];
  /** Vendor suffix, build or update (`+k3s1`, `-gke.1080000`, ` U3`, `+10`): the same release, built again; never older than it. */
  readonly build: readonly (number | string)[];
}

export type Operator = '<' | '<=' | '>' | '>=' | '=';

/** One limit of a range. */
export interface Comparator {
  readonly operator: Operator;
  /**
   * What it names. `2.0.0-0` (pre-release `[0]`) is npm's "before every pre-release of 2.0.0"; it occurs in limits only,
   * as a version the same text is a package revision.
   */
  readonly version: Version;
}

/** Alternatives (`||`) of comparators that hold together. An empty inner list admits every version. */
export interface Range {
  readonly text: string;
  readonly scheme: Scheme;
  readonly alternatives: readonly (readonly Comparator[])[];
}

/**
 * How a range treats pre-releases.
 * - `as-release`: `1.35.0-rc.1` counts as the 1.35.0 it leads to. For rules: a limit is about a release, and a
 *   candidate of it must not turn red for being a candidate.
 * - `exclude`: only where the range itself names a pre-release of that release (npm's rule). For what a pin may take.
 */
export type PrereleaseMode = 'as-release' | 'exclude';

/** What the parser of pins asks about a component: the catalog's vocabulary, or nothing for an unknown component. */
export interface PinVocabulary {
  readonly scheme: Scheme;
  /** The catalog's spelling of a version that it lists, or undefined. `v1.34.2` finds `1.34.2`. */
  version(text: string): string | undefined;
  /** The catalog's name of a release line, from its name, codename or alias (case-insensitive), or undefined. */
  line(text: string): string | undefined;
}

/** What a pin's text means. See "What a version may be" in docs/manifest.md. */
export type PinValue =
  | { readonly kind: 'exact'; readonly text: string; readonly version: Version }
  | { readonly kind: 'line'; readonly text: string; readonly line: string }
  | { readonly kind: 'range'; readonly text: string; readonly range: Range }
  | { readonly kind: 'invalid'; readonly text: string };
