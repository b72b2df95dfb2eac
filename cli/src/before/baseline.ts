/** A file of findings that are accepted for now, so that only new ones fail: for a tree that has many. */
import { dirname, relative, resolve, sep } from 'node:path';
import { t } from '@vscode/l10n';
import { STDIN_NAME } from '../files/find.ts';
import { type Host, isFailure } from '../host.ts';
import { FINGERPRINT_VERSION, fingerprints } from '../report/fingerprint.ts';
import type { CheckedFile } from '../report/result.ts';
import { decode } from '../text.ts';

/** Raised when the shape changes. */
const SHAPE_VERSION = 1;

interface Entry {
  readonly fingerprint: string;
  readonly code: string;
  /** For whoever reads the file; nothing is compared with it. */
  readonly message: string;
}

interface Baseline {
  readonly version: number;
  readonly fingerprints: number;
  /** By path from the folder of the baseline, with `/`. */
  readonly files: { readonly [path: string]: readonly Entry[] };
}

/**
 * Writes what was found. Files without findings are not in it; nothing in it depends on the day or on the machine.
 * @returns what is wrong, if it cannot be written
 */
export async function writeBaseline(
  path: string,
  files: readonly CheckedFile[],
  host: Pick<Host, 'folder' | 'writeFile'>,
): Promise<string | undefined> {
  const at = resolve(host.folder, path);
  const entries = files
    .filter(({ findings }) => findings.length > 0)
    .map(({ path: name, findings, text }): [string, Entry[]] => {
      const names = fingerprints(findings, text);
      const made = findings.map(({ code, message }, index) => ({ fingerprint: names[index] ?? '', code, message }));
      return [nameIn(at, name, host.folder), made];
    })
    .sort(([a], [b]) => (a < b ? -1 : 1));
  const baseline: Baseline = {
    version: SHAPE_VERSION,
    fingerprints: FINGERPRINT_VERSION,
    files: Object.fromEntries(entries),
  };
  const failure = await host.writeFile(at, new TextEncoder().encode(`${JSON.stringify(baseline, null, 2)}\n`));
  return failure && t('cannot write the baseline {0}: {1}.', path, failure.failed);
}

/** By the absolute path of a file, or the name of standard input: the fingerprints of what was found in it. */
type Names = ReadonlyMap<string, ReadonlySet<string>>;

/** Reads a baseline; what is wrong with it is one message. */
export async function readBaseline(
  path: string,
  host: Pick<Host, 'folder' | 'readArgument'>,
): Promise<Names | { readonly problem: string }> {
  const at = resolve(host.folder, path);
  const bytes = await host.readArgument(at);
  const text = isFailure(bytes) ? bytes : decode(bytes);
  if (isFailure(text)) {
    return {
      problem: t('cannot read the baseline {0}: {1}. "--write-baseline {0}" writes one.', path, text.failed),
    };
  }
  const baseline = parsed(text);
  if (baseline === undefined) {
    return {
      problem: t('{0} is no baseline of this release of Stackpin. "--write-baseline {0}" writes a new one.', path),
    };
  }
  return new Map(
    Object.entries(baseline.files).map(([name, entries]) => [
      name === STDIN_NAME ? name : resolve(dirname(at), name),
      new Set(entries.map(({ fingerprint }) => fingerprint)),
    ]),
  );
}

/** A file's path as the baseline has it, so that it can be used from any folder. */
function nameIn(baseline: string, name: string, folder: string): string {
  if (name === STDIN_NAME) return name;
  return relative(dirname(baseline), resolve(folder, name)).split(sep).join('/');
}

function parsed(text: string): Baseline | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return isBaseline(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

function isBaseline(value: unknown): value is Baseline {
  if (typeof value !== 'object' || value === null) return false;
  const { version, fingerprints: names, files } = value as Partial<Baseline>;
  if (version !== SHAPE_VERSION || names !== FINGERPRINT_VERSION || typeof files !== 'object' || files === null) {
    return false;
  }
  return Object.values(files).every(
    (entries: unknown) =>
      Array.isArray(entries) && entries.every((entry: Partial<Entry> | null) => typeof entry?.fingerprint === 'string'),
  );
}
