/** Makes a derivation of pins that no versions satisfy together. */
import type { Catalog } from '../../catalog/model.ts';
import type { Limits } from '../../resolve/engine/problem.ts';
import { type Refutation, refute } from '../../resolve/engine/refute.ts';
import type { KnownPin } from '../pairs.ts';
import { nameOfPin } from '../texts.ts';
import type { Derivation, DerivationStep, Proof, VersionGroup } from './derivation.ts';
import { groundsFor } from './grounds.ts';
import { type PinSet, pinProblem } from './pinProblem.ts';
import { groupOfPin } from './versionGroups.ts';

/** Of each pin what is left, newest first. */
type Left = readonly (readonly string[])[];

/**
 * Derives that some pins cannot be met together.
 * @returns undefined where they can, or where the search stopped at its bound
 */
export function derive(
  set: PinSet,
  { catalog }: { readonly catalog: Catalog },
  limits: Limits,
): Derivation | undefined {
  const { pins } = set;
  const answer = refute(pinProblem(set), limits);
  if (answer.kind !== 'refuted') return undefined;
  return {
    pins: pins.map((pin) => ({ name: nameOfPin(pin), component: pin.component.name, versions: pin.candidates })),
    proof: proofOf(
      answer.refutation,
      pins.map(({ candidates }) => candidates),
      set,
      catalog,
    ),
  };
}

/** The step by which one pin takes versions away from another. */
export function derivedStep(
  premise: { readonly place: number; readonly pin: KnownPin; readonly given: readonly string[] },
  target: {
    readonly place: number;
    readonly pin: KnownPin;
    readonly before: readonly string[];
    readonly out: readonly string[];
  },
  set: PinSet,
  catalog: Catalog,
): DerivationStep {
  const out = new Set(target.out);
  const left = target.before.filter((text) => !out.has(text));
  return {
    premise: premise.place,
    given: groupOfPin(premise.pin, premise.given),
    target: target.place,
    before: groupOfPin(target.pin, target.before),
    ruledOut: groupOfPin(target.pin, target.out),
    left: left.length === 0 ? undefined : groupOfPin(target.pin, left),
    grounds: groundsFor(
      { pin: premise.pin, versions: premise.given },
      { pin: target.pin, versions: target.out },
      set,
      catalog,
    ),
  };
}

function proofOf({ steps, end }: Refutation, start: Left, set: PinSet, catalog: Catalog): Proof {
  const { pins } = set;
  const left = [...start];
  const derived: DerivationStep[] = [];
  for (const { by, of, out } of steps) {
    const [premise, target, before] = [pins[by], pins[of], left[of] ?? []];
    if (premise === undefined || target === undefined) continue;
    const texts = out.flatMap((value) => target.candidates[value] ?? []);
    derived.push(
      derivedStep(
        { place: by, pin: premise, given: left[by] ?? [] },
        { place: of, pin: target, before, out: texts },
        set,
        catalog,
      ),
    );
    const gone = new Set(texts);
    left[of] = before.filter((text) => !gone.has(text));
  }
  if (end.kind === 'empty') return { steps: derived, end: { kind: 'nothing-left', pin: end.variable } };
  const { variable } = end;
  const pin = pins[variable];
  // From the oldest on, as people read them.
  const cases = end.cases.toReversed().map(({ values, refutation }) => {
    const texts = values.flatMap((value) => pin?.candidates[value] ?? []);
    const group: VersionGroup = pin === undefined ? { versions: texts, words: '' } : groupOfPin(pin, texts);
    return { group, proof: proofOf(refutation, left.with(variable, texts), set, catalog) };
  });
  return { steps: derived, end: { kind: 'cases', pin: variable, cases } };
}
