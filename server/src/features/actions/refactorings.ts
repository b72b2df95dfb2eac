/** Actions that nobody has to take: the same stack, written another way. Titles at once, edits when somebody takes one. */
import {
  type CodeAction,
  type CodeActionContext,
  CodeActionKind,
  CodeActionTriggerKind,
  type Range,
} from 'vscode-languageserver-types';
import { asksFor } from '../actionKinds.ts';
import type { CheckedDocument } from '../document.ts';
import { addEnvironment } from './addEnvironment.ts';
import { changeForm } from './changeForm.ts';
import { extractBase } from './extractBase.ts';
import { loosenPin } from './loosenPin.ts';
import { moveToBase } from './moveToBase.ts';
import type { ActionMaker, ActionPlace, EditHost, Offer } from './offer.ts';
import { quoteVersions } from './quoteVersions.ts';
import { sortComponents } from './sortComponents.ts';

/** In the order in which they are shown. */
const MAKERS: readonly ActionMaker[] = [
  quoteVersions,
  loosenPin,
  changeForm,
  sortComponents,
  addEnvironment,
  moveToBase,
  extractBase,
];

/** What an action carries, so that its edit can be made when it is taken. */
export interface ActionData {
  readonly uri: string;
  readonly version: number;
  /** The name of its maker. */
  readonly maker: string;
  readonly range: Range;
}

type Traits = ActionPlace['traits'];

/**
 * The actions for a selection. What cannot be done here is among them with the reason, for a client that shows such actions to
 * a person who asks for them.
 */
export async function refactorings(
  checked: CheckedDocument,
  range: Range,
  { only, triggerKind }: CodeActionContext,
  traits: Traits,
  host: EditHost,
): Promise<CodeAction[]> {
  const wants = (kind: CodeActionKind) => isAsked(kind, only);
  const place = placeOf(checked, range, traits, wants);
  if (place === undefined) return [];
  const isPassing = only === undefined && triggerKind === CodeActionTriggerKind.Automatic;
  const { resolved, disabled: showsDisabled } = traits.refactorings;
  const actions: CodeAction[] = [];
  for (const maker of MAKERS) {
    if (!maker.kinds.some(wants) || (isPassing && maker.isCostly === true)) continue;
    const data: ActionData = { uri: checked.uri, version: checked.version, maker: maker.name, range };
    for (const offer of maker.offers(place)) {
      const { title, kind, disabled } = offer;
      if (!wants(kind)) continue;
      if (disabled !== undefined) {
        if (showsDisabled && !isPassing) actions.push({ title, kind, disabled: { reason: disabled } });
      } else if (resolved) actions.push({ title, kind, data });
      else actions.push(...(await withEdit({ title, kind }, offer, host)));
    }
  }
  return actions;
}

/** Actions of kinds below `source` are for who asks for them: on saving, or in a menu of their own. */
function isAsked(kind: CodeActionKind, only: readonly CodeActionKind[] | undefined): boolean {
  return only === undefined ? !kind.startsWith(CodeActionKind.Source) : asksFor(kind, only);
}

async function withEdit(action: CodeAction, offer: Offer, host: EditHost): Promise<CodeAction[]> {
  const edit = await offer.edit(host);
  return edit === undefined ? [] : [{ ...action, edit }];
}

/** Adds the edit of an action that was taken; the action itself where it can be made no more. */
export async function resolveRefactoring(
  checked: CheckedDocument,
  action: CodeAction,
  traits: Traits,
  host: EditHost,
): Promise<CodeAction> {
  const { maker: name, range } = (action.data ?? {}) as Partial<ActionData>;
  const maker = MAKERS.find((one) => one.name === name);
  const place = range && placeOf(checked, range, traits, (kind) => kind === action.kind);
  if (maker === undefined || place === undefined) return action;
  const offer = maker
    .offers(place)
    .find(({ title, kind, disabled }) => title === action.title && kind === action.kind && disabled === undefined);
  const edit = await offer?.edit(host);
  return edit === undefined ? action : { ...action, edit };
}

function placeOf(
  checked: CheckedDocument,
  { start, end }: Range,
  traits: Traits,
  isWanted: ActionPlace['isWanted'],
): ActionPlace | undefined {
  const { lines, analysis } = checked;
  const range = { start: lines.offsetAt(start), end: lines.offsetAt(end) };
  const manifest =
    analysis.manifests.findLast(({ document }) => document.range.start <= range.start) ?? analysis.manifests[0];
  return manifest && { checked, range, manifest, traits, isWanted };
}
