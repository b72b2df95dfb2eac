/** Pins ranges and release lines exactly: each at the version that it takes together with all other pins. */
import type { ResolvedPin } from '../../analysis/analysis.ts';
import type { Finding } from '../../analysis/finding.ts';
import { isKnown, type KnownPin } from '../../analysis/pairs.ts';
import { isInherited } from '../../analysis/texts.ts';
import type { PinEntry } from '../../manifest/stack.ts';
import type { ScalarNode } from '../../manifest/tree.ts';
import { type Taken, versionsTaken } from '../stack/taken.ts';
import type { Fixing } from './fixing.ts';
import { aliasOf, type Edit, type PlaceKind } from './places.ts';
import type { Tried } from './trial.ts';

/** Exact pins that were tried. */
export interface ExactPins extends Tried {
  readonly edits: readonly Edit[];
  /** The pins that are exact then. */
  readonly pins: readonly KnownPin[];
}

/**
 * What is told of a version only once it is pinned, and was true of it before: a range is judged by the best that it admits, and
 * takes what is untested or older only where it has to. Warnings are none of that.
 */
export function isToldOfExactPins({ code, severity }: Pick<Finding, 'code' | 'severity'>): boolean {
  const isMild = severity === 'hint' || severity === 'information';
  return isMild && (code === 'outdated-patch' || code === 'end-of-life-soon' || code === 'untested');
}

/** Pins that are pinned together at most. */
const MOST_PINNED = 1000;

/** How often all are tried that are left. */
const MOST_ROUNDS = 6;

type MayCome = (finding: Finding) => boolean;

/** What is worked out once for the fixes of an analysis, by document. */
interface Known {
  readonly taken: Taken;
  /** The pins of the file itself by the text that holds their version. */
  readonly sharing: ReadonlyMap<ScalarNode | undefined, readonly ResolvedPin[]>;
}

const knownOf = new WeakMap<Fixing, Map<number, Known>>();

function known(document: number, made: Fixing): Known {
  const documents = knownOf.get(made) ?? new Map<number, Known>();
  knownOf.set(made, documents);
  const stacks = made.stacksOf(document);
  const fresh = (): Known => ({
    taken: versionsTaken(stacks, made.workshopOf(document), made.limits),
    sharing: byText(stacks.flatMap(({ pins }) => pins.filter((pin) => !isInherited(pin)))),
  });
  const one = documents.get(document) ?? fresh();
  documents.set(document, one);
  return one;
}

/** Each pin once, however many stacks it takes part in. */
function byText<P extends ResolvedPin>(pins: readonly P[]): Map<ScalarNode | undefined, readonly P[]> {
  const texts = new Map<ScalarNode | undefined, Map<PinEntry, P>>();
  for (const pin of pins) {
    const { version } = pin.entry;
    texts.set(version, (texts.get(version) ?? new Map<PinEntry, P>()).set(pin.entry, pin));
  }
  return new Map([...texts].map(([text, entries]) => [text, [...entries.values()]]));
}

/** Whether a pin leaves open which version it takes. */
export function isOpen({ value }: Pick<KnownPin, 'value'>): boolean {
  return value?.kind === 'line' || value?.kind === 'range';
}

/**
 * Pins one range or line. All pins take one version each, in all stacks of the document.
 * @param document position in the YAML stream
 * @param mayCome which findings may come of it
 * @returns undefined where its stacks agree on no version, or another finding comes of it
 */
export function exactPin(
  pin: KnownPin,
  kind: PlaceKind,
  document: number,
  made: Fixing,
  mayCome: MayCome = isToldOfExactPins,
): ExactPins | undefined {
  const { taken, sharing } = known(document, made);
  const version = taken(pin);
  if (version.kind !== 'version') return undefined;
  // What is locked changes with the text that it refers to.
  const changed = kind === 'text' ? (sharing.get(pin.entry.version) ?? [pin]) : [pin];
  if (changed.some(({ entry }) => entry.locked)) return undefined;
  return attempt([{ kind, pin, to: version.text }], [pin], document, made, mayCome);
}

/** All ranges and lines that a document writes itself, but for those that are locked. */
export function openPins(document: number, made: Fixing): readonly KnownPin[] {
  const pins = [...known(document, made).sharing.values()].flat();
  return pins.filter(isKnown).filter((pin) => isOpen(pin) && !pin.entry.locked);
}

/**
 * Pins all ranges and lines of a document exactly, but for those that another finding comes of.
 * @returns undefined where that leaves none
 */
export function exactPins(document: number, made: Fixing): ExactPins | undefined {
  let pins = openPins(document, made);
  if (pins.length > MOST_PINNED) return undefined;
  for (let rounds = 0; rounds < MOST_ROUNDS; rounds += 1) {
    const came: Finding[] = [];
    // All that comes is asked about, so that it is known what to leave out.
    const exact = pinTogether(pins, document, made, (finding) => {
      if (!isToldOfExactPins(finding)) came.push(finding);
      return true;
    });
    if (exact === undefined || came.length === 0) return exact;
    const blamed = new Set(came.flatMap((finding) => finding.pins.map(({ instance }) => instance)));
    const left = pins.filter(({ entry }) => !blamed.has(entry.instance));
    if (left.length === pins.length) return undefined;
    pins = left;
  }
  return undefined;
}

function pinTogether(
  pins: readonly KnownPin[],
  document: number,
  made: Fixing,
  mayCome: MayCome,
): ExactPins | undefined {
  const { taken, sharing } = known(document, made);
  const wanted = new Map<PinEntry, string>();
  for (const pin of pins) {
    const version = taken(pin);
    if (version.kind === 'version') wanted.set(pin.entry, version.text);
  }
  const able = pins.filter(({ entry }) => wanted.has(entry));
  const edits = [...byText(able)].flatMap(([text, some]) => editsOf(some, sharing.get(text) ?? some, wanted));
  return edits.length === 0 ? undefined : attempt(edits, able, document, made, mayCome);
}

/**
 * Writes what pins that share a text are to be: where it is written if they all change, with a text of its own for each alias
 * that is to be another version; otherwise instead of the aliases of those that do.
 */
function editsOf(
  pins: readonly KnownPin[],
  sharing: readonly ResolvedPin[],
  wanted: ReadonlyMap<PinEntry, string>,
): Edit[] {
  const writing = pins.find(({ entry }) => aliasOf(entry) === undefined) ?? pins[0];
  const text = writing && wanted.get(writing.entry);
  if (writing === undefined || text === undefined) return [];
  const isWhole = sharing.every(({ entry }) => wanted.has(entry));
  const apart = pins.flatMap((pin): Edit[] => {
    const to = wanted.get(pin.entry) ?? text;
    const hasPlace = aliasOf(pin.entry) !== undefined;
    return hasPlace && !(isWhole && to === text) ? [{ kind: 'alias', pin, to }] : [];
  });
  return isWhole ? [{ kind: 'text', pin: writing, to: text }, ...apart] : apart;
}

function attempt(
  edits: readonly Edit[],
  pins: readonly KnownPin[],
  document: number,
  { trials }: Fixing,
  mayCome: MayCome,
): ExactPins | undefined {
  const tried = trials.attempt(document, edits, mayCome);
  return tried && { ...tried, edits, pins };
}
