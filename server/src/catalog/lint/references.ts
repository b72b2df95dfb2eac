/** What a component names exists: ids, capabilities, lines; and its own names mean nothing else. */
import { t } from '@vscode/l10n';
import { sentences } from '../../words.ts';
import type { Catalog } from '../model.ts';
import { nearestIds } from '../names.ts';
import { findLine } from '../queries.ts';
import type { Path } from '../read.ts';
import type { Subject, Told } from './subject.ts';

/** Ids in rules name components; `anyOf` may name capabilities instead. */
export function checkReferences({ written, world }: Subject): Told[] {
  const told: Told[] = [];
  const need = (path: Path, id: string | undefined, capabilities = false): void => {
    if (id === undefined || world.summary(id) !== undefined || (capabilities && isCapability(world, id))) return;
    told.push({ code: 'unknown-reference', severity: 'error', path, message: unknownId(world, id, capabilities) });
  };
  for (const key of ['compatibility', 'conflicts', 'carries'] as const) {
    (written[key] ?? []).forEach((rule, index) => {
      need([key, index, 'with'], rule.with);
    });
  }
  (written.conflicts ?? []).forEach(({ unless = [] }, index) => {
    unless.forEach((id, at) => {
      need(['conflicts', index, 'unless', at], id);
    });
  });
  (written.requires ?? []).forEach(({ anyOf }, index) => {
    anyOf.forEach((name, at) => {
      need(['requires', index, 'anyOf', at], name, true);
    });
  });
  (written.successors ?? []).forEach((id, index) => {
    need(['successors', index], id);
  });
  need(['supportPolicy', 'follows'], written.supportPolicy?.follows);
  need(['series', 'of'], written.series?.of);
  return [...told, ...policyLines(written, world)];
}

function unknownId(world: Catalog, id: string, capabilities: boolean): string {
  const [nearest] = nearestIds(world, id, 1);
  const told = capabilities
    ? t('"{0}" is neither a component nor a capability of one.', id)
    : t('"{0}" is in no catalog.', id);
  const advice = nearest === undefined ? t('Correct it, or add the component.') : t('Did you mean "{0}"?', nearest);
  return sentences(told, advice);
}

const capabilities = new WeakMap<Catalog, ReadonlySet<string>>();

function isCapability(world: Catalog, name: string): boolean {
  const known = capabilities.get(world) ?? new Set(capabilitiesOf(world));
  capabilities.set(world, known);
  return known.has(name);
}

/** All capabilities that some component provides, in alphabetical order. */
export function capabilitiesOf(world: Catalog): readonly string[] {
  return [...new Set(world.ids().flatMap((id) => world.summary(id)?.provides ?? []))].sort();
}

/** `supportPolicy.lines`: each line of this component and of the one it follows. */
function policyLines({ supportPolicy }: Subject['written'], world: Catalog): Told[] {
  const { follows, lines = {} } = supportPolicy ?? {};
  const followed = follows === undefined ? undefined : world.component(follows);
  if (followed === undefined) return [];
  return Object.entries(lines)
    .filter(([, line]) => findLine(followed, line) === undefined)
    .map(([own, line]): Told => {
      const message = t('"{0}" is no line of {1}. Correct it.', line, followed.id);
      return {
        code: 'unknown-reference',
        severity: 'error',
        path: ['supportPolicy', 'lines', own],
        message,
        others: [followed.id],
      };
    });
}

/**
 * An alias stands for one component only: it is no component's id, and no other one's alias.
 * @param owners which component of the same file owns each alias so far
 */
export function checkAliases({ written, world }: Subject, owners: Map<string, string>): Told[] {
  return (written.aliases ?? []).flatMap((alias, index): Told[] => {
    const path = ['aliases', index];
    const told: Told[] = [];
    const key = alias.toLowerCase();
    if (world.summary(key) !== undefined) {
      const message =
        key === written.id
          ? t('"{0}" is the id itself. Remove it.', alias)
          : t('"{0}" is the id of a component, so that it never stands for another. Remove it.', alias);
      told.push({ code: 'double-name', severity: 'warning', path, message, others: key === written.id ? [] : [key] });
    }
    const other = owners.get(key);
    if (other !== undefined) {
      const message =
        other === written.id
          ? t('"{0}" stands here twice. Remove one.', alias)
          : t('"{0}" is an alias of {1} too. Keep it where people mean it.', alias, other);
      told.push({
        code: 'double-name',
        severity: 'warning',
        path,
        message,
        others: other === written.id ? [] : [other],
      });
    }
    owners.set(key, written.id);
    return told;
  });
}
