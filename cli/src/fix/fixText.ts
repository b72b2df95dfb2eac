/** Fixes one text. */
import type { Analysis } from '../../../server/src/analysis/analysis.ts';
import type { Finding, TextChange } from '../../../server/src/analysis/finding.ts';
import { lineIndex } from '../../../server/src/manifest/lines.ts';
import { fixDocument } from '../../../server/src/resolve/fix/fixAll.ts';
import { fixing } from '../../../server/src/resolve/fix/fixing.ts';
import { MENDED } from '../../../server/src/resolve/fix/targets.ts';
import { settingOf } from '../../../server/src/resolve/fix/titles.ts';

/** What became of a file. */
export interface FixedFile {
  readonly name: string;
  readonly before: string;
  /** The same as before where nothing is changed. */
  readonly text: string;
  /** What is set, one line each: "istio to 1.28.4", "kubernetes to 1.34.2 in this file". */
  readonly set: readonly string[];
  /** How many findings are gone. */
  readonly resolved: number;
  /** What has no answer. */
  readonly left: readonly LeftFinding[];
  /** No less would do. */
  readonly proven: boolean;
}

/** A finding that no versions mend, where it stands in the text afterwards. */
export interface LeftFinding extends Pick<Finding, 'code' | 'severity' | 'message'> {
  /** From 1. */
  readonly line: number;
  readonly column: number;
}

/** Makes each document of a text good, as far as that can be. Pure. */
export function fixText(name: string, before: string, analysis: Analysis): Omit<FixedFile, 'left'> {
  const made = fixing(analysis);
  const documents = analysis.manifests.flatMap(({ document }) => {
    const fixed = fixDocument(document.index, made);
    return fixed === undefined ? [] : [fixed];
  });
  const changes = documents.flatMap((one) => one.changes);
  return {
    name,
    before,
    text: applied(before, changes),
    set: documents.flatMap(({ document, edits }) => edits.map((edit) => settingOf([edit], made.readersOf(document)))),
    resolved: documents.reduce((sum, one) => sum + one.resolved.length, 0),
    proven: documents.every((one) => one.proven),
  };
}

/**
 * Finds what has no answer.
 * @param analysis of the text as it is after the fix
 */
export function leftIn(text: string, { findings }: Analysis): readonly LeftFinding[] {
  const lines = lineIndex(text);
  return findings
    .filter(({ code }) => MENDED.has(code))
    .map(({ code, severity, message, range }) => {
      const { line, character } = lines.positionAt(range.start);
      return { code, severity, message, line: line + 1, column: character + 1 };
    });
}

/** From the last change to the first, so that places before stay where they are. Of two at one place the first comes first. */
function applied(text: string, changes: readonly TextChange[]): string {
  const own = changes.filter(({ layer }) => layer === undefined);
  const ordered = own.map((change, index) => ({ ...change, index }));
  ordered.sort((a, b) => b.range.start - a.range.start || b.index - a.index);
  return ordered.reduce((now, { range, newText }) => now.slice(0, range.start) + newText + now.slice(range.end), text);
}
