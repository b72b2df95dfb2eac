/** Code actions that fix all of a file at once: among the quick fixes, and when it is saved. */
import type { CodeAction, CodeActionContext } from 'vscode-languageserver-types';
import type { Finding, Fix } from '../analysis/finding.ts';
import { type FixedFile, fixFile } from '../resolve/fix/fixFile.ts';
import type { Fixing } from '../resolve/fix/fixing.ts';
import { rememberedOf } from '../resolve/fix/remembered.ts';
import { MENDED } from '../resolve/fix/targets.ts';
import { titleOfAll } from '../resolve/fix/titles.ts';
import { FIX_ALL_KIND } from './advertised.ts';
import { asksFor, changeAction } from './changeActions.ts';
import type { CheckedDocument, ClientTraits } from './document.ts';
import { fixingOf } from './fixingOf.ts';

const fixedFile = rememberedOf((_file: 'file', made: Fixing): FixedFile => fixFile(made));

/** All fixes together, as one quick fix. */
export interface FixAll extends Omit<Fix, 'kind'> {
  /** Whether a finding is one of those that it resolves. */
  resolves(finding: Finding): boolean;
}

/**
 * The quick fix that mends the whole file; undefined where that is no more than one finding, or none of those that are asked about.
 * @param found what is asked about
 */
export function fixAllOf(found: readonly Finding[], made: Fixing): FixAll | undefined {
  if (!found.some(({ code }) => MENDED.has(code))) return undefined;
  const all = fixedFile('file', made);
  const { resolved, changes } = all;
  if (resolved.length < 2) return undefined;
  const keys = new Set(resolved.map(keyOf));
  return { title: titleOfAll(all), preferred: false, changes, resolves: (finding) => keys.has(keyOf(finding)) };
}

function keyOf({ code, range, message }: Finding): string {
  return `${code} ${range.start} ${message}`;
}

/**
 * The source action that fixes all of the file: for a client that asks for it, or for a kind above it, such as an editor that
 * saves. Not for one that asks for actions of any kind: it has the quick fix.
 */
export function fixAllActions(
  checked: CheckedDocument,
  { only }: Pick<CodeActionContext, 'only'>,
  traits: ClientTraits['codeActions'],
  isCancelled?: () => boolean,
): CodeAction[] {
  if (only === undefined || !asksFor(FIX_ALL_KIND, only)) return [];
  const all = fixedFile('file', fixingOf(checked, isCancelled));
  return all.changes.length === 0 ? [] : [changeAction(checked, titleOfAll(all), FIX_ALL_KIND, all.changes, traits)];
}
