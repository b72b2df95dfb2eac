/** Inlay hints: beside each range and release line, the version that it takes now, together with all other pins. */
import type { InlayHint, Range, TextEdit } from 'vscode-languageserver-types';
import type { EffectiveStack } from '../analysis/analysis.ts';
import { exactPin } from '../resolve/fix/exactPin.ts';
import { aliasOf } from '../resolve/fix/places.ts';
import { type CheckedDocument, type ClientTraits, toRange } from './document.ts';
import { type OpenRange, type OpenRanges, openRanges } from './openRanges.ts';
import { render } from './prose.ts';
import { type Outcome, rangeBlocks, rangeLabel, versionOf } from './rangeWords.ts';

/** How a long answer lets others pass. */
export interface Pace {
  isCancelled(): boolean;
  /** Resolves when what is waiting has been served. */
  pause(): Promise<void>;
}

type HintTraits = Pick<ClientTraits, 'hover' | 'inlayHints'>;

/** What a hint carries, so that the rest of it can be made when a client asks. */
export interface HintData {
  readonly uri: string;
  readonly version: number;
  /** Offset of the end of the text that it is beside. */
  readonly at: number;
}

/**
 * The hints inside a range, in order of position. Exact pins have none, nor has what admits no version, or whose version is not
 * found within the bounds of the search.
 * @param traits what a client asks for later is left out
 * @param pace it is asked between two stacks; after a cancellation the answer is incomplete
 */
export async function inlayHints(
  checked: CheckedDocument,
  { start, end }: Range,
  traits: HintTraits,
  pace: Pace,
): Promise<InlayHint[]> {
  const { lines } = checked;
  const ranges = openRanges(checked);
  const [from, to] = [lines.offsetAt(start), lines.offsetAt(end)];
  const hints: InlayHint[] = [];
  for (const open of ranges.all) {
    if (open.range.end < from || open.range.end > to) continue;
    for (const stack of open.stacks) {
      if (ranges.isResolved(stack)) continue;
      await pace.pause();
      if (pace.isCancelled()) return hints;
      ranges.standing(open, stack);
    }
    const outcomes = outcomesOf(open, ranges);
    if (outcomes === undefined) continue;
    const hint = hintOf(checked, open, outcomes);
    const later = traits.inlayHints.resolves;
    hints.push(
      later.includes('tooltip') && later.includes('textEdits')
        ? hint
        : { ...hint, ...detailsOf(checked, open, outcomes, traits) },
    );
  }
  return hints;
}

/** Adds the tooltip and the edits of a hint; the hint itself where the document is another by now. */
export function resolveInlayHint(checked: CheckedDocument, hint: InlayHint, traits: HintTraits): InlayHint {
  const { version, at } = (hint.data ?? {}) as Partial<HintData>;
  if (version !== checked.version) return hint;
  const ranges = openRanges(checked);
  const open = ranges.all.find(({ range }) => range.end === at);
  const outcomes = open && outcomesOf(open, ranges);
  return open === undefined || outcomes === undefined
    ? hint
    : { ...hint, ...detailsOf(checked, open, outcomes, traits) };
}

type Outcomes = readonly [Outcome, ...Outcome[]];

/** Undefined where there is nothing to show. */
function outcomesOf(open: OpenRange, ranges: OpenRanges): Outcomes | undefined {
  const outcome = (stack: EffectiveStack): Outcome[] => {
    const standing = ranges.standing(open, stack);
    return standing === 'unknown' ? [] : [{ environment: stack.environment, standing }];
  };
  const [own, ...environments] = open.stacks;
  const [first] = own === undefined ? [] : outcome(own);
  if (first === undefined) return undefined;
  const outcomes: Outcomes = [first, ...environments.flatMap(outcome)];
  const text = open.pin.value?.text;
  // A line of which upstream publishes no finer versions takes its own name.
  const isNews = outcomes.some((one) => one.standing !== 'none' && one.standing.text !== text);
  return isNews ? outcomes : undefined;
}

function hintOf({ uri, version, lines }: CheckedDocument, { range }: OpenRange, outcomes: Outcomes): InlayHint {
  const data: HintData = { uri, version, at: range.end };
  return { position: lines.positionAt(range.end), label: rangeLabel(outcomes), paddingLeft: true, data };
}

function detailsOf(
  checked: CheckedDocument,
  open: OpenRange,
  outcomes: Outcomes,
  { hover }: HintTraits,
): Pick<InlayHint, 'tooltip' | 'textEdits'> {
  const edits = editsOf(checked, open, outcomes);
  return {
    tooltip: render(rangeBlocks(open, outcomes), hover),
    ...(edits === undefined ? {} : { textEdits: edits }),
  };
}

/** Pins what the label says, where it says the same of every stack. */
function editsOf(checked: CheckedDocument, { pin, stacks }: OpenRange, outcomes: Outcomes): TextEdit[] | undefined {
  const [stack] = stacks;
  const versions = new Set(outcomes.map(versionOf));
  if (stack === undefined || versions.size > 1 || outcomes.length < stacks.length) return undefined;
  const place = aliasOf(pin.entry) === undefined ? 'text' : 'alias';
  const exact = exactPin(pin, place, stack.document, openRanges(checked).made);
  if (exact === undefined || !exact.edits.every(({ to }) => versions.has(to))) return undefined;
  return exact.changes.map(({ range, newText }) => ({ range: toRange(checked.lines, range), newText }));
}
