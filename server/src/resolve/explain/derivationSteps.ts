/** A derivation in sentences. */
import { saidOf } from '../../analysis/derivation/clauses.ts';
import type {
  Derivation,
  DerivationStep,
  DerivedPin,
  Proof,
  VersionGroup,
} from '../../analysis/derivation/derivation.ts';
import { clauses, list, sentence } from '../../analysis/texts.ts';
import type { CitedSource, ExplainedStep } from './explanation.ts';

/** Statements that one step names. */
const MOST_NAMED = 6;

/** Every step of a derivation as sentences, with what it concludes. */
export function derivationSteps({ pins, proof }: Derivation): ExplainedStep[] {
  return proofSteps(proof, pins);
}

/** One step by itself. */
export function derivedSentence(step: DerivationStep, pins: Derivation['pins']): ExplainedStep {
  return {
    text: [conclusion(step, pins), ...notesOf(step)].join(' '),
    sources: sourcesOf(step),
    cases: [],
  };
}

function proofSteps({ steps, end }: Proof, pins: Derivation['pins']): ExplainedStep[] {
  const said = steps.map((step) => derivedSentence(step, pins));
  if (end.kind === 'nothing-left') return said;
  const name = pins[end.pin]?.component ?? '';
  const groups = end.cases.map(({ group }) => group.words);
  return [
    ...said,
    {
      text: `${name} has to be ${list(groups, 'or')}, and none of these is possible.`,
      sources: [],
      cases: end.cases.map(({ group, proof }) => ({
        title: `If ${name} is ${group.words}:`,
        steps: proofSteps(proof, pins),
      })),
    },
  ];
}

/** "Runner 3.1.0 needs Mesh before 2.2, so Mesh has to be 2.0." */
function conclusion(step: DerivationStep, pins: Derivation['pins']): string {
  const { grounds, left, target } = step;
  const said = saidOf(grounds.slice(0, MOST_NAMED));
  const rest = grounds.length - MOST_NAMED;
  if (rest > 0) said.push(`${rest} more ${rest === 1 ? 'statement excludes' : 'statements exclude'} the rest`);
  const stated = clauses(said);
  const heard = grounds.every(({ speaker }) => speaker === 'premise')
    ? targetBefore(step, pins)
    : premiseNow(step, pins);
  // What a distribution carries has been said of it by name.
  const known = heard.isPinned && grounds.every(({ carried }) => carried.length > 0) ? undefined : heard.words;
  if (left === undefined) return known === undefined ? `${stated}.` : `${stated}, but ${known}.`;
  const so = `so ${pins[target]?.component ?? ''} has to be ${left.words}.`;
  // Where the target itself speaks, what it speaks about is to be said first.
  if (grounds.some(({ speaker }) => speaker === 'target') && known !== undefined)
    return `${stated}, and ${known}: ${so}`;
  return `${stated}${said.length > 1 ? ':' : ','} ${so}`;
}

/** What holds of a pin: what is left of it, or that it is pinned. */
interface Held {
  readonly words: string;
  readonly isPinned: boolean;
}

function targetBefore({ target, before }: DerivationStep, pins: Derivation['pins']): Held {
  return held(pins[target], before);
}

function premiseNow({ premise, given }: DerivationStep, pins: Derivation['pins']): Held {
  return held(pins[premise], given);
}

function held(pin: DerivedPin | undefined, { versions, words }: VersionGroup): Held {
  if (pin === undefined) return { words: '', isPinned: false };
  const isPinned = versions.length === pin.versions.length;
  return { words: isPinned ? `${pin.name} is pinned` : `${pin.component} has to be ${words}`, isPinned };
}

function notesOf({ grounds }: DerivationStep): string[] {
  const notes = grounds.slice(0, MOST_NAMED).flatMap(({ note }) => (note === undefined ? [] : sentence(note)));
  return [...new Set(notes)];
}

function sourcesOf({ grounds }: Pick<DerivationStep, 'grounds'>): CitedSource[] {
  const found = new Map<string, CitedSource>();
  for (const { source, checked } of grounds) found.set(`${source}\n${checked}`, { source, checked });
  return [...found.values()];
}
