/** Findings that were there before: they are left out of a report, and of what fails. */
import { fingerprints } from '../report/fingerprint.ts';
import type { CheckedFile } from '../report/result.ts';
import type { RevisionData } from './revision.ts';

/** What a check is compared with. */
export type Before = { readonly baseline: string } | { readonly revision: string };

/** A file that was checked. */
export interface Seen {
  /** As reports write it. */
  readonly name: string;
  /** Absolute; undefined for standard input. */
  readonly path: string | undefined;
  /** Absolute paths of what it extends. */
  readonly bases: readonly string[];
  /** The fingerprints of what was found in it at a revision; undefined where that is what is found now, and of a baseline. */
  readonly before: readonly string[] | undefined;
}

/** What was found before. */
export interface Comparison {
  /** As a person named it. */
  readonly name: string;
  /** The revision, where it is one: whoever checks a file checks it as it was then, too. */
  readonly revision?: RevisionData;
  /**
   * The fingerprints of what was found in a file then.
   * @param now what is found in it now
   */
  namesOf(seen: Seen, now: CheckedFile): ReadonlySet<string>;
}

/** What became of what was found before. */
export interface Since {
  readonly name: string;
  /** Findings that were there before, and are not listed. */
  readonly known: number;
  /** Findings of before in the files that were checked, which are gone. */
  readonly gone: number;
}

/** Leaves out what was there before. The files are those that were seen, in their order. */
export function onlyNew(
  files: readonly CheckedFile[],
  seen: readonly Seen[],
  { name, namesOf }: Comparison,
): { readonly files: readonly CheckedFile[]; readonly since: Since } {
  let [known, gone] = [0, 0];
  const left: CheckedFile[] = [];
  for (const [index, file] of files.entries()) {
    const one = seen[index];
    const was = one === undefined ? new Set<string>() : namesOf(one, file);
    const names = fingerprints(file.findings, file.text);
    const is = new Set(names);
    gone += [...was].filter((other) => !is.has(other)).length;
    const findings = file.findings.filter((_, at) => !was.has(names[at] ?? ''));
    known += file.findings.length - findings.length;
    left.push({ ...file, findings });
  }
  return { files: left, since: { name, known, gone } };
}
