/** An upgrade plan in words: what the page in the editor, the checklist and the report in a terminal have in common. */
import { t } from '@vscode/l10n';
import type { IsoDate } from '../../catalog/model.ts';
import type { Plan, PlanFinding, PlanStep } from '../../resolve/plan/plan.ts';
import type { PlannedStack, PlanReport } from '../../resolve/plan/report.ts';
import { enumeration, list, sentences } from '../../words.ts';
import { deadlineWords } from './deadlineWords.ts';

/** Sentences, and the addresses that they rest on. */
export interface Said {
  readonly text: string;
  readonly sources: readonly string[];
}

/** A pin that goes from one version to another. */
export interface Moving {
  readonly instance: string;
  readonly from: string;
  readonly to: string;
}

/** A step, or a pin in the way: where it goes, why, and what is not good about the state after it. */
export interface MoveWords extends Moving {
  readonly why: Said;
  readonly notes: readonly Said[];
}

export interface PlanWords {
  /** "Upgrade plan for payments, environment production". */
  readonly title: string;
  /** Where it leads: "to the newest versions that go together". Empty where it leads nowhere. */
  readonly aim: string;
  /** What came of it: one paragraph. */
  readonly outcome: string;
  /** What a person should know of the target. */
  readonly notes: readonly string[];
  /** What is not good before the first step. */
  readonly before: readonly Said[];
  readonly steps: readonly MoveWords[];
  /** What upstream has not tested of the versions at the end. */
  readonly untested: readonly Said[];
  /** The pins in the way, where there is no plan. */
  readonly blockedBy: readonly MoveWords[];
  readonly moved: readonly Moving[];
  /** "cert-manager 1.19.1". */
  readonly staying: readonly string[];
  readonly deadlines: readonly Said[];
}

/** The tables that a report was made by. */
export interface UsedCatalogs {
  readonly version: string;
  readonly updated: IsoDate;
  /** What is laid over the bundled one, as it is called. */
  readonly extras: readonly string[];
}

/** "as of 2026-11-24, catalog 2026.11.0 (2026-11-23), with acme.catalog.yaml". */
export function judgedBy({ asOf }: Pick<PlanReport, 'asOf'>, { version, updated, extras }: UsedCatalogs): string {
  return extras.length === 0
    ? t('as of {0}, catalog {1} ({2})', asOf, version, updated)
    : t('as of {0}, catalog {1} ({2}), with {3}', asOf, version, updated, enumeration(extras));
}

/** Says all of a report. */
export function planWords(report: PlanReport): PlanWords {
  const { plan, stack, wish, notes } = report;
  const states = [plan.startFindings, ...plan.steps.map(({ findings }) => findings)];
  const moved = [...plan.start].flatMap(([instance, from]): Moving[] => {
    const to = plan.target.get(instance) ?? from;
    return from === to ? [] : [{ instance, from, to }];
  });
  const moving = new Set(moved.map(({ instance }) => instance));
  return {
    title: wish.kind === 'none' ? t('Support of {0}', stackName(stack)) : t('Upgrade plan for {0}', stackName(stack)),
    aim: aimOf(report),
    outcome: outcomeWords(report),
    notes,
    // Of a stack that goes nowhere, the last days are told of all pins.
    before: (wish.kind === 'none'
      ? plan.startFindings.filter(({ code }) => code !== 'end-of-life')
      : plan.startFindings
    ).map((finding) => faultWords(finding, 0, states)),
    untested: report.untested.map(({ message, sources }) => ({ text: message, sources })),
    steps: plan.steps.map((step, place) => stepWords(step, place + 1, states)),
    blockedBy: plan.blockedBy.map(({ instance, from, to, statement, sources }) => ({
      instance,
      from,
      to,
      why: { text: statement, sources },
      notes: [],
    })),
    moved,
    staying: [...plan.start].flatMap(([instance, version]) => (moving.has(instance) ? [] : `${instance} ${version}`)),
    deadlines: deadlineWords(report),
  };
}

/** "payments, environment production". */
export function stackName({ name, document, environment }: PlannedStack): string {
  const own = name ?? t('stack {0}', document + 1);
  return environment === null ? own : t('{0}, environment {1}', own, environment);
}

function aimOf({ wish, deadlines }: PlanReport): string {
  switch (wish.kind) {
    case 'none':
      return '';
    case 'set':
      return t('to {0}', list([...wish.versions].map(([instance, version]) => `${instance} ${version}`)));
    case 'stack':
      return t('to what {0} pins', wish.name);
    case 'newest':
      return t('to the newest versions that go together');
    case 'supported-until':
      return t('to versions in support until {0}', wish.day);
    case 'stay-supported':
      return deadlines.next === undefined
        ? ''
        : t('to versions in support on {0}, when it first loses some', deadlines.next.firstDayOut);
  }
}

function outcomeWords({ plan, wish, faults }: PlanReport): string {
  if (wish.kind === 'none') return plan.start.size === 0 ? t('It pins nothing.') : '';
  if (!plan.found) return noPlanWords(plan);
  const { length } = plan.steps;
  if (length === 0) return t('Nothing has to move.');
  const way = plan.startIsGood
    ? t('Every state on the way is good.')
    : t('The start is not good, and no state on the way is worse.');
  const checked =
    faults?.length === 0
      ? t('An independent checker agrees.')
      : t('The checker does not agree: do not follow this plan.');
  return sentences(lengthWords(length, plan.proven), way, checked);
}

function lengthWords(steps: number, isProven: boolean): string {
  if (isProven) return steps === 1 ? t('1 step; no plan has fewer.') : t('{0} steps; no plan has fewer.', steps);
  return steps === 1
    ? t('1 step; a plan with fewer may exist: the search stopped at its bound.')
    : t('{0} steps; a plan with fewer may exist: the search stopped at its bound.', steps);
}

function noPlanWords({ proven, blockedBy, blockedByProven }: Plan): string {
  if (!proven)
    return t('No plan was found before the search stopped at its bound; there may be one. A nearer target takes less.');
  if (blockedBy.length === 0) return t('There is no plan.');
  if (blockedBy.length === 1) return t('There is no plan. This pin is in the way:');
  return blockedByProven
    ? t('There is no plan. These pins are in the way, and no fewer of them:')
    : t('There is no plan. These pins are in the way:');
}

function stepWords({ instance, from, to, why, sources, findings }: PlanStep, place: number, states: States): MoveWords {
  const before = states[place - 1] ?? [];
  const arising = findings.filter((finding) => !before.some((one) => isSame(one, finding)));
  return {
    instance,
    from,
    to,
    why: { text: why, sources },
    notes: arising.map((finding) => faultWords(finding, place, states)),
  };
}

/** What is not good at the start and after each step. */
type States = readonly (readonly PlanFinding[])[];

/** Says how long something stays as it is: "Until step 4: Support for Istio 1.24 ended on 2025-06-30." */
function faultWords(finding: PlanFinding, place: number, states: States): Said {
  const end = states.findIndex((state, at) => at > place && !state.some((one) => isSame(one, finding)));
  const { message, sources } = finding;
  // Without steps there is no while that it could last.
  if (states.length === 1) return { text: message, sources };
  if (end >= 0) return { text: t('Until step {0}: {1}', end, message), sources };
  const last = states[states.length - 1]?.find((one) => isSame(one, finding));
  // The versions it is about may be others by then.
  if (last === undefined || last.message === message) return { text: t('To the end: {0}', message), sources };
  return {
    text: sentences(t('To the end: {0}', message), t('In the end: {0}', last.message)),
    sources: [...new Set([...sources, ...last.sources])],
  };
}

/** The same fault, though it may be told of other versions. */
function isSame(one: PlanFinding, other: PlanFinding): boolean {
  return (
    one.code === other.code &&
    one.instances.length === other.instances.length &&
    one.instances.every((instance) => other.instances.includes(instance))
  );
}
