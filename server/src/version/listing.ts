/** Texts one after the other, in the language that is spoken. */
import { t } from '@vscode/l10n';

/** "a", "a and b", "a, b and c"; with `word` "or" likewise. */
export function list(items: readonly string[], word: 'and' | 'or' = 'and'): string {
  const last = items[items.length - 1] ?? '';
  if (items.length < 2) return last;
  const others = enumerated(items.slice(0, -1));
  return word === 'and' ? t('{0} and {1}', others, last) : t('{0} or {1}', others, last);
}

/** "a, b, c". */
export function enumerated(items: readonly string[]): string {
  return items.reduce((before, item, place) => (place === 0 ? item : t('{0}, {1}', before, item)), '');
}

/** Ends of sentences behind which Chinese puts no space. */
const FULL_WIDTH_END = /[\u3002\uff01\uff1f\uff1a\uff1b\uff0c\uff09\u300d\u201d]$/;

/** Whole sentences, one after the other; empty ones are left out. */
export function sentences(parts: readonly string[]): string {
  return parts
    .filter((part) => part !== '')
    .reduce((before, part) => (before === '' || FULL_WIDTH_END.test(before) ? before + part : `${before} ${part}`), '');
}
