/** Answers a wish: makes the target, plans, has the plan checked, and tells what time there is. */
import { t } from '@vscode/l10n';
import type { EffectiveStack } from '../../analysis/analysis.ts';
import type { KnownPin } from '../../analysis/pairs.ts';
import { type Deadlines, deadlinesOf, lastSafeStart, type RunningPin } from '../deadlines.ts';
import type { Limits } from '../engine/problem.ts';
import { versionsTaken } from '../stack/taken.ts';
import { workshop } from '../stack/workshop.ts';
import { planPins, startVersions } from './pins.ts';
import type { Plan, PlanContext, PlanPin, Targets } from './plan.ts';
import { planUpgrade } from './planUpgrade.ts';
import { printedPlan } from './printPlan.ts';
import type { PlanReport, Timing, Wish } from './report.ts';
import type { Running } from './targets/choose.ts';
import { newestTargets, supportedTargets } from './targets/newestTargets.ts';
import { setTargets, stackTargets } from './targets/setTargets.ts';
import { untestedPairs } from './untested.ts';
import type { StartPin } from './verify/printed.ts';
import { verifyPlan } from './verify/verifyPlan.ts';
import { wishWords } from './wishProblems.ts';

/** What was asked for makes no sense: a sentence for each mistake. */
export interface Refused {
  readonly problems: readonly string[];
}

/**
 * Makes a report, in parts: whoever asks may do something else after each, or give it up.
 * @param daysPerStep how long one step takes; undefined where nobody said so
 * @param limits of each search in it
 */
export function* planReport(
  stack: EffectiveStack,
  wish: Wish,
  daysPerStep: number | undefined,
  context: PlanContext,
  limits: Limits,
): Generator<undefined, PlanReport | Refused> {
  const running = runningStack(stack, context, limits);
  yield;
  const deadlines = deadlinesOf(runningPins(running), context);
  const said =
    wish.kind === 'set' ? wishWords(wish.versions, running.pins, (name) => context.catalog.idOfAlias(name)) : undefined;
  if (said !== undefined && said.problems.length > 0) return { problems: said.problems };
  const targets = targetsFor(wish, running, deadlines, context, limits);
  if (targets.kind === 'refused') return { problems: targets.problems };
  yield;
  const plan = planFor(targets, running, context, limits);
  yield;
  const notes = [...(said?.notes ?? []), ...(targets.kind === 'targets' ? targetNotes(targets, wish) : [])];
  const { name, document, environment } = stack;
  return {
    stack: { name: name ?? null, document, environment },
    wish,
    asOf: context.date,
    plan,
    notes,
    untested: plan.found ? untestedPairs(running.pins, plan.start, plan.target, context) : [],
    faults: plan.found ? faultsOf(stack, plan, context) : undefined,
    deadlines,
    timing:
      plan.found && daysPerStep !== undefined ? timingOf(plan, deadlines, running, daysPerStep, context) : undefined,
  };
}

/** The pins of a stack at the versions that they run at: what a range or a line takes is found for all together. */
export function runningStack(stack: EffectiveStack, context: PlanContext, limits: Limits): Running {
  const taken = versionsTaken([stack], workshop(context), limits);
  const textOf = (pin: KnownPin) => {
    const found = taken(pin);
    return found.kind === 'version' ? found.text : undefined;
  };
  return { pins: planPins(stack), start: startVersions(stack, textOf) };
}

/** The same for the deadlines. */
export function runningPins({ pins, start }: Running): readonly RunningPin[] {
  return pins.map(({ instance, known }) => ({
    instance,
    component: known?.component,
    version: start.get(instance) ?? '',
  }));
}

function targetsFor(wish: Wish, running: Running, { next }: Deadlines, context: PlanContext, limits: Limits): Targets {
  switch (wish.kind) {
    case 'none':
      return standing(running);
    case 'set':
      return setTargets(running, wish.versions, context, limits);
    case 'stack':
      return stackTargets(running, runningStack(wish.stack, context, limits));
    case 'newest':
      return newestTargets(running, context, limits);
    case 'supported-until':
      return supportedTargets(running, wish.day, context, limits);
    case 'stay-supported':
      return next === undefined ? standing(running) : supportedTargets(running, next.firstDayOut, context, limits);
  }
}

function standing({ start }: Running): Targets {
  return { kind: 'targets', target: start, proven: true, notes: [] };
}

function targetNotes({ proven, notes }: Targets & { readonly kind: 'targets' }, { kind }: Wish): readonly string[] {
  if (proven) return notes;
  const words =
    kind === 'newest'
      ? t('The search for the target stopped at its bound: newer versions may go together.')
      : t('The search for the target stopped at its bound: a smaller change may do.');
  return [...notes, words];
}

function planFor(
  targets: Exclude<Targets, { kind: 'refused' }>,
  { pins, start }: Running,
  context: PlanContext,
  limits: Limits,
): Plan {
  if (targets.kind === 'targets') return planUpgrade({ pins, start, target: targets.target }, context, limits);
  const standstill = planUpgrade({ pins, start, target: start }, context, limits);
  const { blockedBy, proven } = targets;
  return {
    ...standstill,
    found: false,
    proven: blockedBy.length > 0,
    target: new Map(),
    blockedBy,
    blockedByProven: proven,
  };
}

/** What the independent checker says against a plan, as it is printed. */
function faultsOf(stack: EffectiveStack, plan: Plan, { catalog, date }: PlanContext): readonly string[] {
  return verifyPlan({ catalog, date, pins: startPins(stack), plan: printedPlan(plan) });
}

/** The pins of a stack as the checker takes them. */
export function startPins(stack: EffectiveStack): readonly StartPin[] {
  return planPins(stack).map(({ instance, id, known, isLocked, allow }: PlanPin) => ({
    instance,
    component: id,
    versions: known?.candidates ?? [],
    isLocked,
    allow,
  }));
}

function timingOf(
  plan: Plan,
  deadlines: Deadlines,
  running: Running,
  daysPerStep: number,
  context: PlanContext,
): Timing {
  return { daysPerStep, start: lastSafeStart(deadlines, runningPins(running), plan.steps, daysPerStep, context) };
}
