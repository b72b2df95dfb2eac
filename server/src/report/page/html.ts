/** HTML that is put together from parts, of which every text is escaped: nothing that a manifest or a catalog says can be markup. */

/** Markup, finished. */
export class Html {
  readonly text: string;
  constructor(text: string) {
    this.text = text;
  }
}

/** What may stand in a template: text, which is escaped, and markup. Nothing where it is undefined. */
export type Part = string | number | Html | undefined | readonly Part[];

/**
 * Markup of a template. Attributes are written in double quotes there. Letters beyond ASCII go in as parts: the bundler spoils them
 * in tagged templates.
 */
export function html(markup: TemplateStringsArray, ...parts: readonly Part[]): Html {
  let text = markup[0] ?? '';
  for (const [index, part] of parts.entries()) text += written(part) + (markup[index + 1] ?? '');
  return new Html(text);
}

function written(part: Part): string {
  if (part === undefined) return '';
  if (part instanceof Html) return part.text;
  if (typeof part === 'object') return part.map(written).join('');
  return escaped(String(part));
}

const ENTITIES: { readonly [character: string]: string } = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** What an HTML document may not hold (HTML Living Standard, 13.2.3.5): controls, lone surrogates, and what is no character. */
const UNFIT =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for.
  /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\p{Surrogate}\p{Noncharacter_Code_Point}]/gu;

/** A text as it stands in markup, between tags and in attributes. */
export function escaped(text: string): string {
  return text.replace(UNFIT, '\uFFFD').replace(/[&<>"']/g, (character) => ENTITIES[character] ?? '');
}

/** A name or a version from a file: whatever direction its letters have, those around it keep theirs. */
export function name(text: string): Html {
  return html`<bdi>${text}</bdi>`;
}

/** A sentence of the product with markup in it: the places `{0}`, `{1}`, ... of a translated text are filled in afterwards. */
export function filled(sentence: string, ...parts: readonly Part[]): Html {
  return html`${sentence.split(/\{(\d)\}/).map((piece, index) => (index % 2 === 0 ? piece : parts[Number(piece)]))}`;
}
