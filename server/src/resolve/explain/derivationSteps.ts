/** A derivation in sentences. */
import { t } from '@vscode/l10n';
import { saidOf } from '../../analysis/derivation/clauses.ts';
import type {
  Derivation,
  DerivationStep,
  DerivedPin,
  Proof,
  VersionGroup,
} from '../../analysis/derivation/derivation.ts';
import { clauses, list, sentence, sentences } from '../../words.ts';
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
    text: sentences(conclusion(step, pins), ...notesOf(step)),
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
      text: t('{0} has to be {1}, and none of these is possible.', name, list(groups, 'or')),
      sources: [],
      cases: end.cases.map(({ group, proof }) => ({
        title: t('If {0} is {1}:', name, group.words),
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
  if (rest > 0)
    said.push(rest === 1 ? t('1 more statement excludes the rest') : t('{0} more statements exclude the rest', rest));
  const stated = clauses(said);
  const heard = grounds.every(({ speaker }) => speaker === 'premise')
    ? targetBefore(step, pins)
    : premiseNow(step, pins);
  // What a distribution carries has been said of it by name.
  const known = heard.isPinned && grounds.every(({ carried }) => carried.length > 0) ? undefined : heard.words;
  if (left === undefined) return known === undefined ? sentence(stated) : t('{0}, but {1}.', stated, known);
  const name = pins[target]?.component ?? '';
  // Where the target itself speaks, what it speaks about is to be said first.
  if (grounds.some(({ speaker }) => speaker === 'target') && known !== undefined)
    return t('{0}, and {1}: so {2} has to be {3}.', stated, known, name, left.words);
  return said.length > 1
    ? t('{0}: so {1} has to be {2}.', stated, name, left.words)
    : t('{0}, so {1} has to be {2}.', stated, name, left.words);
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
  return { words: isPinned ? t('{0} is pinned', pin.name) : t('{0} has to be {1}', pin.component, words), isPinned };
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
