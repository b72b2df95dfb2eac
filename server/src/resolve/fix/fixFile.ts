/** What becomes of a whole file when all is fixed that can be: each of its documents by itself. */
import type { Finding, TextChange } from '../../analysis/finding.ts';
import { type FixedDocument, fixDocument } from './fixAll.ts';
import type { Fixing } from './fixing.ts';
import { MENDED } from './targets.ts';
import { settingOf } from './titles.ts';

export interface FixedFile {
  /** Those in which something changes, in order. */
  readonly documents: readonly FixedDocument[];
  readonly changes: readonly TextChange[];
  readonly resolved: readonly Finding[];
  /** What is told in the place of what is resolved. */
  readonly milder: readonly Finding[];
  /** Findings that should be mended by other versions, and for which none were found. */
  readonly left: readonly Finding[];
  /** No less would do for what is resolved. */
  readonly proven: boolean;
  /** What is set: "mesh to 2.2.1 and runner to 3.0.0", or "5 pins". */
  readonly setting: string;
}

/** Fixes all documents of a file. What is left is told also where nothing changes. */
export function fixFile(made: Fixing): FixedFile {
  const indexes = made.analysis.manifests.map(({ document }) => document.index);
  const documents: FixedDocument[] = [];
  const left: Finding[] = [];
  for (const index of indexes) {
    const fixed = fixDocument(index, made);
    if (fixed !== undefined) documents.push(fixed);
    left.push(...(fixed?.left ?? made.findingsOf(index).filter(({ code }) => MENDED.has(code))));
  }
  return {
    documents,
    changes: documents.flatMap(({ changes }) => changes),
    resolved: documents.flatMap(({ resolved }) => resolved),
    milder: documents.flatMap(({ milder }) => milder),
    left,
    proven: documents.every(({ proven }) => proven),
    setting: settingOf(
      documents.flatMap(({ edits }) => edits),
      (text) => indexes.flatMap((index) => made.readersOf(index)(text)),
    ),
  };
}
