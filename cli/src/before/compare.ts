/** Opens what a check is compared with. */
import type { AnalysisContext } from '../../../server/src/analysis/analysis.ts';
import { type Host, isFailure } from '../host.ts';
import { textChecker } from '../oneFile.ts';
import { fingerprints } from '../report/fingerprint.ts';
import { decode } from '../text.ts';
import { readBaseline } from './baseline.ts';
import type { Before, Comparison } from './known.ts';
import { filesAt, type RevisionData, readRevision } from './revision.ts';

/** Opens it; what is wrong with it is one message. */
export async function openComparison(before: Before, host: Host): Promise<Comparison | { readonly problem: string }> {
  if ('baseline' in before) {
    const names = await readBaseline(before.baseline, host);
    if ('problem' in names) return names;
    return { name: before.baseline, namesOf: ({ name, path }) => names.get(path ?? name) ?? new Set() };
  }
  const revision = await readRevision(before.revision, host);
  if ('problem' in revision) return revision;
  return {
    name: before.revision,
    revision,
    namesOf: ({ path, before: names }, now) => {
      // Of standard input git knows nothing.
      if (path === undefined) return new Set();
      return new Set(names ?? fingerprints(now.findings, now.text));
    },
  };
}

/**
 * The fingerprints of what was found in a file at a revision; undefined where that is what is found now.
 * @param path absolute
 * @param bases absolute paths of what it extends
 */
export type CheckThen = (path: string, bases: readonly string[]) => Promise<readonly string[] | undefined>;

/**
 * Makes what checks files as they were.
 * @param context what they are checked with now
 * @param laid the paths of the catalogs in it, as given
 */
export function thenChecker(
  data: RevisionData,
  context: AnalysisContext,
  laid: readonly string[],
  host: Host,
): CheckThen {
  const revision = filesAt(data, host);
  const checkThen = textChecker(context, laid, revision.host);
  const isSame = async (paths: readonly string[]): Promise<boolean> => {
    if (revision.hasOtherCatalogs) return false;
    for (const path of paths) if (!(await revision.isUnchanged(path))) return false;
    return true;
  };
  return async (path, bases) => {
    if (await isSame([path, ...bases])) return undefined;
    const bytes = await revision.host.readFile(path);
    const text = isFailure(bytes) ? bytes : decode(bytes);
    if (isFailure(text)) return [];
    const { analysis } = await checkThen(text, path);
    return fingerprints(analysis.findings, text);
  };
}
