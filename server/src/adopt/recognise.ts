/** What is seen in files, mapped to components of the catalog. What cannot be is told, and never guessed. */
import type { Catalog } from '../catalog/model.ts';
import { type ChartIndex, chartIndex, type FoundChart, installedBy } from './chartPlaces.ts';
import { pinText } from './componentVersion.ts';
import { imageRow, versionTexts } from './images.ts';
import { chartName, type Hint, type NotRecognised, type Reading, type Reason, type Sighting } from './sighting.ts';

/** A version of a component, and where it stands. */
export interface Recognised {
  readonly component: string;
  /** As it is pinned: an exact version or a release line. */
  readonly version: string;
  readonly path: string;
  /** From 1. */
  readonly line: number;
  /** The chart that installs it, where it was seen as one of a known repository. */
  readonly chart?: { readonly repository: string; readonly name: string; readonly version: string };
}

export interface Recognition {
  /** In the order in which they were read. */
  readonly found: readonly Recognised[];
  readonly notRecognised: readonly NotRecognised[];
}

type Answer = Omit<Recognised, 'path' | 'line'> | { readonly reason: Reason; readonly component?: string };

/** Maps everything that was read. */
export function recognise(readings: readonly Reading[], catalog: Catalog): Recognition {
  const found: Recognised[] = [];
  const notRecognised: NotRecognised[] = [];
  const repositories = repositoriesIn(readings);
  let charts: ChartIndex | undefined;
  const answer = ({ hint, version }: Sighting): Answer => {
    if (hint.kind === 'image') return imageAnswer(hint, version, catalog);
    if (hint.kind === 'product') return productAnswer(hint.component, version, catalog);
    charts ??= chartIndex(catalog);
    return chartAnswer(hint, version, charts, repositories);
  };
  for (const { sightings, notRecognised: own } of withoutLocked(readings)) {
    notRecognised.push(...own);
    for (const sighting of sightings) {
      const { path, line } = sighting;
      const said = answer(sighting);
      if ('reason' in said) notRecognised.push({ path, line, what: whatOf(sighting), ...said });
      else found.push({ ...said, path, line });
    }
  }
  return { found, notRecognised };
}

/** What `Chart.lock` says of a chart is what is installed: `Chart.yaml` beside it gives a range of the same. */
function withoutLocked(readings: readonly Reading[]): readonly Reading[] {
  const locked = new Set<string>();
  for (const { path, hint } of readings.flatMap(({ sightings }) => sightings))
    if (path.endsWith('.lock') && hint.kind === 'chart') locked.add(`${path}\n${hint.name}`);
  return readings.map((reading) => ({
    ...reading,
    sightings: reading.sightings.filter(
      ({ path, hint }) =>
        hint.kind !== 'chart' ||
        !/(?:^|\/)(?:Chart|requirements)\.yaml$/.test(path) ||
        !locked.has(`${path.replace(/yaml$/, 'lock')}\n${hint.name}`),
    ),
  }));
}

/** Addresses by key; also by the name alone where only one object has it, as a namespace is often set elsewhere. */
function repositoriesIn(readings: readonly Reading[]): ReadonlyMap<string, string> {
  const all = new Map(readings.flatMap(({ repositories }) => [...repositories]));
  const named = new Map<string, Set<string>>();
  for (const [key, address] of all) {
    const name = key.slice(key.indexOf('/'));
    named.set(name, (named.get(name) ?? new Set()).add(address));
  }
  for (const [name, addresses] of named) {
    const [only] = addresses;
    if (addresses.size === 1 && only !== undefined) all.set(name, only);
  }
  return all;
}

function imageAnswer({ repository, digest }: Hint & { kind: 'image' }, tag: string, catalog: Catalog): Answer {
  const row = imageRow(repository);
  if (row === undefined) return { reason: 'unknown-image' };
  const id = row.component;
  const component = catalog.component(id);
  if (component === undefined) return { reason: 'unknown-component', component: id };
  if (tag === '') return { reason: digest ? 'digest' : 'no-version', component: id };
  for (const text of versionTexts(tag, row)) {
    const version = pinText(component, text);
    if (version !== undefined) return { component: id, version };
  }
  return { reason: /\d/.test(tag) ? 'not-a-version' : 'latest', component: id };
}

/** Distributions of Kubernetes by what they put behind its version. */
const BUILDS: readonly (readonly [suffix: RegExp, component: string])[] = [
  [/\+k3s\d/, 'k3s'],
  [/\+rke2r\d/, 'rke2'],
  [/\+k0s/, 'k0s'],
  [/-gke\.\d/, 'google-gke'],
  [/-eks-/, 'amazon-eks'],
];

function productAnswer(id: string, version: string, catalog: Catalog): Answer {
  const build = id === 'kubernetes' ? BUILDS.find(([suffix]) => suffix.test(version))?.[1] : undefined;
  const component = catalog.component(build ?? id);
  if (component === undefined) return { reason: 'unknown-component', component: build ?? id };
  if (version === '') return { reason: 'no-version', component: component.id };
  // What EKS puts behind it is a commit; the service counts in lines of Kubernetes.
  const text = build === 'amazon-eks' ? version.replace(/^(v?\d+\.\d+)\..*$/, '$1') : version;
  const pinned = pinText(component, id === 'kubectl' ? (text.split(/[+-]/, 1)[0] ?? '') : text);
  return pinned === undefined
    ? { reason: 'not-a-version', component: component.id }
    : { component: component.id, version: pinned };
}

function chartAnswer(
  hint: Hint & { kind: 'chart' },
  version: string,
  charts: ChartIndex,
  repositories: ReadonlyMap<string, string>,
): Answer {
  const key = hint.repositoryKey;
  const address = hint.repository ?? (key && (repositories.get(key) ?? repositories.get(key.slice(key.indexOf('/')))));
  const chart = address === undefined ? theOnly(charts.named(hint.name)) : charts.find(hint.name, address);
  if (chart === undefined) return { reason: 'unknown-chart' };
  const { id } = chart.component;
  // Others may call a chart the same: without its repository, what it installs has to agree with the catalog.
  if (address === undefined && hint.installs === undefined) return { reason: 'unknown-repository', component: id };
  if (version === '') return { reason: 'no-version', component: id };
  if (!/^v?\d+\.\d+\.\d+(?:[-+][\w.+-]+)?$/.test(version)) return { reason: 'chart-range', component: id };
  const installs = installedBy(chart, version);
  const pinned = installs === undefined ? undefined : pinText(chart.component, installs);
  if (pinned === undefined) return { reason: 'chart-version', component: id };
  if (address === undefined)
    return pinText(chart.component, hint.installs ?? '') === pinned
      ? { component: id, version: pinned }
      : { reason: 'chart-version', component: id };
  return { component: id, version: pinned, chart: { repository: address, name: hint.name, version } };
}

function theOnly(charts: readonly FoundChart[]): FoundChart | undefined {
  return charts.length === 1 ? charts[0] : undefined;
}

function whatOf({ hint, version }: Sighting): string {
  switch (hint.kind) {
    case 'image':
      return version === '' ? hint.repository : `${hint.repository}:${version}`;
    case 'chart':
      return chartName(hint.name, version);
    case 'product':
      return version === '' ? hint.component : `${hint.component} ${version}`;
  }
}
