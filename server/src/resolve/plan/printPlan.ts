/** A plan in the form in which it is printed and checked. */
import type { Plan, Versions } from './plan.ts';
import type { PrintedPlan } from './verify/printed.ts';

/** What `stackpin plan --format json` prints of a plan, as far as it is checked. */
export function printedPlan({ start, target, steps }: Pick<Plan, 'start' | 'target' | 'steps'>): PrintedPlan {
  return {
    start: printed(start),
    target: printed(target),
    steps: steps.map(({ component, instance, from, to, state }) => ({
      component,
      instance,
      from,
      to,
      state: printed(state),
    })),
  };
}

/** No name of a pin is special: `__proto__` becomes a property as any other. */
function printed(versions: Versions): { readonly [instance: string]: string } {
  return Object.fromEntries(versions);
}
