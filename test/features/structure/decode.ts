/** Semantic tokens as text, so that a test can quote them. */
import { TOKEN_MODIFIERS, TOKEN_TYPES } from '../../../server/src/features/structure/legend.ts';
import { lineIndex } from '../../../server/src/manifest/lines.ts';

/** Each token as `text type`, or `text type deprecated`, in a line of its own. */
export function decoded(text: string, data: readonly number[]): string[] {
  const lines = lineIndex(text);
  const found: string[] = [];
  let [line, character] = [0, 0];
  for (let at = 0; at < data.length; at += 5) {
    const [below = 0, right = 0, length = 0, type = 0, modifiers = 0] = data.slice(at, at + 5);
    character = below === 0 ? character + right : right;
    line += below;
    const written = lines.lineAt(line).slice(character, character + length);
    if (written.length !== length) throw new Error(`The token at ${line}:${character} is longer than its line.`);
    const names = TOKEN_MODIFIERS.filter((_, bit) => ((modifiers >> bit) & 1) === 1);
    found.push([written, TOKEN_TYPES[type], ...names].join(' '));
  }
  return found;
}
