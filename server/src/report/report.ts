/**
 * What a report tells of a manifest: which of its pins go together, who says so, and until when they are in support. Plain
 * values; `fileReport` makes them, and the page (page/) and others read them.
 */
import type { Coverage } from '../analysis/analysis.ts';
import type { Code, Evidence, Severity } from '../analysis/finding.ts';
import type { Verdict } from '../analysis/verdict-types.ts';
import type { CatalogMetadata, IsoDate } from '../catalog/model.ts';
import type { LinePosition } from '../manifest/lines.ts';

/** One file, checked. */
export interface FileReport {
  /** As people call it. */
  readonly name: string;
  /** The day as of which support is judged. */
  readonly asOf: IsoDate;
  readonly catalog: CatalogMetadata;
  readonly stacks: readonly StackReport[];
  /** What is found outside of all stacks: a file that holds none, or text that is broken. */
  readonly findings: readonly ReportFinding[];
}

/** One effective stack: a document, alone or with one environment laid over it. */
export interface StackReport {
  /** Position of the document in the file, from 0. */
  readonly document: number;
  readonly name: string | undefined;
  readonly environment: string | null;
  /** In the order of the stack; other parts name them by their places in this list. */
  readonly pins: readonly ReportPin[];
  /** Those that something is known of; of all others nothing is. In order of the higher pin, then of the lower. */
  readonly pairs: readonly ReportPair[];
  readonly coverage: Coverage;
  /** In order of position. */
  readonly findings: readonly ReportFinding[];
  /** What somebody accepts, in order of position. */
  readonly acknowledged: readonly ReportFinding[];
  readonly timeline: Timeline;
}

/** Where something is written. */
export interface Place {
  /** Address of the base that it is in; undefined for the file itself. */
  readonly base: string | undefined;
  /** As people call the file. */
  readonly file: string;
  readonly start: LinePosition;
  readonly end: LinePosition;
}

export interface ReportPin {
  /** The key under `components`. */
  readonly instance: string;
  /** Id in the catalog, or the name as written where no catalog has it. */
  readonly component: string;
  readonly isKnown: boolean;
  /** As written; undefined where nothing is. */
  readonly written: string | undefined;
  /** The version that its dates are of: the newest that it admits. */
  readonly version: string | undefined;
  readonly layer: string | undefined;
  /** The newest final release that the catalog lists; undefined where the catalog has none. */
  readonly newest: string | undefined;
  readonly support: PinSupport;
  readonly place: Place;
}

/**
 * How a pin is supported on the day of the report. `critical-fixes`: in support, and past its active part. `extended`: only
 * for those who pay.
 */
export type SupportKind = 'supported' | 'critical-fixes' | 'extended' | 'ended' | 'unknown';

export interface PinSupport {
  readonly kind: SupportKind;
  /** The last day of free support, where one is known. */
  readonly lastDay: IsoDate | undefined;
  /** The last day of paid support, where that goes on. */
  readonly paidUntil: IsoDate | undefined;
  readonly evidence: Evidence | undefined;
}

/** How two pins stand to each other. */
export interface ReportPair {
  /** Places in the list of pins; `row` is the higher. */
  readonly row: number;
  readonly column: number;
  readonly verdict: Verdict;
  /** In words, without a full stop. */
  readonly reason: string;
  readonly evidence: readonly Evidence[];
  /** What some of the versions reach that a range or a release line admits, where that is worse. */
  readonly worst:
    | { readonly verdict: Verdict; readonly reason: string; readonly evidence: readonly Evidence[] }
    | undefined;
  /** Place of the pin of the two that a finding would be about. */
  readonly at: number;
}

export interface ReportFinding {
  readonly code: Code;
  readonly severity: Severity;
  readonly message: string;
  readonly evidence: readonly Evidence[];
  readonly place: Place;
  /** Why it is accepted, and until when; undefined where it is not. */
  readonly accepted: { readonly reason: string; readonly until: IsoDate | undefined } | undefined;
}

/** Until when a stack is in support. */
export interface Timeline {
  readonly today: IsoDate;
  /** The first day on which one more pin is out of support, and places of the pins of which that is true. */
  readonly nextLoss: { readonly day: IsoDate; readonly pins: readonly number[] } | undefined;
  /** Places of the pins that are out of support already. */
  readonly lost: readonly number[];
  /** Pins of which at least one day is known, in the order of the stack. */
  readonly rows: readonly TimelineRow[];
  /** Places of the others. */
  readonly undated: readonly number[];
}

export interface TimelineRow {
  /** Place in the list of pins. */
  readonly pin: number;
  readonly own: LineSupport;
  /** The newest line that is out; undefined where that is the pin's own, or nothing is known of it. */
  readonly newest: LineSupport | undefined;
}

/** The support of one release line. */
export interface LineSupport {
  readonly line: string;
  /** One after the other, without gaps. */
  readonly phases: readonly Phase[];
}

export interface Phase {
  /** `maintenance`: critical fixes only. `extended`: for those who pay. */
  readonly kind: 'active' | 'maintenance' | 'extended';
  /** The first day; undefined where it is not known. */
  readonly from: IsoDate | undefined;
  /** The last day; undefined where none is known. */
  readonly until: IsoDate | undefined;
}
