/** Verdicts on a version against the other pins, as a list that names what is unknown too. */
import { t } from '@vscode/l10n';
import type { ResolvedPin } from '../analysis/analysis.ts';
import { BADNESS } from '../analysis/pairs.ts';
import { list, nameOfPin, sentence } from '../analysis/texts.ts';
import { disagreementOn } from '../analysis/verdict.ts';
import type { NeighbourVerdict, Verdict } from '../analysis/verdict-types.ts';
import { type Block, bullets, filled, inRow, paragraph, type Span } from './prose.ts';
import { citations } from './supportWords.ts';

/** A verdict, and the environments it holds in: none when it holds in the file without one. */
export interface PlacedVerdict extends NeighbourVerdict {
  readonly environments?: readonly string[];
}

type Decided = Exclude<Verdict, 'unknown'>;

/** Pins named where nothing is known of them. */
const MOST_NAMED = 12;

function item(verdict: PlacedVerdict & { readonly verdict: Decided }): Span[] {
  const { environments = [] } = verdict;
  const name: Span = { strong: nameOfPin(verdict.other) };
  const where = list(environments);
  const kind = verdictWord(verdict.verdict);
  const reason = verdict.reason === '' ? [] : [sentence(verdict.reason)];
  const head =
    environments.length === 0 ? filled(t('{0}: {1}.'), name, kind) : filled(t('{0} in {1}: {2}.'), name, where, kind);
  return inRow([...inRow(head, reason), ...citations(verdict.evidence)], ...rivals(verdict));
}

/** A verdict in one word, as it is said of a version. */
export function verdictWord(verdict: Decided): string {
  switch (verdict) {
    case 'compatible':
      return t('fits');
    case 'untested':
      return t('untested');
    case 'unsupported':
      return t('unsupported');
    case 'incompatible':
      return t('incompatible');
  }
}

/** What is said to the contrary, and did not decide. */
function rivals({ deciding, evidence }: PlacedVerdict): Span[][] {
  const [first] = deciding;
  const found = first === undefined ? undefined : disagreementOn(first.own, first.other);
  if (found === undefined) return [];
  const others = [found.including, found.excluding].filter(
    (one) => !evidence.some(({ statement, source }) => one.statement === statement && one.source === source),
  );
  if (others.length === 2) return [];
  return others.map((one) => [t('Against it: {0}', one.statement), ...citations([one])]);
}

function isDecided(verdict: PlacedVerdict): verdict is PlacedVerdict & { readonly verdict: Decided } {
  return verdict.verdict !== 'unknown';
}

/** Names pins, and counts those beyond the bound. */
function namesOf(pins: readonly ResolvedPin[]): string {
  const names = [...new Set(pins.map(nameOfPin))];
  const more = names.length - MOST_NAMED;
  return list(more > 0 ? [...names.slice(0, MOST_NAMED), t('{0} more', more)] : names);
}

/** The verdicts, worst first, each with its sources; then the pins that nobody speaks about. */
export function verdictBlocks(verdicts: readonly PlacedVerdict[]): Block[] {
  const decided = verdicts.filter(isDecided).sort((a, b) => BADNESS[b.verdict] - BADNESS[a.verdict]);
  const unknown = verdicts.filter(({ verdict }) => verdict === 'unknown').map(({ other }) => other);
  const blocks: Block[] = [];
  if (decided.length > 0) blocks.push(paragraph(t('Against the other pins:')), bullets(decided.map(item)));
  if (unknown.length > 0) blocks.push(paragraph(t('Nothing is known about: {0}.', namesOf(unknown))));
  return blocks;
}
