/** Sorts components by the layer of the platform that they belong to. */
import { t } from '@vscode/l10n';
import { CodeActionKind } from 'vscode-languageserver-types';
import { contextOf } from '../../analysis/ownCatalogs.ts';
import { LAYERS } from '../../catalog/model.ts';
import type { PinEntry, StackManifest } from '../../manifest/stack.ts';
import { type PinMapping, pinMappings } from '../../rewrite/pinMappings.ts';
import { type Sorting, sorting } from '../../rewrite/sorting.ts';
import { SORT_KIND } from '../advertised.ts';
import type { CheckedDocument } from '../document.ts';
import { workspaceEdit } from '../workspaceEdit.ts';
import type { ActionMaker, ActionPlace, Offer } from './offer.ts';
import { isOnKey } from './pinsAt.ts';

/** At the key of a mapping that mapping, and as a source action all of the file that can be sorted. */
export const sortComponents: ActionMaker = {
  name: 'sort-components',
  kinds: [CodeActionKind.RefactorRewrite, SORT_KIND],
  offers: (place) => [...atKey(place), ...inFile(place)],
};

function atKey(place: ActionPlace): readonly Offer[] {
  const { manifest, checked, traits } = place;
  const mapping = pinMappings(manifest).find(({ key }) => isOnKey(place, key));
  const sorted = mapping && sortedByLayer(mapping, manifest, checked);
  if (sorted === undefined || sorted.kind === 'sorted') return [];
  return [
    {
      title: t('Sort components by layer'),
      kind: CodeActionKind.RefactorRewrite,
      disabled: reasonFor(sorted.kind),
      edit: () => (sorted.kind === 'change' ? workspaceEdit(checked, sorted.changes, traits.codeActions) : undefined),
    },
  ];
}

function inFile({ checked, traits, isWanted }: ActionPlace): readonly Offer[] {
  if (!isWanted(SORT_KIND)) return [];
  const changes = checked.analysis.manifests.flatMap((manifest) =>
    pinMappings(manifest).flatMap((mapping) => {
      const sorted = sortedByLayer(mapping, manifest, checked);
      return sorted.kind === 'change' ? sorted.changes : [];
    }),
  );
  if (changes.length === 0) return [];
  return [
    {
      title: t('Sort all components by layer'),
      kind: SORT_KIND,
      edit: () => workspaceEdit(checked, changes, traits.codeActions),
    },
  ];
}

function reasonFor(kind: Sorting['kind']): string | undefined {
  switch (kind) {
    case 'anchored':
      return t('An alias would come before the anchor that it stands for.');
    case 'unmovable':
      return t('The entries cannot be moved: the text is broken, has merge keys, or has several entries in a line.');
    default:
      return undefined;
  }
}

/** What no catalog knows, and says nothing of itself, comes last. */
function sortedByLayer(mapping: PinMapping, { document }: StackManifest, { analysis }: CheckedDocument): Sorting {
  const { catalog } = contextOf(analysis.context, document.index);
  const pins = new Map(mapping.pins.map((pin) => [pin.entry, pin]));
  const rankOf = ({ component, layer }: PinEntry): number => {
    const named: readonly string[] = LAYERS;
    const place = named.indexOf(layer ?? catalog.summary(component)?.layer ?? '');
    return place < 0 ? named.length : place;
  };
  return sorting(mapping.node, document, (entry) => {
    const pin = pins.get(entry);
    return pin === undefined ? LAYERS.length : rankOf(pin);
  });
}
