/** Checks one document: every rule over what is written, over its effective stacks, their pins and pairs. */
import type { Composition } from '../composition/layers.ts';
import type { StackManifest } from '../manifest/stack.ts';
import type { AnalysisContext, Coverage, EffectiveStack, LookedUpPin, ResolvedPin } from './analysis.ts';
import type { Collector } from './collector.ts';
import type { PinName } from './finding.ts';
import { judgePairs, type KnownMember } from './judgedPairs.ts';
import type { Slot } from './layout.ts';
import type { Likeness } from './likeness.ts';
import type { CatalogMemory } from './memory.ts';
import { isKnown, type KnownPin, type PinPair } from './pairs.ts';
import type { ToldOfPin } from './pinRecords.ts';
import { type AskedPolicy, policyOf } from './policy.ts';
import type { Rule } from './rule.ts';
import { type LaidStack, layStacks, listOf } from './stacks.ts';
import { stackView } from './stackView.ts';
import { takenOut } from './takenOut.ts';
import { pinName } from './texts.ts';

/** A document, and all that it is checked with. */
export interface DocumentCheck {
  readonly manifest: StackManifest;
  readonly composition: Composition;
  readonly context: AnalysisContext;
  readonly memory: CatalogMemory;
}

/** Checks a document as it is written. */
export function checkWritten({ manifest, composition, context, memory }: DocumentCheck, found: Collector): void {
  const told = byRule();
  for (const layer of composition.layers) {
    if (layer.manifest !== manifest) continue;
    for (const environment of [undefined, ...manifest.environments]) {
      const { remarked, records } = listOf(layer, environment, manifest, memory);
      for (const index of remarked) told.add(records[index]?.written ?? []);
    }
  }
  const document = manifest.document.index;
  for (const rule of told.isEmpty() ? memory.documentRules : memory.rules) {
    found.add(rule, rule.document?.(manifest, context, composition), null);
    for (const one of told.of(rule)) found.addOfPin(one, { document, environment: null });
  }
}

/** Checks what a document and its bases make together: the stack of the file, then one an environment. */
export function checkStacks(check: DocumentCheck, found: Collector): EffectiveStack[] {
  const { manifest, composition, memory } = check;
  const policy = policyOf(composition);
  return layStacks(manifest, composition, memory).map((laid) => checkStack(laid, policy, check, found));
}

function checkStack(
  laid: LaidStack,
  policy: AskedPolicy,
  { manifest, composition, context, memory }: DocumentCheck,
  found: Collector,
): EffectiveStack {
  const { environment, key, slots } = laid;
  const members: KnownMember[] = [];
  const overriding: ResolvedPin[] = [];
  const told = byRule();
  for (const slot of laid.worthALook(policy, memory.pins)) {
    const record = laid.recordAt(slot);
    if (record === undefined) continue;
    // What a base pins is told in the base.
    if (!laid.isInherited(slot)) {
      told.add(memory.pins.told(record, policy));
      const pin = slot.below && laid.pinAt(slot);
      if (pin?.overrides !== undefined) overriding.push(pin);
    }
    if (isKnown(record.pin)) members.push(new Member(laid, slot, memory.pins.likeness(record, record.pin)));
  }
  const taken = takenOut(manifest, composition, environment, context.catalog);
  const pairs = judgePairs(members, memory.verdicts, memory.stacks.get(key), composition, taken);
  memory.stacks.set(key, pairs.seats);
  const coverage = { pins: slots.length, pairs: pairs.total, pairsKnown: pairs.known };
  const stack = new CheckedStack(manifest, composition, laid, coverage);
  const { reported, constrained, areAll: areAllJudged } = pairs;
  const view = stackView({ stack, members, reported, constrained, areAllJudged, taken }, laid, memory);
  for (const rule of told.isEmpty() ? memory.stackRules : memory.rules) {
    for (const one of told.of(rule)) found.addOfPin(one, stack);
    if (rule.override !== undefined)
      for (const pin of overriding) found.add(rule, rule.override(pin), environment, [pinName(pin)]);
    if (rule.pair !== undefined)
      for (const pair of reported) {
        const drafts = rule.pair(pair, stack, context);
        if (drafts.length > 0) found.add(rule, drafts, environment, namesOf(pair));
      }
    found.add(rule, rule.stack?.(view, context), environment);
  }
  return stack;
}

class CheckedStack implements EffectiveStack {
  readonly manifest: StackManifest;
  readonly composition: Composition;
  readonly document: number;
  readonly name: string | undefined;
  readonly environment: string | null;
  readonly coverage: Coverage;
  readonly #laid: LaidStack;
  #pins: readonly ResolvedPin[] | undefined;
  #described: readonly ResolvedPin[] | undefined;

  constructor(manifest: StackManifest, composition: Composition, laid: LaidStack, coverage: Coverage) {
    this.manifest = manifest;
    this.composition = composition;
    this.document = manifest.document.index;
    this.name = manifest.name;
    this.environment = laid.environment;
    this.coverage = coverage;
    this.#laid = laid;
  }

  get pins(): readonly ResolvedPin[] {
    this.#pins ??= this.#pinsThat(() => true);
    return this.#pins;
  }

  get described(): readonly ResolvedPin[] {
    this.#described ??= this.#pinsThat(({ component, entry }) => component !== undefined || entry.layer !== undefined);
    return this.#described;
  }

  named(instance: string): ResolvedPin | undefined {
    const { slots, lists } = this.#laid;
    const slot = slots.find(({ list, at }) => lists[list]?.entries[at]?.instance === instance);
    return slot && this.#laid.pinAt(slot);
  }

  /** Some of the pins, of which no other is made. */
  #pinsThat(isOne: (pin: LookedUpPin) => boolean): readonly ResolvedPin[] {
    const found: ResolvedPin[] = [];
    for (const slot of this.#laid.slots) {
      const record = this.#laid.recordAt(slot);
      const pin = record !== undefined && isOne(record.pin) ? this.#laid.pinAt(slot) : undefined;
      if (pin !== undefined) found.push(pin);
    }
    return found;
  }
}

/** A pin of a laid stack, made where somebody asks for it: nearly all are only compared. */
class Member implements KnownMember {
  readonly likeness: Likeness;
  readonly rank: number;
  readonly #laid: LaidStack;
  readonly #slot: Slot;

  constructor(laid: LaidStack, slot: Slot, likeness: Likeness) {
    this.likeness = likeness;
    this.rank = laid.rankOf(slot);
    this.#laid = laid;
    this.#slot = slot;
  }

  get pin(): KnownPin {
    const pin = this.#laid.pinAt(this.#slot);
    if (pin === undefined || !isKnown(pin)) throw new Error('A pin of a stack is not the one that was looked up.');
    return pin;
  }
}

function namesOf({ pin, other, alike = [] }: PinPair): PinName[] {
  return [pin, other, ...alike].map(pinName);
}

/** Sorts what is found in pins by who finds it: that is the order in which it is told. Mostly there is nothing. */
function byRule() {
  let lists: Map<Rule, ToldOfPin[]> | undefined;
  return {
    add(told: readonly ToldOfPin[]): void {
      if (told.length === 0) return;
      lists ??= new Map();
      for (const one of told) {
        const list = lists.get(one.rule);
        if (list === undefined) lists.set(one.rule, [one]);
        else list.push(one);
      }
    },
    isEmpty: (): boolean => lists === undefined,
    of: (rule: Rule): readonly ToldOfPin[] => lists?.get(rule) ?? NOTHING,
  };
}

const NOTHING: readonly ToldOfPin[] = [];
