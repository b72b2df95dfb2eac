/** The languages that tests let the sources speak. */
import { readdirSync, readFileSync } from 'node:fs';
import { config } from '@vscode/l10n';
import { messagesOf, ROOT, typeScriptFiles } from './sources.ts';

/** Letters that no text has but those that were translated: "ａ" to "ｚ". */
function disguised(text: string): string {
  return text.replace(/\{\w+\}|[A-Za-z]/g, (part) =>
    part.length > 1 ? part : String.fromCodePoint((part.codePointAt(0) ?? 0) + 0xfee0),
  );
}

/** From now on every text that goes through `t` is in ⟦brackets⟧, in full-width letters; what is put into it is not changed. */
export function speakPseudo(): void {
  config({ contents: pseudoWords() });
}

/** A translation file of that language. */
export function pseudoWords(): { [key: string]: string } {
  const messages = ['server/src', 'cli/src'].flatMap(typeScriptFiles).flatMap((path) => messagesOf(path).messages);
  return Object.fromEntries(messages.map(({ key, text = key }) => [key, `⟦${disguised(text)}⟧`]));
}

/** From now on texts are Chinese. */
export function speakChinese(): void {
  config({ contents: chineseWords() });
}

/** The translation file of Chinese, as the build joins it. */
export function chineseWords(): { [key: string]: string } {
  const files = readdirSync(`${ROOT}l10n/zh-cn`).filter((file) => file !== 'client.json');
  const words = files.map((file) => JSON.parse(readFileSync(`${ROOT}l10n/zh-cn/${file}`, 'utf8')));
  return Object.assign({}, ...words);
}

/** From now on texts are English, as they are in the sources. */
export function speakEnglish(): void {
  config({ contents: {} });
}

/** What of a pseudo text stands outside of all brackets, without white space. */
export function outsideOf(text: string): string {
  let depth = 0;
  let outside = '';
  for (const character of text) {
    if (character === '⟧') depth -= 1;
    if (depth === 0 && !'⟦⟧'.includes(character)) outside += character;
    if (character === '⟦') depth += 1;
  }
  return outside.trim();
}

/** The words of a pseudo text that were not translated: names, keys, what is quoted. */
export function wordsIn(text: string): string[] {
  return text.match(/[A-Za-z][\w.-]*/g) ?? [];
}
