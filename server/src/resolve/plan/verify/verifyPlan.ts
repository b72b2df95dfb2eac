/**
 * Checks a plan as it is printed, state by state and step by step, from the catalog alone. It shares no code with the search
 * that makes plans: the two readings of the rules hold each other to account.
 */

import { t } from '@vscode/l10n';
import { lineOf } from '../../../catalog/queries.ts';
import { compareVersions, isPrerelease, parseVersion, satisfies } from '../../../version/index.ts';
import { type StepProblem, stepProblems } from './edges.ts';
import type { PrintedPlan, PrintedStep, StartPin, VerifyRequest } from './printed.ts';
import { type State, stateChecker } from './states.ts';

/**
 * Verifies a plan.
 * @returns what is wrong with it, a sentence each, in order; empty for a plan that holds
 */
export function verifyPlan(request: VerifyRequest): readonly string[] {
  const { plan, pins } = request;
  const problems = [...startProblems(plan, pins)];
  const worse = stateChecker(request);
  let before: State = stateOf(plan.start);
  for (const [index, step] of plan.steps.entries()) {
    const title = t('Step {0} ({1} {2} to {3})', index + 1, step.instance, step.from, step.to);
    const after = stateOf(step.state);
    for (const problem of chainProblems(step, before, after)) problems.push(problem(title));
    for (const problem of moveProblems(step, request)) problems.push(problem(title));
    for (const problem of worse(after, index === plan.steps.length - 1))
      problems.push(t('After step {0}, {1}', index + 1, problem));
    before = after;
  }
  const target = stateOf(plan.target);
  for (const instance of namesIn(before, target)) {
    const [is, asked] = [before.get(instance), target.get(instance)];
    if (is !== asked)
      problems.push(
        t('The plan ends with {0} at {1}, and its target is {2}.', instance, orNone(is), asked ?? t('none')),
      );
  }
  return problems;
}

/** A version of a state, or that there is none. */
function orNone(version: string | undefined): string {
  return version ?? t('no version');
}

function stateOf(versions: { readonly [instance: string]: string }): State {
  return new Map(Object.entries(versions));
}

function namesIn(one: State, two: State): readonly string[] {
  return [...new Set([...one.keys(), ...two.keys()])];
}

/** The plan has to begin where the stack stands. */
function* startProblems({ start }: PrintedPlan, pins: readonly StartPin[]): Generator<string> {
  const begun = stateOf(start);
  const instances = new Set(pins.map(({ instance }) => instance));
  for (const { instance, versions } of pins) {
    const version = begun.get(instance);
    if (version === undefined) yield t('The plan says nothing of {0}, which the stack pins.', instance);
    else if (versions.length > 0 && !versions.includes(version))
      yield versions.length === 1 && versions[0] !== undefined
        ? t('The plan starts with {0} at {1}, and the stack pins {2}.', instance, version, versions[0])
        : t('The plan starts with {0} at {1}, and the stack pins other versions.', instance, version);
  }
  for (const instance of begun.keys()) {
    if (!instances.has(instance)) yield t('The plan moves from a stack with {0}, and the stack has none.', instance);
  }
}

/** A step changes its own component, from where that stood, and nothing else. */
function* chainProblems({ instance, from, to }: PrintedStep, before: State, after: State): Generator<StepProblem> {
  if (before.get(instance) !== from)
    yield (step) => t('{0} starts from {1}, and {2} was at {3}.', step, from, instance, orNone(before.get(instance)));
  if (after.get(instance) !== to)
    yield (step) =>
      t('{0} goes to {1}, and its state has {2} at {3}.', step, to, instance, orNone(after.get(instance)));
  if (from === to) yield (step) => t('{0} goes nowhere.', step);
  for (const other of namesIn(before, after)) {
    if (other !== instance && before.get(other) !== after.get(other))
      yield (step) =>
        t(
          '{0} changes {1} as well, from {2} to {3}.',
          step,
          other,
          orNone(before.get(other)),
          orNone(after.get(other)),
        );
  }
}

function* moveProblems(step: PrintedStep, request: VerifyRequest): Generator<StepProblem> {
  const { instance, component: id, from, to } = step;
  const { catalog, pins, plan } = request;
  const pin = pins.find((one) => one.instance === instance);
  if (pin === undefined) {
    yield (called) => t('{0} is of no pin of the stack.', called);
    return;
  }
  if (pin.component !== id)
    yield (called) => t('{0} is called a step of {1}, and {2} is {3}.', called, id, instance, pin.component);
  if (pin.isLocked) yield (called) => t('{0} moves a pin that is locked.', called);
  const component = pin.versions.length === 0 ? undefined : catalog.component(pin.component);
  if (component === undefined) return;
  const { scheme } = component.versions;
  const [one, two] = [parseVersion(from, scheme), parseVersion(to, scheme)];
  if (one === undefined || two === undefined) {
    yield (called) => t('{0} is between versions that {1} does not have.', called, component.name);
    return;
  }
  for (const range of pin.allow) {
    if (!satisfies(two, range, 'as-release'))
      yield (called) => t('{0} leaves what the stack allows, which is {1}.', called, range.text);
  }
  const asked = stateOf(plan.target).get(instance);
  const [start, target] = [stateOf(plan.start).get(instance), asked].map((text) =>
    text === undefined ? undefined : parseVersion(text, scheme),
  );
  const isBackAsked = start !== undefined && target !== undefined && compareVersions(target, start) < 0;
  const way = compareVersions(two, one);
  if (way < 0 && !isBackAsked)
    yield (called) => t('{0} goes back to an older version, which the target does not ask for.', called);
  if (way > 0 && isBackAsked)
    yield (called) => t('{0} goes away from the target, which is older than the start.', called);
  if (to !== asked) {
    const line = lineOf(component, two);
    if (isPrerelease(two)) yield (called) => t('{0} stops at a pre-release.', called);
    if (line?.withdrawn?.some(({ version }) => version === two.text) === true)
      yield (called) => t('{0} stops at a version that upstream took back.', called);
    if (line?.versions.includes(two.text) !== true && line?.line !== two.text)
      yield (called) => t('{0} stops at a version that the catalog does not list.', called);
    const released = line?.released;
    if (released !== undefined && released > request.date)
      yield (called) => t('{0} stops at a version of a line that is out from {1} on.', called, released);
  }
  const ids = new Set(pins.filter(({ versions }) => versions.length > 0).map((each) => each.component));
  for (const problem of stepProblems(component, one, two, catalog, ids)) yield problem;
}
