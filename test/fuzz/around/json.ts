/** Any JSON: what a client, a settings file or a report may hold in a place where something else is meant. */
import type { Random } from '../random.ts';

const NAMES = ['__proto__', 'constructor', 'prototype', 'toString', 'length', 'then', 'code', 'path', '', '0', 'a'];
const TEXTS = [
  '',
  'off',
  'error',
  '__proto__',
  '2026-11-24',
  '9999-99-99',
  '/',
  '..',
  'file:///',
  'http://x',
  '\u0000',
  '\ud800',
  '*',
  '[',
  '1.28.1',
];

/** A value of any kind, nested a few levels. */
export function anyJson(random: Random, names: readonly string[] = [], levels = 3): unknown {
  const kind = random.below(levels > 0 ? 9 : 6);
  switch (kind) {
    case 0:
      return null;
    case 1:
      return random.chance(50);
    case 2:
      return random.pick([0, -1, 1.5, 1e308, Number.MAX_SAFE_INTEGER, 60]);
    case 3:
      return random.pick(TEXTS).repeat(random.chance(5) ? 10_000 : 1);
    case 4:
    case 5:
      return random.pick(TEXTS);
    case 6:
      return Array.from({ length: random.below(4) }, () => anyJson(random, names, levels - 1));
    default: {
      const keys = Array.from({ length: 1 + random.below(4) }, () =>
        random.pick(random.chance(70) && names.length > 0 ? names : NAMES),
      );
      // As JSON is read: a key "__proto__" is a key like any other.
      const entries = keys.map(
        (key) => `${JSON.stringify(key)}: ${JSON.stringify(anyJson(random, names, levels - 1))}`,
      );
      return JSON.parse(`{${entries.join(', ')}}`);
    }
  }
}

const WHOLE = snapshot();

function snapshot(): string {
  return [Object.prototype, Array.prototype, Function.prototype, String.prototype]
    .map((one) => Reflect.ownKeys(one).map(String).sort().join())
    .join(';');
}

/** Throws when what all objects have in common is no longer what it was. */
export function checkPrototypes(): void {
  if (snapshot() !== WHOLE) throw new Error('The prototype of all objects was changed.');
}
