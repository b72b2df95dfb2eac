/** A tree of manifests as a company has them: bases of a platform team, and what many teams lay over these. */
import { type Random, randomOf } from '../resolver/random.ts';
import type { KnownPin } from './known.ts';
import { entryOf } from './stack.ts';

/** One file of the tree. */
export interface TreeFile {
  /** From the top of the tree, with `/`. */
  readonly path: string;
  readonly text: string;
  /** Whether its last entry is wrong by the schema, so that everybody has to find it. */
  readonly isWrong: boolean;
}

/** One base for so many manifests. */
const A_BASE = 50;
/** Components of the catalog that bases and others pin, and names that no catalog has. */
const BASE_PINS = 8;
const [LEAST_PINS, MOST_PINS] = [3, 12];
const MOST_OWN = 4;
/** Teams have folders of their own. */
const TEAMS = 40;

/** Shares: of manifests that extend a base, of those with environments, with an older version somewhere, and wrong by the schema. */
const SHARES = { extending: 0.6, environments: 0.2, older: 0.2, wrong: 0.05 } as const;

/**
 * Draws a tree; the same seed gives the same.
 * @param count of manifests, bases among them
 * @param pins components that go together; all others rest on the first two
 */
export function stackTree(count: number, pins: readonly KnownPin[], seed = 1): readonly TreeFile[] {
  const random = randomOf(seed);
  const [first, others] = [pins.slice(0, 2), pins.slice(2)];
  const bases = Array.from({ length: Math.ceil(count / A_BASE) }, (_, index) => ({
    path: `platform/base-${index}.stack.yaml`,
    text: manifest(`base-${index}`, undefined, [...first, ...drawn(others, BASE_PINS, random)].map(entry(random))),
    isWrong: false,
  }));
  const leaves = Array.from({ length: count - bases.length }, (_, index): TreeFile => {
    const base = random.chance(SHARES.extending) ? random.between(0, bases.length - 1) : undefined;
    const own = drawn(others, random.between(LEAST_PINS, MOST_PINS), random);
    if (random.chance(SHARES.older)) own[0] = older(own[0] ?? first[0], random);
    const entries = [...(base === undefined ? first : []), ...own].map(entry(random));
    const isWrong = random.chance(SHARES.wrong);
    if (isWrong) entries.push(['  zz-wrong:', '    locked: perhaps']);
    const below = `../../../platform/base-${base}.stack.yaml`;
    const lines = manifest(`service-${index}`, base === undefined ? undefined : below, [
      ...ownSoftware(index, random),
      ...entries,
    ]);
    const environments = random.chance(SHARES.environments) ? environmentsOf(own) : '';
    const path = `teams/team-${index % TEAMS}/service-${index}/stackpin.yaml`;
    return { path, text: lines + environments, isWrong };
  });
  return [...bases, ...leaves];
}

function manifest(name: string, base: string | undefined, entries: readonly (readonly string[])[]): string {
  const head = [
    '# Owned by the platform team.',
    'apiVersion: stackpin/v1',
    'kind: Stack',
    'metadata:',
    `  name: ${name}`,
  ];
  const below = base === undefined ? [] : ['extends:', `  - ${base}`];
  return [...head, ...below, 'components:', ...entries.flat(), ''].join('\n');
}

/** Writes a pin, in one of the forms that there are. */
function entry(random: Random): (pin: KnownPin) => readonly string[] {
  return ({ id, version }) => entryOf(id, version, Number.POSITIVE_INFINITY, random.between(0, 4), true);
}

/** Software that only this company has. */
function ownSoftware(index: number, random: Random): readonly (readonly string[])[] {
  return Array.from({ length: random.between(1, MOST_OWN) }, (_, one) =>
    entryOf(`own-${index % 200}-${one}`, `1.${random.between(0, 30)}.0`, Number.POSITIVE_INFINITY, one, false),
  );
}

/** Two environments, of which each pins something that the file pins itself. */
function environmentsOf(own: readonly KnownPin[]): string {
  const [one, two] = own;
  if (one === undefined || two === undefined) return '';
  const environment = (name: string, { id, version }: KnownPin): string =>
    `  ${name}:\n    components:\n      ${id}: ${version} # as everywhere\n`;
  return `environments:\n${environment('production', one)}${environment('staging', two)}`;
}

function older(pin: KnownPin | undefined, random: Random): KnownPin {
  if (pin === undefined) throw new Error('There is no component.');
  // Text to every YAML reader.
  const versions = pin.versions.filter((version) => /^\d+\.\d+\.\d+$/.test(version));
  return { ...pin, version: versions[random.between(0, versions.length - 1)] ?? pin.version };
}

function drawn<T>(from: readonly T[], count: number, random: Random): T[] {
  const left = [...from];
  return Array.from({ length: Math.min(count, left.length) }, () =>
    left.splice(random.between(0, left.length - 1), 1),
  ).flat();
}
