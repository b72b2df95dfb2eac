/** Semantic tokens: all of a document, those of a range, and what is different since the last answer. */
import {
  type CancellationToken,
  type Range,
  type SemanticTokens,
  SemanticTokensDeltaRequest,
  SemanticTokensRangeRequest,
  SemanticTokensRequest,
} from 'vscode-languageserver';
import { TOKEN_MODIFIERS, TOKEN_TYPES } from '../features/structure/legend.ts';
import { guardedRequest } from './handlers.ts';
import type { LanguageFeature } from './languageFeature.ts';
import { catalogTokenFeatures, structureFeatures } from './programParts.ts';
import { recent } from './recent.ts';
import type { Session } from './session.ts';

/** Documents whose last answer is kept: of another one all tokens are told again. */
const MOST_KEPT = 32;

/** The numbers that a client is given; undefined for what is none of ours. */
async function dataOf(
  session: Session,
  uri: string,
  token: CancellationToken,
  range?: Range,
): Promise<number[] | undefined> {
  const isCancelled = () => token.isCancellationRequested;
  const checked = await session.checked(uri);
  if (checked !== undefined) {
    const { manifestTokens, tokenData } = await session.loadedFor(checked, structureFeatures);
    return tokenData(manifestTokens(checked, isCancelled), checked.lines, range);
  }
  const catalog = await session.checkedCatalog(uri);
  if (catalog === undefined) return undefined;
  const { tokenData } = await session.loadedFor(catalog, structureFeatures);
  const { catalogTokens } = await session.loadedFor(catalog, catalogTokenFeatures);
  return tokenData(catalogTokens(catalog, isCancelled), catalog.lines, range);
}

export const colouring: LanguageFeature = {
  capabilities: {
    semanticTokensProvider: {
      legend: { tokenTypes: [...TOKEN_TYPES], tokenModifiers: [...TOKEN_MODIFIERS] },
      full: { delta: true },
      range: true,
    },
  },
  register(connection, session, log) {
    const told = recent<SemanticTokens>(MOST_KEPT, () => undefined);
    let answers = 0;
    const nextId = (): string => {
      answers += 1;
      return String(answers);
    };
    const keep = (uri: string, data: number[], resultId: string): SemanticTokens => {
      const answer = { resultId, data };
      told.set(uri, answer);
      return answer;
    };
    connection.onRequest(
      SemanticTokensRequest.type,
      guardedRequest(SemanticTokensRequest.method, null, log, async ({ textDocument: { uri } }, token) => {
        const data = await dataOf(session, uri, token);
        return data === undefined || token.isCancellationRequested ? null : keep(uri, data, nextId());
      }),
    );
    connection.onRequest(
      SemanticTokensDeltaRequest.type,
      guardedRequest(
        SemanticTokensDeltaRequest.method,
        null,
        log,
        async ({ textDocument: { uri }, previousResultId }, token) => {
          const data = await dataOf(session, uri, token);
          if (data === undefined || token.isCancellationRequested) return null;
          const before = told.get(uri);
          const after = keep(uri, data, nextId());
          if (before === undefined || before.resultId !== previousResultId) return after;
          const { tokensDelta } = await structureFeatures();
          return tokensDelta(before, data, after.resultId ?? '');
        },
      ),
    );
    connection.onRequest(
      SemanticTokensRangeRequest.type,
      guardedRequest(SemanticTokensRangeRequest.method, null, log, async ({ textDocument: { uri }, range }, token) => {
        const data = await dataOf(session, uri, token, range);
        return data === undefined ? null : { data };
      }),
    );
  },
};
