/** Workspace symbols: stacks and pins of all manifests whose names hold what somebody types. */
import { type SymbolInformation, SymbolKind } from 'vscode-languageserver-types';
import { fileName } from '../fileName.ts';
import type { FileNames } from './linkedFiles.ts';
import { matchOf } from './subsequence.ts';

/** Symbols of one answer. Who types on gets others. */
export const MOST_SYMBOLS = 256;

interface Found {
  readonly symbol: SymbolInformation;
  readonly cost: number;
}

/**
 * The best matches, best first.
 * @param query characters that a name has to hold in this order, whatever their case; empty for all
 */
export function workspaceSymbols(files: readonly FileNames[], query: string): SymbolInformation[] {
  const found: Found[] = [];
  const asked = query.trim();
  for (const { uri, stacks } of files) {
    for (const { name, range, pins } of stacks) {
      const container = name ?? fileName(uri);
      const add = (symbol: SymbolInformation): void => {
        const cost = matchOf(asked, symbol.name);
        if (cost !== undefined) found.push({ symbol, cost });
      };
      add({ name: container, kind: SymbolKind.Module, location: { uri, range }, containerName: fileName(uri) });
      for (const { instance, component, environment, key } of pins) {
        const called = instance === component ? instance : `${instance} (${component})`;
        if (called.trim() === '') continue;
        add({
          name: called,
          kind: SymbolKind.Package,
          location: { uri, range: key.range },
          containerName: environment === null ? container : `${container} · ${environment}`,
        });
      }
    }
  }
  // Alike ones stay in the order of the files.
  return found
    .sort((a, b) => a.cost - b.cost)
    .slice(0, MOST_SYMBOLS)
    .map(({ symbol }) => symbol);
}
