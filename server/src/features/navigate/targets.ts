/** Where a question for a definition leads. */
import type { Definition, DefinitionLink, Range } from 'vscode-languageserver-types';

export interface Target {
  readonly uri: string;
  /** The name itself, which is where the cursor goes. */
  readonly range: Range;
}

/** What is asked about, and where it leads. */
export interface Targets {
  /** The place that a client underlines. */
  readonly origin: Range;
  readonly targets: readonly Target[];
}

/** The beginning of a file. */
export const TOP: Range = { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };

/**
 * As a client takes it; null where it leads nowhere.
 * @param links whether it takes links, which tell what is underlined too
 */
export function definitionOf(found: Targets | undefined, links: boolean): Definition | DefinitionLink[] | null {
  if (found === undefined || found.targets.length === 0) return null;
  const { origin, targets } = found;
  if (!links) return targets.map(({ uri, range }) => ({ uri, range }));
  return targets.map(({ uri, range }) => ({
    originSelectionRange: origin,
    targetUri: uri,
    targetRange: range,
    targetSelectionRange: range,
  }));
}
