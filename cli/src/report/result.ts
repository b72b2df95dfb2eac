/** What a check found, as values for the reporters. */

import type {
  Acknowledged,
  Finding,
  Fix,
  Related,
  Severity,
  TextChange,
} from '../../../server/src/analysis/finding.ts';
import type { IsoDate } from '../../../server/src/catalog/model.ts';
import { type LineIndex, type LinePosition, lineIndex } from '../../../server/src/manifest/lines.ts';
import type { OffsetRange } from '../../../server/src/manifest/tree.ts';
import { pathOf } from '../bases.ts';
import type { Since } from '../before/known.ts';
import type { Floor } from '../choices.ts';

/** One effective stack of a file. */
export interface CheckedStack {
  /** Position of its document in the YAML stream, from 0. */
  readonly document: number;
  readonly name: string | null;
  readonly environment: string | null;
  readonly pins: number;
  /** Pairs of pins with a known component. */
  readonly pairs: number;
  /** Pairs that some statement speaks about. */
  readonly pairsKnown: number;
}

/** A place in another file than the checked one, as lines and characters: a report needs no more of that file. */
export interface Elsewhere {
  readonly uri: string;
  readonly start: LinePosition;
  readonly end: LinePosition;
}

/** A place that takes part in a finding. */
export type Placed<T> = Omit<T, 'layer'> & { readonly elsewhere?: Elsewhere };

/** A finding as reports need it: plain data. */
export interface ReportedFinding extends Omit<Finding, 'fix' | 'related' | 'acknowledged'> {
  readonly related: readonly Placed<Related>[];
  readonly acknowledged: Placed<Acknowledged> | null;
}

export interface ReportedFix extends Omit<Fix, 'changes'> {
  readonly changes: readonly Placed<TextChange>[];
}

/** A finding with its fixes made. */
export interface CheckedFinding extends ReportedFinding {
  /** Best first. */
  readonly fixes: readonly ReportedFix[];
}

export interface CheckedFile {
  /** Relative to the working directory, with `/`. */
  readonly path: string;
  /** Empty where nothing was found in it: nobody asks for it then, and a tree has thousands. */
  readonly text: string;
  readonly stacks: readonly CheckedStack[];
  /** In order of position, without those that are acknowledged. */
  readonly findings: readonly CheckedFinding[];
  /** What is acknowledged, in order of position. */
  readonly acknowledged: readonly ReportedFinding[];
}

/** A table that was checked against. */
export interface UsedCatalog {
  readonly version: string;
  readonly updated: IsoDate;
}

export interface CheckResult {
  readonly asOf: IsoDate;
  /** The bundled catalog. */
  readonly catalog: UsedCatalog;
  /** Paths of the catalogs laid over it, in order. */
  readonly extraCatalogs: readonly string[];
  readonly files: readonly CheckedFile[];
  /** What was there before and is left out; undefined where nothing is compared. */
  readonly since?: Since | undefined;
  /** How a path is written: relative to the working directory, with `/`. */
  readonly named: (path: string) => string;
}

/** Of a text that many places are in, lines are counted once. */
const indexes = new WeakMap<object, LineIndex>();

/** The lines of a file. */
export function linesOf(file: { readonly text: string }): LineIndex {
  const known = indexes.get(file) ?? lineIndex(file.text);
  indexes.set(file, known);
  return known;
}

/** A place, without the file that it may be in. */
export function placed<T extends { readonly range: OffsetRange; readonly layer?: Related['layer'] }>(
  place: T,
): Placed<T> {
  const { layer, ...rest } = place;
  if (layer === undefined) return rest;
  const lines = linesOf(layer.manifest.document);
  const { start, end } = place.range;
  return { ...rest, elsewhere: { uri: layer.uri, start: lines.positionAt(start), end: lines.positionAt(end) } };
}

/**
 * A place that takes part in a finding, as reports write it.
 * @param named how a path is written
 */
export function placeOf(
  { elsewhere, range }: { readonly range: OffsetRange; readonly elsewhere?: Elsewhere },
  file: Pick<CheckedFile, 'path' | 'text'>,
  named: (path: string) => string,
): { readonly path: string; readonly start: LinePosition; readonly end: LinePosition } {
  if (elsewhere !== undefined) {
    const { uri, start, end } = elsewhere;
    return { path: named(pathOf(uri)), start, end };
  }
  const lines = linesOf(file);
  return { path: file.path, start: lines.positionAt(range.start), end: lines.positionAt(range.end) };
}

/** Most severe first. */
export const SEVERITIES: readonly Severity[] = ['error', 'warning', 'information', 'hint'];

/** Whether a finding is severe enough to make the command fail. */
export function reaches(floor: Floor, severity: Severity): boolean {
  return floor !== 'never' && SEVERITIES.indexOf(severity) <= SEVERITIES.indexOf(floor);
}

/** What a report counts. */
export interface Summary {
  readonly files: number;
  readonly stacks: number;
  readonly errors: number;
  readonly warnings: number;
  readonly information: number;
  readonly hints: number;
  /** In none of the counts by severity. */
  readonly acknowledged: number;
  /** Where it is compared with something: what was there before, in none of the other counts, and what of it is gone. */
  readonly known?: number;
  readonly gone?: number;
}

/** Counts everything that was found, whether a report lists it or not. */
export function summarise({ files, since }: Pick<CheckResult, 'files' | 'since'>): Summary {
  const found = files.flatMap(({ findings }) => findings);
  const count = (severity: Severity): number => found.filter((finding) => finding.severity === severity).length;
  return {
    files: files.length,
    stacks: files.reduce((sum, { stacks }) => sum + stacks.length, 0),
    errors: count('error'),
    warnings: count('warning'),
    information: count('information'),
    hints: count('hint'),
    acknowledged: files.reduce((sum, { acknowledged }) => sum + acknowledged.length, 0),
    ...(since === undefined ? {} : { known: since.known, gone: since.gone }),
  };
}
