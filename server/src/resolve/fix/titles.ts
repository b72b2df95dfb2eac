/** What a fix is called: what it sets, where, and what it resolves. */
import type { ResolvedPin } from '../../analysis/analysis.ts';
import type { Finding } from '../../analysis/finding.ts';
import { isInherited, list } from '../../analysis/texts.ts';
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
  const outcome = resolved.length === 0 ? '' : `: resolves ${counted(resolved.length, 'finding')}${leaving(milder)}`;
  return `Set ${settingOf(edits, readersOf)}${outcome}`;
}

/** "Fix all: set istio to 1.28.4 and kubernetes to 1.34.2 (resolves 3 findings; 1 finding has no answer)". */
export function titleOfAll({
  setting,
  resolved,
  milder,
  left,
  proven,
}: Pick<Tried, 'resolved' | 'milder'> & Outlook): string {
  const notes = [
    `resolves ${counted(resolved.length, 'finding')}${leaving(milder)}`,
    ...(left.length === 0 ? [] : [withoutAnswer(left.length)]),
    ...(proven ? [] : ['good, not proven least']),
  ];
  return `Fix all: set ${setting} (${notes.join('; ')})`;
}

/** How far a change goes. */
interface Outlook {
  /** "istio to 1.28.4 and kubernetes to 1.34.2". */
  readonly setting: string;
  readonly left: readonly Finding[];
  readonly proven: boolean;
}

/** "1 finding has no answer". */
export function withoutAnswer(count: number): string {
  return `${counted(count, 'finding')} ${count === 1 ? 'has' : 'have'} no answer`;
}

/** "istio to 1.28.4 and kubernetes to 1.34.2". */
export function settingOf(edits: readonly Edit[], readersOf: Readers): string {
  if (edits.length > MOST_NAMED) return `${edits.length} pins`;
  return list(edits.map((edit) => partOf(edit, readersOf)));
}

/** "1 finding", "2 findings". */
export function counted(count: number, what: string): string {
  return `${count} ${what}${count === 1 ? '' : 's'}`;
}

/** What is told in the place of what is resolved. */
export function leaving(milder: readonly Finding[]): string {
  return milder.length === 0 ? '' : `, leaves ${list([...new Set(milder.map(({ code }) => code))])}`;
}

function partOf({ kind, pin, to }: Edit, readersOf: Readers): string {
  const { entry } = pin;
  switch (kind) {
    case 'alias':
      return `${entry.instance} to ${to} here`;
    case 'override':
      return `${entry.instance} to ${to}${inEnvironment([pin])} in this file`;
    case 'text': {
      const readers = readersOf(entry.version);
      const { anchor } = entry.version ?? {};
      const names = [...new Set(readers.map((one) => one.entry.instance))];
      const what =
        anchor === undefined ? (names.length > MOST_NAMED ? `${names.length} pins` : list(names)) : `&${anchor}`;
      const file = isInherited(pin) ? ` in ${fileOf(pin)}` : '';
      return `${what} to ${to}${anchor === undefined ? inEnvironment(readers) : ''}${file}`;
    }
  }
}

/** " in production", where what is set holds there alone. */
function inEnvironment(pins: readonly ResolvedPin[]): string {
  const names = new Set(pins.map(({ writtenIn }) => writtenIn));
  const [name] = names;
  return names.size === 1 && name !== null && name !== undefined ? ` in ${name}` : '';
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
