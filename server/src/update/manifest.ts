/** `catalog-update.json`: what an update holds, and for how long it may be taken. schemas/catalog-update.schema.json describes it. */
import { t } from '@vscode/l10n';
import { isIsoDate } from '../catalog/dates.ts';
import type { IsoDate } from '../catalog/model.ts';
import { CATALOG_FILE, getItAgain, MOST_BYTES, MOST_FILES, newerProgram, type Refusal } from './parts.ts';

/** A file of a bundle. */
export interface UpdateFile {
  /** A plain name, in the folder of the manifest. */
  readonly name: string;
  /** Bytes. */
  readonly size: number;
  /** SHA-256, in hexadecimal digits. */
  readonly sha256: string;
}

export interface UpdateManifest {
  readonly serial: number;
  /** The day of the signature, and the last on which this update may be taken. */
  readonly created: IsoDate;
  readonly expires: IsoDate;
  /** The day on which the next one is expected. */
  readonly next: IsoDate | undefined;
  /** The id of the key that signed it. */
  readonly key: string;
  /** Which catalog it is: its own version and the day of its data. */
  readonly catalog: { readonly version: string; readonly updated: IsoDate };
  readonly files: readonly UpdateFile[];
}

/** The version of the format. Keys that are new in it are ignored by older programs; whatever else changes is a new number. */
export const MANIFEST_FORMAT = 1;

/** Neither a folder nor anything that is more than a name: no slash, no colon, no dot in front. */
const NAME = /^[a-z0-9][a-z0-9.-]{0,63}$/;
const KEY_ID = /^[a-z0-9][a-z0-9-]{0,31}$/;
const SHA256 = /^[0-9a-f]{64}$/;
/** What a person is shown of it stands in one line. */
const CATALOG_VERSION = /^[0-9A-Za-z][0-9A-Za-z.+-]{0,63}$/;

type Values = { readonly [key: string]: unknown };

function isValues(value: unknown): value is Values {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isCount(value: unknown): value is number {
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0;
}

function isDay(value: unknown): value is IsoDate {
  return typeof value === 'string' && isIsoDate(value);
}

function fits(value: unknown, pattern: RegExp): value is string {
  return typeof value === 'string' && pattern.test(value);
}

function broken(what: string): Refusal {
  return { why: t('catalog-update.json is no manifest of an update: {0}', what), remedy: getItAgain() };
}

/** The id of the key that a text says it is signed with, whatever else is wrong with it. Nothing of it is to be believed. */
export function claimedKey(text: string): string | undefined {
  const value = parsed(text);
  return isValues(value) && fits(value.key, KEY_ID) ? value.key : undefined;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/**
 * Reads a manifest. Its signature is somebody else's to check, before.
 * @param text as it was signed
 */
export function readManifest(text: string): UpdateManifest | Refusal {
  const value = parsed(text);
  if (!isValues(value)) return broken(t('it is no JSON object'));
  if (isCount(value.format) && value.format > MANIFEST_FORMAT) {
    const why = t('it is in format {0}, and this version of Stackpin reads format {1}', value.format, MANIFEST_FORMAT);
    return { why, remedy: newerProgram() };
  }
  if (value.format !== MANIFEST_FORMAT) return broken(t('{0} is wrong or missing', '"format"'));
  const { serial, created, expires, next, key, catalog, files } = value;
  if (!isCount(serial) || serial === 0) return broken(t('{0} is wrong or missing', '"serial"'));
  if (!isDay(created)) return broken(t('{0} is wrong or missing', '"created"'));
  if (!isDay(expires)) return broken(t('{0} is wrong or missing', '"expires"'));
  if (next !== undefined && !isDay(next)) return broken(t('{0} is wrong or missing', '"next"'));
  if (!fits(key, KEY_ID)) return broken(t('{0} is wrong or missing', '"key"'));
  if (!isValues(catalog) || !fits(catalog.version, CATALOG_VERSION) || !isDay(catalog.updated))
    return broken(t('{0} is wrong or missing', '"catalog"'));
  if (!Array.isArray(files)) return broken(t('{0} is wrong or missing', '"files"'));
  const listed = readFiles(files);
  if ('why' in listed) return listed;
  const { version, updated } = catalog;
  return { serial, created, expires, next, key, catalog: { version, updated }, files: listed.files };
}

function readFiles(values: readonly unknown[]): { readonly files: readonly UpdateFile[] } | Refusal {
  if (values.length > MOST_FILES) return broken(t('it names more than {0} files', MOST_FILES));
  const files: UpdateFile[] = [];
  for (const value of values) {
    if (!isValues(value)) return broken(t('{0} is wrong or missing', '"files"'));
    const { name, size, sha256 } = value;
    if (!fits(name, NAME)) {
      return broken(t('{0} is no plain name of a file', JSON.stringify(name ?? null).slice(0, 60)));
    }
    if (files.some((file) => file.name === name)) return broken(t('it names {0} twice', name));
    if (!isCount(size) || !fits(sha256, SHA256)) return broken(t('the size or the hash of {0} is wrong', name));
    files.push({ name, size, sha256 });
  }
  if (!files.some(({ name }) => name === CATALOG_FILE)) return broken(t('it names no {0}', CATALOG_FILE));
  const bytes = files.reduce((sum, { size }) => sum + size, 0);
  return bytes > MOST_BYTES ? { why: tooMuch(bytes), remedy: getItAgain() } : { files };
}

function tooMuch(bytes: number): string {
  return t('it is larger than any update: {0} bytes, of at most {1}', bytes, MOST_BYTES);
}
