/** Moves a pin to a base that the file extends. The stacks of the file stay the same. */
import { t } from '@vscode/l10n';
import { CodeActionKind } from 'vscode-languageserver-types';
import type { TextChange } from '../../analysis/finding.ts';
import { isSamePolicy, policyOf } from '../../analysis/policy.ts';
import { compose } from '../../composition/compose.ts';
import type { Composition, Layer } from '../../composition/layers.ts';
import { pinsIntoBase } from '../../rewrite/pinsIntoBase.ts';
import { workspaceEdit } from '../workspaceEdit.ts';
import { leaving } from './leaving.ts';
import type { ActionMaker, ActionPlace, Offer } from './offer.ts';
import { type PinPlace, pinsIn } from './pinsAt.ts';

export const moveToBase: ActionMaker = {
  name: 'move-to-base',
  kinds: [CodeActionKind.RefactorMove],
  offers: (place) => {
    const [found, ...others] = pinsIn(place);
    const composition = place.checked.analysis.stacks.find(({ manifest }) => manifest === place.manifest)?.composition;
    if (found === undefined || others.length > 0 || composition === undefined) return [];
    return directBases(composition, place).map(([path, layer]) => offer(found, path, layer, composition, place));
  },
};

/** The bases that the file itself names, each with its path as it is written there. */
function directBases(
  { layers }: Composition,
  { checked, manifest }: ActionPlace,
): readonly (readonly [path: string, layer: Layer])[] {
  const { origin } = checked.analysis;
  if (origin === undefined) return [];
  return manifest.extends.flatMap((entry) => {
    const location = origin.source.resolve(entry.text, origin.uri);
    const file = location === undefined ? undefined : origin.source.read(location);
    const layer = file !== undefined && 'uri' in file ? layers.find(({ uri }) => uri === file.uri) : undefined;
    return layer?.via === undefined ? [] : [[entry.text, layer] as const];
  });
}

function offer(found: PinPlace, path: string, layer: Layer, composition: Composition, place: ActionPlace): Offer {
  const { checked, traits } = place;
  const { instance } = found.pin;
  const action = { title: t('Move {0} to {1}', instance, path), kind: CodeActionKind.RefactorMove };
  const disabled = (reason: string): Offer => ({ ...action, disabled: reason, edit: () => undefined });
  const holder = holderAbove(instance, layer, composition);
  if (holder !== undefined) return disabled(t('{0} names {1} too.', holder.via?.text ?? holder.uri, instance));
  if (!isAskedAlike(layer, composition, place))
    return disabled(t('The policy of {0} asks for something else than that of this file.', path));
  const taken = leaving([found], place);
  if (typeof taken === 'string') return disabled(taken);
  const change = pinsIntoBase(taken, layer.manifest);
  if (change === undefined) return disabled(t('There is no place for it in {0}.', path));
  const changes: TextChange[] = [...taken.changes, { ...change, layer }];
  return { ...action, edit: () => workspaceEdit(checked, changes, traits.codeActions) };
}

/** What a policy asks is asked of the pins that a file writes itself: under another one, other things would be told of it. */
function isAskedAlike({ uri, manifest }: Layer, composition: Composition, { checked }: ActionPlace): boolean {
  const { origin } = checked.analysis;
  if (origin === undefined) return false;
  return isSamePolicy(policyOf(composition), policyOf(compose(uri, manifest, origin.source)));
}

/** The base itself, or one that lies over it, which would win over the pin. */
function holderAbove(instance: string, layer: Layer, { layers }: Composition): Layer | undefined {
  return layers
    .slice(layers.indexOf(layer))
    .find(({ via, manifest }) => via !== undefined && manifest.components.some((pin) => pin.instance === instance));
}
