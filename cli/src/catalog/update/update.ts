/** `stackpin catalog update`: takes a newer catalog from a file, a folder or an address, tells which one is in use, or goes back. */
import { resolve } from 'node:path';
import { t } from '@vscode/l10n';
import { isAddress, mirrorSource } from '../../../../server/src/network/mirror.ts';
import { bundleSource, MOST_BUNDLE } from '../../../../server/src/update/bundle.ts';
import { folderSource } from '../../../../server/src/update/folder.ts';
import { isRefusal, MANIFEST_FILE, type Refusal, type UpdateSource } from '../../../../server/src/update/parts.ts';
import type { TakenUpdate } from '../../../../server/src/update/state.ts';
import {
  removeUpdate,
  takeUpdate,
  type UpdateContext,
  type UpdateOutcome,
} from '../../../../server/src/update/take.ts';
import { sentences } from '../../../../server/src/words.ts';
import type { VersionsFormat } from '../../choices.ts';
import { displayName } from '../../files/find.ts';
import type { Host } from '../../host.ts';
import { STATUS, type Status } from '../../status.ts';
import { complain, json } from '../shared.ts';
import { statusOf, statusText, type UpdateStatus } from './status.ts';
import type { Updating } from './updating.ts';

export interface UpdateOptions {
  readonly format: VersionsFormat;
  /** Only tell which catalog is in use. */
  readonly status: boolean;
  /** Go back to the catalog that comes with the program. */
  readonly remove: boolean;
}

/**
 * Runs the command.
 * @param from a path or an address; of no use with `status` and `remove`
 */
export async function update(from: string | undefined, options: UpdateOptions, host: Host): Promise<Status> {
  const updating = await host.updating?.();
  if (updating === undefined) {
    return complain([t('there is no folder for updates: set XDG_DATA_HOME or HOME to one.')], host);
  }
  const context = contextOf(updating, host);
  if (options.status) return report(undefined, options, context, host);
  if (options.remove) {
    const refusal = await removeUpdate(context);
    return refusal === undefined ? report({ kind: 'removed' }, options, context, host) : refused(refusal, host);
  }
  if (from === undefined) {
    return complain(
      [
        t(
          'name a file, a folder or an https address to take the update from, or write {0} or {1}.',
          '--status',
          '--remove',
        ),
      ],
      host,
    );
  }
  const source = await sourceOf(from, updating, context, host);
  if (isRefusal(source)) return refused(source, host);
  const before = (await statusOf(context)).inUse;
  const outcome = await takeUpdate(source, context);
  if (outcome.kind === 'refused') return refused(outcome, host);
  return report({ ...outcome, before }, options, context, host);
}

function contextOf({ trust, crypto, store }: Updating, host: Host): UpdateContext {
  const decoder = new TextDecoder();
  const encoder = new TextEncoder();
  return {
    trust,
    crypto,
    store,
    today: host.today(),
    decode: (bytes) => decoder.decode(bytes),
    encode: (text) => encoder.encode(text),
  };
}

function refused({ why, remedy }: Refusal, host: Host): Status {
  const kept = t('The catalog in use stays as it was.');
  complain([sentences(t('the catalog is not updated: {0}.', why), remedy, kept)], host);
  return STATUS.findings;
}

async function sourceOf(
  from: string,
  updating: Updating,
  context: UpdateContext,
  host: Host,
): Promise<UpdateSource | Refusal> {
  if (isAddress(from)) return mirrorSource(from, updating.network, context);
  const path = resolve(host.folder, from);
  const read = async (one: string, most: number, follows: boolean): Promise<Uint8Array | Refusal> => {
    const bytes = await updating.readFile(one, most, follows);
    return 'failed' in bytes ? unreadable(displayName(one, host), bytes.failed) : bytes;
  };
  const isManifest = path.endsWith(`/${MANIFEST_FILE}`) || path.endsWith(`\\${MANIFEST_FILE}`);
  if (isManifest || (await host.inspect(path)) === 'folder') {
    const folder = isManifest ? resolve(path, '..') : path;
    // A link could lead anywhere; what is published has none.
    return folderSource(path, (name, most) => read(resolve(folder, name), most, false));
  }
  const bytes = await read(path, MOST_BUNDLE, true);
  return isRefusal(bytes) ? bytes : bundleSource(path, bytes, context);
}

function unreadable(name: string, why: string): Refusal {
  return {
    why: t('cannot read {0}: {1}', name, why),
    remedy: t('Name a file that was published as an update, or a folder with all of its files.'),
  };
}

/** What was done; undefined where nothing was to be. */
type Done =
  | (Exclude<UpdateOutcome, { readonly kind: 'refused' }> & { readonly before: UpdateStatus['inUse'] })
  | { readonly kind: 'removed' };

async function report(
  done: Done | undefined,
  { format }: UpdateOptions,
  context: UpdateContext,
  host: Host,
): Promise<Status> {
  const status = await statusOf(context);
  if (format === 'json') {
    await host.write(json({ ...(done === undefined ? {} : { outcome: done.kind }), ...status }));
  } else {
    await host.write([...wordsOf(done), ...statusText(status)].map((line) => `${line}\n`).join(''));
  }
  // A catalog that cannot be used is for somebody to mend.
  if (done !== undefined || status.problem === null) return STATUS.good;
  return STATUS.findings;
}

function wordsOf(done: Done | undefined): string[] {
  switch (done?.kind) {
    case 'taken':
      return [takenWords(done.update, done.before)];
    case 'same':
      return [t('Nothing newer: serial {0} is in use already.', done.serial)];
    case 'removed':
      return [t('The catalog that comes with Stackpin is used from now on.')];
    case undefined:
      return [];
  }
}

function takenWords({ catalog: { version, updated } }: TakenUpdate, before: UpdateStatus['inUse']): string {
  const { version: old, updated: day } = before;
  return t('The catalog {0} ({1}) is used from now on, instead of {2} ({3}).', version, updated, old, day);
}
