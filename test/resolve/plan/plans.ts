/** Plans a manifest's upgrade and has every plan checked; tells plans in lines. */
import { readFileSync } from 'node:fs';
import { analyze } from '../../../server/src/analysis/analyze.ts';
import { emptyCatalog } from '../../../server/src/catalog/loader.ts';
import type { Catalog } from '../../../server/src/catalog/model.ts';
import { overlayCatalogs } from '../../../server/src/catalog/overlay.ts';
import { readCatalog } from '../../../server/src/catalog/read.ts';
import { parseYaml } from '../../../server/src/manifest/parse.ts';
import { planPins, startVersions } from '../../../server/src/resolve/plan/pins.ts';
import type { Plan, PlanPin, Versions } from '../../../server/src/resolve/plan/plan.ts';
import { planUpgrade } from '../../../server/src/resolve/plan/planUpgrade.ts';
import type { PrintedPlan, StartPin, VerifyRequest } from '../../../server/src/resolve/plan/verify/printed.ts';
import { verifyPlan } from '../../../server/src/resolve/plan/verify/verifyPlan.ts';

/** The day as of which these tests plan. */
export const TODAY = '2026-11-24';

/** Enough for every plan here. */
export const LIMITS = { steps: 100_000 };

/** A stack as plans take it. */
export interface Stack {
  readonly catalog: Catalog;
  readonly pins: readonly PlanPin[];
  readonly start: Versions;
}

/** The stack of a manifest's `components`. */
export function stackOf(catalog: Catalog, components: string): Stack {
  const text = `apiVersion: stackpin/v1\nkind: Stack\ncomponents:\n${components}`;
  const [stack] = analyze(parseYaml(text), { catalog, date: TODAY, severities: {} }).stacks;
  if (stack === undefined) throw new Error('No stack.');
  return { catalog, pins: planPins(stack), start: startVersions(stack) };
}

/** Plans from a stack to some other versions; fails where the checker finds anything wrong. */
export function planned(stack: Stack, target: Versions, limits = LIMITS): Plan {
  const plan = planUpgrade(
    { pins: stack.pins, start: stack.start, target },
    { catalog: stack.catalog, date: TODAY },
    limits,
  );
  const problems = plan.found ? verified(stack, printed(plan)) : [];
  if (problems.length > 0) throw new Error(problems.join('\n'));
  return plan;
}

/** The same for a manifest's components and the versions of some of them. */
export function plan(catalog: Catalog, components: string, target: { readonly [instance: string]: string }): Plan {
  return planned(stackOf(catalog, components), new Map(Object.entries(target)));
}

/** What the checker says. */
export function verified(stack: Stack, shown: PrintedPlan): readonly string[] {
  return verifyPlan(toVerify(stack, shown));
}

/** What the checker is given. */
export function toVerify({ catalog, pins, start }: Stack, shown: PrintedPlan): VerifyRequest {
  return { catalog, date: TODAY, pins: pins.map((pin) => startPin(pin, start)), plan: shown };
}

function startPin({ instance, id, known, isLocked, allow }: PlanPin, start: Versions): StartPin {
  const version = start.get(instance);
  return {
    instance,
    component: id,
    versions: known === undefined || version === undefined ? [] : [version],
    isLocked,
    allow,
  };
}

/** A plan as it is printed, as far as it is checked. */
export function printed({ start, target, steps }: Plan): PrintedPlan {
  return {
    start: Object.fromEntries(start),
    target: Object.fromEntries(target),
    steps: steps.map(({ component, instance, from, to, state }) => ({
      component,
      instance,
      from,
      to,
      state: Object.fromEntries(state),
    })),
  };
}

/** Each step in a line. */
export function stepsOf({ steps }: Pick<Plan, 'steps'>): readonly string[] {
  return steps.map(({ instance, from, to, why }) => `${instance} ${from} -> ${to}: ${why}`);
}

/** Each step in a line, without its reason. */
export function movesOf({ steps }: Pick<Plan, 'steps'>): readonly string[] {
  return steps.map(({ instance, from, to }) => `${instance} ${from} -> ${to}`);
}

/** Each pin in the way in a line. */
export function blockedBy({ blockedBy: pins }: Pick<Plan, 'blockedBy'>): readonly string[] {
  return pins.map(
    ({ instance, from, to, statement, sources }) => `${instance} ${from} -> ${to}: ${statement} [${sources.join()}]`,
  );
}

/** The catalog of made.catalog.yaml. */
export function madeUp(): Catalog {
  return catalogFrom(readFileSync(new URL('made.catalog.yaml', import.meta.url), 'utf8'));
}

/** A catalog of one text. */
export function catalogFrom(text: string): Catalog {
  const { catalog, problems } = readCatalog(text);
  if (catalog === undefined || problems.length > 0) throw new Error(JSON.stringify(problems));
  return overlayCatalogs(emptyCatalog({ name: 'empty', version: '1', updated: '2026-11-01' }), [catalog]);
}
