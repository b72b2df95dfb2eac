/** A YAML tree as the readers of files look at it: what is not there is an empty view, so that no shape is taken for granted. */
import { lineIndex } from '../manifest/lines.ts';
import { parseYaml } from '../manifest/parse.ts';
import { followed } from '../manifest/read.ts';
import { rangeOf, type TreeNode } from '../manifest/tree.ts';

export interface View {
  /** From 1; of what is not there, that of what it would stand in. */
  readonly line: number;
  /** Of a scalar that is not null, and of a bare template, which YAML takes for a mapping (`{{ .Values.tag }}`); undefined for all else. */
  readonly text: string | undefined;
  readonly exists: boolean;
  /** What stands under these keys, one in the other. */
  at(...keys: readonly string[]): View;
  /** The items of a list; of anything else none. */
  items(): readonly View[];
  /** The entries of a mapping; of anything else none. */
  entries(): readonly { readonly key: string; readonly value: View }[];
}

/** One document of a text. */
export interface DocumentView {
  readonly root: View;
  /** The line of the first thing that YAML does not allow, from 1; undefined where there is none. */
  readonly broken: number | undefined;
}

/** Reads a text of YAML or JSON, which YAML holds in itself. */
export function documentsOf(text: string): readonly DocumentView[] {
  const lines = lineIndex(text);
  const lineAt = (offset: number): number => lines.positionAt(offset).line + 1;
  const place: Place = { text, lineAt };
  return parseYaml(text).documents.map(({ root, problems, range }) => {
    const problem = problems.find(({ kind }) => kind !== 'duplicate-key');
    return {
      root: viewOf(root, lineAt(range.start), place),
      broken: problem && lineAt(problem.range.start),
    };
  });
}

/** The text that the nodes are of. */
interface Place {
  readonly text: string;
  lineAt(offset: number): number;
}

function viewOf(node: TreeNode | undefined, fallback: number, place: Place): View {
  const { lineAt } = place;
  const target = followed(node);
  const line = node === undefined ? fallback : lineAt(rangeOf(node).start);
  const view: View = {
    line,
    text: textOf(target, place),
    exists: target !== undefined,
    at: (...keys) =>
      keys.reduce((at: View, key) => at.entries().find((entry) => entry.key === key)?.value ?? missing(at.line), view),
    items: () => (target?.kind === 'sequence' ? target.items.map((item) => viewOf(item, line, place)) : []),
    entries: () =>
      target?.kind === 'mapping'
        ? target.entries.map(({ key, value }) => ({
            key: key.text,
            value: viewOf(value, lineAt(rangeOf(key).start), place),
          }))
        : [],
  };
  return view;
}

function textOf(node: TreeNode | undefined, { text }: Place): string | undefined {
  if (node?.kind === 'scalar') return node.value === null ? undefined : node.text;
  if (node?.kind !== 'mapping' || !node.flow) return undefined;
  const { start, end } = rangeOf(node);
  return text.startsWith('{{', start) ? text.slice(start, end).split('\n', 1)[0] : undefined;
}

function missing(line: number): View {
  const view: View = { line, text: undefined, exists: false, at: () => view, items: () => [], entries: () => [] };
  return view;
}
