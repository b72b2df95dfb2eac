/** VS Code's own server with the packed extension installed: a real workbench and a real Node extension host. */
import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { CODE_NODE, CODE_SERVER, IN_HOST, VSIX, WORK } from './paths.ts';

/** No dialog, no walkthrough, no look-ups outside this machine. */
const SETTINGS = {
  'workbench.startupEditor': 'none',
  'workbench.tips.enabled': false,
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'telemetry.telemetryLevel': 'off',
  'update.mode': 'none',
  'extensions.autoCheckUpdates': false,
  'extensions.autoUpdate': false,
  'workbench.enableExperiments': false,
  'chat.disableAIFeatures': true,
  'files.autoSave': 'off',
  'git.openRepositoryInParentFolders': 'never',
  'editor.minimap.enabled': false,
  'editor.hover.above': false,
};

/** Folders are not trusted until a person says so, and nobody is asked. */
const TRUST = {
  'security.workspace.trust.enabled': true,
  'security.workspace.trust.startupPrompt': 'never',
  'security.workspace.trust.banner': 'always',
};
const NO_TRUST = { 'security.workspace.trust.enabled': false };

export interface CodeServer {
  /** The folder of everything that it keeps: processes are known by it. */
  readonly data: string;
  /** The page for a folder. */
  url(folder: string): string;
  /** The page for a folder that runs the tests inside the extension host. */
  inHostUrl(folder: string, extension: string): string;
  stop(): void;
}

export async function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() =>
        typeof address === 'object' && address !== null ? resolve(address.port) : reject(new Error('no port')),
      );
    });
  });
}

async function answers(url: string, child: ChildProcess): Promise<void> {
  for (let attempt = 0; attempt < 300; attempt += 1) {
    if (child.exitCode !== null) throw new Error(`VS Code's server ended with status ${child.exitCode}`);
    const ready = await fetch(url).then(
      ({ ok }) => ok,
      () => false,
    );
    if (ready) return;
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  throw new Error(`VS Code's server does not answer at ${url}`);
}

/**
 * Starts it.
 * @param options.restricted whether folders open in restricted mode
 */
export async function startCodeServer({ restricted = false } = {}): Promise<CodeServer> {
  const data = mkdtempSync(join(WORK, 'server-'));
  mkdirSync(join(data, 'data/Machine'), { recursive: true });
  writeFileSync(
    join(data, 'data/Machine/settings.json'),
    JSON.stringify({ ...SETTINGS, ...(restricted ? TRUST : NO_TRUST) }),
  );
  const main = join(CODE_SERVER, 'out/server-main.js');
  const common = ['--server-data-dir', data, '--accept-server-license-terms'];
  const { PORT: _, ...rest } = process.env;
  const env = { ...rest, EXTENSIONS_GALLERY: '{}' };
  const installed = spawnSync(CODE_NODE, [main, ...common, '--install-extension', VSIX], { encoding: 'utf8', env });
  if (installed.status !== 0)
    throw new Error(`The extension could not be installed:\n${installed.stdout}\n${installed.stderr}`);
  const port = await freePort();
  const child = spawn(
    CODE_NODE,
    [
      main,
      ...common,
      '--host',
      '127.0.0.1',
      '--port',
      String(port),
      '--without-connection-token',
      '--disable-telemetry',
      ...(restricted ? [] : ['--disable-workspace-trust']),
      '--enable-smoke-test-driver',
    ],
    { env, stdio: 'ignore' },
  );
  const base = `http://127.0.0.1:${port}/`;
  await answers(base, child);
  const url = (folder: string): string => `${base}?folder=${encodeURIComponent(folder)}`;
  return {
    data,
    url,
    inHostUrl(folder, extension) {
      const remote = (path: string): string => `vscode-remote://127.0.0.1:${port}${path}`;
      const payload = [
        ['extensionDevelopmentPath', remote(extension)],
        ['extensionTestsPath', remote(IN_HOST)],
        ['enableProposedApi', ''],
        ['skipWelcome', 'true'],
      ];
      return `${url(folder)}&payload=${encodeURIComponent(JSON.stringify(payload))}`;
    },
    stop: () => void child.kill(),
  };
}
