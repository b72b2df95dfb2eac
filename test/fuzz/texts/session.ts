/** A server in this process, asked by a client that has everything. */
import type { Diagnostic, DocumentDiagnosticReport } from 'vscode-languageserver';
import { FULL_CLIENT } from '../../../scripts/pages/fullClient.ts';
import { startInMemory, type TestClient, testEnvironment } from '../../server/client.ts';

export interface Asking {
  readonly client: TestClient;
  /** Asks; undefined where the server refuses with a reason, as renaming does. Throws what else it answers. */
  ask<T>(method: string, params: object): Promise<T | undefined>;
  diagnostics(uri: string): Promise<readonly Diagnostic[]>;
  /** What is wrong with a text that nothing was known of. */
  fresh(text: string, of: string): Promise<readonly Diagnostic[]>;
  /** Throws what the server wrote into its log of handlers that failed. */
  complain(): void;
}

const REFUSED = -32803;

export async function startAsking(): Promise<Asking> {
  const client = startInMemory(testEnvironment({ readFile: async () => ({ failed: 'there is no such file' }) }));
  await client.initialize({ capabilities: FULL_CLIENT, workspaceFolder: 'file:///w' });
  let opened = 0;
  const ask: Asking['ask'] = async (method, params) => {
    try {
      return (await client.connection.sendRequest(method, params)) ?? undefined;
    } catch (error) {
      if ((error as { readonly code?: number }).code === REFUSED) return undefined;
      throw new Error(`${method}: ${(error as Error).message}`);
    }
  };
  const diagnostics = async (uri: string): Promise<readonly Diagnostic[]> => {
    const report = await ask<DocumentDiagnosticReport>('textDocument/diagnostic', { textDocument: { uri } });
    if (report?.kind !== 'full') throw new Error('A question for diagnostics that is the first has no full answer.');
    return report.items;
  };
  return {
    client,
    ask,
    diagnostics,
    async fresh(text, of) {
      opened += 1;
      // Its name is as long, in the same folder: what is told names files by their last part.
      const uri = of.replace(/[^/]*$/, (name) => `${String(opened).padStart(6, '0')}${name.slice(6)}`);
      await client.open(uri, text, languageOf(of));
      const found = await diagnostics(uri);
      await client.close(uri);
      return JSON.parse(JSON.stringify(found).replaceAll(uri, of));
    },
    complain() {
      const faults = client.logged.splice(0).filter((message) => / failed\b/.test(message));
      client.published.splice(0);
      if (faults.length > 0) throw new Error(faults.join('\n'));
    },
  };
}

export function languageOf(uri: string): string {
  return uri.endsWith('.catalog.yaml') ? 'stack-catalog' : 'stack-manifest';
}
