/** The support state of a pin: what the lifecycle codes share. */
import { type SupportState, supportOf } from '../catalog/support.ts';
import { parseVersion } from '../version/index.ts';
import type { LookedUpKnown } from './pairs.ts';
import type { PinContext } from './rule.ts';

/** What was found of the versions that a line or a range stands for, which are the same array each time. */
const found = new WeakMap<readonly string[], PinContext & { readonly state: SupportState | undefined }>();

/** The state of the best supported version that a pin stands for: a range is out of support only when all of it is. */
export function supportOfPin(pin: LookedUpKnown, { catalog, date }: PinContext): SupportState | undefined {
  const known = found.get(pin.candidates);
  if (known?.catalog === catalog && known.date === date) return known.state;
  const state = bestOf(pin, { catalog, date });
  if (pin.candidates.length > 1) found.set(pin.candidates, { catalog, date, state });
  return state;
}

function bestOf(pin: LookedUpKnown, context: PinContext): SupportState | undefined {
  let best: SupportState | undefined;
  for (const text of pin.candidates) {
    const version = parseVersion(text, pin.component.versions.scheme);
    if (version === undefined) continue;
    const state = supportOf(pin.component, version, context.date, context.catalog);
    if (best === undefined || isBetter(state, best)) best = state;
  }
  return best;
}

const ORDER = { supported: 3, unknown: 2, extended: 1, ended: 0 } as const;
const FAR_FUTURE = '9999-12-31';

function isBetter(one: SupportState, than: SupportState): boolean {
  const difference = ORDER[one.state] - ORDER[than.state];
  return difference > 0 || (difference === 0 && (one.ends ?? FAR_FUTURE) > (than.ends ?? FAR_FUTURE));
}
