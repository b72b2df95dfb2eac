/** Manifests of a workspace and how they extend each other. */
import type { NamePlace } from './places.ts';
import type { StackNames } from './stackNames.ts';

/** The names in one file, as they were when it was read. */
export interface FileNames {
  /** As the client calls it. */
  readonly uri: string;
  /** The one spelling for all paths that lead to the file. */
  readonly name: string;
  /** Of an open document; null for what is on disk. */
  readonly version: number | null;
  readonly stacks: readonly StackNames[];
}

/** Files, and which of them each entry under `extends` leads to. */
export interface LinkedFiles {
  readonly files: readonly FileNames[];
  /** The file of an entry; undefined where there is none, or none that may be extended. */
  baseOf(file: FileNames, entry: NamePlace): FileNames | undefined;
}

/** One stack among others. */
export interface LinkedStack {
  readonly file: FileNames;
  readonly names: StackNames;
  /** What it extends itself, in order. */
  readonly bases: readonly LinkedStack[];
  /** Those that extend it themselves. */
  readonly above: readonly LinkedStack[];
}

/** Links all stacks of some files. Of a file that is extended the first stack counts. */
export function linkStacks({ files, baseOf }: LinkedFiles): LinkedStack[] {
  const linked: { file: FileNames; names: StackNames; bases: LinkedStack[]; above: LinkedStack[] }[] = files.flatMap(
    (file) => file.stacks.map((names) => ({ file, names, bases: [], above: [] })),
  );
  const firsts = new Map(linked.filter(({ names }) => names.isBase).map((stack) => [stack.file, stack]));
  for (const stack of linked) {
    for (const entry of stack.names.extends) {
      const file = baseOf(stack.file, entry);
      const base = file === undefined ? undefined : firsts.get(file);
      if (base === undefined || base === stack || stack.bases.includes(base)) continue;
      stack.bases.push(base);
      base.above.push(stack);
    }
  }
  return linked;
}

/** Whether the stack pins a name, itself or in one of its bases. */
export function hasInstance(stack: LinkedStack, instance: string): boolean {
  return [stack, ...reached(stack, ({ bases }) => bases)].some(({ names }) => pinsNamed(names, instance).length > 0);
}

export function pinsNamed({ pins }: StackNames, instance: string): StackNames['pins'] {
  return pins.filter((pin) => pin.instance === instance);
}

/**
 * The stacks in which a name means the same pin: those that get it from this one, those that this one has it from, and so on, for
 * whatever puts two files together makes one pin of what they both call by this name. What a base accepts holds above it: one that
 * has no such pin and names it under `between` counts too, if it can mean no other.
 */
export function family(start: LinkedStack, instance: string): readonly LinkedStack[] {
  const found = new Set([start]);
  for (const stack of found) {
    for (const other of stack.above) found.add(other);
    for (const other of stack.bases) if (!found.has(other) && hasInstance(other, instance)) found.add(other);
  }
  const mentioning = basesOf(found).filter(
    (base) => isMentioned(base, instance) && above(base).every((one) => found.has(one) || !hasInstance(one, instance)),
  );
  return [...found, ...mentioning];
}

/** The bases of some stacks that are not among them. */
function basesOf(stacks: ReadonlySet<LinkedStack>): LinkedStack[] {
  const all = new Set([...stacks].flatMap((stack) => reached(stack, ({ bases }) => bases)));
  return [...all].filter((one) => !stacks.has(one));
}

function above(stack: LinkedStack): LinkedStack[] {
  return reached(stack, (one) => one.above);
}

function isMentioned({ names: { mentions } }: LinkedStack, instance: string): boolean {
  return mentions.some(({ text }) => text === instance);
}

/** All that a step leads to, further and further; without the start, unless it leads back. */
export function reached(start: LinkedStack, step: (stack: LinkedStack) => readonly LinkedStack[]): LinkedStack[] {
  const found = new Set(step(start));
  for (const stack of found) for (const other of step(stack)) found.add(other);
  return [...found];
}
