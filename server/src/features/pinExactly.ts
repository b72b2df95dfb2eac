/** Code actions that pin ranges and release lines exactly: the one at the cursor, or all of the file. */
import { t } from '@vscode/l10n';
import {
  type CodeAction,
  type CodeActionContext,
  CodeActionKind,
  CodeActionTriggerKind,
  type Range,
} from 'vscode-languageserver-types';
import type { TextChange } from '../analysis/finding.ts';
import { rangeOf } from '../manifest/tree.ts';
import { type ExactPins, exactPin, exactPins, openPins } from '../resolve/fix/exactPin.ts';
import { aliasOf, type PlaceKind } from '../resolve/fix/places.ts';
import { asksFor } from './actionKinds.ts';
import { PIN_ALL_KIND } from './advertised.ts';
import type { CheckedDocument, ClientTraits } from './document.ts';
import { type OpenRange, openRanges } from './openRanges.ts';
import { touches } from './pinAt.ts';
import { workspaceEdit } from './workspaceEdit.ts';

/**
 * The actions at a place. Each was tried: nothing comes of it but what was true of the range as well. They are made for a client
 * that asks for their kinds, or for a person who asks for actions of any kind; not for the question in passing whether there are
 * any, which follows every move of the cursor.
 * @param offered actions of other features; what one of them does already is left out
 */
export function pinExactly(
  checked: CheckedDocument,
  { start }: Range,
  { only, triggerKind }: CodeActionContext,
  traits: ClientTraits['codeActions'],
  offered: readonly CodeAction[] = [],
): CodeAction[] {
  const isWanted = (kind: CodeActionKind) =>
    only === undefined ? triggerKind !== CodeActionTriggerKind.Automatic : asksFor(kind, only);
  const actions: CodeAction[] = [];
  if (isWanted(CodeActionKind.RefactorRewrite)) {
    const offset = checked.lines.offsetAt(start);
    const open = openRanges(checked).all.find((one) => isAt(one, offset));
    if (open !== undefined) actions.push(...pinOne(checked, open, traits));
  }
  if (isWanted(PIN_ALL_KIND)) actions.push(...pinAll(checked, traits));
  const known = new Set(offered.map(({ edit }) => JSON.stringify(edit)));
  return actions.filter(({ edit }) => !known.has(JSON.stringify(edit)));
}

/** On its name or its version. */
function isAt({ pin: { entry }, range }: OpenRange, offset: number): boolean {
  return touches(range, offset) || touches(rangeOf(entry.key), offset);
}

function pinOne(
  checked: CheckedDocument,
  { pin, stacks }: OpenRange,
  traits: ClientTraits['codeActions'],
): CodeAction[] {
  const [stack] = stacks;
  if (stack === undefined) return [];
  const places: readonly PlaceKind[] = aliasOf(pin.entry) === undefined ? ['text'] : ['alias', 'text'];
  return places.flatMap((place) => {
    const exact = exactPin(pin, place, stack.document, openRanges(checked).made);
    const [edit] = exact?.edits ?? [];
    if (exact === undefined || edit === undefined) return [];
    const { anchor } = pin.entry.version ?? {};
    const named = place === 'text' && anchor !== undefined ? `&${anchor}` : pin.entry.instance;
    const title =
      place === 'alias' ? t('Pin {0} exactly here: {1}', named, edit.to) : t('Pin {0} exactly: {1}', named, edit.to);
    return [actionOf(title, CodeActionKind.RefactorRewrite, exact.changes, checked, traits)];
  });
}

function pinAll(checked: CheckedDocument, traits: ClientTraits['codeActions']): CodeAction[] {
  const { made } = openRanges(checked);
  const documents = checked.analysis.manifests.map(({ document }) => document.index);
  const open = documents.reduce((sum, document) => sum + openPins(document, made).length, 0);
  const exact = documents.flatMap((document): ExactPins[] => {
    const pins = exactPins(document, made);
    return pins === undefined ? [] : [pins];
  });
  const pinned = exact.reduce((sum, { pins }) => sum + pins.length, 0);
  if (pinned === 0) return [];
  return [
    actionOf(
      pinAllTitle(pinned, open),
      PIN_ALL_KIND,
      exact.flatMap(({ changes }) => changes),
      checked,
      traits,
    ),
  ];
}

function pinAllTitle(pinned: number, open: number): string {
  if (pinned < open) return t('Pin all ranges exactly ({0} of {1} pins)', pinned, open);
  return open === 1 ? t('Pin all ranges exactly (1 pin)') : t('Pin all ranges exactly ({0} pins)', open);
}

function actionOf(
  title: string,
  kind: CodeActionKind,
  changes: readonly TextChange[],
  checked: CheckedDocument,
  traits: ClientTraits['codeActions'],
): CodeAction {
  return { title, kind, edit: workspaceEdit(checked, changes, traits) };
}
