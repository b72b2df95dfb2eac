/** Completion of a pin's `chart`: the charts that the catalog knows for its component, and their versions. */
import { t } from '@vscode/l10n';
import { type CompletionItem, CompletionItemKind } from 'vscode-languageserver-types';
import type { ResolvedPin } from '../analysis/analysis.ts';
import type { Chart, Component } from '../catalog/model.ts';
import { compareVersions, parseVersion } from '../version/index.ts';
import type { TextSlot } from './slot.ts';

/** Versions offered at most: the newest. */
const MOST_OFFERED = 200;

/** The keys of `chart` that can be completed. */
export type ChartKey = 'repository' | 'name' | 'version';

/** Whether a key of `chart` can be completed. */
export function isChartKey(key: string | undefined): key is ChartKey {
  return key === 'repository' || key === 'name' || key === 'version';
}

/**
 * The values for one key of `chart`. Of versions, the one that installs what is pinned comes first, then the newest.
 * @param pin undefined in a text too broken to tell; then nothing is known of the chart that is written
 */
export function chartItems(
  key: ChartKey,
  component: Component,
  pin: ResolvedPin | undefined,
  { range, written }: TextSlot,
): CompletionItem[] {
  const charts = component.charts ?? [];
  if (key !== 'version') {
    const texts = [...new Set(charts.map((chart) => chart[key]))];
    return texts.map((text) => ({
      label: text,
      kind: CompletionItemKind.Value,
      filterText: text,
      textEdit: { range, newText: written(text) },
    }));
  }
  const name = pin?.entry.chart?.name?.text;
  const chosen = charts.filter((chart) => name === undefined || chart.name === name);
  return chosen
    .flatMap((chart) => offersOf(chart, component, pin))
    .slice(0, MOST_OFFERED)
    .sort((a, b) => Number(b.isPinned) - Number(a.isPinned))
    .map(({ version, installs, isPinned }, index) => ({
      label: version,
      kind: CompletionItemKind.Value,
      detail: t('installs {0}', `${component.name} ${installs}`),
      ...(isPinned ? { preselect: true } : {}),
      filterText: version,
      sortText: String(index).padStart(4, '0'),
      textEdit: { range, newText: written(version) },
    }));
}

interface Offer {
  readonly version: string;
  readonly installs: string;
  /** It installs the version that is pinned. */
  readonly isPinned: boolean;
}

/** The versions of a chart, those that install the newest first. */
function offersOf(chart: Chart, component: Component, pin: ResolvedPin | undefined): Offer[] {
  const { scheme } = component.versions;
  const pinned = pin?.value?.kind === 'exact' ? pin.value.version : undefined;
  return Object.entries(chart.versions)
    .flatMap(([installs, version]) => {
      const parsed = parseVersion(installs, scheme);
      if (parsed === undefined) return [];
      const isPinned = pinned !== undefined && compareVersions(parsed, pinned) === 0;
      return [{ version, installs, parsed, isPinned }];
    })
    .sort((a, b) => compareVersions(b.parsed, a.parsed));
}
