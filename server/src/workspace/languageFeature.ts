/** The shape of a language feature. */
import type { Connection, ServerCapabilities } from 'vscode-languageserver';
import type { LogError } from './handlers.ts';
import type { Session } from './session.ts';

/** A feature as the client sees it: what it advertises, and the handlers that stand behind it. */
export interface LanguageFeature {
  readonly capabilities: ServerCapabilities;
  register(connection: Pick<Connection, 'onRequest' | 'sendRequest'>, session: Session, log: LogError): void;
}
