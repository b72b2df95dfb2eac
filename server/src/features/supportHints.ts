/** Inlay hints: beside a pin whose support ends within the policy's window, or has ended, how many days that is. */
import { t } from '@vscode/l10n';
import type { InlayHint, Range } from 'vscode-languageserver-types';
import type { EffectiveStack, ResolvedPin } from '../analysis/analysis.ts';
import { contextOf } from '../analysis/ownCatalogs.ts';
import { isKnown } from '../analysis/pairs.ts';
import { policyOf } from '../analysis/policy.ts';
import { supportOfPin } from '../analysis/support.ts';
import { isInherited } from '../analysis/texts.ts';
import { daysBetween } from '../catalog/dates.ts';
import type { IsoDate } from '../catalog/model.ts';
import type { SupportState } from '../catalog/support.ts';
import { rangeOf } from '../manifest/tree.ts';
import { aliasOf } from '../resolve/fix/places.ts';
import type { CheckedDocument, ClientTraits } from './document.ts';
import { filled, paragraph, render } from './prose.ts';
import { sourceLink } from './supportWords.ts';

/**
 * The hints inside a range, in order of position. A range or a release line counts as its version with the longest support, as in
 * the findings `end-of-life` and `end-of-life-soon`.
 */
export function supportHints(
  { analysis, lines }: CheckedDocument,
  { start, end }: Range,
  { hover }: Pick<ClientTraits, 'hover'>,
): InlayHint[] {
  const [from, to] = [lines.offsetAt(start), lines.offsetAt(end)];
  const hints = new Map<number, InlayHint>();
  for (const stack of analysis.stacks) {
    for (const pin of stack.pins) {
      const at = placeOf(pin);
      if (at === undefined || at < from || at > to || hints.has(at)) continue;
      const support = endingOf(pin, stack, contextOf(analysis.context, stack.document));
      if (support === undefined) continue;
      const { statement, source } = support.evidence;
      hints.set(at, {
        position: lines.positionAt(at),
        label: endWords(support, analysis.context.date),
        paddingLeft: true,
        tooltip: render([paragraph(...filled(t('{0} ({1})'), statement, sourceLink(source)))], hover),
      });
    }
  }
  return [...hints].sort(([one], [two]) => one - two).map(([, hint]) => hint);
}

/** Behind the version, or the alias that stands for it; undefined for what is written in another file. */
function placeOf(pin: ResolvedPin): number | undefined {
  const { version } = pin.entry;
  return version === undefined || isInherited(pin) ? undefined : rangeOf(aliasOf(pin.entry) ?? version).end;
}

type Ending = Exclude<SupportState, { readonly state: 'unknown' }>;

/** The support of a pin, where it has ended or ends soon. */
function endingOf(
  pin: ResolvedPin,
  { composition }: EffectiveStack,
  context: Parameters<typeof supportOfPin>[1],
): Ending | undefined {
  if (!isKnown(pin)) return undefined;
  const support = supportOfPin(pin, context);
  if (support === undefined || support.state === 'unknown') return undefined;
  if (support.state !== 'supported') return support;
  if (support.ends === undefined) return undefined;
  return daysBetween(context.date, support.ends) <= policyOf(composition).supportWindow ? support : undefined;
}

function endWords(support: Ending, date: IsoDate): string {
  const { ends } = support;
  if (ends === undefined) return t('support ended');
  const days = daysBetween(date, ends);
  if (support.state !== 'supported')
    return days === -1 ? t('support ended yesterday') : t('support ended {0} days ago', -days);
  if (days === 0) return t('support ends today');
  return days === 1 ? t('support ends tomorrow') : t('support ends in {0} days', days);
}
