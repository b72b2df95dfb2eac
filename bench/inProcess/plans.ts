/** Plans of stacks of the catalog: from what was newest together on one day to what is on another. */
import { analyze } from '../../server/src/analysis/analyze.ts';
import type { Catalog, Component } from '../../server/src/catalog/model.ts';
import { parseYaml } from '../../server/src/manifest/parse.ts';
import { planPins, startVersions } from '../../server/src/resolve/plan/pins.ts';
import type { Plan, PlanPin, Versions } from '../../server/src/resolve/plan/plan.ts';
import { planUpgrade } from '../../server/src/resolve/plan/planUpgrade.ts';
import { newestTargets } from '../../server/src/resolve/plan/targets/newestTargets.ts';
import { verifyPlan } from '../../server/src/resolve/plan/verify/verifyPlan.ts';
import { offers } from '../../server/src/resolve/stack/offered.ts';
import { AS_OF, contextWith } from '../documents/known.ts';
import { quantile } from '../figures.ts';
import { randomOf } from '../resolver/random.ts';
import { BUNDLED, openCompiled } from './catalogs.ts';

/** The day of the stacks at the start. */
const THEN = '2025-05-01';
const HUB = 'kubernetes';
const LIMITS = { steps: 100_000 };

/** A stack as it is planned for. */
interface Journey {
  readonly pins: readonly PlanPin[];
  readonly start: Versions;
  readonly target: Versions;
}

/**
 * Plans so many stacks, and has each plan checked by what shares no code with the planner.
 * @returns milliseconds of the first plan, of the middle one, of the 95th of 100 and of the slowest; and what became of them
 */
export function measurePlans(components: number, stacks: number): Record<string, number> {
  const catalog = openCompiled(BUNDLED);
  const pool = poolOf(catalog);
  const times: number[] = [];
  const plans: Plan[] = [];
  for (let seed = 0; seed < stacks; seed += 1) {
    const journey = drawn(catalog, pool, components, seed);
    if (journey === undefined) continue;
    const start = performance.now();
    const plan = planUpgrade(journey, { catalog, date: AS_OF }, LIMITS);
    times.push(performance.now() - start);
    if (plan.found) verify(catalog, journey, plan);
    plans.push(plan);
  }
  const found = plans.filter((plan) => plan.found);
  const steps = found.map((plan) => plan.steps.length);
  return {
    first: times[0] ?? 0,
    middle: quantile(times, 0.5) ?? 0,
    most: quantile(times, 0.95) ?? 0,
    slowest: Math.max(...times),
    stacks: plans.length,
    found: found.length,
    proven: plans.filter((plan) => plan.proven).length,
    steps: quantile(steps, 0.5) ?? 0,
  };
}

function verify(catalog: Catalog, { pins, start }: Journey, plan: Plan): void {
  const problems = verifyPlan({
    catalog,
    date: AS_OF,
    pins: pins.map(({ instance, id, isLocked, allow }) => ({
      instance,
      component: id,
      versions: [start.get(instance) ?? ''],
      isLocked,
      allow,
    })),
    plan: {
      start: Object.fromEntries(plan.start),
      target: Object.fromEntries(plan.target),
      steps: plan.steps.map((step) => ({ ...step, state: Object.fromEntries(step.state) })),
    },
  });
  if (problems.length > 0) throw new Error(`A plan does not hold: ${problems.join(' ')}`);
}

/** What somebody says something about together with Kubernetes, and what there was on that day. */
function poolOf(catalog: Catalog): readonly Component[] {
  const all = catalog.ids().flatMap((id) => catalog.component(id) ?? []);
  const about = new Set(catalog.component(HUB)?.compatibility?.map((rule) => rule.with));
  const { versionsOf } = offers({ catalog, date: THEN });
  return all.filter(
    (one) =>
      one.carries === undefined &&
      (about.has(one.id) || one.compatibility?.some((rule) => rule.with === HUB) === true) &&
      versionsOf(one).length > 0,
  );
}

/** Undefined where no versions of them go together on one of the days. */
function drawn(catalog: Catalog, pool: readonly Component[], count: number, seed: number): Journey | undefined {
  const random = randomOf(seed);
  const chosen = new Set(pool.filter(({ id }) => id === HUB));
  while (chosen.size < Math.min(count, pool.length)) {
    const one = pool[random.between(0, pool.length - 1)];
    if (one !== undefined) chosen.add(one);
  }
  const oldest = new Map([...chosen].map((one) => [one.id, oldestSupported(catalog, one)]));
  const start = newestOn(THEN, stackAt(catalog, oldest), catalog);
  if (start === undefined) return undefined;
  const stack = stackAt(catalog, start);
  const target = newestOn(AS_OF, stack, catalog);
  return target && { ...stack, target };
}

function oldestSupported(catalog: Catalog, component: Component): string {
  const { versionsOf, about } = offers({ catalog, date: THEN });
  const versions = versionsOf(component);
  return versions.findLast((text) => about(component, text)?.ended === false) ?? versions[0] ?? '';
}

function stackAt(catalog: Catalog, versions: Versions): Omit<Journey, 'target'> {
  const pins = [...versions].map(([id, version]) => `  ${id}: ${JSON.stringify(version)}\n`).join('');
  const text = `apiVersion: stackpin/v1\nkind: Stack\ncomponents:\n${pins}`;
  const [stack] = analyze(parseYaml(text), contextWith(catalog)).stacks;
  if (stack === undefined) throw new Error('There is no stack.');
  return { pins: planPins(stack), start: startVersions(stack) };
}

function newestOn(date: string, stack: Omit<Journey, 'target'>, catalog: Catalog): Versions | undefined {
  const found = newestTargets(stack, { catalog, date }, LIMITS);
  return found.kind === 'targets' ? found.target : undefined;
}
