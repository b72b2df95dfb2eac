/** Which catalog is in use, and what is known of the update that brought it. */
import { t } from '@vscode/l10n';
import about from '../../../../server/generated/bundled-catalog.json';
import { daysBetween } from '../../../../server/src/catalog/dates.ts';
import { readState, STATE_FILE, type TakenUpdate } from '../../../../server/src/update/state.ts';
import { isWhole, type UpdateContext } from '../../../../server/src/update/take.ts';

/** A catalog, and how old its data are. */
interface CatalogAge {
  readonly version: string;
  readonly updated: string;
  readonly serial: number;
  /** Days from `updated` to today. */
  readonly days: number;
}

export interface UpdateStatus {
  readonly inUse: CatalogAge & { readonly from: 'update' | 'bundled' };
  readonly bundled: CatalogAge;
  /** The update that is kept, whether it is used or not. */
  readonly update: TakenUpdate | null;
  /** The highest serial that was taken here; 0 where none was. */
  readonly highest: number;
  /** The folder in which updates are kept. */
  readonly folder: string;
  /** Why the update is not used although it is newer. */
  readonly problem: string | null;
}

/** Looks at it, with the whole hash of the catalog. */
export async function statusOf(context: UpdateContext): Promise<UpdateStatus> {
  const { store, today, trust, decode, encode } = context;
  const bytes = await store.read(STATE_FILE);
  const failure = bytes !== undefined && 'failed' in bytes ? bytes.failed : undefined;
  const state = bytes === undefined || 'failed' in bytes ? undefined : readState(bytes, { decode, encode });
  const isLost = bytes !== undefined && state === undefined;
  const { highest, current } = state ?? { highest: undefined, current: undefined };
  const bundled = aged({ ...about, serial: trust.bundledSerial }, today);
  const isNewer = current !== undefined && current.serial > trust.bundledSerial;
  const isDamaged = isNewer && !(await isWhole(current, context));
  const used = isNewer && !isDamaged ? aged({ ...current.catalog, serial: current.serial }, today) : undefined;
  const lost = isLost ? t('{0} is damaged', STATE_FILE) : null;
  return {
    inUse: used === undefined ? { ...bundled, from: 'bundled' } : { ...used, from: 'update' },
    bundled,
    update: current ?? null,
    highest: highest?.serial ?? 0,
    folder: store.name,
    problem: failure ?? (isDamaged ? t('{0} is not what was written', current.file) : lost),
  };
}

function aged({ version, updated, serial }: Omit<CatalogAge, 'days'>, today: string): CatalogAge {
  return { version, updated, serial, days: daysBetween(updated, today) };
}

/** The status in lines for a terminal. */
export function statusText({ inUse, bundled, update, folder, problem }: UpdateStatus): string[] {
  const { version, updated, serial, days } = inUse;
  const lines = [t('In use: catalog {0} ({1}), {2}, serial {3}', version, updated, ageWords(days), serial)];
  if (inUse.from === 'bundled') lines.push(t('It comes with this version of Stackpin.'));
  else lines.push(t('Comes with Stackpin: catalog {0} ({1})', bundled.version, bundled.updated));
  if (update !== null) {
    lines.push(t('Updated on {0} from {1}', update.taken, update.source));
    lines.push(t('Signed on {0} with the key {1}', update.created, update.key));
    if (update.next !== undefined) lines.push(t('The next one is expected on {0}', update.next));
    if (update.leftOut > 0) lines.push(leftOutWords(update.leftOut));
    if (inUse.from === 'bundled' && problem === null)
      lines.push(t('The update is not used: what comes with this version of Stackpin is as new.'));
  }
  if (problem !== null) lines.push(t('The update is not used: {0}. Take it again, or remove it.', problem));
  lines.push(t('Updates are kept in {0}', folder));
  return lines;
}

function ageWords(days: number): string {
  return days === 1 ? t('1 day old') : t('{0} days old', Math.max(days, 0));
}

function leftOutWords(count: number): string {
  return count === 1
    ? t(
        '1 statement in it is of a kind that this version of Stackpin does not know, and is left out. A newer Stackpin may know it.',
      )
    : t(
        '{0} statements in it are of kinds that this version of Stackpin does not know, and are left out. A newer Stackpin may know them.',
        count,
      );
}
