/** The newest version of a pin that fits its stack, and what stands against a newer one. */
import { t } from '@vscode/l10n';
import type { AnalysisContext } from '../analysis/analysis.ts';
import type { Component } from '../catalog/model.ts';
import { latestOf } from '../catalog/queries.ts';
import { conflictWords } from './conflictWords.ts';
import { hasEnded } from './nameRanks.ts';
import { type Block, filled, inRow, paragraph, type Span } from './prose.ts';
import { fitJudge, newestFitting, type PlacedPin } from './versionFit.ts';

/** A sentence or two; nothing where no version fits without anything against it. */
export function newestBlocks(component: Component, place: PlacedPin, context: AnalysisContext): Block[] {
  if (hasEnded(component.status)) return [];
  const newest = newestFitting(component, place, context);
  if (newest === undefined) return [];
  const isPinned = place.pin.value?.kind === 'exact' && place.pin.candidates[0] === newest;
  const version: Span = { code: newest };
  const first = isPinned
    ? filled(t('{0} is the newest version that nothing speaks against.'), version)
    : filled(t('The newest version that nothing speaks against is {0}.'), version);
  const latest = latestOf(component);
  const against =
    latest === undefined || latest === newest ? '' : conflictWords(fitJudge(component, place, context)(latest).against);
  if (latest === undefined || against === '') return [paragraph(...first)];
  const newer = filled(t('{0} is newer: {1}.'), { code: latest }, against);
  return [paragraph(...inRow(first, newer))];
}
