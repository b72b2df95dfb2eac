/** A workspace of a few files in memory, for tests of what is composed of several. */
import type { Analysis, SeveritySettings } from '../../server/src/analysis/analysis.ts';
import { analyze } from '../../server/src/analysis/analyze.ts';
import type { ManifestSource } from '../../server/src/composition/layers.ts';
import { parseYaml } from '../../server/src/manifest/parse.ts';
import { readStacks } from '../../server/src/manifest/read.ts';
import { fixtureCatalog, TODAY, told } from '../analysis/check.ts';

/** Texts by path; the two lines that every manifest begins with are put before each that begins with neither. */
export type Files = { readonly [path: string]: string };

const ROOT = 'file:///stacks/';
const HEAD = 'apiVersion: stackpin/v1\nkind: Stack\n';

function whole(text: string): string {
  return /^(apiVersion|kind|#|---|\[)/.test(text) || text === '' ? text : HEAD + text;
}

/** The source that a host would make of these files; everything below `platform/` is the workspace, when there is such a folder. */
export function sourceOf(files: Files): ManifestSource {
  const parsed = new Map(
    Object.entries(files).map(([path, text]) => {
      const uri = ROOT + path;
      return [uri, { uri, manifests: readStacks(parseYaml(whole(text))) }] as const;
    }),
  );
  const folder = Object.keys(files).some((path) => path.startsWith('platform/')) ? `${ROOT}platform/` : ROOT;
  return {
    resolve: (path, from) => new URL(path, from).href,
    isInside: (uri) => uri.startsWith(folder),
    read: (uri) => parsed.get(uri) ?? { failed: 'there is no such file' },
  };
}

/** Checks one of the files. */
export function checkIn(files: Files, path: string, severities: SeveritySettings = {}): Analysis {
  const context = { catalog: fixtureCatalog(), date: TODAY, severities };
  return analyze(parseYaml(whole(files[path] ?? '')), context, { uri: ROOT + path, source: sourceOf(files) });
}

/** The findings of one of the files, one a line; related places in other files behind it. */
export function toldOf(files: Files, path: string): string[] {
  const analysis = checkIn(files, path);
  return told(analysis).map((line, index) => {
    const { related = [], environments = [] } = analysis.findings[index] ?? {};
    const places = related.map(({ layer, range }) => {
      const text = layer?.manifest.document.text ?? analysis.file.text;
      return `${layer === undefined ? path : layer.uri.slice(ROOT.length)}: ${text.slice(range.start, range.end)}`;
    });
    const where = environments.some((one) => one !== null)
      ? ` (in ${environments.map((one) => one ?? 'the file').join(', ')})`
      : '';
    return `${line}${where}${places.map((place) => `\n  ${place}`).join('')}`;
  });
}
