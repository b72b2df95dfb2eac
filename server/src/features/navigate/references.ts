/** References: every place of a name, in the file and in those that it hangs together with. */
import type { Location, Position } from 'vscode-languageserver-types';
import type { LineIndex } from '../../manifest/lines.ts';
import type { YamlDocument } from '../../manifest/tree.ts';
import { anchorPlaces } from './anchorPlaces.ts';
import {
  type FileNames,
  family,
  hasInstance,
  type LinkedFiles,
  type LinkedStack,
  linkStacks,
  pinsNamed,
  reached,
} from './linkedFiles.ts';
import { inOrder, type NamePlace } from './places.ts';
import type { PinNames, StackNames } from './stackNames.ts';
import { type Meaning, meaningOf, meaningOfName, symbolAt } from './symbolAt.ts';

/** A place of a name, and what stands there. */
export interface Occurrence {
  readonly stack: LinkedStack;
  readonly place: NamePlace;
  /** `key`: writes a pin; `component`: says what a pin is; `mention`: is about a pin that is written elsewhere. */
  readonly kind: 'key' | 'component' | 'mention';
  readonly pin: PinNames | undefined;
}

/**
 * The references of the name at a position:
 * - of a component, its pins in all files and the names under `between` that mean it;
 * - of a pin with a name of its own, the places of that name in all files that make one pin of it (`family`);
 * - of a stack, or an entry under `extends`, all entries that lead to the file.
 * @param uri of the file that the position is in, as it is among the files
 * @param isDeclarationAsked whether the pins that override nothing count as well, and the stack itself
 */
export function references(
  files: LinkedFiles,
  uri: string,
  position: Position,
  isDeclarationAsked: boolean,
): Location[] {
  const stacks = linkStacks(files);
  const file = files.files.find((one) => one.uri === uri);
  const symbol = file && symbolAt(file.stacks, position);
  const stack = stacks.find(({ names }) => names === symbol?.names);
  if (file === undefined || symbol === undefined || stack === undefined) return [];
  const declared = (one: FileNames, names: StackNames): Location[] =>
    isDeclarationAsked ? [{ uri: one.uri, range: names.range }] : [];
  if (symbol.kind === 'stack')
    return [...declared(file, stack.names), ...(stack.names.isBase ? extendsOf(files, file) : [])];
  if (symbol.kind === 'catalogs') return [];
  if (symbol.kind === 'extends') {
    const base = files.baseOf(file, symbol.place);
    const first = base?.stacks.find(({ isBase }) => isBase);
    return base === undefined || first === undefined ? [] : [...declared(base, first), ...extendsOf(files, base)];
  }
  const meaning = meaningOf(symbol, pinsOf(stack));
  if (meaning === undefined) return [];
  const found = occurrences(meaning, stack, stacks);
  const wanted = isDeclarationAsked ? found : found.filter((one) => !isDeclaration(one, meaning));
  const places = placesByFile(wanted);
  return files.files.flatMap((one) => inOrder(places.get(one) ?? []).map(({ range }) => ({ uri: one.uri, range })));
}

/** The places of occurrences, by their files. */
export function placesByFile(occurrences: readonly Occurrence[]): ReadonlyMap<FileNames, readonly NamePlace[]> {
  const files = new Map<FileNames, NamePlace[]>();
  for (const { stack, place } of occurrences) {
    const places = files.get(stack.file);
    if (places === undefined) files.set(stack.file, [place]);
    else places.push(place);
  }
  return files;
}

/** The places of the anchor at an offset; undefined where none is named. */
export function anchorReferences(
  documents: readonly YamlDocument[],
  { uri, lines }: { readonly uri: string; readonly lines: LineIndex },
  offset: number,
  isDeclarationAsked: boolean,
): Location[] | undefined {
  const found = anchorPlaces(documents, lines, offset);
  if (found === undefined) return undefined;
  const { anchor, aliases } = found;
  const ranges = isDeclarationAsked && anchor !== undefined ? [anchor, ...aliases] : aliases;
  return ranges.map((range) => ({ uri, range }));
}

/** All pins of a stack, its bases' among them. */
export function pinsOf(stack: LinkedStack): PinNames[] {
  return [stack, ...reached(stack, ({ bases }) => bases)].flatMap(({ names }) => names.pins);
}

function occurrences(meaning: Meaning, stack: LinkedStack, stacks: readonly LinkedStack[]): Occurrence[] {
  return meaning.kind === 'instance'
    ? family(stack, meaning.text).flatMap((one) => occurrencesOfInstance(meaning.text, one))
    : stacks.flatMap((one) => occurrencesOfComponent(meaning.text, one));
}

/** The places of a pin's name in one stack. */
export function occurrencesOfInstance(instance: string, stack: LinkedStack): Occurrence[] {
  return [
    ...pinsNamed(stack.names, instance).map((pin): Occurrence => ({ stack, place: pin.key, kind: 'key', pin })),
    ...mentionsOf(instance, stack),
  ];
}

function mentionsOf(text: string, stack: LinkedStack): Occurrence[] {
  return stack.names.mentions
    .filter((place) => place.text === text)
    .map((place): Occurrence => ({ stack, place, kind: 'mention', pin: undefined }));
}

/** The places in one stack at which a component is named. */
export function occurrencesOfComponent(component: string, stack: LinkedStack): Occurrence[] {
  const called = stack.names.pins.filter((pin) => pin.instance === component && pin.componentPlace === undefined);
  const mentions = mentionsOf(component, stack);
  const isMeant = called.length + mentions.length > 0 && meaningOfName(component, pinsOf(stack)).kind === 'component';
  return [
    ...stack.names.pins.flatMap((pin): Occurrence[] => {
      const place = pin.component === component ? pin.componentPlace : undefined;
      return place === undefined ? [] : [{ stack, place, kind: 'component', pin }];
    }),
    ...(isMeant
      ? [...called.map((pin): Occurrence => ({ stack, place: pin.key, kind: 'key', pin })), ...mentions]
      : []),
  ];
}

/** The pins that take the place of no other. A component is declared in its catalog. */
function isDeclaration({ stack, kind, pin }: Occurrence, { kind: meant, text }: Meaning): boolean {
  if (meant === 'component' || kind !== 'key' || pin?.environment !== null) return false;
  return !stack.bases.some((base) => hasInstance(base, text));
}

function extendsOf(files: LinkedFiles, base: FileNames): Location[] {
  return files.files.flatMap((file) =>
    inOrder(file.stacks.flatMap((names) => names.extends.filter((entry) => files.baseOf(file, entry) === base))).map(
      ({ range }) => ({ uri: file.uri, range }),
    ),
  );
}
