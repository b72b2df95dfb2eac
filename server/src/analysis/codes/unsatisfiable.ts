import { t } from '@vscode/l10n';
import type { Limits } from '../../resolve/engine/problem.ts';
import { smallestConflict } from '../../resolve/engine/smallestConflict.ts';
import { withNote } from '../../words.ts';
import type { AnalysisContext } from '../analysis.ts';
import { derivationClauses } from '../derivation/clauses.ts';
import { type Derivation, stepsOf } from '../derivation/derivation.ts';
import { derive } from '../derivation/derive.ts';
import { inOrder, type PinSet, pinProblem } from '../derivation/pinProblem.ts';
import type { Evidence } from '../finding.ts';
import type { KnownPin } from '../pairs.ts';
import { pairTables } from '../pairTable.ts';
import type { Draft, Rule } from '../rule.ts';
import { isInherited, list, nameOfPin, pinName, relatedPlaces, versionRange } from '../texts.ts';

/** Where the search for the set stops: a tenth of a second, in stacks that nobody writes. */
const SEARCH: Limits = { steps: 1_000 };
/** The same for its proof, whose steps are smaller. */
const PROOF: Limits = { steps: 100_000 };

/** A stack of more pins is not searched: its pairs alone are judged. */
const MOST_PINS = 150;

/** A number of pins, in words as far as a sentence writes it so. */
function countInWords(count: number): string {
  const words = [t('two'), t('three'), t('four'), t('five'), t('six'), t('seven'), t('eight'), t('nine')];
  return words[count - 2] ?? String(count);
}

/** Pins that no versions satisfy together, by their places among those that were asked about, and why. */
interface Core {
  readonly places: readonly number[];
  /** Undefined where the proof took too long. */
  readonly derivation: Derivation | undefined;
}

/** Three or more pins, of which any fewer have versions that go together, but all of them have not. */
export const unsatisfiable: Rule = {
  code: 'unsatisfiable',
  severity: 'error',
  title: () => t('No versions satisfy these pins together'),
  stack: ({ stack, constrained, verdicts, remembered }, context) => {
    const pins = stack.coverage.pins > MOST_PINS ? [] : inOrder(constrained);
    // With fewer open pins the pairs tell it all.
    if (!pins.some(({ candidates }) => candidates.length > 1)) return [];
    const ids = new Set(stack.pins.map(({ entry }) => entry.component));
    const set: PinSet = { pins, tables: pairTables(context, verdicts), isPinned: (id) => ids.has(id) };
    const question = pins.map((pin) => verdicts.participant(verdicts.likeness(pin), set.isPinned).key).join('\n\n');
    const core = remembered(`unsatisfiable\n\n${question}`, () => smallestCore(set, context));
    const cored = core?.places.flatMap((place) => pins[place] ?? []) ?? [];
    if (core === undefined || stack.composition.composedBelow(cored.map(({ layer }) => layer))) return [];
    return [draft(cored, core)];
  },
};

/** The fewest pins that cannot be met together; undefined where they can, or are two, or nobody knows. */
function smallestCore(set: PinSet, context: AnalysisContext): Core | undefined {
  const { pins, tables, isPinned } = set;
  // What two pins alone cannot do is told of the two.
  const isPossible = (a: KnownPin, b: KnownPin): boolean =>
    a.component === b.component || tables.asWritten(a, b, isPinned).best.verdict !== 'incompatible';
  const found = smallestConflict(pinProblem(set, isPossible), SEARCH);
  if (found.kind !== 'conflict' || found.variables.length < 3) return undefined;
  const core = found.variables.flatMap((place) => pins[place] ?? []);
  if (core.some((pin, index) => core.slice(index + 1).some((other) => !isPossible(pin, other)))) return undefined;
  return {
    places: found.variables,
    derivation: derive({ ...set, pins: core }, context, PROOF),
  };
}

function draft(core: readonly KnownPin[], { derivation }: Core): Draft {
  // The widest pin is the one that people meant to leave room in.
  const [first] = [...core].sort(
    (a, b) => Number(isInherited(a)) - Number(isInherited(b)) || b.candidates.length - a.candidates.length,
  );
  const others = core.filter((pin) => pin !== first);
  const ordered = first === undefined ? others : [first, ...others];
  const places = new Map<unknown, number>(core.map((pin, place) => [pin, place]));
  return {
    range: first === undefined ? { start: 0, end: 0 } : versionRange(first),
    message: messageOf(core, derivation),
    components: ordered.map(({ component }) => component.id),
    pins: ordered.map(pinName),
    evidence: derivation === undefined ? [] : evidenceOf(derivation),
    related:
      first === undefined ? [] : relatedPlaces(first, others, (pin) => binding(places.get(pin) ?? -1, derivation)),
  };
}

function messageOf(core: readonly KnownPin[], derivation: Derivation | undefined): string {
  const [names, fewer] = [list(core.map(nameOfPin)), countInWords(core.length - 1)];
  return derivation === undefined
    ? t('No versions of {0} go together, though any {1} of them do. Widen or change one of them.', names, fewer)
    : t(
        'No versions of {0} go together, though any {1} of them do: {2}. Widen or change one of them.',
        names,
        fewer,
        derivationClauses(derivation),
      );
}

/** The statements that the proof rests on, each once. */
function evidenceOf({ proof }: Derivation): Evidence[] {
  const found = new Map<string, Evidence>();
  for (const { grounds } of stepsOf(proof))
    for (const { statement, note, source, checked } of grounds) {
      const words = withNote(statement, note);
      found.set(`${words}\n${source}`, { statement: words, source, checked });
    }
  return [...found.values()];
}

/** The statement that ties a pin to the others: one that it takes versions away by, else one that takes from it. */
function binding(place: number, derivation: Derivation | undefined): string | undefined {
  if (derivation === undefined) return undefined;
  const steps = stepsOf(derivation.proof);
  const step = steps.find(({ premise }) => premise === place) ?? steps.find(({ target }) => target === place);
  return step?.grounds[0]?.statement;
}
