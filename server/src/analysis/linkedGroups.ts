/** Which pins of a stack anybody says anything about: of all the pairs, only these have to be judged. */
import type { Component } from '../catalog/model.ts';
import type { Participant } from './verdictMemory.ts';

/**
 * Finds the pairs between which there may be a statement: by one about the other, by one about what the other carries, or
 * by what one carries about the other.
 * @returns gives for the index of a participant those behind it, ascending; what is not asked for costs nothing
 */
export function linksBetween(participants: readonly Participant[]): (index: number) => readonly number[] {
  const pins = new Map<string, number[]>();
  const carriers = new Map<string, number[]>();
  for (const [index, { likeness, carried }] of participants.entries()) {
    for (const name of voiceOf(likeness.component).names) add(pins, name, index);
    for (const { component } of carried) for (const name of voiceOf(component).names) add(carriers, name, index);
  }
  /** Participants by what they say something about, or what they carry does. */
  const speakers = new Map<string, number[]>();
  const speakersFor = new Map<string, number[]>();
  for (const [index, { likeness, carried }] of participants.entries()) {
    for (const name of voiceOf(likeness.component).topics) {
      if (pins.has(name) || carriers.has(name)) add(speakers, name, index);
    }
    for (const { component } of carried)
      for (const name of voiceOf(component).topics) if (pins.has(name)) add(speakersFor, name, index);
  }
  return (index) => {
    const participant = participants[index];
    const found: number[] = [];
    const collect = (component: Component, said: readonly Groups[], heard: readonly Groups[]): void => {
      for (const name of voiceOf(component).topics) for (const groups of said) behind(index, groups.get(name), found);
      for (const name of voiceOf(component).names) for (const groups of heard) behind(index, groups.get(name), found);
    };
    if (participant === undefined) return found;
    collect(participant.likeness.component, [pins, carriers], [speakers, speakersFor]);
    for (const { component } of participant.carried) collect(component, [pins], [speakers]);
    return found.length < 2 ? found : [...new Set(found)].sort((a, b) => a - b);
  };
}

/** Whether there may be a statement between two of them: the same as `linksBetween` finds, asked of two. */
export function mayBeLinked(one: Participant, two: Participant): boolean {
  const [a, b] = [one.likeness.component, two.likeness.component];
  return (
    isSpokenOf(a, b) ||
    two.carried.some(({ component }) => isSpokenOf(a, component)) ||
    one.carried.some(({ component }) => isSpokenOf(component, b))
  );
}

/** Whether one of two components says something about the other. */
function isSpokenOf(a: Component, b: Component): boolean {
  const [voiceOfA, voiceOfB] = [voiceOf(a), voiceOf(b)];
  return speaksOf(voiceOfA, voiceOfB) || speaksOf(voiceOfB, voiceOfA);
}

function speaksOf({ topics }: Voice, { names }: Voice): boolean {
  for (let at = 0; at < names.length; at += 1) if (topics.has(names[at] ?? '')) return true;
  return false;
}

type Groups = ReadonlyMap<string, readonly number[]>;

/** Adds the indexes behind one, of a list that ascends. */
function behind(index: number, list: readonly number[] | undefined, to: number[]): void {
  if (list === undefined) return;
  for (let at = list.length - 1; at >= 0; at -= 1) {
    const other = list[at] ?? 0;
    if (other <= index) return;
    to.push(other);
  }
}

function add(lists: Map<string, number[]>, name: string, index: number): void {
  const list = lists.get(name);
  if (list === undefined) lists.set(name, [index]);
  // A component can have several names and carry several of one whole.
  else if (list.at(-1) !== index) list.push(index);
}

/** What statements call a component, and what it says something about itself. */
interface Voice {
  /** Its id, and the whole that it is a part of, whose parts all speak of each other. */
  readonly names: readonly string[];
  readonly topics: ReadonlySet<string>;
}

const voices = new WeakMap<Component, Voice>();

function voiceOf(component: Component): Voice {
  const known = voices.get(component);
  if (known !== undefined) return known;
  const { id, series, compatibility = [] } = component;
  // No id has a space.
  const whole = series === undefined ? [] : [`series ${series.of}`];
  const made = { names: [id, ...whole], topics: new Set([...compatibility.map((rule) => rule.with), ...whole]) };
  voices.set(component, made);
  return made;
}
