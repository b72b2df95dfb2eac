/** Takes an update: everything is checked before anything is written, and what was in use stays so until all is written. */
import { t } from '@vscode/l10n';
import type { IsoDate } from '../catalog/model.ts';
import { checkCatalog } from './checkCatalog.ts';
import { toHex } from './hex.ts';
import type { UpdateFile, UpdateManifest } from './manifest.ts';
import {
  CATALOG_FILE,
  getItAgain,
  isRefusal,
  type Refusal,
  type Trust,
  type UpdateCrypto,
  type UpdateSource,
  type UpdateStore,
} from './parts.ts';
import {
  fileNameOf,
  NO_STATE,
  readState,
  STATE_FILE,
  type TakenUpdate,
  type UpdateState,
  writeState,
} from './state.ts';
import { verified } from './verify.ts';

/** What a host lends. */
export interface UpdateContext {
  readonly trust: Trust;
  /** UTC. */
  readonly today: IsoDate;
  readonly crypto: UpdateCrypto;
  readonly store: UpdateStore;
  decode(bytes: Uint8Array): string;
  encode(text: string): Uint8Array;
}

/** What came of it. */
export type UpdateOutcome =
  | { readonly kind: 'taken'; readonly update: TakenUpdate }
  /** It is in use already, or the catalog that comes with the program is the same. */
  | { readonly kind: 'same'; readonly serial: number }
  | ({ readonly kind: 'refused' } & Refusal);

/** Takes the update of a source, unless something speaks against it. Never throws for what is in the source. */
export async function takeUpdate(source: UpdateSource, context: UpdateContext): Promise<UpdateOutcome> {
  const signed = await source.signed();
  if (isRefusal(signed)) return refused(signed);
  const { trust, today, crypto, decode } = context;
  const manifest = await verified(signed, trust, today, crypto, decode);
  if (isRefusal(manifest)) return refused(manifest);
  const before = await standing(manifest, await stateIn(context), context);
  if (before !== 'newer') return before;
  const catalog = await catalogOf(source, manifest, context);
  if (isRefusal(catalog)) return refused(catalog);
  const usable = checkCatalog(catalog, manifest, decode);
  if (isRefusal(usable)) return refused(usable);
  const outcome = await context.store.alone(() => commit(source.name, manifest, catalog, usable.leftOut, context));
  return 'failed' in outcome ? refused(cannotWrite(outcome.failed, context)) : outcome;
}

/** Goes back to the catalog that comes with the program. The highest serial is remembered. */
export async function removeUpdate(
  context: Pick<UpdateContext, 'store' | 'decode' | 'encode'>,
): Promise<Refusal | undefined> {
  const outcome = await context.store.alone(async () => {
    const { highest } = await stateIn(context);
    const failure = await context.store.write(STATE_FILE, writeState({ highest }, context.encode));
    if (failure === undefined) await removeOthers(undefined, context.store);
    return failure ?? {};
  });
  return 'failed' in outcome ? cannotWrite(outcome.failed, context) : undefined;
}

function refused({ why, remedy }: Refusal): UpdateOutcome {
  return { kind: 'refused', why, remedy };
}

function cannotWrite(why: string, { store }: Pick<UpdateContext, 'store'>): Refusal {
  return {
    why: t('cannot write in {0}: {1}', store.name, why),
    remedy: t('Make room or give yourself permission there, and try again.'),
  };
}

/** What is known in a store; a damaged state counts as none. */
export async function stateIn({
  store,
  decode,
  encode,
}: Pick<UpdateContext, 'store' | 'decode' | 'encode'>): Promise<UpdateState> {
  const bytes = await store.read(STATE_FILE);
  if (bytes === undefined || 'failed' in bytes) return NO_STATE;
  return readState(bytes, { decode, encode }) ?? NO_STATE;
}

/** How an update stands to what is in use. */
async function standing(
  manifest: UpdateManifest,
  { highest, current }: UpdateState,
  context: UpdateContext,
): Promise<'newer' | UpdateOutcome> {
  const { serial } = manifest;
  const { bundledSerial } = context.trust;
  const known = Math.max(highest.serial, bundledSerial);
  if (serial < known) {
    return refused({
      why: t('it is older than what was in use here already: its serial is {0}, and {1} was reached', serial, known),
      remedy: t('A catalog never goes back. Look for a newer update.'),
    });
  }
  if (serial === bundledSerial) return { kind: 'same', serial };
  if (serial > highest.serial) return 'newer';
  if (catalogEntry(manifest).sha256 !== highest.sha256) {
    return refused({
      why: t('it has the serial {0}, which another catalog had here before', serial),
      remedy: t('Tell whoever publishes it: a serial counts once.'),
    });
  }
  return current?.serial === serial && (await isWhole(current, context)) ? { kind: 'same', serial } : 'newer';
}

/** Whether the catalog in use is still what was written. */
export async function isWhole(
  { file, size, sha256 }: TakenUpdate,
  { store, crypto }: Pick<UpdateContext, 'store' | 'crypto'>,
): Promise<boolean> {
  const bytes = await store.read(file);
  if (bytes === undefined || 'failed' in bytes || bytes.length !== size) return false;
  return toHex(await crypto.sha256(bytes)) === sha256;
}

function catalogEntry({ files }: UpdateManifest): UpdateFile {
  const entry = files.find(({ name }) => name === CATALOG_FILE);
  if (entry === undefined) throw new Error(`A manifest without ${CATALOG_FILE} was read.`);
  return entry;
}

/** The catalog, once every file of the bundle is what the manifest says. */
async function catalogOf(
  source: UpdateSource,
  { files }: UpdateManifest,
  { crypto }: UpdateContext,
): Promise<Uint8Array | Refusal> {
  let catalog: Uint8Array = new Uint8Array();
  for (const { name, size, sha256 } of files) {
    const bytes = await source.file(name, size);
    if (isRefusal(bytes)) return bytes;
    if (bytes.length !== size) {
      const why =
        bytes.length > size
          ? t('{0} has more than the {1} bytes that are signed', name, size)
          : t('{0} has {1} bytes instead of the {2} that are signed', name, bytes.length, size);
      return { why, remedy: getItAgain() };
    }
    if (toHex(await crypto.sha256(bytes)) !== sha256) {
      return { why: t('{0} is not what was signed: its hash is another', name), remedy: getItAgain() };
    }
    if (name === CATALOG_FILE) catalog = bytes;
  }
  return catalog;
}

/** Writes the catalog under a name of its own, reads it back, and then names it in the state. */
async function commit(
  source: string,
  manifest: UpdateManifest,
  bytes: Uint8Array,
  leftOut: number,
  context: UpdateContext,
): Promise<UpdateOutcome> {
  const { store, encode, today } = context;
  // Another process may have taken a newer one meanwhile.
  const before = await standing(manifest, await stateIn(context), context);
  if (before !== 'newer') return before;
  const { serial, created, expires, next, key, catalog } = manifest;
  const { size, sha256 } = catalogEntry(manifest);
  const file = fileNameOf({ serial, sha256 });
  const update: TakenUpdate = {
    file,
    size,
    sha256,
    serial,
    key,
    created,
    expires,
    next,
    taken: today,
    source,
    catalog,
    leftOut,
  };
  const failure = await store.write(file, bytes);
  if (failure !== undefined) return refused(cannotWrite(failure.failed, context));
  if (!(await isWhole(update, context))) {
    await store.remove(file);
    return refused(cannotWrite(t('what was written there is not what is read from it'), context));
  }
  const unnamed = await store.write(STATE_FILE, writeState({ highest: { serial, sha256 }, current: update }, encode));
  if (unnamed !== undefined) {
    await store.remove(file);
    return refused(cannotWrite(unnamed.failed, context));
  }
  await removeOthers(file, store);
  return { kind: 'taken', update };
}

/** Removes catalogs that are no longer in use. Whoever still reads one may keep it from being removed; the next update tries again. */
async function removeOthers(kept: string | undefined, store: UpdateStore): Promise<void> {
  for (const name of await store.names()) {
    if (name.endsWith('.catalog.jsonl') && name !== kept) await store.remove(name);
  }
}
