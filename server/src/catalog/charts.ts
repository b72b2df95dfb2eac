/** Helm charts: which chart version installs which version of a component. */
import { compareVersions, parseVersion, type Version } from '../version/index.ts';
import type { Chart, Component } from './model.ts';

/** One version of a chart, and what it installs. */
export interface ChartVersion {
  readonly chart: Chart;
  /** The chart's own version, as its repository writes it. */
  readonly version: string;
  /** The version of the component. */
  readonly installs: string;
}

const byVersion = new WeakMap<Component, ReadonlyMap<string, readonly ChartVersion[]>>();

/**
 * What a chart version installs, by the charts of a component; empty when none of them is known to have this version. A
 * chart that keeps its number in step with the component has one answer, and several charts may have one each.
 * @param text a leading `v` makes no difference
 */
export function chartVersions(component: Component, text: string): readonly ChartVersion[] {
  if (component.charts === undefined) return [];
  let known = byVersion.get(component);
  if (known === undefined) {
    const found = new Map<string, ChartVersion[]>();
    for (const chart of component.charts) {
      for (const [installs, version] of Object.entries(chart.versions)) {
        const group = found.get(bare(version));
        if (group === undefined) found.set(bare(version), [{ chart, version, installs }]);
        else group.push({ chart, version, installs });
      }
    }
    known = found;
    byVersion.set(component, known);
  }
  return known.get(bare(text)) ?? [];
}

/** The newest chart version that installs a version of the component. */
export function chartFor(component: Component, chart: Chart, version: Version): string | undefined {
  const { scheme } = component.versions;
  const installs = Object.keys(chart.versions).find((text) => {
    const one = parseVersion(text, scheme);
    return one !== undefined && compareVersions(one, version) === 0;
  });
  return installs === undefined ? undefined : chart.versions[installs];
}

function bare(text: string): string {
  return text.replace(/^v(?=\d)/, '');
}
