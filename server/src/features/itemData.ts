/** What a completion item carries, so that its documentation can be made when it is asked for. Plain JSON. */

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

/** Data comes back through the client: its shape is checked before it is used. */
export function readItemData(data: unknown): ItemData | undefined {
  if (typeof data !== 'object' || data === null) return undefined;
  const { kind, uri, component, document, environment, instance, text } = data as { readonly [key: string]: unknown };
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
