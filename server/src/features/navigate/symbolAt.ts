/** What the name at a position of a manifest stands for. */
import type { Position } from 'vscode-languageserver-types';
import { holds, type NamePlace } from './places.ts';
import type { PinNames, StackNames } from './stackNames.ts';

export type SymbolAt = { readonly names: StackNames; readonly place: NamePlace } & (
  | { readonly kind: 'pin'; readonly pin: PinNames; readonly part: 'key' | 'component' }
  /** A name under `between`. */
  | { readonly kind: 'mention' }
  /** An entry of one of these lists. */
  | { readonly kind: 'extends' | 'catalogs' }
  /** The stack itself: its name, its kind. */
  | { readonly kind: 'stack' }
);

/** Finds the name whose place holds a position. */
export function symbolAt(stacks: readonly StackNames[], position: Position): SymbolAt | undefined {
  const here = (place: NamePlace | undefined): place is NamePlace => place !== undefined && holds(place, position);
  for (const names of stacks) {
    for (const pin of names.pins) {
      const { key, componentPlace } = pin;
      if (here(key)) return { names, kind: 'pin', pin, part: 'key', place: key };
      if (here(componentPlace)) return { names, kind: 'pin', pin, part: 'component', place: componentPlace };
    }
    for (const kind of ['extends', 'catalogs'] as const) {
      const place = names[kind].find(here);
      if (place !== undefined) return { names, kind, place };
    }
    const mention = names.mentions.find(here);
    if (mention !== undefined) return { names, kind: 'mention', place: mention };
    const title = names.titles.find(here);
    if (title !== undefined) return { names, kind: 'stack', place: title };
  }
  return undefined;
}

/** A name of a pin, or the component that pins are of. */
export interface Meaning {
  readonly kind: 'instance' | 'component';
  readonly text: string;
}

/**
 * What a name under `between` or of a pin means. One with a name of its own stands for itself; a pin that is called by its component
 * stands for that, and so does what is no pin's name (docs/manifest.md, "Acknowledged findings").
 * @param pins those of the stack that the name stands in, its bases' among them
 */
export function meaningOf(symbol: SymbolAt, pins: readonly PinNames[]): Meaning | undefined {
  if (symbol.kind === 'pin') {
    const { pin, part } = symbol;
    return part === 'key' ? meaningOfName(pin.instance, pins) : { kind: 'component', text: pin.component };
  }
  return symbol.kind === 'mention' ? meaningOfName(symbol.place.text, pins) : undefined;
}

/** What removes a pin or takes its place need not say again what it is: one of its entries does. */
export function meaningOfName(text: string, pins: readonly PinNames[]): Meaning {
  const isOwn = pins.some(({ instance, componentPlace }) => instance === text && componentPlace !== undefined);
  return { kind: isOwn ? 'instance' : 'component', text };
}
