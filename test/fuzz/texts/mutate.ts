/** Makes other texts of texts. */
import type { Random } from '../random.ts';
import { BULKS, MARKS, SIZES, STRANGE, WORDS } from './pieces.ts';

type Mutation = (text: string, random: Random, others: readonly string[]) => string;

const putAt = (text: string, at: number, piece: string): string => text.slice(0, at) + piece + text.slice(at);

/** A place in a text; more often than not where something begins or ends. */
function placeIn(text: string, random: Random): number {
  const at = random.below(text.length + 1);
  if (random.chance(30)) return at;
  const border = text.slice(at).search(/[\s:{}[\],"'#&*-]/);
  return border < 0 ? at : at + border + random.below(2);
}

/** A piece of a text: some characters, or some whole lines. */
function pieceOf(text: string, random: Random): readonly [start: number, end: number] {
  const start = placeIn(text, random);
  if (random.chance(50)) return [start, Math.min(start + random.below(20), text.length)];
  const line = text.lastIndexOf('\n', start - 1) + 1;
  let end = line;
  for (let left = random.below(4); left >= 0; left -= 1) end = text.indexOf('\n', end) + 1 || text.length;
  return [line, end];
}

const put =
  (pieces: readonly string[]): Mutation =>
  (text, random) =>
    putAt(text, placeIn(text, random), random.pick(pieces));

const remove: Mutation = (text, random) => {
  const [start, end] = pieceOf(text, random);
  return text.slice(0, start) + text.slice(end);
};

const repeat: Mutation = (text, random) => {
  const [start, end] = pieceOf(text, random);
  return putAt(text, end, text.slice(start, end).repeat(1 + random.below(3)));
};

const move: Mutation = (text, random) => {
  const [start, end] = pieceOf(text, random);
  const rest = text.slice(0, start) + text.slice(end);
  return putAt(rest, placeIn(rest, random), text.slice(start, end));
};

const join: Mutation = (text, random, others) => {
  const other = random.pick(others);
  const [start, end] = random.chance(50) ? [0, other.length] : pieceOf(other, random);
  return putAt(text, placeIn(text, random), other.slice(start, end));
};

const cut: Mutation = (text, random) => text.slice(0, random.below(text.length + 1));

const anyCharacter: Mutation = (text, random) =>
  putAt(text, placeIn(text, random), String.fromCharCode(random.below(random.chance(70) ? 0x80 : 0x10000)));

const bulk: Mutation = (text, random) =>
  putAt(text, placeIn(text, random), random.pick(BULKS)(random.pick(SIZES.slice(0, random.chance(80) ? 3 : 6))));

/** Other line ends, all of them or some. */
const lineEnds: Mutation = (text, random) => {
  const [all, end] = [random.chance(50), random.pick(['\r\n', '\r', '\n\r', '\u2028'])];
  return text.replace(/\n/g, (same) => (all || random.chance(50) ? end : same));
};

const tabs: Mutation = (text, random) => text.replace(/^ {2}/gm, (same) => (random.chance(50) ? '\t' : same));

/** Indentation of one line, or all, more or less by some. */
const indentation: Mutation = (text, random) => {
  const all = random.chance(20);
  const by = random.pick([' ', '  ', '\t', '']);
  return text.replace(/^[ \t]*/gm, (same) =>
    all || random.chance(10) ? (by === '' ? same.slice(1) : same + by) : same,
  );
};

/** Bytes of UTF-16 that are taken for those of the other order, or that lack one at the beginning. */
const wrongBytes: Mutation = (text, random) => {
  const bytes = Buffer.from(text, 'utf16le');
  return bytes.subarray(random.below(3), bytes.length - random.below(3)).toString(random.pick(['utf16le', 'latin1']));
};

const byteOrderMark: Mutation = (text, random) => putAt(text, random.chance(50) ? 0 : placeIn(text, random), '\ufeff');

/** Each as often as it stands here. */
const MUTATIONS: readonly Mutation[] = [
  ...[put(MARKS), put(MARKS), put(MARKS), put(STRANGE), put(WORDS), put(WORDS)],
  ...[remove, remove, repeat, move, join, cut, anyCharacter, bulk, lineEnds, tabs, indentation],
  ...[byteOrderMark],
];

/** A text that some changes were made to; sometimes none, and sometimes one that leaves nothing of it. */
export function mutated(seeds: readonly string[], random: Random, others: readonly string[] = seeds): string {
  let text = random.chance(85) ? random.pick(seeds) : random.pick(others);
  for (let left = random.below(6); left > 0; left -= 1) text = random.pick(MUTATIONS)(text, random, others);
  return random.chance(2) ? wrongBytes(text, random, others) : text;
}
