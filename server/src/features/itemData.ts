/** What a completion item carries, so that its documentation can be made when it is asked for. Plain JSON. */
import type { CompletionItem } from 'vscode-languageserver-types';

/** A version of the pin that is being written. */
export interface VersionItemData {
  readonly kind: 'version';
  readonly uri: string;
  readonly component: string;
  /** Position of the document in the YAML stream, from 0. */
  readonly document: number;
  readonly environment: string | null;
  readonly instance: string;
  readonly text: string;
}

/** The name of a component. */
export interface ComponentItemData {
  readonly kind: 'component';
  readonly uri: string;
  readonly component: string;
}

export type ItemData = VersionItemData | ComponentItemData;

/**
 * What all items of a list carry, without what their labels say: of versions the text, of components the id.
 * @returns undefined where they carry more than that, or not all of them the same
 */
export function sharedData(items: readonly CompletionItem[]): Partial<ItemData> | undefined {
  const [first, ...others] = items.map(({ label, data }) => withoutLabel(data as ItemData | undefined, label));
  return first !== undefined && others.every((one) => isSame(one, first)) ? first : undefined;
}

function isSame(one: Partial<ItemData> | undefined, two: Partial<ItemData>): boolean {
  if (one === undefined) return false;
  const values = new Map<string, unknown>(Object.entries(two));
  const own = Object.entries(one);
  return own.length === values.size && own.every(([key, value]) => values.get(key) === value);
}

function withoutLabel(data: ItemData | undefined, label: string): Partial<ItemData> | undefined {
  if (data?.kind === 'version') {
    const { text, ...shared } = data;
    return text === label ? shared : undefined;
  }
  if (data?.kind !== 'component') return undefined;
  const { component, ...shared } = data;
  return component === label ? shared : undefined;
}

/**
 * Data comes back through the client: its shape is checked before it is used.
 * @param item which says by its label what its data leaves out
 */
export function readItemData({ data, label }: Pick<CompletionItem, 'data' | 'label'>): ItemData | undefined {
  if (typeof data !== 'object' || data === null) return undefined;
  const { kind, uri, document, environment, instance, ...own } = data as { readonly [key: string]: unknown };
  const { component = kind === 'component' ? label : undefined, text = label } = own;
  if (typeof uri !== 'string' || typeof component !== 'string') return undefined;
  if (kind === 'component') return { kind, uri, component };
  if (kind !== 'version' || typeof document !== 'number' || typeof instance !== 'string' || typeof text !== 'string') {
    return undefined;
  }
  return {
    kind,
    uri,
    component,
    document,
    environment: typeof environment === 'string' ? environment : null,
    instance,
    text,
  };
}
