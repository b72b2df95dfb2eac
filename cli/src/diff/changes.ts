/** What differs between two manifests: pins, findings, and until when their stacks are in support. Pure. */
import type { Analysis, EffectiveStack, ResolvedPin } from '../../../server/src/analysis/analysis.ts';
import type { Finding } from '../../../server/src/analysis/finding.ts';
import type { IsoDate } from '../../../server/src/catalog/model.ts';
import { deadlinesOf } from '../../../server/src/resolve/deadlines.ts';
import { compareVersions, type Jump, jumpBetween, parseVersion } from '../../../server/src/version/index.ts';

/** A pin that is on one side alone. */
interface OneSided {
  readonly kind: 'added' | 'removed';
  readonly instance: string;
  /** Id of the component, or its name as written where no catalog has it. */
  readonly component: string;
  /** As it is written. */
  readonly version: string;
}

/** A pin that is another on each side. */
interface Moved {
  readonly kind: 'moved';
  readonly instance: string;
  readonly component: string;
  readonly from: string;
  readonly to: string;
  /** By the newest version that each side can take; null where the catalog does not know one of them, or both take the same. */
  readonly direction: 'up' | 'down' | null;
  /** How far that is; null with the direction. */
  readonly jump: Exclude<Jump, 'same'> | null;
}

export type PinChange = OneSided | Moved;

/** The first day on which one more pin of a stack is out of support, and the pins of which that is true. */
export interface Deadline {
  readonly firstDayOut: IsoDate;
  readonly instances: readonly string[];
}

export interface StackChange {
  readonly name: string | null;
  readonly environment: string | null;
  /** Whether the stack is on both sides. */
  readonly kind: 'added' | 'removed' | 'kept';
  readonly pins: readonly PinChange[];
  /** Undefined where no day is known, or the stack is not there. */
  readonly before: Deadline | undefined;
  readonly after: Deadline | undefined;
}

export interface Changes {
  /** The stacks in which anything differs, in the order of the file. */
  readonly stacks: readonly StackChange[];
  readonly gained: readonly Finding[];
  readonly lost: readonly Finding[];
}

/** Compares two manifests that were judged as of one day. */
export function changesBetween(before: Analysis, after: Analysis): Changes {
  const names = keysOf(before.stacks, after.stacks);
  const [old, now] = [byKey(before.stacks, names), byKey(after.stacks, names)];
  const keys = [...new Set([...now.keys(), ...old.keys()])];
  const stacks = keys.map((key) => stackChange(old.get(key), now.get(key), before, after));
  const { gained, lost } = findingChanges(before, after);
  return { stacks: stacks.filter(isChange), gained, lost };
}

/** Stacks are matched by the name of their document where that tells them apart, and by its place otherwise. */
function keysOf(...sides: readonly (readonly EffectiveStack[])[]): (stack: EffectiveStack) => string {
  const areTold = sides.every((stacks) => {
    const own = stacks.filter(({ environment }) => environment === null).map(({ name }) => name);
    return own.every((name) => name !== undefined) && new Set(own).size === own.length;
  });
  return ({ name, document, environment }) => JSON.stringify([areTold ? name : document, environment]);
}

function byKey(
  stacks: readonly EffectiveStack[],
  key: (stack: EffectiveStack) => string,
): ReadonlyMap<string, EffectiveStack> {
  return new Map(stacks.map((stack) => [key(stack), stack]));
}

function isChange({ kind, pins, before, after }: StackChange): boolean {
  return kind !== 'kept' || pins.length > 0 || before?.firstDayOut !== after?.firstDayOut;
}

function stackChange(
  old: EffectiveStack | undefined,
  now: EffectiveStack | undefined,
  before: Analysis,
  after: Analysis,
): StackChange {
  const { name, environment } = now ?? old ?? { name: undefined, environment: null };
  return {
    name: name ?? null,
    environment,
    kind: old === undefined ? 'added' : now === undefined ? 'removed' : 'kept',
    pins: pinChanges(old?.pins ?? [], now?.pins ?? []),
    before: old && deadline(old, before),
    after: now && deadline(now, after),
  };
}

function deadline({ pins }: EffectiveStack, { context }: Analysis): Deadline | undefined {
  const running = pins.flatMap(({ entry: { instance }, component, candidates: [version] }) =>
    version === undefined ? [] : [{ instance, component, version }],
  );
  const { next } = deadlinesOf(running, context);
  return next && { firstDayOut: next.firstDayOut, instances: next.pins.map(({ instance }) => instance) };
}

/** In the order of the manifest after, and what is gone behind that. */
function pinChanges(old: readonly ResolvedPin[], now: readonly ResolvedPin[]): PinChange[] {
  const was = new Map(old.map((pin) => [pin.entry.instance, pin]));
  const is = new Set(now.map(({ entry }) => entry.instance));
  const kept = now.flatMap((pin): PinChange[] => {
    const before = was.get(pin.entry.instance);
    if (before === undefined) return [oneSided('added', pin)];
    // Another component under the same name is another pin.
    if (componentOf(before) !== componentOf(pin)) return [oneSided('removed', before), oneSided('added', pin)];
    return textOf(before) === textOf(pin) ? [] : [moved(before, pin)];
  });
  const gone = old.filter(({ entry }) => !is.has(entry.instance)).map((pin) => oneSided('removed', pin));
  return [...kept, ...gone];
}

function oneSided(kind: OneSided['kind'], pin: ResolvedPin): OneSided {
  return { kind, instance: pin.entry.instance, component: componentOf(pin), version: textOf(pin) };
}

function moved(before: ResolvedPin, after: ResolvedPin): Moved {
  const scheme = after.component?.versions.scheme;
  const [from, to] = [before, after].map(({ candidates: [newest] }) =>
    newest === undefined || scheme === undefined ? undefined : parseVersion(newest, scheme),
  );
  const order = from === undefined || to === undefined ? 0 : compareVersions(to, from);
  const jump = from === undefined || to === undefined ? 'same' : jumpBetween(from, to);
  return {
    kind: 'moved',
    instance: after.entry.instance,
    component: componentOf(after),
    from: textOf(before),
    to: textOf(after),
    direction: order === 0 ? null : order > 0 ? 'up' : 'down',
    jump: order === 0 || jump === 'same' ? null : jump,
  };
}

function componentOf({ component, entry }: ResolvedPin): string {
  return component?.id ?? entry.component;
}

function textOf({ value, entry }: ResolvedPin): string {
  return value?.text ?? entry.version?.text ?? '';
}

/**
 * Findings are the same as long as they say the same of the same pins in the same environment, whichever versions these have. An
 * environment that is on one side alone is held against the stack without one.
 */
function findingChanges(before: Analysis, after: Analysis): Pick<Changes, 'gained' | 'lost'> {
  return { gained: beyond(after, before), lost: beyond(before, after) };
}

/** Those findings of a side of which the other does not have all, as often as it does not. */
function beyond(side: Analysis, other: Analysis): Finding[] {
  const known = new Set(other.stacks.map(({ environment }) => environment));
  const counts = new Map<string, number>();
  for (const finding of other.findings)
    for (const environment of finding.environments) {
      const fact = factOf(finding, environment);
      counts.set(fact, (counts.get(fact) ?? 0) + 1);
    }
  const left = new Map(counts);
  return side.findings.filter((finding) => {
    const isNew = finding.environments.map((environment) => {
      if (!known.has(environment)) return !counts.has(factOf(finding, null));
      const fact = factOf(finding, environment);
      const count = left.get(fact) ?? 0;
      left.set(fact, count - 1);
      return count <= 0;
    });
    return isNew.includes(true);
  });
}

function factOf({ code, pins, message }: Finding, environment: string | null): string {
  const names = pins.map(({ instance }) => instance).sort();
  return JSON.stringify([code, names, environment, names.length === 0 ? message : '']);
}
