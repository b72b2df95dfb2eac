/** What the catalog schema finds wrong, in words. */
import { distance } from 'fastest-levenshtein';
import schema from '../../../schemas/catalog.schema.json';

/** Keys and positions from the root of the file. */
export type Path = readonly (string | number)[];

/** What is read of an Ajv error. */
export interface SchemaError {
  readonly instancePath: string;
  readonly keyword: string;
  readonly params: Readonly<Record<string, unknown>>;
}

export interface DescribedError {
  readonly message: string;
  readonly path: Path;
}

/** Keywords that only say that something inside them failed; the inner error says it better. */
const WRAPPERS = new Set(['if', 'allOf', 'anyOf', 'propertyNames']);

/** One message for each thing that is wrong, in the order of the schema's errors. */
export function describeSchemaErrors(errors: readonly SchemaError[]): readonly DescribedError[] {
  const described = new Map<string, DescribedError>();
  for (const error of errors) {
    if (WRAPPERS.has(error.keyword) && errors.length > 1) continue;
    const one = describe(error);
    const key = `${one.path.join('/')}\n${one.message}`;
    if (!described.has(key)) described.set(key, one);
  }
  return [...described.values()];
}

function describe({ instancePath, keyword, params }: SchemaError): DescribedError {
  const path = instancePath.split('/').slice(1).map(unescapePointer);
  const key = path.at(-1);
  const place = key === undefined ? 'The file' : /^\d+$/.test(key) ? 'This entry' : `"${key}"`;
  switch (keyword) {
    case 'additionalProperties': {
      const unknown = String(params.additionalProperty);
      const near = nearestKey(unknown, keysAt(path));
      const inside = key === undefined ? 'in a catalog' : /^\d+$/.test(key) ? 'here' : `in "${key}"`;
      const advice = near === undefined ? 'Remove it.' : `Did you mean "${near}"?`;
      return { message: `The key "${unknown}" is not known ${inside}. ${advice}`, path: [...path, unknown] };
    }
    case 'false schema':
      return { message: `${place} does not go with this level. See "Levels" in the catalog format.`, path };
    case 'required':
      return { message: `${place} lacks "${String(params.missingProperty)}". Add it.`, path };
    case 'enum':
      return {
        message: `${place} has to be one of: ${(params.allowedValues as readonly string[]).join(', ')}.`,
        path,
      };
    case 'const':
      return { message: `${place} has to be "${String(params.allowedValue)}".`, path };
    case 'type':
      return { message: `${place} has to be ${TYPES[String(params.type)] ?? String(params.type)}.`, path };
    case 'pattern':
      return { message: `${place} ${patternAdvice(String(params.pattern))}`, path };
    case 'minLength':
      return { message: `${place} has no value. Write one or remove the key.`, path };
    case 'minItems':
      return { message: `${place} is an empty list. Write at least one entry.`, path };
    case 'minimum':
      return { message: `${place} has to be at least ${String(params.limit)}.`, path };
    case 'maxLength':
      return { message: `${place} is longer than ${String(params.limit)} characters.`, path };
    default:
      return { message: `${place} does not fit the catalog format.`, path };
  }
}

const TYPES: { readonly [type: string]: string } = {
  object: 'a mapping',
  array: 'a list',
  string: 'a text',
  integer: 'a whole number',
  boolean: 'true or false',
};

function patternAdvice(pattern: string): string {
  if (pattern.startsWith('^https')) return 'has to be an address that begins with https://.';
  if (pattern.startsWith('^[0-9]{4}')) return 'has to be a date such as 2026-11-23.';
  return 'has to hold an id of lower-case letters, digits, dots and dashes, such as "cert-manager".';
}

/** The keys that the schema knows in the mapping at a path. */
function keysAt(path: readonly string[]): readonly string[] {
  let place: unknown = schema;
  for (const step of path) {
    if (!isObject(place)) return [];
    const named =
      isObject(place.properties) && Object.hasOwn(place.properties, step) ? place.properties[step] : undefined;
    place = followed(named ?? (/^\d+$/.test(step) ? place.items : place.additionalProperties));
  }
  return isObject(place) && isObject(place.properties) ? Object.keys(place.properties) : [];
}

function followed(place: unknown): unknown {
  if (!isObject(place) || typeof place.$ref !== 'string') return place;
  const definitions: Readonly<Record<string, unknown>> = schema.$defs;
  return definitions[place.$ref.slice('#/$defs/'.length)];
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}

function nearestKey(unknown: string, known: readonly string[]): string | undefined {
  let best: string | undefined;
  let fewest = Math.min(4, Math.ceil(unknown.length / 2) + 1);
  if (unknown.length > 64) return undefined;
  for (const key of known) {
    const edits = distance(unknown, key);
    if (edits < fewest) [best, fewest] = [key, edits];
  }
  return best;
}

function unescapePointer(part: string): string {
  return part.replaceAll('~1', '/').replaceAll('~0', '~');
}
