/** What a fix is called: what it sets, where, and what it resolves. */
import { list } from '../../analysis/texts.ts';
import type { Edit } from './places.ts';

/** Pins named in a title. */
const MOST_NAMED = 3;

/** "Set istio to 1.28.4 and kubernetes to 1.34.2: resolves 2 findings". */
export function titleOf(edits: readonly Edit[], resolved: number): string {
  const outcome = resolved === 0 ? '' : `: resolves ${resolved} ${resolved === 1 ? 'finding' : 'findings'}`;
  if (edits.length > MOST_NAMED) return `Set ${edits.length} pins${outcome}`;
  return `Set ${list(edits.map(partOf))}${outcome}`;
}

function partOf({ kind, pin, to }: Edit): string {
  const { entry, layer } = pin;
  const set = `${entry.instance} to ${to}`;
  switch (kind) {
    case 'alias':
      return `${set} here`;
    case 'override':
      return `${set} in this file`;
    case 'text': {
      if (layer.via !== undefined) return `${set} in ${layer.via.text}`;
      const { anchor } = entry.version ?? {};
      return anchor === undefined ? set : `&${anchor} to ${to}`;
    }
  }
}
