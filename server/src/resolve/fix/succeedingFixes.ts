/** The fixes that pin a successor in the place of what has ended, at the newest version that fits. */
import { t } from '@vscode/l10n';
import type { ResolvedPin } from '../../analysis/analysis.ts';
import type { Finding, Fix, FixData, PinRef } from '../../analysis/finding.ts';
import { UNCHANGED } from '../../analysis/recheck.ts';
import { isInherited } from '../../analysis/texts.ts';
import { scalarText } from '../../analysis/yamlReading.ts';
import type { PinEntry } from '../../manifest/stack.ts';
import { rangeOf } from '../../manifest/tree.ts';
import type { Fixing } from './fixing.ts';
import { newestFitting } from './newestFitting.ts';
import { isAmong } from './pinFixes.ts';
import { aliasOf } from './places.ts';
import { prefixed, reading, type Written } from './written.ts';

/** The data of such a fix. */
type SucceedingFix = Extract<FixData, { readonly kind: 'succeed' }>;

/**
 * Makes them. Each was tried: the finding is gone after it, and no other came.
 * @returns in the order in which the catalog names the successors; none is preferred, for it takes more than an edit to move
 */
export function succeedingFixes(
  finding: Finding,
  { pin: ref, successors }: SucceedingFix,
  made: Fixing,
): readonly Fix[] {
  const pin = ownPin(ref, made);
  if (pin === undefined || !isReplaceable(pin, ref.document, made)) return [];
  const { catalog } = made.contextOf(ref.document);
  return successors.flatMap((id): Fix[] => {
    const component = catalog.component(id);
    if (component === undefined || made.limits.isCancelled?.() === true) return [];
    if (component.status === 'retired' || component.status === 'archived') return [];
    const fitting = newestFitting(component, made.workshopOf(ref.document).offered, (version) => {
      const written = succeeded(pin, id, version, ref.document, made);
      const tried = written && made.trials.attemptWritten(ref.document, written);
      return tried !== undefined && isAmong(finding, tried) ? tried : undefined;
    });
    if (fitting === undefined) return [];
    const { version, tried } = fitting;
    const count = tried.resolved.length;
    const title =
      count === 1
        ? t('Replace {0} by {1} {2}: resolves 1 finding', ref.instance, id, version)
        : t('Replace {0} by {1} {2}: resolves {3} findings', ref.instance, id, version, count);
    return [{ title, kind: 'quickfix', preferred: false, changes: tried.changes }];
  });
}

function ownPin({ document, environment, instance }: PinRef, { stacksOf }: Fixing): ResolvedPin | undefined {
  const stack = stacksOf(document).find((one) => one.environment === environment);
  const pin = stack?.pins.find(({ entry }) => entry.instance === instance);
  return pin === undefined || isInherited(pin) || pin.entry.locked ? undefined : pin;
}

/** What is said of the pin besides its version is about the old component, and so is what other places make of its name. */
function isReplaceable({ entry }: ResolvedPin, document: number, { stacksOf, readersOf }: Fixing): boolean {
  const { version, chart, allow, instance } = entry;
  if (version === undefined || chart !== undefined || allow !== undefined) return false;
  if (aliasOf(entry) === undefined && readersOf(document)(version).length > 1) return false;
  return stacksOf(document).every(({ pins }) =>
    pins.every((one) => one.entry.instance !== instance || (one.entry === entry && one.overrides === undefined)),
  );
}

/** The name where it is written, and the version; undefined where the file writes that name already. */
function succeeded(
  { entry, layer }: ResolvedPin,
  id: string,
  to: string,
  document: number,
  { stacksOf }: Fixing,
): Written | undefined {
  const { version, key, componentNode } = entry;
  if (version === undefined) return undefined;
  const isKey = componentNode === undefined;
  const isTaken =
    stacksOf(document).some(({ pins }) => pins.some((one) => one.entry.instance === id)) ||
    layer.manifest.components.some(({ instance }) => instance === id) ||
    layer.manifest.environments.some(({ components }) => components.some(({ instance }) => instance === id));
  if (isKey && isTaken) return undefined;
  const name = componentNode ?? key;
  const text = prefixed(to, version);
  const alias = aliasOf(entry);
  const style = alias === undefined ? version.style : undefined;
  const replaced: PinEntry = {
    ...entry,
    instance: isKey ? id : entry.instance,
    component: id,
    key: isKey ? reading(key, id) : key,
    componentNode: componentNode && reading(componentNode, id),
    version: reading(alias === undefined ? version : { ...version, style: 'plain' }, text),
  };
  return {
    changes: [
      { range: rangeOf(name), newText: scalarText(id, name.style) },
      { range: rangeOf(alias ?? version), newText: scalarText(text, style) },
    ],
    rewriting: { ...UNCHANGED, replaced: new Map([[entry.entry, replaced]]) },
  };
}
