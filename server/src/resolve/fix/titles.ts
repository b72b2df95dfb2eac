/** What a fix is called: what it sets, where, and what it resolves. */
import { t } from '@vscode/l10n';
import type { ResolvedPin } from '../../analysis/analysis.ts';
import { isInherited } from '../../analysis/texts.ts';
import { list } from '../../words.ts';
import type { FixedDocument } from './fixAll.ts';
import type { Edit } from './places.ts';
import type { Readers } from './readers.ts';
import type { Tried } from './trial.ts';

/** Pins named in a title. */
const MOST_NAMED = 3;

/**
 * "Set istio to 1.28.4 and kubernetes to 1.34.2: resolves 2 findings".
 * @param readersOf who reads a text of the document
 */
export function titleOf(edits: readonly Edit[], { resolved, milder }: Tried, readersOf: Readers): string {
  const setting = settingOf(edits, readersOf);
  const { length } = resolved;
  if (length === 0) return t('Set {0}', setting);
  if (milder.length === 0)
    return length === 1
      ? t('Set {0}: resolves 1 finding', setting)
      : t('Set {0}: resolves {1} findings', setting, length);
  // What is told in the place of what is resolved.
  const left = list([...new Set(milder.map(({ code }) => code))]);
  return length === 1
    ? t('Set {0}: resolves 1 finding, leaves {1}', setting, left)
    : t('Set {0}: resolves {1} findings, leaves {2}', setting, length, left);
}

/** "istio to 1.28.4 and kubernetes to 1.34.2". */
export function settingOf(edits: readonly Edit[], readersOf: Readers): string {
  if (edits.length > MOST_NAMED) return t('{0} pins', edits.length);
  return list(edits.map((edit) => partOf(edit, readersOf)));
}

/**
 * "Fix all: set istio to 1.28.4 and kubernetes to 1.34.2 (resolves 2 findings)". Says what it leaves, and whether less might do.
 * @param fixed one for each document of a file in which something can be fixed
 * @param readersIn who reads a text of a document, by its position in the YAML stream
 */
export function fixAllTitle(
  fixed: readonly Pick<FixedDocument, 'document' | 'edits' | 'resolved' | 'left' | 'proven'>[],
  readersIn: (document: number) => Readers,
): string {
  const parts = fixed.flatMap(({ document, edits }) => edits.map((edit) => partOf(edit, readersIn(document))));
  const setting = parts.length > MOST_NAMED ? t('{0} pins', parts.length) : list(parts);
  const count = (of: 'resolved' | 'left') => fixed.reduce((sum, one) => sum + one[of].length, 0);
  const [resolved, left] = [count('resolved'), count('left')];
  const gone = resolved === 1 ? t('resolves 1 finding') : t('resolves {0} findings', resolved);
  const rest = left === 0 ? gone : t('{0}, {1} without an answer', gone, left);
  const outcome = fixed.every((one) => one.proven) ? rest : t('{0}; good, but not proven least', rest);
  return t('Fix all: set {0} ({1})', setting, outcome);
}

function partOf({ kind, pin, to }: Edit, readersOf: Readers): string {
  const { entry } = pin;
  switch (kind) {
    case 'alias':
      return t('{0} to {1} here', entry.instance, to);
    case 'override': {
      const environment = environmentOf([pin]);
      return environment === undefined
        ? t('{0} to {1} in this file', entry.instance, to)
        : t('{0} to {1} in {2} in this file', entry.instance, to, environment);
    }
    case 'text': {
      const readers = readersOf(entry.version);
      const { anchor } = entry.version ?? {};
      const names = [...new Set(readers.map((one) => one.entry.instance))];
      const what =
        anchor === undefined ? (names.length > MOST_NAMED ? t('{0} pins', names.length) : list(names)) : `&${anchor}`;
      const environment = anchor === undefined ? environmentOf(readers) : undefined;
      const file = isInherited(pin) ? fileOf(pin) : undefined;
      if (environment !== undefined && file !== undefined)
        return t('{0} to {1} in {2} in {3}', what, to, environment, file);
      const where = environment ?? file;
      return where === undefined
        ? t({ message: '{0} to {1}', comment: 'a pin is set to a version', args: [what, to] })
        : t('{0} to {1} in {2}', what, to, where);
    }
  }
}

/** The environment, where what is set holds in that alone. */
function environmentOf(pins: readonly ResolvedPin[]): string | undefined {
  const names = new Set(pins.map(({ writtenIn }) => writtenIn));
  const [name] = names;
  return names.size === 1 ? (name ?? undefined) : undefined;
}

/** A base as the file names it itself, or as it is called where another base brings it in. */
function fileOf({ layer: { uri, manifest, via } }: ResolvedPin): string {
  const name = nameOf(uri);
  if (via === undefined) return name;
  // What the entry leads to is this file, unless that extends it in turn.
  return manifest.document.source !== undefined && nameOf(via.text) === name ? via.text : name;
}

function nameOf(path: string): string {
  const name = path.slice(path.lastIndexOf('/') + 1);
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}
