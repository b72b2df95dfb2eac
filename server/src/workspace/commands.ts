/** The commands that a client can have executed: each answers a question about an open manifest, or shows a page about it. */
import {
  ApplyWorkspaceEditRequest,
  type CancellationToken,
  type Connection,
  ExecuteCommandRequest,
  ShowDocumentRequest,
} from 'vscode-languageserver';
import type { Environment } from '../environment.ts';
import {
  FIX_ALL_KIND,
  FIX_DOCUMENT_COMMAND,
  PAGE_SCHEME,
  PLAN_COMMAND,
  REPORT_COMMAND,
  SHOW_PAGE,
} from '../features/advertised.ts';
import type { CheckedDocument, ClientTraits } from '../features/document.ts';
import { coverageOf } from './coverage.ts';
import { guardedRequest } from './handlers.ts';
import { inTurns } from './inTurns.ts';
import type { LanguageFeature } from './languageFeature.ts';
import { manifestFeatures, planFeatures, reportFeatures } from './programParts.ts';
import type { Session } from './session.ts';

/** What a client calls to learn how much of a manifest's stacks upstream speaks about, and how new the catalog is. */
export const COVERAGE_COMMAND = 'stackpin.coverage';
/** What a client calls to have findings explained, where it takes no pages. */
export const EXPLAIN_COMMAND = 'stackpin.explain';
/** What a client calls for the text of an issue about a finding that is wrong. */
export const WRONG_FINDING_COMMAND = 'stackpin.wrongFinding';

interface Given {
  readonly connection: Pick<Connection, 'sendRequest'>;
  readonly session: Session;
  readonly args: readonly unknown[];
  readonly token: CancellationToken;
}

type Command = (given: Given) => Promise<unknown>;

/** The open manifest whose URI is the first argument. */
async function manifestOf({ session, args: [uri] }: Given): Promise<CheckedDocument | undefined> {
  return typeof uri === 'string' ? session.checked(uri) : undefined;
}

const coverage: Command = async (given) => {
  const checked = await manifestOf(given);
  return checked === undefined ? null : coverageOf(checked);
};

/** `[uri, code or pin]`: Markdown, or null where there is nothing to explain. */
const explaining: Command = async (given) => {
  const checked = await manifestOf(given);
  if (checked === undefined) return null;
  const [, wanted] = given.args;
  const isCancelled = () => given.token.isCancellationRequested;
  const { explanationOf } = await manifestFeatures();
  return explanationOf(checked, typeof wanted === 'string' ? wanted : undefined, isCancelled) ?? null;
};

/** `[uri, diagnostic]`: title and body of an issue, or null where there is no such finding. */
const issueText: Command = async (given) => {
  const checked = await manifestOf(given);
  if (checked === undefined) return null;
  const [, diagnostic] = given.args;
  const { wrongFinding } = await manifestFeatures();
  return wrongFinding(checked, diagnostic, () => given.token.isCancellationRequested) ?? null;
};

/** `[uri, question]`: Markdown, or null where the manifest has no such stack (features/plan/planQuestion.ts). */
function planning(environment: Pick<Environment, 'schedule'>): Command {
  return async (given) => {
    const checked = await manifestOf(given);
    if (checked === undefined) return null;
    const [, question] = given.args;
    const isCancelled = () => given.token.isCancellationRequested;
    const { planText } = await given.session.loadedFor(checked, planFeatures);
    return inTurns(planText(checked, question, isCancelled), environment, isCancelled);
  };
}

/** `[uri, frame]`: an HTML page, or null where it is no manifest (features/report/reportHtml.ts). */
const reporting: Command = async (given) => {
  const checked = await manifestOf(given);
  if (checked === undefined) return null;
  const { reportHtml } = await given.session.loadedFor(checked, reportFeatures);
  return reportHtml(checked, given.args[1]);
};

/** `[address]`: asks the client to show a page. */
const showing: Command = async ({ connection, args: [uri] }) => {
  if (typeof uri !== 'string' || !uri.startsWith(`${PAGE_SCHEME}:`)) return null;
  await connection.sendRequest(ShowDocumentRequest.type, { uri, takeFocus: true });
  return null;
};

/** `[uri]`: has the client make the edit that makes the whole file good; whether there was one, and it was made. */
const fixing: Command = async (given) => {
  const checked = await manifestOf(given);
  if (checked === undefined) return false;
  const { connection, session } = given;
  const { fixAllActions } = await session.loadedFor(checked, manifestFeatures);
  const [action] = fixAllActions(checked, { diagnostics: [], only: [FIX_ALL_KIND] }, session.traits.codeActions, []);
  if (action?.edit === undefined) return false;
  const { title: label, edit } = action;
  return (await connection.sendRequest(ApplyWorkspaceEditRequest.type, { label, edit })).applied;
};

/** The commands for a client. */
export function commanding(
  { pages, appliesEdits }: Pick<ClientTraits, 'pages' | 'appliesEdits'>,
  environment: Pick<Environment, 'schedule'>,
): LanguageFeature {
  const commands = new Map<string, Command>([
    [COVERAGE_COMMAND, coverage],
    [EXPLAIN_COMMAND, explaining],
    [PLAN_COMMAND, planning(environment)],
    [REPORT_COMMAND, reporting],
    ...(appliesEdits ? ([[FIX_DOCUMENT_COMMAND, fixing]] as const) : []),
    [WRONG_FINDING_COMMAND, issueText],
    ...(pages.opened ? ([[SHOW_PAGE, showing]] as const) : []),
  ]);
  return {
    capabilities: { executeCommandProvider: { commands: [...commands.keys()] } },
    register(connection, session, log) {
      connection.onRequest(
        ExecuteCommandRequest.type,
        guardedRequest(ExecuteCommandRequest.method, null, log, async ({ command, arguments: args = [] }, token) => {
          return (await commands.get(command)?.({ connection, session, args, token })) ?? null;
        }),
      );
    },
  };
}
