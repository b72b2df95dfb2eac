/** Checks the effective stacks of one document: every rule over their pins, their pairs, and each of them as a whole. */
import type { Composition } from '../composition/layers.ts';
import type { PinEntry, StackManifest } from '../manifest/stack.ts';
import type { AnalysisContext, EffectiveStack, ResolvedPin } from './analysis.ts';
import type { Collector } from './collector.ts';
import { judgePairs, type KnownMember } from './judgedPairs.ts';
import type { CatalogMemory } from './memory.ts';
import { isKnown } from './pairs.ts';
import type { ToldOfPin } from './pinRecords.ts';
import { type AskedPolicy, policyOf } from './policy.ts';
import type { PinDraft, Rule } from './rule.ts';
import { type LaidStack, layStacks } from './stacks.ts';
import { stackView } from './stackView.ts';
import { takenOut } from './takenOut.ts';
import { isInherited, pinName } from './texts.ts';

/** A document, and all that it is checked with. */
export interface DocumentCheck {
  readonly manifest: StackManifest;
  readonly composition: Composition;
  readonly context: AnalysisContext;
  readonly memory: CatalogMemory;
}

/** Checks a document as it is written. */
export function checkWritten({ manifest, composition, context, memory }: DocumentCheck, found: Collector): void {
  const told = byRule<PinEntry>();
  for (const { components } of [manifest, ...manifest.environments])
    for (const entry of components) told.add(memory.pins.written(memory.pins.of(entry)), entry);
  const document = manifest.document.index;
  for (const rule of memory.rules) {
    found.add(rule, rule.document?.(manifest, context, composition), null);
    for (const [draft, { instance, component }] of told.of(rule))
      found.addOfPin(rule, draft, { instance, component }, { document, environment: null });
  }
}

/** Checks what a document and its bases make together: the stack of the file, then one an environment. */
export function checkStacks(check: DocumentCheck, found: Collector): EffectiveStack[] {
  const { manifest, composition, memory } = check;
  const policy = policyOf(composition);
  return layStacks(manifest, composition, (entry) => memory.pins.of(entry)).map((laid) =>
    checkStack(laid, policy, check, found),
  );
}

function checkStack(
  laid: LaidStack,
  policy: AskedPolicy,
  { manifest, composition, context, memory }: DocumentCheck,
  found: Collector,
): EffectiveStack {
  const { environment } = laid;
  const pins: ResolvedPin[] = [];
  const members: KnownMember[] = [];
  const overriding: ResolvedPin[] = [];
  const told = byRule<ResolvedPin>();
  for (const { pin, record } of laid.pins) {
    pins.push(pin);
    if (isKnown(pin)) members.push({ pin, likeness: memory.pins.likeness(record, pin) });
    // What a base pins is told in the base.
    if (isInherited(pin)) continue;
    told.add(memory.pins.told(record, policy), pin);
    if (pin.overrides !== undefined) overriding.push(pin);
  }
  const taken = takenOut(manifest, composition, environment, context.catalog);
  const document = manifest.document.index;
  const name = environment === null ? `${document}` : `${document} ${environment}`;
  const pairs = judgePairs(members, memory.verdicts, memory.stacks.get(name), composition, taken);
  memory.stacks.set(name, pairs.verdicts);
  const stack: EffectiveStack = {
    manifest,
    composition,
    document,
    name: manifest.name,
    environment,
    pins,
    coverage: { pins: pins.length, pairs: pairs.total, pairsKnown: pairs.known },
  };
  const view = stackView({ stack, members, reported: pairs.reported, taken, memory });
  for (const rule of memory.rules) {
    for (const [draft, pin] of told.of(rule)) found.addOfPin(rule, draft, pinName(pin), { document, environment });
    if (rule.override !== undefined)
      for (const pin of overriding) found.add(rule, rule.override(pin), environment, [pinName(pin)]);
    if (rule.pair !== undefined)
      for (const pair of pairs.reported) {
        const drafts = rule.pair(pair, stack, context);
        if (drafts.length > 0)
          found.add(rule, drafts, environment, [pair.pin, pair.other, ...(pair.alike ?? [])].map(pinName));
      }
    found.add(rule, rule.stack?.(view, context), environment);
  }
  return stack;
}

/** Sorts what is found in pins by who finds it: that is the order in which it is told. */
function byRule<P>() {
  const lists = new Map<Rule, (readonly [PinDraft, P])[]>();
  return {
    add(told: readonly ToldOfPin[], pin: P): void {
      for (const { rule, draft } of told) {
        const list = lists.get(rule);
        if (list === undefined) lists.set(rule, [[draft, pin]]);
        else list.push([draft, pin]);
      }
    },
    of: (rule: Rule): readonly (readonly [PinDraft, P])[] => lists.get(rule) ?? [],
  };
}
