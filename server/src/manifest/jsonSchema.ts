/**
 * What a JSON Schema says of a place in a document, for hovers, completion and messages. The schema files are the only
 * places where keys, values and descriptions are written down.
 */
import { t } from '@vscode/l10n';
import { coreValue } from './coreSchema.ts';

/** The part of JSON Schema (draft 2020-12) that the schema file uses. */
export interface SchemaNode {
  readonly title?: string;
  readonly description?: string;
  readonly type?: string | readonly string[];
  readonly enum?: readonly string[];
  readonly const?: string;
  readonly pattern?: string;
  readonly default?: unknown;
  readonly examples?: readonly unknown[];
  readonly required?: readonly string[];
  readonly properties?: { readonly [key: string]: SchemaNode };
  readonly additionalProperties?: boolean | SchemaNode;
  readonly items?: SchemaNode;
  readonly $ref?: string;
  readonly $defs?: { readonly [name: string]: SchemaNode };
}

/** What a person may want to know of a key or of a value. */
export interface KeyInfo {
  readonly title: string;
  readonly description: string;
  /** What may stand there, in words: `text`, `a version`, `true or false`, `a whole number`, `a mapping`, `a list`; see `takesOnly`. */
  readonly type: string;
  /** All values that are allowed, when they are listed. */
  readonly values: readonly string[];
  /** What holds while the key is absent, as YAML. */
  readonly default: string | undefined;
  /** Values as they could be written, as YAML; a mapping or list in flow style. */
  readonly examples: readonly string[];
}

export interface AllowedKey extends KeyInfo {
  readonly key: string;
  readonly required: boolean;
}

/** Keys that a person chooses. */
export interface FreeKey extends KeyInfo {
  readonly names: 'component' | 'environment' | 'label';
}

export interface AllowedKeys {
  /** In the order in which the schema lists them. */
  readonly keys: readonly AllowedKey[];
  /** What the keys name where any key is allowed. */
  readonly free: FreeKey | undefined;
}

/** The keys and values of one kind of document. */
export interface SchemaReader {
  /**
   * The schema of the value at a path.
   * @param path keys from the root; an item of a list by its index or any other text
   * @returns undefined where anything goes, and where nothing can be
   */
  schemaAt(path: readonly string[]): SchemaNode | undefined;
  /** The schema of what a key or an index holds. */
  below(node: SchemaNode, key: string): SchemaNode | undefined;
  /**
   * What the schema says of the key at the end of a path, or of a list item.
   * @param path keys from the root, such as `['components', 'istio', 'version']`
   */
  keyInfo(path: readonly string[]): KeyInfo | undefined;
  /**
   * The keys that a mapping at a path may have.
   * @param path keys from the root; empty for the document itself
   */
  keysAt(path: readonly string[]): AllowedKeys;
}

/** Reads a schema of draft 2020-12 whose references all lead into its own `$defs`. */
export function schemaReader(root: SchemaNode): SchemaReader {
  /** Follows `$ref`; what stands beside it says more than what it leads to. */
  const known = new WeakMap<SchemaNode, SchemaNode>();
  const resolved = (node: SchemaNode): SchemaNode => {
    if (node.$ref === undefined) return node;
    const before = known.get(node);
    if (before !== undefined) return before;
    const target = root.$defs?.[definitionOf(node) ?? ''];
    const merged = target === undefined ? node : { ...resolved(target), ...node };
    known.set(node, merged);
    return merged;
  };
  const below = (node: SchemaNode, key: string): SchemaNode | undefined => {
    const { properties, additionalProperties, items } = node;
    const property = properties !== undefined && Object.hasOwn(properties, key) ? properties[key] : undefined;
    const child = property ?? (typeof additionalProperties === 'object' ? additionalProperties : items);
    return child === undefined ? undefined : resolved(child);
  };
  const schemaAt = (path: readonly string[]): SchemaNode | undefined => {
    let node: SchemaNode | undefined = root;
    for (const key of path) {
      if (node === undefined) return undefined;
      node = below(node, key);
    }
    return node;
  };
  return {
    schemaAt,
    below,
    keyInfo: (path) => {
      const node = schemaAt(path);
      return node === undefined ? undefined : infoOf(node);
    },
    keysAt: (path) => {
      const { properties = {}, required = [], additionalProperties } = schemaAt(path) ?? {};
      const keys = Object.entries(properties).map(([key, child]): AllowedKey => {
        return { key, required: required.includes(key), ...infoOf(resolved(child)) };
      });
      if (typeof additionalProperties !== 'object') return { keys, free: undefined };
      const names = definitionOf(additionalProperties);
      const isNamed = names === 'component' || names === 'environment' || names === 'label';
      return { keys, free: isNamed ? { names, ...infoOf(resolved(additionalProperties)) } : undefined };
    },
  };
}

function definitionOf({ $ref }: SchemaNode): string | undefined {
  return $ref?.slice($ref.lastIndexOf('/') + 1);
}

function infoOf(node: SchemaNode): KeyInfo {
  return {
    title: node.title ?? '',
    description: node.description ?? '',
    type: typeInWords(node),
    values: valuesOf(node),
    default: node.default === undefined ? undefined : asYaml(node.default),
    examples: (node.examples ?? []).map(asYaml),
  };
}

/** The values that a schema lists; empty when it lists none. */
function valuesOf(node: SchemaNode): readonly string[] {
  if (node.enum !== undefined) return node.enum;
  if (node.const !== undefined) return [node.const];
  return node.type === 'boolean' ? ['true', 'false'] : [];
}

/** The JSON types that a schema allows; empty when it does not say. */
function typesOf({ type }: SchemaNode): readonly string[] {
  return typeof type === 'string' ? [type] : (type ?? []);
}

/** Whether a value counts by its source text, whatever YAML makes of it: `1.30` is a version here, and no number. */
export function isVersion(node: SchemaNode): boolean {
  const types = typesOf(node);
  return types.includes('string') && types.includes('number');
}

/** The types that more is made of than words. */
const TYPE_WORDS = {
  text: () => t('text'),
  boolean: () => t('true or false'),
  mapping: () => t('a mapping'),
  list: () => t('a list'),
};

/** Whether a value has to be of one type, by its words in the language that is spoken. */
export function takesOnly(type: keyof typeof TYPE_WORDS, info: Pick<KeyInfo, 'type'>): boolean {
  return info.type === TYPE_WORDS[type]();
}

/** Whether a value may be a mapping, by its words. */
export function takesMapping(info: Pick<KeyInfo, 'type'>): boolean {
  return info.type.includes(TYPE_WORDS.mapping());
}

/** What may stand at a place, in words. */
function typeInWords(node: SchemaNode): string {
  if (node.enum !== undefined || node.const !== undefined) return TYPE_WORDS.text();
  const types = typesOf(node);
  const words: string[] = [];
  if (isVersion(node)) words.push(types.includes('boolean') ? TYPE_WORDS.text() : t('a version'));
  else if (types.includes('string')) words.push(TYPE_WORDS.text());
  else if (types.includes('boolean')) words.push(TYPE_WORDS.boolean());
  else if (types.includes('integer')) words.push(t('a whole number'));
  if (types.includes('object')) words.push(TYPE_WORDS.mapping());
  if (types.includes('array')) words.push(TYPE_WORDS.list());
  return words.length === 0
    ? t('anything')
    : words.reduce((before, word) => t({ message: '{0} or {1}', comment: 'types of a value', args: [before, word] }));
}

/** JSON as a person would write it in YAML. */
function asYaml(value: unknown): string {
  if (typeof value === 'string') return isPlain(value) ? value : JSON.stringify(value);
  if (Array.isArray(value)) return `[${value.map(asYaml).join(', ')}]`;
  if (typeof value !== 'object' || value === null) return String(value);
  const entries = Object.entries(value).map(([key, child]) => `${key}: ${asYaml(child)}`);
  return `{${entries.join(', ')}}`;
}

/** Whether a text means itself without quotes, between brackets too. */
function isPlain(text: string): boolean {
  return /^[\w./](?:[\w ./:-]*[\w./])?$/.test(text) && !text.includes(': ') && coreValue(text) === text;
}
