/** Checks a case: every manifest of its workspace, with what is found in each as marks. */
import { checkExample, EXAMPLE_ROOT } from '../../scripts/pages/checkExample.ts';
import { withoutUsed } from '../../server/src/analysis/acknowledge.ts';
import type { Finding } from '../../server/src/analysis/finding.ts';
import type { StackManifest } from '../../server/src/manifest/stack.ts';
import { fixtureCatalog } from '../analysis/check.ts';
import type { Diagnosed, MarkedFile } from '../support/markers.ts';

export interface CheckedFile {
  readonly file: MarkedFile;
  /** None of what is no manifest. */
  readonly manifests: readonly StackManifest[];
  readonly findings: readonly Finding[];
  /**
   * What is to be marked in the file, of its own findings and of those in other files:
   * - `<code>: <severity> (<tag>) in <environments>: <message>`, without what does not apply;
   * - `related: <message> (<code>)` at each place that takes part in a finding, with the name of the finding's file where that is another;
   * - `accepted: <code> (<reason>)` at what is not shown, with the name of the base that accepts it.
   */
  readonly marks: readonly Diagnosed[];
}

const catalog = fixtureCatalog();

/** Checks the files as one workspace. */
export async function checkFiles(files: readonly MarkedFile[]): Promise<CheckedFile[]> {
  const workspace = files.some(({ name }) => name.startsWith('platform/')) ? { workspace: 'platform/' } : {};
  const checked = await checkExample({ files, ...workspace }, catalog);
  const marks = new Map(files.map(({ name }): [string, Diagnosed[]] => [EXAMPLE_ROOT + name, []]));
  const mark = (uri: string, one: Diagnosed): void => {
    const inFile = marks.get(uri);
    if (inFile === undefined) throw new Error(`${uri} is no file of the case: ${one.message}`);
    inFile.push(one);
  };
  const shown = checked.map(({ name, analysis }) => {
    const uri = EXAMPLE_ROOT + name;
    const used = checked.flatMap((one) => one.analysis.usedInBases).filter((one) => one.uri === uri);
    const findings = withoutUsed(
      analysis.findings,
      used.map(({ range }) => range),
    );
    for (const finding of findings) {
      const { code, range, related } = finding;
      mark(uri, { range, code, message: wordsOf(finding) });
      for (const { layer, range: place, message } of related) {
        const where = layer === undefined ? '' : ` in ${name}`;
        mark(layer?.uri ?? uri, { range: place, code: 'related', message: `${message} (${code}${where})` });
      }
    }
    for (const { code, range, acknowledged } of analysis.acknowledged) {
      const { reason = '', layer } = acknowledged ?? {};
      const by = layer === undefined ? '' : ` in ${layer.uri.slice(EXAMPLE_ROOT.length)}`;
      mark(uri, { range, code: 'accepted', message: `${code} (${reason}${by})` });
    }
    return { uri, findings, analysis };
  });
  return files.map((file): CheckedFile => {
    const uri = EXAMPLE_ROOT + file.name;
    const { analysis, findings = [] } = shown.find((one) => one.uri === uri) ?? {};
    return { file, manifests: analysis?.manifests ?? [], findings, marks: marks.get(uri) ?? [] };
  });
}

function wordsOf({ severity, tags, environments, message }: Finding): string {
  const tagged = tags.length === 0 ? '' : ` (${tags.join(', ')})`;
  const isEverywhere = environments.every((name) => name === null);
  const where = isEverywhere ? '' : ` in ${environments.map((name) => name ?? 'the file').join(', ')}`;
  return `${severity}${tagged}${where}: ${message}`;
}
