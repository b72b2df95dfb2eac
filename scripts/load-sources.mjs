// Lets a script use the project's own TypeScript, on a Node that cannot read it.
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

/**
 * Bundles a module and loads it.
 * @param {URL} root of the repository
 * @param {string} contents of the module: what it exports, by paths from the root
 */
export async function loadSources(root, contents) {
  const { outputFiles } = await build({
    absWorkingDir: root.pathname,
    stdin: { contents, resolveDir: root.pathname },
    bundle: true,
    write: false,
    format: 'esm',
    platform: 'neutral',
    mainFields: ['module', 'main'],
    // The other one loads Node's file system.
    alias: { '@vscode/l10n': fileURLToPath(new URL('browser.js', import.meta.resolve('@vscode/l10n'))) },
    target: 'node20',
    logLevel: 'warning',
  });
  const [code] = outputFiles;
  return import(`data:text/javascript;base64,${Buffer.from(code.contents).toString('base64')}`);
}
