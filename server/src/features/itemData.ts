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
  const first = items[0]?.data as ItemData | undefined;
  if (first === undefined) return undefined;
  const isShared = items.every(({ label, data }) => {
    const own = data as ItemData | undefined;
    return own !== undefined && ownText(own) === label && isSameBut(own, first);
  });
  return isShared ? withoutText(first) : undefined;
}

function ownText(data: ItemData): string {
  return data.kind === 'version' ? data.text : data.component;
}

/** Compared key by key: it is asked of hundreds. */
function isSameBut(one: ItemData, two: ItemData): boolean {
  if (one.kind === 'component') return two.kind === 'component' && one.uri === two.uri;
  return (
    two.kind === 'version' &&
    one.uri === two.uri &&
    one.component === two.component &&
    one.document === two.document &&
    one.environment === two.environment &&
    one.instance === two.instance
  );
}

function withoutText(data: ItemData): Partial<ItemData> {
  if (data.kind === 'component') return { kind: data.kind, uri: data.uri };
  const { text: _, ...shared } = data;
  return shared;
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
