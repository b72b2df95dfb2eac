/** What a new version has to be, besides fitting the other pins. */
import type { AnalysisContext } from '../../analysis/analysis.ts';
import type { FixGoal } from '../../analysis/finding.ts';
import type { KnownPin } from '../../analysis/pairs.ts';
import { latestOf } from '../../catalog/queries.ts';
import { supportOf } from '../../catalog/support.ts';
import type { OfferedVersion, Offers } from '../stack/offered.ts';

/** Whether a version of a pin reaches a goal; the pin stands at its newest candidate. */
export function suitsGoal(
  goal: FixGoal,
  context: AnalysisContext,
  offered: Offers,
): (pin: KnownPin, text: string) => boolean {
  return (pin, text) => {
    const { component, candidates } = pin;
    const from = candidates[0] === undefined ? undefined : offered.about(component, candidates[0]);
    const to = offered.about(component, text);
    if (from === undefined || to === undefined) return false;
    switch (goal) {
      case 'fits':
      case 'exact':
        return true;
      case 'patch':
        return from.line !== undefined && text === latestOf(component, from.line);
      case 'supported':
        return !to.ended;
      case 'longer-support':
        return !to.ended && lastsLonger(pin, to, from, context);
    }
  };
}

/** Whether another line's support goes on for longer than the pin's, as far as dates are stated. */
function lastsLonger(
  { component }: KnownPin,
  to: OfferedVersion,
  from: OfferedVersion,
  { date, catalog }: AnalysisContext,
): boolean {
  if (to.line === from.line) return false;
  const now = supportOf(component, from.version, date, catalog);
  const then = supportOf(component, to.version, date, catalog);
  return then.ends === undefined || now.ends === undefined || then.ends > now.ends;
}
