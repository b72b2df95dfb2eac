/** What is not good about a state: pairs, and pins out of support. */
import { sentence } from '../../analysis/texts.ts';
import { supportOf } from '../../catalog/support.ts';
import { parseVersion } from '../../version/index.ts';
import { type Grounds, labelOf } from './grounds.ts';
import type { PlanContext, PlanFinding, PlanPin, PlanRequest, Versions } from './plan.ts';

const NOTHING: readonly PlanFinding[] = [];

/** Finds what is not good about states of one request; what was found for two versions is remembered. */
export function stateFindings(
  { pins }: PlanRequest,
  context: PlanContext,
  grounds: Grounds,
): (state: Versions) => readonly PlanFinding[] {
  const remembered = new Map<string, readonly PlanFinding[]>();
  const once = (key: string, find: () => readonly PlanFinding[]): readonly PlanFinding[] => {
    const found = remembered.get(key) ?? find();
    remembered.set(key, found);
    return found;
  };
  const known = [...pins.entries()].filter(([, pin]) => pin.known !== undefined);
  return (state) => {
    const versionOf = ({ instance }: PlanPin) => state.get(instance) ?? '';
    const found: PlanFinding[] = [];
    for (const [place, [one, pin]] of known.entries()) {
      const version = versionOf(pin);
      for (const [two, other] of known.slice(place + 1)) {
        const beside = versionOf(other);
        const key = `${one} ${two}\n${version}\n${beside}`;
        found.push(...once(key, () => grounds.faults(pin, version, other, beside)));
      }
    }
    for (const [one, pin] of known) {
      const version = versionOf(pin);
      found.push(...once(`${one}\n${version}`, () => endOf(pin, version, context)));
    }
    return found;
  };
}

/** That a version is out of support on the day, if it is. */
export function endOf(pin: PlanPin, text: string, { catalog, date }: PlanContext): readonly PlanFinding[] {
  const component = pin.known?.component;
  const version = component && parseVersion(text, component.versions.scheme);
  if (component === undefined || version === undefined) return NOTHING;
  const support = supportOf(component, version, date, catalog);
  if (support.state !== 'ended' && support.state !== 'extended') return NOTHING;
  const { ends, line, evidence } = support;
  const message =
    ends === undefined
      ? `${labelOf(pin, text)} is out of support: ${sentence(evidence.statement)}`
      : `Support for ${component.name} ${line.line} ended on ${ends}.`;
  return [{ code: 'end-of-life', instances: [pin.instance], message, sources: [evidence.source] }];
}
