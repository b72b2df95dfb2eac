/** What is not good about a state: pairs, and pins out of support. */
import { t } from '@vscode/l10n';
import { supportOf } from '../../catalog/support.ts';
import { parseVersion } from '../../version/index.ts';
import { sentence } from '../../words.ts';
import { type Grounds, labelOf } from './grounds.ts';
import type { PlanContext, PlanFinding, PlanPin, PlanRequest, Versions } from './plan.ts';

const NOTHING: readonly PlanFinding[] = [];

/** Finds what is not good about states of one request; what was found for two versions is remembered. */
export function stateFindings(
  { pins }: PlanRequest,
  context: PlanContext,
  grounds: Grounds,
): (state: Versions) => readonly PlanFinding[] {
  const known = pins.filter((pin) => pin.known !== undefined);
  const pairs = known.flatMap((one, place) =>
    known
      .slice(place + 1)
      .flatMap((two) =>
        grounds.areSpokenOf(one, two) ? [{ one, two, found: new Map<string, readonly PlanFinding[]>() }] : [],
      ),
  );
  const ends = known.map((pin) => ({ pin, found: new Map<string, readonly PlanFinding[]>() }));
  return (state) => {
    const versionOf = ({ instance }: PlanPin) => state.get(instance) ?? '';
    const findings: PlanFinding[] = [];
    for (const { one, two, found } of pairs) {
      const [a, b] = [versionOf(one), versionOf(two)];
      findings.push(...once(found, `${a} ${b}`, () => grounds.faults(one, a, two, b)));
    }
    for (const { pin, found } of ends) {
      const version = versionOf(pin);
      findings.push(...once(found, version, () => endOf(pin, version, context)));
    }
    return findings;
  };
}

function once(
  found: Map<string, readonly PlanFinding[]>,
  key: string,
  find: () => readonly PlanFinding[],
): readonly PlanFinding[] {
  const known = found.get(key) ?? find();
  found.set(key, known);
  return known;
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
      ? t('{0} is out of support: {1}', labelOf(pin, text), sentence(evidence.statement))
      : t('Support for {0} {1} ended on {2}.', component.name, line.line, ends);
  return [{ code: 'end-of-life', instances: [pin.instance], message, sources: [evidence.source] }];
}
