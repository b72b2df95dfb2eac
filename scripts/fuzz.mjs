// `npm run fuzz [-- --only NAME --minutes N --seed S]`: tries hostile inputs for as long as one likes (test/fuzz).
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'esbuild';

const root = fileURLToPath(new URL('..', import.meta.url));
process.chdir(root);
if (!existsSync('server/generated')) spawnSync('npm', ['run', '--silent', 'generate'], { stdio: 'inherit' });

/**
 * Tests find their fixtures beside themselves: each file keeps its own address.
 * @type {import('esbuild').Plugin}
 */
const ownAddresses = {
  name: 'own-addresses',
  setup: ({ onLoad }) => {
    onLoad({ filter: /\.ts$/ }, ({ path }) => {
      const text = readFileSync(path, 'utf8');
      if (path.includes('node_modules') || path.endsWith('/test/fuzz/main.ts')) return undefined;
      const address = JSON.stringify(pathToFileURL(path).href);
      return { contents: text.replaceAll('import.meta.url', address), loader: 'ts' };
    });
  },
};

mkdirSync('test/fuzz/.work', { recursive: true });
await build({
  entryPoints: ['test/fuzz/main.ts'],
  bundle: true,
  format: 'esm',
  platform: 'node',
  target: 'node20',
  mainFields: ['module', 'main'],
  external: ['vitest', 'oxc-parser'],
  banner: {
    js: `import { createRequire as requireFrom } from 'node:module';const require = requireFrom(import.meta.url);`,
  },
  plugins: [ownAddresses],
  outfile: 'test/fuzz/.work/fuzz.mjs',
  logLevel: 'warning',
});
const { status } = spawnSync(process.execPath, ['test/fuzz/.work/fuzz.mjs', ...process.argv.slice(2)], {
  stdio: 'inherit',
});
process.exit(status ?? 1);
