/** The language features: each one's capability stands beside its handler, so that neither can be there without the other. */
import {
  CodeActionRequest,
  CompletionRequest,
  CompletionResolveRequest,
  type Connection,
  ExecuteCommandRequest,
  HoverRequest,
  InlayHintRequest,
  InlayHintResolveRequest,
  type ServerCapabilities,
} from 'vscode-languageserver';
import type { Environment } from '../environment.ts';
import { CODE_ACTION_KINDS, TRIGGER_CHARACTERS } from '../features/advertised.ts';
import type { CheckedDocument, ClientTraits } from '../features/document.ts';
import { DocumentChanged, guardedRequest, type LogError } from './handlers.ts';
import type { Session } from './session.ts';

// What answers is loaded with the first question about a document of ours.
const ofManifests = () => import('../features/manifestFeatures.ts');
const ofCatalogs = () => import('../features/catalogFile/catalogFeatures.ts');

/** A feature as the client sees it: what it advertises, and the handlers that stand behind it. */
export interface LanguageFeature {
  readonly capabilities: ServerCapabilities;
  register(connection: Pick<Connection, 'onRequest'>, session: Session, log: LogError): void;
}

const hovering: LanguageFeature = {
  capabilities: { hoverProvider: true },
  register(connection, session, log) {
    connection.onRequest(
      HoverRequest.type,
      guardedRequest(HoverRequest.method, null, log, async ({ textDocument, position }) => {
        const checked = await session.checked(textDocument.uri);
        if (checked !== undefined) return (await ofManifests()).hover(checked, position, session.traits.hover) ?? null;
        const catalog = await session.checkedCatalog(textDocument.uri);
        if (catalog === undefined) return null;
        return (await ofCatalogs()).hoverCatalog(catalog, position, session.traits.hover) ?? null;
      }),
    );
  },
};

const completing: LanguageFeature = {
  capabilities: { completionProvider: { triggerCharacters: [...TRIGGER_CHARACTERS], resolveProvider: true } },
  register(connection, session, log) {
    connection.onRequest(
      CompletionRequest.type,
      guardedRequest(CompletionRequest.method, null, log, async ({ textDocument, position }, token) => {
        const { completion } = session.traits;
        const isCancelled = () => token.isCancellationRequested;
        const checked = await session.checked(textDocument.uri);
        const { listDefaults } = completion;
        if (checked !== undefined) {
          const { compactList, complete } = await ofManifests();
          return compactList(complete(checked, position, completion, isCancelled), listDefaults);
        }
        const catalog = await session.checkedCatalog(textDocument.uri);
        if (catalog === undefined) return null;
        const { compactList, completeCatalog } = await ofCatalogs();
        return compactList(completeCatalog(catalog, position, completion, isCancelled), listDefaults);
      }),
    );
    connection.onRequest(CompletionResolveRequest.type, async (item, token) => {
      const resolve = guardedRequest(CompletionResolveRequest.method, item, log, async () => {
        const uri = uriOfItem(item.data);
        if (uri === undefined) return item;
        const { completion } = session.traits;
        const checked = await session.checked(uri);
        if (checked !== undefined) return (await ofManifests()).resolveCompletion(checked, item, completion);
        const catalog = await session.checkedCatalog(uri);
        if (catalog === undefined) return item;
        return (await ofCatalogs()).resolveCatalogCompletion(catalog, item, completion);
      });
      return resolve(item, token);
    });
  },
};

/** Items and hints carry the document they were made for, since the question for the rest of them does not. */
function uriOfItem(data: unknown): string | undefined {
  const { uri } = (data ?? {}) as { readonly uri?: unknown };
  return typeof uri === 'string' ? uri : undefined;
}

const acting: LanguageFeature = {
  capabilities: { codeActionProvider: { codeActionKinds: [...CODE_ACTION_KINDS] } },
  register(connection, session, log) {
    connection.onRequest(
      CodeActionRequest.type,
      guardedRequest(CodeActionRequest.method, [], log, async ({ textDocument, range, context }) => {
        const checked = await session.checked(textDocument.uri);
        if (checked === undefined) return [];
        const { codeActions, pinExactly } = await ofManifests();
        const actions = codeActions(checked, context, session.traits.codeActions);
        return [...actions, ...pinExactly(checked, range, context, session.traits.codeActions, actions)];
      }),
    );
  },
};

/** Hints take longer than other answers: between two stacks the host serves what is waiting. */
function hinting({ schedule }: Pick<Environment, 'schedule'>): LanguageFeature {
  const pause = () => new Promise<void>((resolve) => void schedule(resolve, 0));
  return {
    capabilities: { inlayHintProvider: { resolveProvider: true } },
    register(connection, session, log) {
      connection.onRequest(
        InlayHintRequest.type,
        guardedRequest(InlayHintRequest.method, null, log, async ({ textDocument: { uri }, range }, token) => {
          const checked = await session.checked(uri);
          if (checked === undefined || !(await session.showsInlayHints(uri))) return null;
          const { inlayHints } = await ofManifests();
          const pace = { isCancelled: () => token.isCancellationRequested, pause };
          const hints = await inlayHints(checked, range, session.traits, pace);
          // While others were served, the document may have become another.
          if (!token.isCancellationRequested && (await session.checked(uri)) !== checked)
            throw new DocumentChanged(`${uri} changed while its ranges were resolved.`);
          return hints;
        }),
      );
      connection.onRequest(InlayHintResolveRequest.type, async (hint, token) => {
        const resolve = guardedRequest(InlayHintResolveRequest.method, hint, log, async () => {
          const uri = uriOfItem(hint.data);
          const checked = uri === undefined ? undefined : await session.checked(uri);
          return checked === undefined ? hint : (await ofManifests()).resolveInlayHint(checked, hint, session.traits);
        });
        return resolve(hint, token);
      });
    },
  };
}

/** What a client calls to learn how much of a manifest's stacks upstream speaks about. */
export const COVERAGE_COMMAND = 'stackpin.coverage';

/** How far one effective stack is covered. */
export interface StackCoverage {
  /** Position of its document in the YAML stream, from 0. */
  readonly document: number;
  readonly name: string | null;
  readonly environment: string | null;
  readonly pins: number;
  /** Pairs of pins with a known component, by what upstream says of them. */
  readonly pairs: number;
  readonly pairsKnown: number;
  readonly pairsUnknown: number;
}

const commanding: LanguageFeature = {
  capabilities: { executeCommandProvider: { commands: [COVERAGE_COMMAND] } },
  register(connection, session, log) {
    connection.onRequest(
      ExecuteCommandRequest.type,
      guardedRequest(ExecuteCommandRequest.method, null, log, async ({ command, arguments: given = [] }) => {
        const [uri] = given as readonly unknown[];
        if (command !== COVERAGE_COMMAND || typeof uri !== 'string') return null;
        const checked = await session.checked(uri);
        return checked === undefined ? null : coverageOf(checked);
      }),
    );
  },
};

function coverageOf({ analysis }: CheckedDocument): StackCoverage[] {
  return analysis.stacks.map(({ document, name, environment, coverage: { pins, pairs, pairsKnown } }) => ({
    document,
    name: name ?? null,
    environment,
    pins,
    pairs,
    pairsKnown,
    pairsUnknown: pairs - pairsKnown,
  }));
}

/** All language features for a client. Diagnostics are not among them: push and pull are wired in server.ts. */
export function languageFeatures(
  { codeActions: { literals } }: ClientTraits,
  environment: Pick<Environment, 'schedule'>,
): readonly LanguageFeature[] {
  const features = [hovering, completing, commanding, hinting(environment)];
  // A client that takes only commands gets no fixes: a fix is an edit.
  return literals ? [...features, acting] : features;
}
