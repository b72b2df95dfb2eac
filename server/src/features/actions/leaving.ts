/** What keeps pins from being written in a base. */
import { t } from '@vscode/l10n';
import { list } from '../../analysis/texts.ts';
import { rangeOf } from '../../manifest/tree.ts';
import { type ExtractedPins, extractedPins } from '../../rewrite/extractedPins.ts';
import type { ActionPlace } from './offer.ts';
import type { PinPlace } from './pinsAt.ts';

/** Pins taken out of the file, or the reason why they cannot be: then something that is told of them now would be lost, or would come. */
export function leaving(places: readonly PinPlace[], place: ActionPlace): ExtractedPins | string {
  const { manifest } = place;
  const [first] = places;
  if (first === undefined) return '';
  const taken = extractedPins(
    first.mapping,
    places.map(({ pin }) => pin),
    manifest,
  );
  if (taken === 'anchored') return t('An anchor and its alias would be in different files.');
  if (taken === 'unmovable')
    return t('The entries cannot be moved: the text is broken, has merge keys, or has several entries in a line.');
  return overriding(places, place) ?? accepted(places, place) ?? taken;
}

/** A pin over one of a base is told what that allows; from below nobody would tell. */
function overriding(places: readonly PinPlace[], { checked, manifest }: ActionPlace): string | undefined {
  const entries = new Set(places.map(({ pin }) => pin));
  for (const stack of checked.analysis.stacks) {
    if (stack.manifest !== manifest || stack.environment !== null) continue;
    const found = stack.pins.find(({ entry, layer, overrides }) => {
      return entries.has(entry) && overrides !== undefined && overrides.layer !== layer;
    });
    if (found !== undefined) return t('{0} takes the place of a pin of a base.', found.entry.instance);
  }
  return undefined;
}

/** What a file accepts of its pins it does not accept of those of a base, and the other way round. */
function accepted(places: readonly PinPlace[], { checked, manifest }: ActionPlace): string | undefined {
  const names = new Set(places.map(({ pin }) => pin.instance));
  const { document, acknowledgeEntry } = manifest;
  for (const finding of checked.analysis.acknowledged) {
    const { acknowledged, pins } = finding;
    if (acknowledged === null || acknowledged.layer !== undefined) continue;
    const { start, end } = document.range;
    if (finding.range.start < start || finding.range.start > end) continue;
    const about = pins.filter(({ instance }) => names.has(instance));
    if (about.length === 0) continue;
    const list = acknowledgeEntry && rangeOf(acknowledgeEntry);
    const isEntry = list !== undefined && acknowledged.range.start >= list.start && acknowledged.range.end <= list.end;
    // An entry holds where the finding is told; a comment moves with the pin that it is about.
    if (isEntry === (about.length === pins.length)) return reasonFor(about.map(({ instance }) => instance));
  }
  return undefined;
}

function reasonFor(names: readonly string[]): string {
  return t('What is accepted of {0} in this file would be told again.', list(names));
}
