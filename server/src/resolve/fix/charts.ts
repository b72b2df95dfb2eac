/** The chart that installs what is pinned, where a manifest keeps the two in step. */
import type { ResolvedPin } from '../../analysis/analysis.ts';
import { chartFor, chartVersions } from '../../catalog/charts.ts';
import type { ScalarNode } from '../../manifest/tree.ts';
import { parseVersion } from '../../version/index.ts';

/**
 * What the version of a pin's chart has to become when the pin changes.
 * @returns undefined where it stays, or nobody knows
 */
export function chartInStep(
  { component, entry, value }: Pick<ResolvedPin, 'component' | 'entry' | 'value'>,
  to: string,
): { readonly node: ScalarNode; readonly to: string } | undefined {
  const { name, version: node } = entry.chart ?? {};
  if (component === undefined || name === undefined || node === undefined) return undefined;
  if (value?.kind !== 'exact' || node === entry.version) return undefined;
  const now = chartVersions(component, node.text).find(({ chart }) => chart.name === name.text);
  const version = parseVersion(to, component.versions.scheme);
  const right = now && version && chartFor(component, now.chart, version);
  if (now === undefined || right === undefined || right === node.text) return undefined;
  return { node, to: /^v\d/.test(node.text) && !/^v/.test(right) ? `v${right}` : right };
}
