/** How moves are written. */
import { isInherited } from '../../analysis/texts.ts';
import type { Move } from './leastChange.ts';
import { aliasOf, type Edit } from './places.ts';
import type { Readers } from './readers.ts';

/**
 * Writes moves: in the file's own texts, and over what it inherits.
 * @param tied whether those that share one text move together
 */
export function editsOf(moves: readonly Move[], tied: boolean, readersOf: Readers): Edit[] {
  return moves.flatMap((move): Edit[] => {
    const [pin] = move.pins;
    if (isInherited(pin)) return move.pins.map((one) => ({ kind: 'override', pin: one, to: move.to }));
    return tied ? [{ kind: 'text', pin, to: move.to }] : untied(move, moves, readersOf);
  });
}

/** A text is changed where it is written; each alias that is to differ from it gets a text of its own. */
function untied({ pins: [pin], to }: Move, moves: readonly Move[], readersOf: Readers): Edit[] {
  const { version } = pin.entry;
  const sharing = readersOf(version);
  const writing = sharing.find(({ entry }) => aliasOf(entry) === undefined);
  const wanted = (entry: object) => moves.find(({ pins }) => pins.some((one) => one.entry.entry === entry))?.to;
  const isWriting = aliasOf(pin.entry) === undefined;
  if (!isWriting && (writing === undefined || wanted(writing.entry.entry) === undefined))
    return [{ kind: 'alias', pin, to }];
  // Told where the text is written.
  if (!isWriting) return [];
  const apart = new Map<object, Edit>();
  for (const reader of sharing) {
    const { entry } = reader.entry;
    const own = wanted(entry) ?? version?.text ?? to;
    if (aliasOf(reader.entry) !== undefined && own !== to) apart.set(entry, { kind: 'alias', pin: reader, to: own });
  }
  return [{ kind: 'text', pin, to }, ...apart.values()];
}
