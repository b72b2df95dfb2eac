/** What a range or a release line takes, in words: short beside it, and in full. */
import { t } from '@vscode/l10n';
import { nameOfPin, sentence } from '../analysis/texts.ts';
import type { NeighbourVerdict } from '../analysis/verdict-types.ts';
import type { Newer, Standing } from '../resolve/stack/heldBack.ts';
import { installedBy } from '../resolve/stack/takeable.ts';
import { whereWords } from './effectiveWords.ts';
import type { OpenRange } from './openRanges.ts';
import { type Block, bullets, filled, paragraph, type Span } from './prose.ts';
import { citations } from './supportWords.ts';

/** What a range takes in one stack. */
export interface Outcome {
  /** Null for the file without an environment. */
  readonly environment: string | null;
  readonly standing: Standing | 'none';
}

/** Groups of environments, and environments of a group, that a label names. */
const MOST_NAMED = 3;

/** Pins that are named one by one where they hold a version back. */
const MOST_HOLDING = 5;

/** The version that an outcome is, or that there is none. */
export function versionOf({ standing }: Outcome): string {
  return standing === 'none' ? t('none') : standing.text;
}

/** "→ 1.34.2", or "→ 1.34.2 (production: 1.33.6)" where environments take other versions than the first stack. */
export function rangeLabel(outcomes: readonly [Outcome, ...Outcome[]]): string {
  const [[version], ...others] = grouped(outcomes, versionOf);
  const named = others.slice(0, MOST_NAMED).map(([other, some]) => `${environmentNames(some)}: ${other}`);
  if (others.length > MOST_NAMED) named.push('…');
  return named.length === 0 ? `→ ${version}` : `→ ${version} (${named.join(', ')})`;
}

/** The same in full: of each version why it is taken, and why no newer one. */
export function rangeBlocks(open: OpenRange, outcomes: readonly [Outcome, ...Outcome[]]): Block[] {
  const groups = grouped(outcomes, versionOf);
  return groups.flatMap(([, some]) => {
    const where = groups.length === 1 ? undefined : whereOf(some);
    const [{ standing }] = some;
    if (standing === 'none') {
      const text = textOf(open);
      return [
        paragraph(
          ...(where === undefined
            ? filled(t('No version of {0} goes together with the other pins.'), text)
            : filled(t('No version of {0} goes together with the other pins {1}.'), text, where)),
        ),
      ];
    }
    const name: Span = { strong: `${open.pin.component.name} ${standing.text}` };
    const reason = reasonOf(open, standing);
    // The same version can be held back by other pins in another environment.
    const held = grouped(some, ({ standing: one }) => heldKey(one));
    return [
      paragraph(
        ...(where === undefined ? filled(t('{0}: {1}'), name, reason) : filled(t('{0} {1}: {2}'), name, where, reason)),
      ),
      ...doubtsOf(standing),
      ...held.flatMap(([, alike]) => heldBack(open, alike[0].standing, held.length === 1 ? undefined : whereOf(alike))),
    ];
  });
}

/** Why a version is taken. */
function reasonOf(open: OpenRange, standing: Standing): Span[] {
  const [proven, newer, verdicts] = [standing.proven, standing.newer(), standing.verdicts()];
  const text = textOf(open);
  if (!proven)
    return filled(
      t('a version of {0} that goes together with the other pins. The search for the newest took too long.'),
      text,
    );
  if (verdicts.some(isDoubt))
    return newer === undefined
      ? filled(t('the newest of {0}.'), text)
      : filled(t('the newest of {0} that goes together with the other pins as well as any does.'), text);
  const { pin } = open;
  const { name, version } = pin.entry.chart ?? {};
  if (
    newer?.against.length === 0 &&
    name !== undefined &&
    version !== undefined &&
    installedBy(pin).includes(standing.text)
  )
    return filled(t('the version of {0} that chart {1} installs.'), text, `${name.text} ${version.text}`);
  if (newer !== undefined) return filled(t('the newest of {0} that goes together with the other pins.'), text);
  return verdicts.length === 0
    ? filled(t('the newest of {0}. No statement is about it and another pin.'), text)
    : filled(t('the newest of {0}, and it goes together with the other pins.'), text);
}

function textOf({ pin }: OpenRange): Span {
  return { code: pin.value?.text ?? '' };
}

function isDoubt({ verdict }: NeighbourVerdict): boolean {
  return verdict === 'untested' || verdict === 'unsupported';
}

/** What is not supported by all that upstream says. */
function doubtsOf(standing: Standing): Block[] {
  const doubts = standing.verdicts().filter(isDoubt);
  return doubts.length === 0 ? [] : [bullets(doubts.map((one) => doubtSpans(one)))];
}

function doubtSpans(one: NeighbourVerdict): Span[] {
  return one.verdict === 'untested'
    ? filled(t('untested with {0}'), statementOf(one))
    : filled(t('unsupported with {0}'), statementOf(one));
}

function heldBack({ pin }: OpenRange, standing: Outcome['standing'], where: string | undefined): Block[] {
  const newer = standing === 'none' ? undefined : standing.newer();
  if (newer === undefined) return [];
  const name = `${pin.component.name} ${newer.text}`;
  const { against } = newer;
  const [only] = against;
  if (only === undefined)
    return [paragraph(newer.ended ? t('{0} is newer, and out of support.', name) : t('{0} is newer.', name))];
  if (against.length === 1) {
    const statement = statementOf(only);
    return [
      paragraph(
        ...(where === undefined
          ? filled(t('{0} is newer, and held back by {1}'), name, statement)
          : filled(t('{0} is newer, and held back {1} by {2}'), name, where, statement)),
      ),
    ];
  }
  const shown = against.slice(0, MOST_HOLDING).map(statementOf);
  if (against.length > MOST_HOLDING) shown.push([t('and {0} more', against.length - MOST_HOLDING)]);
  const head =
    where === undefined
      ? t('{0} is newer, and held back by', name)
      : t('{0} is newer, and held back {1} by', name, where);
  return [paragraph(head), bullets(shown)];
}

/** "Cluster 1.2.5: Mesh 2.2.1 supports Cluster 1.3 to 1.4, not 1.2.5. (mesh.example, read 2026-11-01)" */
function statementOf(verdict: NeighbourVerdict): Span[] {
  const name: Span = { strong: nameOfPin(verdict.other) };
  return [...filled(t('{0}: {1}'), name, sentence(verdict.reason)), ...citations(verdict.evidence)];
}

function heldKey(standing: Outcome['standing']): string {
  const newer: Newer | undefined = standing === 'none' ? undefined : standing.newer();
  return newer?.against.map(({ other, reason }) => `${nameOfPin(other)} ${reason}`).join('\n') ?? '';
}

/** "in edge and production", "without an environment". */
function whereOf(outcomes: readonly Outcome[]): string {
  return whereWords(outcomes.map(({ environment }) => environment));
}

function environmentNames(outcomes: readonly Outcome[]): string {
  const names = outcomes.map(({ environment }) => environment ?? t('without an environment'));
  return names.length > MOST_NAMED ? t('{0} environments', names.length) : names.join(', ');
}

type Grouped<T> = readonly [key: string, some: readonly [T, ...T[]]];

/** In the order of the first of each. */
function grouped<T>(some: readonly [T, ...T[]], keyOf: (one: T) => string): readonly [Grouped<T>, ...Grouped<T>[]] {
  const [first, ...rest] = some;
  const own: [T, ...T[]] = [first];
  const groups = new Map<string, [T, ...T[]]>([[keyOf(first), own]]);
  for (const one of rest) {
    const group = groups.get(keyOf(one));
    if (group === undefined) groups.set(keyOf(one), [one]);
    else group.push(one);
  }
  const [, ...others] = groups;
  return [[keyOf(first), own], ...others];
}
