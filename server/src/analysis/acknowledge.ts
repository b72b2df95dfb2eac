/** Applies acknowledgements: which findings of a document are not shown, and what each acknowledgement does. */
import { t } from '@vscode/l10n';
import type { IsoDate } from '../catalog/model.ts';
import type { LineIndex } from '../manifest/lines.ts';
import type { StackManifest } from '../manifest/stack.ts';
import { type OffsetRange, rangeOf } from '../manifest/tree.ts';
import type {
  Acknowledgement,
  AcknowledgementOutcome,
  AcknowledgingDocument,
  CodeOutcome,
} from './acknowledgement-types.ts';
import { type Finding, type Related, UNACKNOWLEDGEABLE } from './finding.ts';

export interface AcknowledgedFindings {
  /** The same findings in the same order; what is accepted says so. */
  readonly findings: readonly Finding[];
  /** Of every acknowledgement, in the order given. */
  readonly outcomes: readonly AcknowledgementOutcome[];
}

/** One code of an acknowledgement, and what is counted of it. */
interface Candidate {
  readonly acknowledgement: Acknowledgement;
  readonly outcome: CodeOutcome;
}

/**
 * Marks what is accepted. All acknowledgements that fit a finding count as used; what is nearest to it is named: comments,
 * then entries that name its pins, then the others, of each the first.
 * @param date the day as of which they hold
 */
export function acknowledge(
  findings: readonly Finding[],
  acknowledgements: readonly Acknowledgement[],
  { manifest, instances }: AcknowledgingDocument,
  date: IsoDate,
): AcknowledgedFindings {
  const outcomes = acknowledgements.map((acknowledgement) => ({
    acknowledgement,
    codes: acknowledgement.codes.map((code) => ({ code, hidden: 0, returned: 0, endless: 0 })),
  }));
  const candidatesFor = finder(outcomes, manifest);
  const marked = findings.map((finding): Finding => {
    if (UNACKNOWLEDGEABLE.has(finding.code)) return finding;
    let first: Acknowledgement | undefined;
    const related: Related[] = [];
    for (const { acknowledgement, outcome } of candidatesFor(finding)) {
      if (!isBetween(finding, acknowledgement, instances)) continue;
      const { until, layer } = acknowledgement;
      if (until !== undefined && until.day < date) {
        outcome.returned += 1;
        if (layer !== undefined)
          related.push(notApplied(acknowledgement, t('This acknowledgement ended on {0}.', until.day)));
      } else if (until === undefined && finding.severity === 'error') {
        outcome.endless += 1;
        if (layer !== undefined)
          related.push(notApplied(acknowledgement, t('This acknowledgement hides no error, since it has no "until".')));
      } else {
        outcome.hidden += 1;
        first ??= acknowledgement;
      }
    }
    if (first === undefined)
      return related.length === 0 ? finding : { ...finding, related: [...finding.related, ...related] };
    const { reason, until, range, layer } = first;
    return { ...finding, acknowledged: { reason, until: until?.day, range, layer } };
  });
  return { findings: marked, outcomes };
}

/** What a base accepts, and the file that is checked no longer: it is told there alone. */
function notApplied({ range, layer }: Acknowledgement, message: string): Related {
  const related = { range, message };
  return layer === undefined ? related : { ...related, layer };
}

/** Whether the finding is about every pin that is named. A name that is a key means that pin alone, any other all pins of that component. */
function isBetween(
  { pins }: Finding,
  { between }: Acknowledgement,
  instances: AcknowledgingDocument['instances'],
): boolean {
  return (
    between === undefined ||
    between.every(({ text }) =>
      pins.some(({ instance, component }) => (instances().has(text) ? instance === text : component === text)),
    )
  );
}

/** Finds what may accept a finding: entries by its code and pins, comments by its code and place. */
function finder(
  outcomes: readonly AcknowledgementOutcome[],
  manifest: StackManifest,
): (finding: Finding) => readonly Candidate[] {
  const usable = outcomes.filter(({ acknowledgement }) => acknowledgement.fault === undefined);
  if (usable.length === 0) return () => [];
  const entries = new Map<string, Candidate[]>();
  const comments = new Map<string, Candidate[]>();
  const lines = manifest.document.source;
  const targets = commentTargets(usable, lines);
  for (const { acknowledgement, codes } of usable) {
    const { written, range, between } = acknowledgement;
    for (const outcome of codes) {
      const candidate = { acknowledgement, outcome };
      const { text } = outcome.code;
      if (written.kind === 'comment') addTo(comments, keyOf(targets.get(range.start), text), candidate);
      else addTo(entries, keyOf(between?.[0]?.text, text), candidate);
    }
  }
  const startOfPin = pinFinder(manifest);
  return ({ code, range, pins }) => {
    const line = lines.positionAt(range.start).line;
    const pinLine = lines.positionAt(startOfPin(range.start) ?? range.start).line;
    const names = new Set(pins.flatMap(({ instance, component }) => [instance, component]));
    return [
      ...[...new Set([line, pinLine])].flatMap((one) => comments.get(keyOf(one, code)) ?? []),
      ...[...names, undefined].flatMap((name) => entries.get(keyOf(name, code)) ?? []),
    ];
  };
}

function keyOf(place: number | string | undefined, code: string): string {
  return JSON.stringify([place, code]);
}

function addTo<T>(lists: Map<string, T[]>, key: string, item: T): void {
  const list = lists.get(key);
  if (list === undefined) lists.set(key, [item]);
  else list.push(item);
}

/** The line that each comment is about, by where the comment begins: its own, or the next that holds more than a comment. */
function commentTargets(outcomes: readonly AcknowledgementOutcome[], lines: LineIndex): ReadonlyMap<number, number> {
  const targets = new Map<number, number>();
  const below = new Map<number, number>();
  // From the last on: many that stand above one pin are not looked through for each of them.
  for (const { acknowledgement } of [...outcomes].reverse()) {
    const { written, range } = acknowledgement;
    if (written.kind !== 'comment') continue;
    const { line } = lines.positionAt(range.start);
    let target = line + 1;
    while (target < lines.lineCount && /^\s*(#|$)/.test(lines.lineAt(target))) target = below.get(target) ?? target + 1;
    below.set(line, target);
    targets.set(range.start, written.comment.scope === 'line' ? line : target);
  }
  return targets;
}

/** Finds where the pin begins that holds an offset: what stands above a pin, or at the end of its first line, is about all of it. */
function pinFinder({ components, environments }: StackManifest): (offset: number) => number | undefined {
  const ranges = [...components, ...environments.flatMap((environment) => environment.components)]
    .map(({ entry }) => rangeOf(entry))
    .sort((a, b) => a.start - b.start);
  return (offset) => {
    let low = 0;
    let high = ranges.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((ranges[middle]?.start ?? 0) <= offset) low = middle + 1;
      else high = middle;
    }
    const found = ranges[low - 1];
    return found !== undefined && offset <= found.end ? found.start : undefined;
  };
}

/**
 * Findings of a base without those that call an entry unused which hides something in a file that extends it.
 * @param used ranges of such entries, from `usedInBases` of the analyses of those files
 */
export function withoutUsed<F extends Pick<Finding, 'code' | 'tags' | 'range'>>(
  findings: readonly F[],
  used: readonly OffsetRange[],
): readonly F[] {
  if (used.length === 0) return findings;
  return findings.filter(
    ({ code, tags, range }) =>
      code !== 'unused-acknowledgement' ||
      !tags.includes('unnecessary') ||
      !used.some(({ start, end }) => start <= range.start && range.end <= end),
  );
}
