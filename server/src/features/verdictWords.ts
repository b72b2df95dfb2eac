/** Verdicts on a version against the other pins, as a list that names what is unknown too. */
import type { ResolvedPin } from '../analysis/analysis.ts';
import { BADNESS } from '../analysis/pairs.ts';
import { list, nameOfPin, sentence } from '../analysis/texts.ts';
import type { NeighbourVerdict, Verdict } from '../analysis/verdict-types.ts';
import { type Block, bullets, paragraph, type Span } from './prose.ts';
import { citations } from './supportWords.ts';

/** A verdict, and the environments it holds in: none when it holds in the file without one. */
export interface PlacedVerdict extends NeighbourVerdict {
  readonly environments?: readonly string[];
}

const WORDS: { readonly [verdict in Exclude<Verdict, 'unknown'>]: string } = {
  compatible: 'fits',
  untested: 'untested',
  unsupported: 'unsupported',
  incompatible: 'incompatible',
};

/** Pins named where nothing is known of them. */
const MOST_NAMED = 12;

function item(verdict: PlacedVerdict & { readonly verdict: keyof typeof WORDS }): Span[] {
  const { environments = [] } = verdict;
  const where = environments.length === 0 ? '' : ` in ${list(environments)}`;
  const reason = verdict.reason === '' ? '' : ` ${sentence(verdict.reason)}`;
  return [
    { strong: nameOfPin(verdict.other) },
    `${where}: ${WORDS[verdict.verdict]}.${reason}`,
    ...citations(verdict.evidence),
  ];
}

function isDecided(verdict: PlacedVerdict): verdict is PlacedVerdict & { readonly verdict: keyof typeof WORDS } {
  return verdict.verdict !== 'unknown';
}

/** Names pins, and counts those beyond the bound. */
function namesOf(pins: readonly ResolvedPin[]): string {
  const names = [...new Set(pins.map(nameOfPin))];
  const more = names.length - MOST_NAMED;
  return list(more > 0 ? [...names.slice(0, MOST_NAMED), `${more} more`] : names);
}

/** The verdicts, worst first, each with its sources; then the pins that nobody speaks about. */
export function verdictBlocks(verdicts: readonly PlacedVerdict[]): Block[] {
  const decided = verdicts.filter(isDecided).sort((a, b) => BADNESS[b.verdict] - BADNESS[a.verdict]);
  const unknown = verdicts.filter(({ verdict }) => verdict === 'unknown').map(({ other }) => other);
  const blocks: Block[] = [];
  if (decided.length > 0) blocks.push(paragraph('Against the other pins:'), bullets(decided.map(item)));
  if (unknown.length > 0) blocks.push(paragraph(`Nothing is known about: ${namesOf(unknown)}.`));
  return blocks;
}
