/** What is remembered of single pins: what the catalog says of them, and what is found. */
import type { PinEntry } from '../manifest/stack.ts';
import type { EntryNode } from '../manifest/tree.ts';
import type { LookedUpPin } from './analysis.ts';
import type { PinName } from './finding.ts';
import type { Likeness } from './likeness.ts';
import { lookUp } from './lookUp.ts';
import type { LookedUpKnown } from './pairs.ts';
import { type AskedPolicy, isSamePolicy } from './policy.ts';
import type { PinContext, PinDraft, Rule } from './rule.ts';
import { pinName } from './texts.ts';
import type { VerdictMemory } from './verdictMemory.ts';

/** A finding about one pin, and who makes it. */
export interface ToldOfPin {
  readonly rule: Rule;
  readonly draft: PinDraft;
  /** The pin. */
  readonly about: readonly [PinName];
}

/** What is known of one entry. All of it follows from the entry, but for what is found under a policy. */
export interface PinRecord {
  readonly pin: LookedUpPin;
  likeness: Likeness | undefined;
  /** What `entry` rules find; undefined while they were not asked. */
  written: readonly ToldOfPin[] | undefined;
  /** What `pin` rules find. */
  told: readonly ToldOfPin[] | undefined;
  /** What `pinUnderPolicy` rules find, and what the policy asked for. */
  underPolicy: { readonly policy: AskedPolicy; readonly told: readonly ToldOfPin[] } | undefined;
}

/** Pins looked up, and pins asked for what is found in them. */
export interface PinWork {
  pinsResolved: number;
  pinsChecked: number;
}

export interface PinRecords {
  /** Looks an entry up, unless it removes something. */
  of(entry: PinEntry): PinRecord;
  /** What is found in an entry as written. */
  written(record: PinRecord): readonly ToldOfPin[];
  /** What is found in a pin that takes part in a stack, without what it has to do with others; in no order. */
  told(record: PinRecord, policy: AskedPolicy): readonly ToldOfPin[];
  /** What the pin shares with those that are alike. */
  likeness(record: PinRecord, pin: LookedUpKnown): Likeness;
}

const NOTHING: readonly ToldOfPin[] = [];
const NO_DRAFTS: readonly PinDraft[] = [];

/** Nobody asks what a component is that is removed. */
const NOTHING_KNOWN = { component: undefined, value: undefined, candidates: [] };

/**
 * Makes records for one catalog, one day and one set of rules.
 * @param work is counted up by what is not remembered
 */
export function pinRecords(
  context: PinContext,
  rules: readonly Rule[],
  verdicts: VerdictMemory,
  work: PinWork,
): PinRecords {
  const records = new WeakMap<EntryNode, PinRecord>();
  const entryRules = rules.filter(({ entry }) => entry !== undefined);
  const pinRules = rules.filter(({ pin }) => pin !== undefined);
  const policyRules = rules.filter(({ pinUnderPolicy }) => pinUnderPolicy !== undefined);
  const toldUnder = (record: PinRecord, policy: AskedPolicy): readonly ToldOfPin[] =>
    gather(record, policyRules, ({ pinUnderPolicy }) => pinUnderPolicy?.(record.pin, policy, context));
  const toldOf = (record: PinRecord): readonly ToldOfPin[] => {
    work.pinsChecked += 1;
    return gather(record, pinRules, ({ pin }) => pin?.(record.pin, context));
  };
  return {
    of: (entry) => {
      const remembered = records.get(entry.entry);
      if (remembered !== undefined && isSameReading(remembered.pin.entry, entry)) return remembered;
      const pin = entry.removed ? { entry, ...NOTHING_KNOWN } : lookUp(entry, context.catalog);
      const made = { pin, likeness: undefined, written: undefined, told: undefined, underPolicy: undefined };
      records.set(entry.entry, made);
      work.pinsResolved += 1;
      return made;
    },
    written: (record) => {
      record.written ??= gather(record, entryRules, ({ entry }) => entry?.(record.pin.entry));
      return record.written;
    },
    told: (record, policy) => {
      record.told ??= toldOf(record);
      if (record.underPolicy === undefined || !isSamePolicy(record.underPolicy.policy, policy))
        record.underPolicy = { policy, told: toldUnder(record, policy) };
      if (record.underPolicy.told.length === 0) return record.told;
      return [...record.told, ...record.underPolicy.told];
    },
    likeness: (record, pin) => {
      if (record.likeness === undefined || record.likeness.dropped) record.likeness = verdicts.likeness(pin);
      return record.likeness;
    },
  };
}

function gather(
  { pin }: PinRecord,
  rules: readonly Rule[],
  draftsOf: (rule: Rule) => readonly PinDraft[] | undefined,
): readonly ToldOfPin[] {
  const told: ToldOfPin[] = [];
  for (const rule of rules)
    for (const draft of draftsOf(rule) ?? NO_DRAFTS) told.push({ rule, draft, about: [pinName(pin)] });
  return told.length === 0 ? NOTHING : told;
}

/** Whether two pins are read from the same nodes: what stands behind an alias may have changed, and the entry not. */
export function isSameReading(a: PinEntry, b: PinEntry): boolean {
  return (
    a === b ||
    (a.entry === b.entry &&
      a.version === b.version &&
      a.component === b.component &&
      a.componentNode === b.componentNode &&
      a.removed === b.removed &&
      a.allow === b.allow &&
      a.chart?.name === b.chart?.name &&
      a.chart?.version === b.chart?.version)
  );
}
