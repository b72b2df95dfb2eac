/** Opens what a check is compared with. */
import { type Host, isFailure } from '../host.ts';
import type { TextChecker } from '../oneFile.ts';
import { fingerprints } from '../report/fingerprint.ts';
import { decode } from '../text.ts';
import { readBaseline } from './baseline.ts';
import type { Before, Comparison } from './known.ts';
import { openRevision } from './revision.ts';

/**
 * Opens it; what is wrong with it is one message.
 * @param checkerOn makes what checks texts by the files of a host
 */
export async function openComparison(
  before: Before,
  host: Host,
  checkerOn: (host: Host) => TextChecker,
): Promise<Comparison | { readonly problem: string }> {
  if ('baseline' in before) {
    const names = await readBaseline(before.baseline, host);
    if ('problem' in names) return names;
    return { name: before.baseline, namesOf: async ({ name, path }) => names.get(path ?? name) ?? new Set() };
  }
  const revision = await openRevision(before.revision, host);
  if ('problem' in revision) return revision;
  const checkThen = checkerOn(revision.host);
  const isSame = async (paths: readonly string[]): Promise<boolean> => {
    if (revision.hasOtherCatalogs) return false;
    for (const path of paths) if (!(await revision.isUnchanged(path))) return false;
    return true;
  };
  return {
    name: before.revision,
    namesOf: async ({ path, bases }, now) => {
      // Of standard input git knows nothing.
      if (path === undefined) return new Set();
      if (await isSame([path, ...bases])) return new Set(fingerprints(now.findings, now.text));
      const bytes = await revision.host.readFile(path);
      const text = isFailure(bytes) ? bytes : decode(bytes);
      if (isFailure(text)) return new Set();
      const { analysis } = await checkThen(text, path);
      return new Set(fingerprints(analysis.findings, text));
    },
  };
}
