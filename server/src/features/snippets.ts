/** The syntax of snippets (LSP 3.17, "Snippet Syntax"): what a person goes through by the tab key. */

/** Text that means itself in a snippet. */
export function snippetText(text: string): string {
  return text.replace(/[\\$}]/g, '\\$&');
}

/** A stop that holds a text until it is typed over. Stops are visited in the order of their numbers, from 1. */
export function placeholder(stop: number, text: string): string {
  return `\${${stop}:${snippetText(text)}}`;
}
