/** Explains a finding: the steps that lead to it, each with its source. */
import { t } from '@vscode/l10n';
import type { Analysis, AnalysisContext, EffectiveStack } from '../../analysis/analysis.ts';
import { derive, derivedStep } from '../../analysis/derivation/derive.ts';
import { inOrder, type PinSet, tableOf } from '../../analysis/derivation/pinProblem.ts';
import { versionGroup } from '../../analysis/derivation/versionGroups.ts';
import type { Finding } from '../../analysis/finding.ts';
import { contextOf } from '../../analysis/ownCatalogs.ts';
import { isKnown, type KnownPin } from '../../analysis/pairs.ts';
import { pairTables } from '../../analysis/pairTable.ts';
import { nameOfPin } from '../../analysis/texts.ts';
import { lineOf } from '../../catalog/queries.ts';
import { parseVersion } from '../../version/index.ts';
import type { Limits } from '../engine/problem.ts';
import { derivationSteps, derivedSentence } from './derivationSteps.ts';
import type { ExplainedStep, Explanation } from './explanation.ts';

/** Asked for by a person, so it may take longer than while somebody types: tenths of a second. */
const PROOF: Limits = { steps: 2_000_000 };

/**
 * Explains a finding of an analysis.
 * @param isCancelled ends the search for a proof; what is known without it is still told
 */
export function explain(analysis: Analysis, finding: Finding, isCancelled?: () => boolean): Explanation {
  const place = placeOf(analysis, finding);
  const steps = place === undefined ? [] : derived(place, finding, { ...PROOF, isCancelled });
  const pins = place === undefined ? [] : inOrder(place.pins).map(nameOfPin);
  return { finding, pins, steps: steps === undefined || steps.length === 0 ? stated(place, finding) : steps };
}

/** The stack that a finding is about, and the pins of it that are. */
interface Place {
  readonly stack: EffectiveStack;
  readonly context: AnalysisContext;
  readonly pins: readonly KnownPin[];
}

function placeOf({ manifests, stacks, context }: Analysis, finding: Finding): Place | undefined {
  const { start } = finding.range;
  const manifest = manifests.find(({ document }) => document.range.start <= start && start <= document.range.end);
  const stack = stacks.find(
    (one) => one.manifest === manifest && finding.environments.some((environment) => environment === one.environment),
  );
  if (stack === undefined) return undefined;
  const pins = finding.pins.flatMap(
    ({ instance }) => stack.pins.find(({ entry }) => entry.instance === instance) ?? [],
  );
  return { stack, context: contextOf(context, stack.document), pins: pins.filter(isKnown) };
}

function pinSet({ stack, context }: Place, pins: readonly KnownPin[]): PinSet {
  const ids = new Set(stack.pins.map(({ entry }) => entry.component));
  return { pins, tables: pairTables(context), isPinned: (id) => ids.has(id) };
}

/** What follows from the versions that pins may take. */
function derived(place: Place, { code }: Finding, limits: Limits): ExplainedStep[] | undefined {
  const [one, two] = place.pins;
  switch (code) {
    case 'unsatisfiable':
      return proven(place, inOrder(place.pins), limits);
    case 'incompatible':
      return one === undefined || two === undefined ? undefined : proven(place, [one, two], limits);
    case 'range-admits-incompatible':
      if (one === undefined || two === undefined) return undefined;
      return narrowed(place, one, two) ?? narrowed(place, two, one);
    default:
      return undefined;
  }
}

function proven(place: Place, pins: readonly KnownPin[], limits: Limits): ExplainedStep[] | undefined {
  const derivation = derive(pinSet(place, pins), place.context, limits);
  return derivation && [...admitted(pins), ...derivationSteps(derivation)];
}

/** What each range stands for. */
function admitted(pins: readonly KnownPin[]): ExplainedStep[] {
  return pins.flatMap((pin) => {
    if (pin.value?.kind !== 'range' || pin.candidates.length < 2) return [];
    const { words } = versionGroup(pin.component, pin.candidates, pin.candidates);
    return [{ text: t('{0} may be {1}.', nameOfPin(pin), words), sources: [], cases: [] }];
  });
}

/** Which versions of a range another pin takes away. */
function narrowed(place: Place, open: KnownPin, other: KnownPin): ExplainedStep[] | undefined {
  const set = pinSet(place, [open, other]);
  const table = tableOf(set, open, other);
  if (table === undefined) return undefined;
  const { classesOfOne, classesOfTwo } = table;
  const out = open.candidates.filter((_, at) =>
    other.candidates.every(
      (__, against) => table.verdict(classesOfOne[at] ?? 0, classesOfTwo[against] ?? 0).verdict === 'incompatible',
    ),
  );
  if (out.length === 0 || out.length === open.candidates.length) return undefined;
  const step = derivedStep(
    { place: 1, pin: other, given: other.candidates },
    { place: 0, pin: open, before: open.candidates, out },
    set,
    place.context.catalog,
  );
  const pins = [open, other].map((pin) => ({
    name: nameOfPin(pin),
    component: pin.component.name,
    versions: pin.candidates,
  }));
  return [...admitted([open]), derivedSentence(step, pins)];
}

/** The statements that a finding rests on, and what they are applied to. */
function stated(place: Place | undefined, { code, evidence }: Finding): ExplainedStep[] {
  const steps: ExplainedStep[] = evidence.map(({ statement, source, checked }) => ({
    text: statement,
    sources: [{ source, checked }],
    cases: [],
  }));
  if (place === undefined || evidence.length === 0) return steps;
  const [pin] = place.pins;
  if (code === 'end-of-life' || code === 'end-of-life-soon') {
    const about = pin === undefined ? [] : lineStep(pin);
    const day = { text: t('Support is judged as of {0}.', place.context.date), sources: [], cases: [] };
    return [...about, ...steps, day];
  }
  return steps;
}

/** Which release line a version belongs to. */
function lineStep({ component, candidates, value }: KnownPin): ExplainedStep[] {
  const [newest = ''] = candidates;
  const version = parseVersion(newest, component.versions.scheme);
  const line = version && lineOf(component, version);
  if (line === undefined || line.line === value?.text) return [];
  const { source, checked } = component.versions;
  const { name } = component;
  return [
    {
      text:
        line.released === undefined
          ? t('{0} {1} belongs to the release line {2}.', name, newest, line.line)
          : t(
              '{0} {1} belongs to the release line {2}, first released on {3}.',
              name,
              newest,
              line.line,
              line.released,
            ),
      sources: [{ source, checked }],
      cases: [],
    },
  ];
}
