/** An upgrade plan for programs: one JSON object, described by schemas/plan-output.schema.json. */
import type { Deadlines, PinDeadline } from '../../../server/src/resolve/deadlines.ts';
import type { BlockingPin, PlanFinding } from '../../../server/src/resolve/plan/plan.ts';
import { printedPlan } from '../../../server/src/resolve/plan/printPlan.ts';
import type { PlanReport, Timing } from '../../../server/src/resolve/plan/report.ts';

/** Raised when the shape changes. */
const SHAPE_VERSION = 1;

/** Writes a report, with a line break at the end. */
export function planJson({ stack, asOf, plan, notes, untested, faults, deadlines, timing }: PlanReport): string {
  const { start, target, steps } = printedPlan(plan);
  const object = {
    version: SHAPE_VERSION,
    asOf,
    stack,
    found: plan.found,
    proven: plan.proven,
    start,
    target,
    startIsGood: plan.startIsGood,
    startFindings: plan.startFindings.map(findingReport),
    steps: plan.steps.map(({ component, instance, from, to, why, sources, findings }, place) => ({
      component,
      instance,
      from,
      to,
      why,
      sources,
      state: steps[place]?.state ?? {},
      findings: findings.map(findingReport),
    })),
    blockedBy: plan.blockedBy.map(blockReport),
    blockedByProven: plan.blockedByProven,
    notes,
    untested: untested.map(({ instances, message, sources }) => ({ instances, message, sources })),
    verified: faults === undefined ? null : faults.length === 0,
    deadlines: deadlineReport(deadlines, timing),
  };
  return `${JSON.stringify(object, null, 2)}\n`;
}

function findingReport({ code, instances, message, sources }: PlanFinding): object {
  return { code, instances, message, sources };
}

function blockReport({ component, instance, from, to, statement, sources }: BlockingPin): object {
  return { component, instance, from, to, statement, sources };
}

function deadlineReport({ lost, ahead, next, openEnded, unknown }: Deadlines, timing: Timing | undefined): object {
  return {
    firstDayOut: next?.firstDayOut ?? null,
    lost: lost.map(endReport),
    ahead: ahead.map(endReport),
    openEnded,
    unknown,
    start: timing === undefined ? null : startReport(timing),
  };
}

function endReport({ component, instance, version, lastDay, statement, source }: PinDeadline): object {
  return { component, instance, version, lastDay: lastDay ?? null, statement, source };
}

function startReport({ daysPerStep, start: { lastDay, isMissed, decidedBy, notHelped } }: Timing): object {
  return {
    daysPerStep,
    lastDay: lastDay ?? null,
    isMissed,
    decidedBy: decidedBy === undefined ? null : { instance: decidedBy.pin.instance, step: decidedBy.step },
    notHelped: notHelped.map(({ instance }) => instance),
  };
}
