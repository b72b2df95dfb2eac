/** Trying a fix before it is offered: what it resolves, and that nothing else comes of it. */
import type { Analysis } from '../../analysis/analysis.ts';
import type { Finding, Severity, TextChange } from '../../analysis/finding.ts';
import { type AnalysisMemory, analysisMemory } from '../../analysis/memory.ts';
import { type Rewriting, recheck } from '../../analysis/recheck.ts';
import type { PinEntry } from '../../manifest/stack.ts';
import { insertPins } from './insertPin.ts';
import { type Edit, written } from './places.ts';

/** A fix that was tried, and of which no other finding came. */
export interface Tried {
  readonly changes: readonly TextChange[];
  /** The findings that are gone after it. */
  readonly resolved: readonly Finding[];
}

export interface Trials {
  /**
   * Tries some edits together.
   * @param document position in the YAML stream
   * @param mayCome which findings may come of them; none where this is absent
   * @returns undefined where they cannot be written, or another finding comes of them
   */
  attempt(document: number, edits: readonly Edit[], mayCome?: (finding: Finding) => boolean): Tried | undefined;
  /** What is found now in a document, also what is acknowledged. */
  found(document: number): readonly Finding[];
}

/** Makes trials of one analysis; what one finds out is not worked out again for the next. */
export function trials(analysis: Analysis): Trials {
  const memory: AnalysisMemory = analysisMemory();
  const known = new Map<number, readonly Finding[]>();
  const found = (document: number): readonly Finding[] => {
    const findings = known.get(document) ?? recheck(analysis, document, UNCHANGED, memory);
    known.set(document, findings);
    return findings;
  };
  return {
    found,
    attempt: (document, edits, mayCome = () => false) => {
      const manifest = analysis.manifests.find((one) => one.document.index === document);
      if (manifest === undefined) return undefined;
      const parts = edits.map(written);
      const made = parts.filter((one) => one !== undefined);
      const inserted = made.flatMap((one) => one.inserted ?? []);
      const insertion = inserted.length === 0 ? undefined : insertPins(manifest, inserted);
      if (made.length < parts.length || (inserted.length > 0 && insertion === undefined)) return undefined;
      const changes = [...made.flatMap((one) => one.changes), ...(insertion === undefined ? [] : [insertion])];
      const rewritings = made.map(({ rewriting }) => rewriting);
      const before = found(document);
      const after = recheck(analysis, document, together(rewritings), memory);
      const left = new Set(after.flatMap(keysOf));
      const resolved = before.filter((one) => one.acknowledged === null && !keysOf(one).some((key) => left.has(key)));
      const there = new Set(before.flatMap(keysOf));
      const came = after.filter((one) => one.acknowledged === null && keysOf(one).some((key) => !there.has(key)));
      return came.every((one) => isMilder(one, resolved) || mayCome(one)) ? { changes, resolved } : undefined;
    },
  };
}

const UNCHANGED: Rewriting = { entry: (entry) => entry, added: [] };

function together(rewritings: readonly Rewriting[]): Rewriting {
  return {
    entry: (entry) => rewritings.reduce<PinEntry>((one, rewriting) => rewriting.entry(one), entry),
    added: rewritings.flatMap(({ added }) => added),
  };
}

/** What tells a finding from others whatever versions its message names: one key for each stack that it holds in. */
export function keysOf({ code, environments, pins, message }: Finding): string[] {
  const about =
    pins.length === 0
      ? message
      : pins
          .map(({ instance }) => instance)
          .sort()
          .join('\n');
  return environments.map((environment) => `${code}\n${environment ?? ''}\n${about}`);
}

const RANK: { readonly [severity in Severity]: number } = { hint: 0, information: 1, warning: 2, error: 3 };

/**
 * Whether a finding is what is left of one that is gone: of no other pins, and less severe. And what accepted a finding that
 * is gone may be taken away.
 */
function isMilder({ code, severity, pins }: Finding, resolved: readonly Finding[]): boolean {
  if (code === 'unused-acknowledgement') return true;
  return resolved.some(
    (one) =>
      RANK[severity] < RANK[one.severity] &&
      pins.every(({ instance }) => one.pins.some((pin) => pin.instance === instance)),
  );
}
