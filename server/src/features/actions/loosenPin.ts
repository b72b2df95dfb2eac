/** From an exact version to its release line, or to a range of later patches: the way back from pinning exactly. */
import { t } from '@vscode/l10n';
import { CodeActionKind } from 'vscode-languageserver-types';
import { lookUp } from '../../analysis/lookUp.ts';
import { contextOf } from '../../analysis/ownCatalogs.ts';
import { isKnown, type KnownPin } from '../../analysis/pairs.ts';
import { policyOf } from '../../analysis/policy.ts';
import { lineOf } from '../../catalog/queries.ts';
import { rangeOf } from '../../manifest/tree.ts';
import { aliasOf } from '../../resolve/fix/places.ts';
import { checkedFixing } from '../checkedFixing.ts';
import { touches } from '../pinAt.ts';
import { workspaceEdit } from '../workspaceEdit.ts';
import type { ActionMaker, ActionPlace, Offer } from './offer.ts';
import { pinPlaceAt } from './pinsAt.ts';

/** Each was tried; where another finding comes of it, that is the reason why it cannot be taken. */
export const loosenPin: ActionMaker = {
  name: 'loosen-pin',
  kinds: [CodeActionKind.RefactorRewrite],
  isCostly: true,
  offers: (place) => {
    const pin = exactPinAt(place);
    if (pin === undefined) return [];
    const name = nameOf(pin, place);
    return loosened(pin, place).map(({ kind, text }) =>
      offer(
        kind === 'line'
          ? t('Pin {0} to the release line {1}', name, text)
          : t('Allow later patches of {0}: {1}', name, text),
        text,
        pin,
        place,
      ),
    );
  },
};

/** The pin whose name or version the selection begins in, if that is one version that the catalog knows. */
function exactPinAt(place: ActionPlace): KnownPin | undefined {
  const { checked, manifest, range } = place;
  const entry = pinPlaceAt(place)?.pin;
  const node = entry && (aliasOf(entry) ?? entry.version);
  if (entry === undefined || node === undefined) return undefined;
  if (![node, entry.key].some((one) => touches(rangeOf(one), range.start))) return undefined;
  for (const stack of checked.analysis.stacks) {
    const pin = stack.manifest === manifest ? stack.pins.find((one) => one.entry === entry) : undefined;
    if (pin?.value?.kind === 'exact' && isKnown(pin)) return pin;
  }
  return undefined;
}

/** What the version can become: texts that are read as its line, or as a range within that. */
function loosened({ component, entry, value }: KnownPin, { checked, manifest }: ActionPlace) {
  const { catalog } = contextOf(checked.analysis.context, manifest.document.index);
  const node = entry.version;
  const version = value?.kind === 'exact' ? value.version : undefined;
  const line = version && lineOf(component, version);
  if (node === undefined || version === undefined || line === undefined) return [];
  const read = (text: string) => lookUp({ ...entry, version: { ...node, text, value: text } }, catalog);
  const ofLine = new Set(read(line.line).candidates);
  return (
    [
      ['line', line.line],
      ['range', `~${version.text}`],
    ] as const
  ).flatMap(([kind, text]) => {
    const { value: meant, candidates } = read(text);
    const isWithin = candidates.includes(version.text) && candidates.every((one) => ofLine.has(one));
    return meant?.kind === kind && isWithin ? [{ kind, text }] : [];
  });
}

/** Whoever refers to a text changes with it. */
function nameOf({ entry }: KnownPin, { checked, manifest }: ActionPlace): string {
  const { anchor } = entry.version ?? {};
  const readers = checkedFixing(checked).readersOf(manifest.document.index)(entry.version);
  return aliasOf(entry) === undefined && anchor !== undefined && readers.length > 1 ? `&${anchor}` : entry.instance;
}

function offer(title: string, to: string, pin: KnownPin, { checked, manifest, traits }: ActionPlace): Offer {
  const { entry } = pin;
  const document = manifest.document.index;
  const kind = aliasOf(entry) === undefined ? 'text' : 'alias';
  const { trials, stacksOf } = checkedFixing(checked);
  const action = { title, kind: CodeActionKind.RefactorRewrite };
  const disabled = (reason: string): Offer => ({ ...action, disabled: reason, edit: () => undefined });
  const [stack] = stacksOf(document);
  if (stack !== undefined && policyOf(stack.composition).unpinned !== 'allow')
    return disabled(t('The policy of this stack asks for exact versions.'));
  const tried = trials.outcome(document, [{ kind, pin, to }]);
  switch (tried.kind) {
    case 'good':
      return { ...action, edit: () => workspaceEdit(checked, tried.changes, traits.codeActions) };
    case 'worse':
      return disabled(t('It brings another finding: {0}', tried.came[0]?.message ?? ''));
    case 'unwritable':
      return disabled(entry.locked ? t('{0} is locked.', entry.instance) : t('A pin that shares this text is locked.'));
  }
}
