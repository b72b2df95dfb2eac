// Lets a script use the project's own TypeScript, on a Node that cannot read it.
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

/**
 * Bundles a module and loads it.
 * @param {URL} root of the repository
 * @param {string} contents of the module: what it exports, by paths from the root
 * @param {'neutral' | 'node'} platform `node` for modules that use what only Node has
 */
export async function loadSources(root, contents, platform = 'neutral') {
  const { outputFiles } = await build({
    absWorkingDir: fileURLToPath(root),
    stdin: { contents, resolveDir: fileURLToPath(root) },
    bundle: true,
    write: false,
    format: 'esm',
    platform,
    mainFields: ['module', 'main'],
    // The other one loads Node's file system.
    alias: { '@vscode/l10n': fileURLToPath(new URL('browser.js', import.meta.resolve('@vscode/l10n'))) },
    target: 'node20',
    // Some libraries are scripts, and ask for what Node has as scripts do.
    banner: platform === 'node' ? { js: requireFrom(root) } : {},
    logLevel: 'warning',
  });
  const [code] = outputFiles;
  return import(`data:text/javascript;base64,${Buffer.from(code.contents).toString('base64')}`);
}

function requireFrom(/** @type {URL} */ root) {
  const base = JSON.stringify(new URL('package.json', root).href);
  return `import { createRequire } from 'node:module'; const require = createRequire(${base});`;
}
