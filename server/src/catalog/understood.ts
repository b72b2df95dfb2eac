/**
 * What of a component this version of Stackpin understands. A newer minor version of the catalog's form may add kinds of statements,
 * keys of statements, and values where few are allowed (docs/catalog-format.md, "Versions of the format"): a statement with anything
 * unknown in it is left out as a whole, since what is unknown may narrow it. Keys of components, tables and lines only add.
 */
import type { Component } from './model.ts';

const ANY_STATEMENT = ['source', 'checked', 'note'];

/** What a statement of one kind may hold, and the values of keys that allow few. */
export interface Shape {
  readonly keys: readonly string[];
  readonly values?: { readonly [key: string]: readonly string[] };
}

/** By the key of a component. test/catalog/understood.test.ts compares them with the schema. */
export const SHAPES: { readonly [key: string]: Shape } = {
  retirement: { keys: ['date'] },
  compatibility: {
    keys: ['when', 'with', 'level', 'supported', 'tested', 'breaks'],
    values: { level: ['required', 'supported', 'recommended', 'tested', 'broken'] },
  },
  requires: { keys: ['when', 'anyOf'] },
  conflicts: { keys: ['when', 'with', 'range', 'unless'] },
  carries: { keys: ['when', 'with', 'versions', 'same', 'default'], values: { same: ['patch', 'minor'] } },
  supportPolicy: {
    keys: ['kind', 'count', 'months', 'longTermMonths', 'follows', 'lines', 'orNextPlusMonths'],
    values: {
      kind: [
        'latest-minors',
        'latest-majors',
        'latest-release',
        'months-after-release',
        'until-next-plus-months',
        'follows',
      ],
    },
  },
  upgrade: {
    keys: [
      'maxMinorSkip',
      'maxMajorSkip',
      'hops',
      'anyWithinMajor',
      'anyMajor',
      'stops',
      'longTermToLongTerm',
      'enforced',
    ],
  },
  skew: { keys: ['when', 'part', 'of', 'maxNewer', 'maxOlder', 'oldest'] },
  removals: {
    keys: ['since', 'kind', 'what', 'replacement'],
    values: { kind: ['api', 'feature', 'default'] },
  },
  charts: { keys: ['name', 'repository', 'versions'] },
  series: { keys: ['of', 'apart'] },
};

/** The shape of the statements under a key; a name that every object of JavaScript has is none. */
export function shapeOf(key: string): Shape | undefined {
  return Object.hasOwn(SHAPES, key) ? SHAPES[key] : undefined;
}

/** The keys of a component that are no statements. */
export const PLAIN_KEYS = [
  'id',
  'name',
  'layer',
  'description',
  'homepage',
  'repository',
  'license',
  'status',
  'successors',
  'aliases',
  'provides',
  'replace',
  'versions',
];

function isUnderstood({ keys, values = {} }: Shape, statement: unknown): boolean {
  if (typeof statement !== 'object' || statement === null) return false;
  return Object.entries(statement).every(([key, value]) => {
    const allowed = Object.hasOwn(values, key) ? values[key] : undefined;
    if (allowed !== undefined) return typeof value === 'string' && allowed.includes(value);
    return keys.includes(key) || ANY_STATEMENT.includes(key);
  });
}

/**
 * A component without what is not understood.
 * @returns it, and how many statements are left out
 */
export function understood<T extends Partial<Component>>(
  component: T,
): { readonly component: T; readonly leftOut: number } {
  let leftOut = 0;
  const kept = Object.entries(component).filter(([key, value]) => {
    if (PLAIN_KEYS.includes(key)) return true;
    const shape = shapeOf(key);
    if (Array.isArray(value)) return shape !== undefined || leave(value.length);
    return (shape !== undefined && isUnderstood(shape, value)) || leave(1);
  });
  const sieved = kept.map(([key, value]): [string, unknown] => {
    const shape = shapeOf(key);
    if (shape === undefined || !Array.isArray(value)) return [key, value];
    const statements = value.filter((one) => isUnderstood(shape, one));
    leave(value.length - statements.length);
    return [key, statements];
  });
  return { component: Object.fromEntries(sieved) as T, leftOut };

  function leave(count: number): false {
    leftOut += count;
    return false;
  }
}
