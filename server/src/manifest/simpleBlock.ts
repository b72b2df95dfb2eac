/**
 * Reads the blocks that most of a manifest is made of: keys with one-line texts, small collections and literal texts, and mappings of
 * such; a text whose closing quotation mark is not written yet is one of them.
 * What is written in any other way is left to the YAML parser, which reads these the same, at many times the cost.
 */
import { plain, type SimpleValue, simpleValue } from './simpleValues.ts';
import type { EntryNode, MappingNode, ScalarNode, Segment, SyntaxProblem } from './tree.ts';

/**
 * A line with a key and, on the same line, nothing or a plain scalar: letters, digits and signs that mean nothing in YAML where
 * they stand here (sections 7.3.3 and 7.4). Or an empty line.
 */
const LINE =
  /(?:( *)([A-Za-z0-9][A-Za-z0-9_./-]{0,200}):(?: +([A-Za-z0-9~^<=/._+$(](?:[A-Za-z0-9_.+/~!$%&()*,;<=>?@^|-]|[: ](?=[A-Za-z0-9/]))*))? *)?(?:\r?\n|$)/y;

/** A key with something else behind it. */
const OTHER = /( *)([A-Za-z0-9][A-Za-z0-9_./-]{0,200}): +(?=["'{[|])/y;

/** Deeper ones are left to the parser, which counts levels. */
const MOST_LEVELS = 20;

/** A mapping while its entries are read. */
interface Open {
  readonly column: number;
  readonly entries: EntryNode[];
  readonly keys: Set<string>;
}

/** An entry whose value may be the mapping on the lines below it. */
interface Header {
  readonly key: ScalarNode;
  readonly inside: Open;
}

export interface SimpleBlock {
  /** The mapping that holds the entry. */
  readonly root: MappingNode;
  /** Quotation marks without a partner, which are the one fault that is read here. */
  readonly problems: readonly SyntaxProblem[];
}

const NONE: readonly never[] = [];

/**
 * Reads a block that is one entry.
 * @returns undefined when it is not written as simply as that
 */
export function simpleBlock(text: string, segment: Segment): SimpleBlock | undefined {
  const problems: SyntaxProblem[] = [];
  let root: Open | undefined;
  let current: Open | undefined;
  /** The entry that was read last, while it has no value. */
  let waiting: Header | undefined;
  const around: { readonly open: Open; readonly header: Header }[] = [];
  /** Ends the innermost mapping: it is the value of the entry above it. */
  const close = (): void => {
    const { open, header } = around.pop() ?? {};
    if (open === undefined || header === undefined || current === undefined) return;
    open.entries.push(entryOf(segment, header.key, mappingOf(segment, current)));
    current = open;
  };
  const settle = (): void => {
    if (waiting === undefined) return;
    waiting.inside.entries.push(entryOf(segment, waiting.key, undefined));
    waiting = undefined;
  };
  for (let at = 0, next = 0; at < text.length; at = next) {
    LINE.lastIndex = at;
    let [, indentation, name, value] = LINE.exec(text) ?? [];
    next = LINE.lastIndex;
    let other: SimpleValue | undefined;
    if (next === 0) {
      OTHER.lastIndex = at;
      [, indentation, name] = OTHER.exec(text) ?? [];
      other = simpleValue(text, segment, OTHER.lastIndex, indentation?.length ?? 0);
      if (OTHER.lastIndex === 0 || other === undefined) return undefined;
      next = other.next;
    }
    if (name === undefined || indentation === undefined) continue;
    const column = indentation.length;
    if (current === undefined) {
      root = { column, entries: [], keys: new Set() };
      current = root;
    } else if (column > current.column) {
      // Below a text it would go on.
      if (waiting === undefined || around.length === MOST_LEVELS) return undefined;
      around.push({ open: current, header: waiting });
      waiting = undefined;
      current = { column, entries: [], keys: new Set() };
    } else {
      settle();
      while (column < current.column && around.length > 0) close();
      if (column !== current.column || current === root) return undefined;
    }
    if (current.keys.has(name)) return undefined;
    current.keys.add(name);
    const key = plain(segment, name, at + column);
    if (other !== undefined) {
      current.entries.push(entryOf(segment, key, other.node));
      if (other.problem !== undefined) problems.push(other.problem);
    } else if (value === undefined) waiting = { key, inside: current };
    else {
      const start = text.indexOf(value, at + column + name.length + 1);
      current.entries.push(entryOf(segment, key, plain(segment, value, start)));
    }
  }
  settle();
  while (around.length > 0) close();
  return root && { root: mappingOf(segment, root), problems: problems.length === 0 ? NONE : problems };
}

function entryOf(segment: Segment, key: ScalarNode, value: EntryNode['value']): EntryNode {
  return { segment, key, value, from: key.from, to: value?.to ?? key.to };
}

function mappingOf(segment: Segment, { entries }: Open): MappingNode {
  return { kind: 'mapping', flow: false, entries, segment, from: entries[0]?.from ?? 0, to: entries.at(-1)?.to ?? 0 };
}
