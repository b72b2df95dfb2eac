/** How texts stand beside each other, in the language that is spoken: lists, clauses, sentences. Knows nothing else. */
import { t } from '@vscode/l10n';

/** "a", "a and b", "a, b and c"; with `word` "or" likewise. */
export function list(items: readonly string[], word: 'and' | 'or' = 'and'): string {
  const last = items.at(-1) ?? '';
  if (items.length < 2) return last;
  const others = enumeration(items.slice(0, -1));
  return word === 'and' ? t('{0} and {1}', others, last) : t('{0} or {1}', others, last);
}

/** "a, b, c": without a word before the last. */
export function enumeration(items: readonly string[]): string {
  return items.join(t({ message: ', ', comment: 'between the names of a list' }));
}

/** Clauses as one sentence: "a", "a, and b", "a, b, and c". */
export function clauses(parts: readonly string[]): string {
  const last = parts.at(-1) ?? '';
  return parts.length < 2 ? last : t('{0}, and {1}', clauseRow(parts.slice(0, -1)), last);
}

/** "a, b, c": clauses without a word before the last. */
export function clauseRow(parts: readonly string[]): string {
  return parts.join(t({ message: ', ', comment: 'between the clauses of a sentence' }));
}

/** "a; b; c": what several say, without a full stop. */
export function statementRow(statements: readonly string[]): string {
  return statements.join(t({ message: '; ', comment: 'between statements in one sentence' }));
}

/** Chinese full stops, escaped: the code cache takes built files for ASCII, and the build leaves expressions as they are. */
const WIDE_FULL_STOP = /[\u3002\uff01\uff1f]$/;
const FULL_STOP = /[.!?\u3002\uff01\uff1f]$/;

/** A sentence with a full stop, from text that may lack one. */
export function sentence(text: string): string {
  const trimmed = text.trim();
  return FULL_STOP.test(trimmed) ? trimmed : fullSentence(trimmed);
}

/** A sentence with a full stop, from text that lacks one, whatever it ends with. */
export function fullSentence(text: string): string {
  return t({ message: '{0}.', comment: 'a sentence from text without a full stop', args: [text] });
}

/**
 * A sentence with what upstream says besides, in its own words.
 * @param text without a full stop
 */
export function withNote(text: string, note: string | undefined): string {
  if (note === undefined) return fullSentence(text);
  return t({ message: '{0}. {1}', comment: 'a sentence of ours and one of upstream', args: [text, note] });
}

/** Sentences one behind the other, without those that are empty. A full-width full stop needs no space behind it. */
export function sentences(...parts: readonly string[]): string {
  return parts.reduce((before, part) => {
    if (before === '' || part === '') return before + part;
    return WIDE_FULL_STOP.test(before) ? before + part : `${before} ${part}`;
  }, '');
}

/** A name or a piece of text in quotes. */
export function inQuotes(text: string): string {
  return t('"{0}"', text);
}
