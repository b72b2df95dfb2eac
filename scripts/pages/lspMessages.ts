/** All messages that LSP has, as the protocol's own library lists them. */
import * as protocol from 'vscode-languageserver';

/** A message that a client sends. */
export interface ClientMessage {
  readonly method: string;
  readonly kind: 'request' | 'notification';
  /** Path of the client capability that it belongs to. */
  readonly client: string | undefined;
  /** Path of the server capability that promises it; undefined where nothing does. */
  readonly server: string | undefined;
  /** What a server registers that promises it later. */
  readonly registered: string;
}

/** Requests whose library entry does not say what promises them (LSP 3.17, prepareTypeHierarchy). */
const PROMISED_WITH: { readonly [method: string]: string } = {
  'typeHierarchy/supertypes': 'typeHierarchyProvider',
  'typeHierarchy/subtypes': 'typeHierarchyProvider',
};

/** Everything that a client may send, in the order of the library. */
export function clientMessages(): ClientMessage[] {
  return Object.values(protocol).flatMap((one): ClientMessage[] => {
    if (typeof one !== 'object' || one === null || !('method' in one) || !('messageDirection' in one)) return [];
    const { method, messageDirection, type, capabilities, registrationMethod } = one as {
      readonly method: string;
      readonly messageDirection: string;
      readonly type?: object;
      readonly capabilities?: { readonly client?: string; readonly server?: string };
      readonly registrationMethod?: string;
    };
    const name = type?.constructor.name ?? '';
    if (messageDirection === 'serverToClient' || !/^Protocol(?:Request|Notification)/.test(name)) return [];
    return [
      {
        method,
        kind: name.startsWith('ProtocolRequest') ? 'request' : 'notification',
        client: capabilities?.client,
        server: capabilities?.server ?? PROMISED_WITH[method],
        registered: registrationMethod ?? method,
      },
    ];
  });
}

/** What stands at a dotted path of an object; undefined where the path ends before. */
export function atPath(object: object, path: string): unknown {
  return path.split('.').reduce<unknown>((value, key) => {
    if (typeof value !== 'object' || value === null) return undefined;
    return (value as { readonly [key: string]: unknown })[key];
  }, object);
}

/** Whether a server has promised a message. */
export function isPromised(message: ClientMessage, capabilities: object, registered: readonly string[]): boolean {
  if (registered.includes(message.registered)) return true;
  const value = message.server === undefined ? undefined : atPath(capabilities, message.server);
  return value !== undefined && value !== null && value !== false;
}
