/** What semantic tokens are called. Names of LSP 3.17 (textDocument/semanticTokens), so that every theme has colours for them. */

/** In the order in which a client is told of them. What each stands for: docs/language-server.md. */
export const TOKEN_TYPES = [
  'class',
  'variable',
  'interface',
  'namespace',
  'number',
  'enumMember',
  'operator',
  'macro',
  'keyword',
] as const;

export type TokenType = (typeof TOKEN_TYPES)[number];

/** The one modifier: what is out of support, retired or withdrawn. */
export const TOKEN_MODIFIERS = ['deprecated'] as const;
