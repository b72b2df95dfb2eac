/** VS Code for the web, with the unpacked extension: its language server runs in a worker. */

import type { Server } from 'node:http';
import { createRequire } from 'node:module';
import { freePort } from './codeServer.ts';
import { CODE_WEB, EXTENSION } from './paths.ts';

/** What is used of @vscode/test-web's server module, which has no types; its version is pinned. */
interface TestWeb {
  runServer(host: string, port: number, options: object): Promise<Server>;
}

export interface WebServer {
  readonly url: string;
  stop(): void;
}

/**
 * Serves a folder read-only; edits stay in the page.
 * @param tests whether the page runs the tests inside the extension host instead of waiting for a person
 */
export async function startWebServer(folder: string, tests: boolean): Promise<WebServer> {
  const { runServer } = createRequire(import.meta.url)('@vscode/test-web/out/server/main.js') as TestWeb;
  const port = await freePort();
  const server = await runServer('localhost', port, {
    build: { type: 'static', location: CODE_WEB, quality: 'stable', version: 'x' },
    extensionDevelopmentPath: EXTENSION,
    extensionTestsPath: tests ? `${EXTENSION}in-host.js` : undefined,
    folderMountPath: folder,
    coi: false,
  });
  return { url: `http://localhost:${port}/`, stop: () => void server.close() };
}
