/** How a pinned version stands to the versions that the catalog lists. */
import { type ChartVersion, chartVersions } from '../catalog/charts.ts';
import type { Component, Line } from '../catalog/model.ts';
import { allVersions, lineOf } from '../catalog/queries.ts';
import { compareVersions, isPrerelease, parseVersion, type Range, type Version } from '../version/index.ts';
import type { LookedUpPin } from './analysis.ts';

export type Listing =
  /** Listed, or a vendor's build of a listed release. */
  | { readonly kind: 'listed' }
  /** Newer than everything that the catalog knows of its line, or than every line. `newest` is the newest it knows there. */
  | { readonly kind: 'newer'; readonly newest: string }
  /** No version of the component, but one of its chart, which installs `installs`. */
  | { readonly kind: 'chart'; readonly chart: ChartVersion }
  /** The catalog lists this line in full, and this version is not in it. */
  | { readonly kind: 'missing'; readonly line: Line }
  /** The catalog does not list this line in full, so that the version's absence says nothing. */
  | { readonly kind: 'unlisted' };

/** Classifies an exact pin, or a range that admits no listed version; anything else is `unlisted`. */
export function listingOf(pin: LookedUpPin): Listing {
  const { component, value } = pin;
  if (component === undefined || value === undefined) return { kind: 'unlisted' };
  if (value.kind === 'range' && pin.candidates.length === 0) return emptyRange(component, value.range);
  if (value.kind !== 'exact') return { kind: 'unlisted' };
  const { version } = value;
  const line = lineOf(component, version);
  const versions = line === undefined ? allVersions(component) : [...line.versions].reverse();
  if (versions.some((text) => isSameRelease(text, version, component))) return { kind: 'listed' };
  const [chart] = chartVersions(component, version.text);
  if (chart !== undefined && !isListed(component, version)) return { kind: 'chart', chart };
  const [newest] = versions;
  const newestVersion = newest === undefined ? undefined : parseVersion(newest, component.versions.scheme);
  if (newest !== undefined && newestVersion !== undefined && compareVersions(version, newestVersion) > 0)
    return { kind: 'newer', newest };
  // Catalogs list releases, not their candidates.
  return line?.complete === true && !isPrerelease(version) ? { kind: 'missing', line } : { kind: 'unlisted' };
}

/** Whether a pin holds the version of a chart in place of the component's own. */
export function isVersionOfChart(pin: LookedUpPin): boolean {
  const { component, value } = pin;
  if (component === undefined || value?.kind !== 'exact') return false;
  return chartVersions(component, value.version.text).length > 0 && listingOf(pin).kind === 'chart';
}

/** A range that admits nothing listed: it asks for what is newer, or for versions that the catalog does not list. */
function emptyRange(component: Component, range: Range): Listing {
  const [newest] = allVersions(component);
  const newestVersion = newest === undefined ? undefined : parseVersion(newest, component.versions.scheme);
  if (newest === undefined || newestVersion === undefined) return { kind: 'unlisted' };
  const asksForNewer = range.alternatives.some((comparators) =>
    comparators.some(
      ({ operator, version }) => operator !== '<' && operator !== '<=' && compareVersions(version, newestVersion) > 0,
    ),
  );
  return asksForNewer ? { kind: 'newer', newest } : { kind: 'unlisted' };
}

function isListed(component: Component, version: Version): boolean {
  return allVersions(component).some((text) => isSameRelease(text, version, component));
}

function isSameRelease(text: string, version: Version, component: Component): boolean {
  const listed = parseVersion(text, component.versions.scheme);
  if (listed === undefined) return false;
  if (compareVersions(listed, version) === 0) return true;
  // A vendor's build of a release that the catalog lists without one: `1.33.5-gke.1080000` of Kubernetes 1.33.5.
  const vendorBuild = version.build.length > 0 && listed.build.length === 0;
  return vendorBuild && compareVersions(listed, { ...version, build: [], text: listed.text }) === 0;
}
