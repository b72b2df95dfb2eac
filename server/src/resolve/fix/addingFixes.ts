/** The fixes that pin what is missing: each of the components that would do, at the newest version that fits. */
import { t } from '@vscode/l10n';
import type { Finding, Fix, FixData, TextChange } from '../../analysis/finding.ts';
import { UNCHANGED } from '../../analysis/recheck.ts';
import type { Catalog } from '../../catalog/model.ts';
import type { Fixing } from './fixing.ts';
import { insertPins } from './insertPins.ts';
import { type Fitting, newestFitting } from './newestFitting.ts';
import { unplacedPin } from './overriding.ts';
import { isAmong } from './pinFixes.ts';
import type { Tried } from './trial.ts';

/** The data of such a fix. */
type AddingFix = Extract<FixData, { readonly kind: 'add' }>;

/** Components that are tried, and fixes that are offered of them. */
const MOST_TRIED = 12;
const MOST_OFFERED = 5;

/**
 * Makes them. Each was tried: the finding is gone after it, and no other came.
 * @returns in the order in which upstream names what is needed; none is preferred, since which version somebody runs is not known
 */
export function addingFixes(finding: Finding, { document, anyOf }: AddingFix, made: Fixing): readonly Fix[] {
  const { catalog } = made.contextOf(document);
  const fixes: Fix[] = [];
  if (changesOf(finding, '', document, made) === undefined) return fixes;
  const ids = [...new Set(anyOf.flatMap((name) => providers(name, finding, catalog)))];
  for (const id of ids.slice(0, MOST_TRIED)) {
    if (fixes.length === MOST_OFFERED || made.limits.isCancelled?.() === true) break;
    const component = catalog.component(id);
    const fitting =
      component &&
      newestFitting(component, made.workshopOf(document).offered, (version) =>
        added(id, version, finding, document, made),
      );
    if (fitting === undefined) continue;
    const { changes } = fitting.tried;
    fixes.push({ title: titleOf(id, fitting, placesOf(finding)), kind: 'quickfix', preferred: false, changes });
  }
  return fixes;
}

/**
 * The component of an id, or those that provide a capability, as far as they go on. What brings the component that needs it along
 * is no part to be added to that.
 */
function providers(name: string, { components: [needing] }: Finding, catalog: Catalog): readonly string[] {
  const isAlive = (id: string) => ['active', 'maintenance'].includes(catalog.summary(id)?.status ?? '');
  const ids = catalog.summary(name) === undefined ? catalog.ids() : [name];
  return ids
    .filter((id) => (id === name || catalog.summary(id)?.provides.includes(name) === true) && isAlive(id))
    .filter((id) => catalog.component(id)?.carries?.some((carried) => carried.with === needing) !== true);
}

/** Where it has to be pinned: for all stacks of the file, or for the environments that lack it. */
function placesOf({ environments }: Pick<Finding, 'environments'>): readonly (string | null)[] {
  return environments.includes(null) ? [null] : environments;
}

/** Undefined where there is no good place for it in one of them. */
function changesOf(
  finding: Finding,
  text: string,
  document: number,
  { analysis }: Fixing,
): readonly TextChange[] | undefined {
  const manifest = analysis.manifests.find((one) => one.document.index === document);
  const places = placesOf(finding);
  const changes = places.flatMap((environment) => (manifest && insertPins(manifest, environment, [text])) ?? []);
  return changes.length < places.length ? undefined : changes;
}

function added(id: string, version: string, finding: Finding, document: number, made: Fixing): Tried | undefined {
  const places = placesOf(finding);
  if (isNamed(id, places, document, made)) return undefined;
  const { text, entry } = unplacedPin(id, version);
  const changes = changesOf(finding, text, document, made);
  if (changes === undefined) return undefined;
  const rewriting = { ...UNCHANGED, added: places.map((environment) => ({ environment, entry })) };
  const tried = made.trials.attemptWritten(document, { changes, rewriting });
  return tried !== undefined && isAmong(finding, tried) ? tried : undefined;
}

/** Whether a pin of that name is there, or is removed where it would be written. */
function isNamed(id: string, places: readonly (string | null)[], document: number, made: Fixing): boolean {
  const manifest = made.analysis.manifests.find((one) => one.document.index === document);
  const lists = places.map((place) =>
    place === null ? manifest?.components : manifest?.environments.find(({ name }) => name === place)?.components,
  );
  const stacks = made
    .stacksOf(document)
    .filter(({ environment }) => places.includes(null) || places.includes(environment));
  return (
    lists.some((entries) => entries?.some(({ instance }) => instance === id)) ||
    stacks.some(({ pins }) => pins.some(({ entry }) => entry.instance === id))
  );
}

function titleOf(id: string, { version, tried }: Fitting, [environment, ...more]: readonly (string | null)[]): string {
  const count = tried.resolved.length;
  if (environment === null || environment === undefined || more.length > 0)
    return count === 1
      ? t('Add {0} {1}: resolves 1 finding', id, version)
      : t('Add {0} {1}: resolves {2} findings', id, version, count);
  return count === 1
    ? t('Add {0} {1} in {2}: resolves 1 finding', id, version, environment)
    : t('Add {0} {1} in {2}: resolves {3} findings', id, version, environment, count);
}
