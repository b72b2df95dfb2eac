/** The choices that a document leaves open: which version each of its pins takes, in all its stacks together. */
import { allowedRange, limitBelow } from '../../analysis/allow.ts';
import { once } from '../../analysis/once.ts';
import type { KnownPin } from '../../analysis/pairs.ts';
import type { EntryNode, ScalarNode } from '../../manifest/tree.ts';
import { satisfies } from '../../version/index.ts';
import type { Cost } from '../engine/problem.ts';
import { type Offers, priceOf } from './offered.ts';

/** What one text decides. */
export interface Choice {
  /** The pins whose version it is; several where an alias gives them the same one. */
  readonly pins: readonly [KnownPin, ...KnownPin[]];
  /** What it may become: first what it is, then the rest, each newest first. */
  readonly versions: readonly string[];
  readonly costs: readonly Cost[];
  /** How many of the versions it takes as it is written. */
  readonly kept: number;
  /** The places of those at which it should not stay. */
  readonly untenable: ReadonlySet<number>;
}

export interface ChoiceOptions {
  /** Whether a pin may be changed; it may not where it is locked, whatever this says. */
  readonly isFree: (pin: KnownPin) => boolean;
  /** At which versions a pin that may be changed should stay, if it can be changed; all that it takes now where this is absent. */
  readonly mayStay?: ((pin: KnownPin, text: string) => boolean) | undefined;
  /** Whether a pin may be changed to a version whose support has ended; any may where this is absent. */
  readonly mayEnd?: ((pin: KnownPin) => boolean) | undefined;
  /** Whether pins that share one text (an anchor and its aliases) change together. */
  readonly tied: boolean;
}

/** What tells the choice of a pin from others: the text that holds its version, or its entry. */
export function choiceKey({ entry }: KnownPin, tied: boolean): EntryNode | ScalarNode {
  return tied && entry.version !== undefined ? entry.version : entry.entry;
}

/** Whether a pin may be changed at all. */
export function isMovable(pin: KnownPin, { isFree }: Pick<ChoiceOptions, 'isFree'>): boolean {
  return !pin.entry.locked && pin.entry.version !== undefined && isFree(pin);
}

/** The choices of some pins of one document, in order of their first pin. */
export function choicesOf(pinned: Iterable<KnownPin>, offered: Offers, options: ChoiceOptions): Choice[] {
  const groups = new Map<EntryNode | ScalarNode, [KnownPin, ...KnownPin[]]>();
  for (const pin of pinned) {
    const key = choiceKey(pin, options.tied);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [pin]);
    else if (!group.some((one) => one.entry === pin.entry && one.component === pin.component)) group.push(pin);
  }
  return [...groups.values()].map((pins) => choiceOf(pins, offered, options));
}

function choiceOf(pins: readonly [KnownPin, ...KnownPin[]], offered: Offers, options: ChoiceOptions): Choice {
  const moves = pins.every((pin) => isMovable(pin, options));
  const { stays, versions, costs } = moves ? movesOf(pins, offered, options) : staying(pins, offered);
  const { mayStay } = options;
  const untenable =
    mayStay === undefined || !moves
      ? NONE
      : new Set([...stays.keys()].filter((place) => !pins.every((pin) => mayStay(pin, stays[place] ?? ''))));
  return {
    pins,
    versions,
    get costs() {
      return costs();
    },
    kept: stays.length,
    untenable,
  };
}

const NONE: ReadonlySet<number> = new Set();

/** What a choice may become, whatever is asked of it. */
interface Outlook {
  readonly stays: readonly string[];
  readonly versions: readonly string[];
  readonly costs: () => readonly Cost[];
}

function staying(pins: readonly [KnownPin, ...KnownPin[]], offered: Offers): Outlook {
  const stays = sharedBy(pins, ({ candidates }) => candidates);
  return { stays, versions: stays, costs: pricesOf(pins, stays, stays.length, offered) };
}

/** Choices that are remembered at most: of any session, what people have pinned lately. */
const MOST_KNOWN = 10_000;

/** By component, and by what is pinned of it. The same lists each time: what was found out about them holds. */
const outlooks = new WeakMap<Offers, Map<string, Outlook>>();

function movesOf(
  pins: readonly [KnownPin, ...KnownPin[]],
  offered: Offers,
  { mayEnd = () => true }: ChoiceOptions,
): Outlook {
  const limits = pins.flatMap((pin) => allowance(pin, offered) ?? []);
  const [{ component, candidates }] = pins;
  const supported = !pins.every(mayEnd);
  if (supported) limits.push((text) => offered.about(component, text)?.ended !== true);
  if (pins.length > 1 || limits.length > Number(supported)) return outlookOf(pins, limits, offered);
  const known = outlooks.get(offered) ?? new Map<string, Outlook>();
  outlooks.set(offered, known);
  const key = `${component.id} ${supported} ${candidates.join(' ')}`;
  const made = known.get(key) ?? outlookOf(pins, limits, offered);
  if (known.size >= MOST_KNOWN) known.clear();
  known.set(key, made);
  return made;
}

function outlookOf(
  pins: readonly [KnownPin, ...KnownPin[]],
  limits: readonly ((text: string) => boolean)[],
  offered: Offers,
): Outlook {
  const stays = sharedBy(pins, ({ candidates }) => candidates);
  const now = new Set(stays);
  const goes = sharedBy(pins, ({ component }) => offered.versionsOf(component)).filter(
    (text) => !now.has(text) && limits.every((isAllowed) => isAllowed(text)),
  );
  const versions = goes.length === 0 ? stays : [...stays, ...goes];
  return { stays, versions, costs: pricesOf(pins, versions, stays.length, offered) };
}

function pricesOf(
  [pin, ...more]: readonly [KnownPin, ...KnownPin[]],
  versions: readonly string[],
  kept: number,
  offered: Offers,
): () => readonly Cost[] {
  // What is remembered must not hold the document that it was asked about first.
  const first = priced(pin);
  const others = more.map(priced);
  return once(() =>
    versions.map((text, place): Cost => {
      const cost = priceOf(first, text, place < kept, offered);
      if (others.length === 0) return cost;
      return sumOf(
        cost,
        others.map((other) => priceOf(other, text, place < kept, offered)),
      );
    }),
  );
}

function priced({ component, candidates }: KnownPin): Pick<KnownPin, 'component' | 'candidates'> {
  return { component, candidates };
}

function sharedBy(
  pins: readonly [KnownPin, ...KnownPin[]],
  of: (pin: KnownPin) => readonly string[],
): readonly string[] {
  const [first, ...others] = pins;
  if (others.length === 0) return of(first);
  const lists = others.map((pin) => new Set(of(pin)));
  return of(first).filter((text) => lists.every((list) => list.has(text)));
}

/** One text is one change, however many pins read it. */
function sumOf(first: Cost, others: readonly Cost[]): Cost {
  return first.map((part, index) =>
    index === 0 ? part : others.reduce((sum, cost) => sum + (cost[index] ?? 0), part),
  );
}

/** What `allow` admits, of the pin itself and of what it is laid over; undefined where there is none. */
function allowance(pin: KnownPin, offered: Offers): ((text: string) => boolean) | undefined {
  const ranges = [allowedRange(pin), limitBelow(pin)?.range].filter((range) => range !== undefined);
  if (ranges.length === 0) return undefined;
  return (text) => {
    const version = offered.about(pin.component, text)?.version;
    return version !== undefined && ranges.every(({ parsed }) => satisfies(version, parsed, 'as-release'));
  };
}

/** Whether a pin can stay at a version: upstream did not take it back, and what lies below allows it. */
export function isTenable(pin: KnownPin, text: string, offered: Offers): boolean {
  const line = offered.about(pin.component, text)?.line;
  const isWithdrawn = line?.withdrawn?.some((withdrawal) => withdrawal.version === text) === true;
  if (isWithdrawn) return false;
  const below = limitBelow(pin)?.range;
  const version = offered.about(pin.component, text)?.version;
  return version === undefined || below === undefined || satisfies(version, below.parsed, 'as-release');
}
