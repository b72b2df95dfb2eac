/** Who reads a text: by aliases and merge keys several pins can have the version of one of them. */
import type { EffectiveStack, ResolvedPin } from '../../analysis/analysis.ts';
import { once } from '../../analysis/once.ts';
import type { PinEntry } from '../../manifest/stack.ts';
import type { ScalarNode } from '../../manifest/tree.ts';

/** The pins of some stacks, and of what lies below them, whose version a text is; each entry once, in their order. */
export type Readers = (text: ScalarNode | undefined) => readonly ResolvedPin[];

/** Makes it; nothing is gone through before somebody asks. */
export function readers(stacks: readonly EffectiveStack[]): Readers {
  const byText = once(() => {
    const texts = new Map<ScalarNode, Map<PinEntry, ResolvedPin>>();
    const add = (pin: ResolvedPin): void => {
      const { version } = pin.entry;
      if (version === undefined) return;
      const known = texts.get(version) ?? new Map<PinEntry, ResolvedPin>();
      if (!known.has(pin.entry)) known.set(pin.entry, pin);
      texts.set(version, known);
    };
    for (const { pins } of stacks)
      for (const pin of pins)
        for (let one: ResolvedPin | undefined = pin; one !== undefined; one = one.overrides) add(one);
    return texts;
  });
  return (text) => (text === undefined ? [] : [...(byText().get(text)?.values() ?? [])]);
}
