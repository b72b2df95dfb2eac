/** What stands around every handler: nothing that goes wrong in one may reach the connection. */
import { type CancellationToken, LSPErrorCodes, ResponseError } from 'vscode-languageserver';
import { Refused } from '../features/navigate/refused.ts';

/** Writes an error to the log, where and why. */
export type LogError = (message: string) => void;

/** A document changed while its answer was made: the client asks again if it still wants to know. */
export class DocumentChanged extends Error {}

function uriOf(params: unknown): string {
  const { textDocument, uri } = (params ?? {}) as { textDocument?: { uri?: unknown }; uri?: unknown };
  const found = textDocument?.uri ?? uri;
  return typeof found === 'string' ? ` for ${found}` : '';
}

function reasonOf(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}

/** Logs what a handler threw. */
export function logFailure(log: LogError, method: string, params: unknown, error: unknown): void {
  log(`${method} failed${uriOf(params)}: ${reasonOf(error)}`);
}

/**
 * A request handler that never throws: it logs the method, the document and the error, and answers with `empty`. A
 * cancelled request gets the protocol's own answer, and so does one whose document changed under it, or that is refused.
 */
export function guardedRequest<Params, Result>(
  method: string,
  empty: Result,
  log: LogError,
  handle: (params: Params, token: CancellationToken) => Promise<Result> | Result,
): (params: Params, token: CancellationToken) => Promise<Result | ResponseError<never>> {
  const cancelled = () => new ResponseError<never>(LSPErrorCodes.RequestCancelled, `${method} was cancelled.`);
  return async (params, token) => {
    if (token.isCancellationRequested) return cancelled();
    try {
      const result = await handle(params, token);
      return token.isCancellationRequested ? cancelled() : result;
    } catch (error) {
      if (error instanceof DocumentChanged)
        return new ResponseError<never>(LSPErrorCodes.ContentModified, error.message);
      if (error instanceof Refused) return new ResponseError<never>(LSPErrorCodes.RequestFailed, error.message);
      logFailure(log, method, params, error);
      return empty;
    }
  };
}

/** A notification handler that never throws: it logs the method, the document and the error. */
export function guardedNotification<Params>(
  method: string,
  log: LogError,
  handle: (params: Params) => Promise<void> | void,
): (params: Params) => Promise<void> {
  return async (params) => {
    try {
      await handle(params);
    } catch (error) {
      logFailure(log, method, params, error);
    }
  };
}
