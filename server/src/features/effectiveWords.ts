/** What the environments of a manifest make of a pin, and what one environment changes. */
import { t } from '@vscode/l10n';
import type { EffectiveStack, ResolvedPin } from '../analysis/analysis.ts';
import { isInherited, list, nameOfPin } from '../analysis/texts.ts';
import { type Block, bullets, filled, paragraph, type Span } from './prose.ts';

/** Environments of one value that are named. */
const MOST_NAMED = 5;

/** Differences that are listed. */
const MOST_LISTED = 20;

/**
 * The pin's version in each stack of its document, where that is not the same in all; and what it takes the place of in another file.
 * @param all the stacks of its document
 */
export function effectiveBlocks(pin: ResolvedPin, all: readonly EffectiveStack[]): Block[] {
  const { instance } = pin.entry;
  const found = all.map((stack) => {
    const own = stack.named(instance);
    return { stack, own, text: own === undefined ? undefined : (own.value?.text ?? own.entry.version?.text ?? '') };
  });
  const here = found.find(({ own }) => own?.entry === pin.entry)?.own;
  const below = here?.overrides;
  const replaced =
    below !== undefined && isInherited(below) ? [paragraph(replacedWords(below, below.layer.via?.text ?? ''))] : [];
  if (new Set(found.map(({ text }) => text)).size < 2) return replaced;
  const groups = new Map<string | undefined, (string | null)[]>();
  for (const { stack, text } of found) groups.set(text, [...(groups.get(text) ?? []), stack.environment]);
  const items = [...groups].map(([text, environments]): Span[] => {
    const where = whereWords(environments);
    return text === undefined ? [t('none {0}', where)] : [{ code: text }, ` ${where}`];
  });
  return [...replaced, paragraph(t('In force:')), bullets(items)];
}

function replacedWords(below: ResolvedPin, path: string): string {
  return t('It takes the place of {0} in {1}.', nameOfPin(below), path);
}

/** "without an environment", "in edge and production", or both. */
export function whereWords(environments: readonly (string | null)[]): string {
  const all = environments.flatMap((one) => one ?? []);
  const more = all.length - MOST_NAMED;
  const names = more > 0 ? t('{0} and {1} more', all.slice(0, MOST_NAMED).join(', '), more) : list(all);
  if (all.length === 0) return t('without an environment');
  return all.length === environments.length ? t('in {0}', names) : t('without an environment and in {0}', names);
}

/**
 * What an environment changes of the file's own stack.
 * @param own the stack without an environment; undefined where there is none
 */
export function environmentBlocks(stack: EffectiveStack, own: EffectiveStack | undefined): Block[] {
  if (own === undefined) return [];
  const before = new Map(own.pins.map((pin) => [pin.entry.instance, pin]));
  const items: Span[][] = [];
  for (const pin of stack.pins) {
    const { instance } = pin.entry;
    const old = before.get(instance);
    before.delete(instance);
    const [now, then] = [pin, old].map((one) => one?.value?.text ?? one?.entry.version?.text ?? '');
    const name: Span = { strong: instance };
    if (old === undefined) items.push(filled(t('{0}: {1}, only here'), name, { code: now ?? '' }));
    else if (now !== then)
      items.push(filled(t('{0}: {1} instead of {2}'), name, { code: now ?? '' }, { code: then ?? '' }));
  }
  for (const instance of before.keys()) items.push(filled(t('{0}: removed'), { strong: instance }));
  if (items.length === 0) return [paragraph(t('It runs the same as the stack without an environment.'))];
  const more = items.length - MOST_LISTED;
  const shown = items.slice(0, MOST_LISTED);
  if (more > 0) shown.push([t('{0} more', more)]);
  return [paragraph(t('What is different here:')), bullets(shown)];
}
