/**
 * Catalogs in YAML that were written for a newer version of the format (docs/catalog-format.md, "Versions of the format"): of a
 * newer minor version what is not known is left out and counted, a newer major one is not read.
 */
import { t } from '@vscode/l10n';
import { nodeAtPath } from '../manifest/pathRange.ts';
import { followed } from '../manifest/read.ts';
import type { SchemaProblem } from '../manifest/stack.ts';
import { type OffsetRange, rangeOf, type YamlDocument } from '../manifest/tree.ts';
import { sentences } from '../words.ts';
import { PLAIN_KEYS, shapeOf } from './understood.ts';

/** The version that is read here: `stackpin/v1`, without a minor number as long as that is 0. */
const MAJOR = 1;
const MINOR = 0;
const API_VERSION = /^stackpin\/v([1-9]\d{0,3})(?:\.(\d{1,4}))?$/;

/** What a file says of its format, where that is newer than what is read here. */
export interface NewerFormat {
  readonly kind: 'major' | 'minor';
  /** As it is written. */
  readonly version: string;
  readonly range: OffsetRange;
}

/** Undefined where the format is known here, or where what is written is no version of it. */
export function newerFormatOf({ root }: YamlDocument): NewerFormat | undefined {
  const node = followed(nodeAtPath(root, ['apiVersion'])?.node);
  if (node?.kind !== 'scalar') return undefined;
  const [version, major, minor = '0'] = API_VERSION.exec(node.text) ?? [];
  if (version === undefined) return undefined;
  const range = rangeOf(node);
  if (Number(major) > MAJOR) return { kind: 'major', version, range };
  return Number(major) === MAJOR && Number(minor) > MINOR ? { kind: 'minor', version, range } : undefined;
}

/** What is said of a catalog that is not read. */
export function majorWords({ version }: NewerFormat): string {
  return t(
    'This catalog is written in {0}, and this version of Stackpin reads {1}. Install a newer Stackpin, which also works without a network, or write the catalog in {1}.',
    version,
    'stackpin/v1',
  );
}

/** What is said of a catalog of which something may be left out. */
export function minorWords({ version }: NewerFormat, leftOut: number): string {
  const lead = t('This catalog is written in {0}, and this version of Stackpin knows {1}.', version, 'stackpin/v1');
  const rest =
    leftOut === 1
      ? t('1 entry that it does not know is left out.')
      : t('{0} entries that it does not know are left out.', leftOut);
  return sentences(lead, rest, t('Install a newer Stackpin to have everything count.'));
}

/** Keywords of the schema by which something shows that was added later. */
const ADDED = ['additionalProperties', 'enum', 'const', 'false schema'];

/** What remains of the schema's problems, and how many entries are left out. */
export interface Forgiven {
  readonly problems: readonly SchemaProblem[];
  readonly leftOut: number;
}

/** Takes out what is only unknown: whole statements, and keys that stand in none. */
export function forgiven(problems: readonly SchemaProblem[], { root }: YamlDocument): Forgiven {
  const units = new Set<string>();
  const unitOf = ({ path }: SchemaProblem): readonly string[] => {
    const [section, , key = ''] = path;
    if (section !== 'components' || path.length < 3 || PLAIN_KEYS.includes(key)) return path;
    const isList = followed(nodeAtPath(root, path.slice(0, 3))?.node)?.kind === 'sequence';
    return path.slice(0, shapeOf(key) !== undefined && isList ? 4 : 3);
  };
  const isAdded = (problem: SchemaProblem): boolean => {
    const [section, , key = ''] = problem.path;
    if (problem.keyword === 'additionalProperties') return true;
    // Layers, statuses and schemes are not added by a minor version; neither is another value at the top.
    return ADDED.includes(problem.keyword) && section === 'components' && shapeOf(key) !== undefined;
  };
  for (const problem of problems) if (isAdded(problem)) units.add(JSON.stringify(unitOf(problem)));
  const remaining = problems.filter((problem) => {
    if (problem.path.length === 1 && problem.path[0] === 'apiVersion') return false;
    return !units.has(JSON.stringify(unitOf(problem))) && !isAdded(problem);
  });
  let leftOut = 0;
  for (const unit of units) leftOut += countAt(root, JSON.parse(unit));
  return { problems: remaining, leftOut };
}

/** Of a list that is not known as a whole, its items count. */
function countAt(root: YamlDocument['root'], path: readonly string[]): number {
  const node = followed(nodeAtPath(root, path)?.node);
  return path.length === 3 && node?.kind === 'sequence' ? Math.max(node.items.length, 1) : 1;
}
