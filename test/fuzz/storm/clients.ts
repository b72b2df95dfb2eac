/** The clients of a storm: what each says that it can. */
import type { ClientCapabilities } from 'vscode-languageserver';
import { FULL_CLIENT } from '../../../scripts/pages/fullClient.ts';

export interface StormClient {
  readonly name: string;
  readonly capabilities: ClientCapabilities | null;
}

const { diagnostic: _, ...withoutPull } = FULL_CLIENT.textDocument ?? {};

export const CLIENTS: readonly StormClient[] = [
  { name: 'nothing', capabilities: {} },
  {
    name: 'null',
    capabilities: { textDocument: null, workspace: null, window: null } as unknown as ClientCapabilities,
  },
  { name: 'everything', capabilities: FULL_CLIENT },
  { name: 'everything, pushed to', capabilities: { ...FULL_CLIENT, textDocument: withoutPull } },
  { name: 'pulling alone', capabilities: { textDocument: { diagnostic: {} } } },
  {
    name: 'settings asked for',
    capabilities: {
      workspace: { configuration: true, workspaceFolders: true, didChangeConfiguration: { dynamicRegistration: true } },
      textDocument: { publishDiagnostics: { versionSupport: true, relatedInformation: true } },
    },
  },
];

export function isPulling({ capabilities }: StormClient): boolean {
  return Boolean(capabilities?.textDocument?.diagnostic);
}
