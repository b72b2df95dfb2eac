/** Registers what is asked of the client once the session has begun (LSP 3.17, `client/registerCapability`). */
import { type Connection, RegistrationRequest } from 'vscode-languageserver';

/** What of a connection it takes. */
export type Registering = Pick<Connection, 'sendRequest'>;

/**
 * Registers one capability under a name of its own. The library's own way draws a random name, and loads all of Node's cryptography
 * for it while somebody waits for the first diagnostics.
 * @param id unique in the session
 * @throws what the client answers instead
 */
export function register(
  connection: Registering,
  id: string,
  { method }: { readonly method: string },
  registerOptions: object,
): Promise<void> {
  return connection.sendRequest(RegistrationRequest.type, { registrations: [{ id, method, registerOptions }] });
}
