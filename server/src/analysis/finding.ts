/**
 * What a finding is. Findings are values: the same (manifest, catalog, date, settings) give the same findings in the
 * editor, in the terminal and in a test.
 */
import type { IsoDate } from '../catalog/model.ts';
import type { Layer } from '../composition/layers.ts';
import type { OffsetRange } from '../manifest/tree.ts';

export type Severity = 'error' | 'warning' | 'information' | 'hint';

export const CODES = [
  'yaml',
  'schema',
  'duplicate-component',
  'unquoted-version',
  'invalid-version',
  'unknown-component',
  'unknown-version',
  'newer-than-catalog',
  'chart-mismatch',
  'incompatible',
  'unsupported',
  'untested',
  'range-admits-incompatible',
  'unsatisfiable',
  'conflicting-components',
  'missing-requirement',
  'end-of-life',
  'end-of-life-soon',
  'retired-component',
  'prerelease',
  'outdated-patch',
  'unpinned',
  'withdrawn-version',
  'missing-base',
  'base-cycle',
  'base-outside-workspace',
  'not-a-stack',
  'override-not-allowed',
  'missing-catalog',
  'invalid-catalog',
  'unused-acknowledgement',
  'expired-acknowledgement',
] as const;
/** Stable names: users' settings and comments refer to them. */
export type Code = (typeof CODES)[number];

/** What is broken has to be mended, and what is said of acknowledgements would be hidden by more of them. */
export const UNACKNOWLEDGEABLE: ReadonlySet<Code> = new Set([
  'yaml',
  'schema',
  'unused-acknowledgement',
  'expired-acknowledgement',
]);

/** One statement that a finding rests on. */
export interface Evidence {
  /** What it says, in one sentence. */
  readonly statement: string;
  readonly source: string;
  /** `YYYY-MM-DD`: the day on which it was read. */
  readonly checked: string;
}

/** A pin that a finding is about. */
export interface PinName {
  /** The key under `components`. */
  readonly instance: string;
  /** The catalog's id, or the name as written where no catalog has it. */
  readonly component: string;
}

/** What accepts a finding, so that it is not shown. */
export interface Acknowledged {
  readonly reason: string;
  /** The last day on which it is accepted. */
  readonly until: IsoDate | undefined;
  /** The entry under `acknowledge`, or the comment. */
  readonly range: OffsetRange;
  /** The base that the range is in; undefined for the file that was checked. */
  readonly layer: Layer | undefined;
}

/** Another place that takes part in a finding. */
export interface Related {
  readonly range: OffsetRange;
  readonly message: string;
  /** The file that the range is in; undefined for the file that was checked. */
  readonly layer?: Layer;
}

/**
 * What a finding's fixes are made from; travels with the diagnostic as its `data`. Plain JSON: no message is ever parsed.
 */
export type FixData =
  /** Replace the finding's own range by one of the texts, best first. */
  | { readonly kind: 'replace'; readonly choices: readonly { readonly title: string; readonly newText: string }[] }
  /** Make one of these changes, best first. */
  | {
      readonly kind: 'changes';
      readonly choices: readonly { readonly title: string; readonly changes: readonly TextChange[] }[];
    }
  /** Change the version of one of these pins to the nearest that reaches the goal and breaks no other pair. */
  | { readonly kind: 'pins'; readonly pins: readonly PinRef[]; readonly goal: FixGoal }
  /** Pin one of these besides: ids of components, or capabilities that some provide. */
  | { readonly kind: 'add'; readonly document: number; readonly anyOf: readonly string[] }
  /** Pin one of these, by their ids, in the place of this pin. */
  | { readonly kind: 'succeed'; readonly pin: PinRef; readonly successors: readonly string[] };

/**
 * What the new version has to be, besides fitting every other pin.
 * - `fits`: nothing more.
 * - `supported`: a final release, not withdrawn, whose support has not ended.
 * - `longer-support`: the same, on another release line whose support does not end sooner than the pin's.
 * - `patch`: the newest patch of the same release line.
 * - `exact`: the newest version that the range or line admits.
 */
export type FixGoal = 'fits' | 'supported' | 'longer-support' | 'patch' | 'exact';

/** Names one pin of one effective stack. */
export interface PinRef {
  readonly document: number;
  readonly environment: string | null;
  readonly instance: string;
}

export interface Finding {
  readonly code: Code;
  readonly severity: Severity;
  readonly range: OffsetRange;
  /** One or two plain sentences: what, why, what to do. */
  readonly message: string;
  /** Catalog ids, the pin's own first. */
  readonly components: readonly string[];
  /** The pins it is about; empty for what is about none. */
  readonly pins: readonly PinName[];
  /** Environments it holds in; `null` is the file without an environment. */
  readonly environments: readonly (string | null)[];
  readonly evidence: readonly Evidence[];
  readonly related: readonly Related[];
  readonly tags: readonly ('unnecessary' | 'deprecated')[];
  readonly fix: FixData | undefined;
  /** What accepts it; null while it is shown. */
  readonly acknowledged: Acknowledged | null;
}

/** An edit of a file: replaces a range of the text, nothing else. */
export interface TextChange {
  readonly range: OffsetRange;
  readonly newText: string;
  /** The base that the range is in; undefined for the file that was checked. */
  readonly layer?: Layer;
}

export interface Fix {
  /** States the outcome: "Set istio to 1.28.4: resolves 2 findings". */
  readonly title: string;
  readonly kind: 'quickfix';
  readonly preferred: boolean;
  readonly changes: readonly TextChange[];
}
