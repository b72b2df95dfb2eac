/**
 * Checks a plan as it is printed, state by state and step by step, from the catalog alone. It shares no code with the search
 * that makes plans: the two readings of the rules hold each other to account.
 */

import { lineOf } from '../../../catalog/queries.ts';
import { compareVersions, isPrerelease, parseVersion, satisfies } from '../../../version/index.ts';
import { stepProblems } from './edges.ts';
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
    const title = `Step ${index + 1} (${step.instance} ${step.from} to ${step.to})`;
    const after = stateOf(step.state);
    for (const problem of chainProblems(step, before, after)) problems.push(`${title} ${problem}`);
    for (const problem of moveProblems(step, request)) problems.push(`${title} ${problem}`);
    for (const problem of worse(after, index === plan.steps.length - 1))
      problems.push(`After step ${index + 1}, ${problem}`);
    before = after;
  }
  const target = stateOf(plan.target);
  for (const instance of namesIn(before, target)) {
    const [is, asked] = [before.get(instance), target.get(instance)];
    if (is !== asked)
      problems.push(`The plan ends with ${instance} at ${is ?? 'no version'}, and its target is ${asked ?? 'none'}.`);
  }
  return problems;
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
    if (version === undefined) yield `The plan says nothing of ${instance}, which the stack pins.`;
    else if (versions.length > 0 && !versions.includes(version))
      yield `The plan starts with ${instance} at ${version}, and the stack pins ${versions.length === 1 ? versions[0] : 'other versions'}.`;
  }
  for (const instance of begun.keys()) {
    if (!instances.has(instance)) yield `The plan moves from a stack with ${instance}, and the stack has none.`;
  }
}

/** A step changes its own component, from where that stood, and nothing else. */
function* chainProblems({ instance, from, to }: PrintedStep, before: State, after: State): Generator<string> {
  if (before.get(instance) !== from)
    yield `starts from ${from}, and ${instance} was at ${before.get(instance) ?? 'no version'}.`;
  if (after.get(instance) !== to)
    yield `goes to ${to}, and its state has ${instance} at ${after.get(instance) ?? 'no version'}.`;
  if (from === to) yield 'goes nowhere.';
  for (const other of namesIn(before, after)) {
    if (other !== instance && before.get(other) !== after.get(other))
      yield `changes ${other} as well, from ${before.get(other) ?? 'no version'} to ${after.get(other) ?? 'no version'}.`;
  }
}

function* moveProblems(step: PrintedStep, request: VerifyRequest): Generator<string> {
  const { instance, component: id, from, to } = step;
  const { catalog, pins, plan } = request;
  const pin = pins.find((one) => one.instance === instance);
  if (pin === undefined) {
    yield 'is of no pin of the stack.';
    return;
  }
  if (pin.component !== id) yield `is called a step of ${id}, and ${instance} is ${pin.component}.`;
  if (pin.isLocked) yield 'moves a pin that is locked.';
  const component = pin.versions.length === 0 ? undefined : catalog.component(pin.component);
  if (component === undefined) return;
  const { scheme } = component.versions;
  const [one, two] = [parseVersion(from, scheme), parseVersion(to, scheme)];
  if (one === undefined || two === undefined) {
    yield `is between versions that ${component.name} does not have.`;
    return;
  }
  for (const range of pin.allow) {
    if (!satisfies(two, range, 'as-release')) yield `leaves what the stack allows, which is ${range.text}.`;
  }
  const asked = stateOf(plan.target).get(instance);
  const [start, target] = [stateOf(plan.start).get(instance), asked].map((text) =>
    text === undefined ? undefined : parseVersion(text, scheme),
  );
  const isBackAsked = start !== undefined && target !== undefined && compareVersions(target, start) < 0;
  const way = compareVersions(two, one);
  if (way < 0 && !isBackAsked) yield 'goes back to an older version, which the target does not ask for.';
  if (way > 0 && isBackAsked) yield 'goes away from the target, which is older than the start.';
  if (to !== asked) {
    const line = lineOf(component, two);
    if (isPrerelease(two)) yield 'stops at a pre-release.';
    if (line?.withdrawn?.some(({ version }) => version === two.text) === true)
      yield 'stops at a version that upstream took back.';
    if (line?.versions.includes(two.text) !== true && line?.line !== two.text)
      yield 'stops at a version that the catalog does not list.';
    if (line?.released !== undefined && line.released > request.date)
      yield `stops at a version of a line that is out from ${line.released} on.`;
  }
  const ids = new Set(pins.filter(({ versions }) => versions.length > 0).map((each) => each.component));
  for (const problem of stepProblems(component, one, two, catalog, ids)) yield problem;
}
