/** What a difference is called. */
import { t } from '@vscode/l10n';
import type { Deadline, PinChange, StackChange } from './changes.ts';

/** "stack shop, environment production"; with a note where it is on one side alone. */
export function stackWords({ name, environment, kind }: StackChange): string {
  const stack = name === null ? t('stack') : t('stack {0}', name);
  const whole = environment === null ? stack : t('{0}, environment {1}', stack, environment);
  switch (kind) {
    case 'added':
      return t('{0} (new)', whole);
    case 'removed':
      return t('{0} (removed)', whole);
    case 'kept':
      return whole;
  }
}

/** How a pin moved: "up, across a minor"; empty where that is not known. */
export function moveWords(change: PinChange): string {
  if (change.kind !== 'moved') return change.kind === 'added' ? t('new') : t('removed');
  const { direction, jump } = change;
  if (direction === null) return '';
  const isUp = direction === 'up';
  switch (jump) {
    case 'major':
      return isUp ? t('up, across a major') : t('down, across a major');
    case 'minor':
      return isUp ? t('up, across a minor') : t('down, across a minor');
    case 'patch':
      return isUp ? t('up, a patch') : t('down, a patch');
    case null:
      return isUp ? t('up') : t('down');
  }
}

/** Until when the stack is in support, where that moved; undefined where it did not. */
export function deadlineWords({ before, after }: Pick<StackChange, 'before' | 'after'>): string | undefined {
  if (before?.firstDayOut === after?.firstDayOut) return undefined;
  const words = (deadline: Deadline) => t('{0} ({1})', deadline.firstDayOut, deadline.instances.join(', '));
  if (before === undefined || after === undefined) {
    const only = after ?? before;
    if (only === undefined) return undefined;
    return after === undefined
      ? t('first loss of support: no day is known, before {0}', words(only))
      : t('first loss of support: {0}, before no day was known', words(only));
  }
  return after.firstDayOut > before.firstDayOut
    ? t('first loss of support: {0}, later than before: {1}', words(after), words(before))
    : t('first loss of support: {0}, sooner than before: {1}', words(after), words(before));
}
