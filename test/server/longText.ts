/** Lines enough to fill more than one piece of a text: see server/src/manifest/pieces.ts. */
export const LONG_TEXT = Array.from(
  { length: 120 },
  (_, line) => `  component-${line}: "1.${line}.0" # a comment\n`,
).join('');
