/** The least change that makes a whole document good: all its stacks together. */
import type { Finding, Fix } from '../../analysis/finding.ts';
import { BADNESS, type KnownPin } from '../../analysis/pairs.ts';
import { isInherited } from '../../analysis/texts.ts';
import { isTenable } from '../stack/choices.ts';
import { FOR_ALL } from '../stack/tolerance.ts';
import type { Fixing } from './fixing.ts';
import { type LeastChange, leastChange, type Move } from './leastChange.ts';
import { aliasOf, type Edit, placesOf } from './places.ts';

/** What becomes of a document when all is fixed that can be. */
export interface FixedDocument {
  /** Position in the YAML stream. */
  readonly document: number;
  readonly edits: readonly Edit[];
  readonly changes: Fix['changes'];
  readonly resolved: readonly Finding[];
  /** No less would do; otherwise the search stopped at its bound with the best it had seen. */
  readonly proven: boolean;
}

/** Answers that are tried before it is given up: another finding can come of the least. */
const MOST_TRIED = 4;

/**
 * Finds the least change of a document, and tries it. The file's own pins are changed if that is enough, otherwise those that
 * it inherits are overridden as well. Pins that share a text by an alias keep sharing it if they can.
 * @returns undefined where nothing has to be changed, or no change makes it good
 */
export function fixDocument(document: number, made: Fixing): FixedDocument | undefined {
  const manifest = made.analysis.manifests.find((one) => one.document.index === document);
  if (manifest === undefined) return undefined;
  const pins = [...new Set(made.stacksOf(document).flatMap((stack) => made.workshopOf(document).linked(stack).pins))];
  const isOwn = (pin: KnownPin) => !isInherited(pin);
  const first = search(document, isOwn, true, pins, made);
  if (first !== undefined) return first === 'nothing to do' ? undefined : first;
  const untied = pins.some(({ entry }) => aliasOf(entry) !== undefined) && search(document, isOwn, false, pins, made);
  if (untied !== false && untied !== undefined && untied !== 'nothing to do') return untied;
  const canOverride = (pin: KnownPin) => isOwn(pin) || placesOf(pin, manifest).includes('override');
  const overriding = pins.some(isInherited) && search(document, canOverride, true, pins, made);
  return overriding === false || overriding === 'nothing to do' ? undefined : overriding;
}

function search(
  document: number,
  isFree: (pin: KnownPin) => boolean,
  tied: boolean,
  pins: readonly KnownPin[],
  made: Fixing,
): FixedDocument | 'nothing to do' | undefined {
  const failed = new Map<KnownPin, Set<string>>();
  for (let attempts = 0; attempts < MOST_TRIED; attempts += 1) {
    const change = solveAll(document, isFree, tied, failed, made);
    if (change.kind !== 'found') return undefined;
    if (change.moves.length === 0) return attempts === 0 ? 'nothing to do' : undefined;
    const edits = editsOf(change.moves, tied, pins);
    const tried = made.trials.attempt(document, edits);
    if (tried !== undefined && tried.resolved.length > 0) return { ...tried, document, edits, proven: change.proven };
    for (const { pins, to } of change.moves) failed.set(pins[0], (failed.get(pins[0]) ?? new Set()).add(to));
  }
  return undefined;
}

function solveAll(
  document: number,
  isFree: (pin: KnownPin) => boolean,
  tied: boolean,
  failed: ReadonlyMap<KnownPin, ReadonlySet<string>>,
  { limits, stacksOf, workshopOf }: Fixing,
): LeastChange {
  const shared = workshopOf(document);
  return leastChange(
    stacksOf(document),
    shared,
    {
      isFree,
      tied,
      isTarget: (_one, _two, now) => now >= BADNESS.unsupported,
      suits: (pin, text) => failed.get(pin)?.has(text) !== true,
      mayStay: (pin, text) => isTenable(pin, text, shared.offered),
    },
    FOR_ALL,
    limits,
  );
}

function editsOf(moves: readonly Move[], tied: boolean, pins: readonly KnownPin[]): Edit[] {
  return moves.flatMap((move): Edit[] => {
    const [pin] = move.pins;
    if (isInherited(pin)) return [{ kind: 'override', pin, to: move.to }];
    if (tied) return [{ kind: 'text', pin, to: move.to }];
    return untiedEdits(move, moves, pins);
  });
}

/** A text is changed where it is written; each alias that is to differ from it gets a text of its own. */
function untiedEdits({ pins: [pin], to }: Move, moves: readonly Move[], pins: readonly KnownPin[]): Edit[] {
  const sharing = pins.filter(({ entry }) => entry.version === pin.entry.version);
  const writing = sharing.find(({ entry }) => aliasOf(entry) === undefined);
  const wanted = (one: KnownPin) => moves.find((move) => move.pins[0].entry === one.entry)?.to;
  if (pin !== writing && (writing === undefined || wanted(writing) === undefined)) return [{ kind: 'alias', pin, to }];
  if (pin !== writing) return [];
  const aliases = new Map(sharing.filter((one) => one !== pin).map((one) => [one.entry.entry, one]));
  const apart = [...aliases.values()].flatMap((one): Edit[] => {
    const stays = one.entry.version?.text.replace(/^v(?=\d)/, '') ?? to;
    const text = wanted(one) ?? stays;
    return text === to ? [] : [{ kind: 'alias', pin: one, to: text }];
  });
  return [{ kind: 'text', pin, to }, ...apart];
}
