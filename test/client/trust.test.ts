/** Workspaces that nobody trusts, and those that are on no disk. */
import { readFileSync } from 'node:fs';
import { expect, test, vi } from 'vitest';

const host = { isTrusted: false, own: undefined as unknown };
vi.mock('vscode', () => ({
  workspace: {
    get isTrusted() {
      return host.isTrusted;
    },
    getConfiguration: () => ({
      inspect: () => ({ globalValue: host.own, workspaceValue: ['/of/the/workspace.yaml'] }),
    }),
  },
}));

const { NAMING_FILES, trustedConfiguration, untrustedSection } = await import('../../client/src/trust.ts');
const manifest = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8'));

interface Property {
  readonly type: string;
  readonly scope?: string;
  readonly enum?: readonly string[];
  readonly items?: { readonly enum?: readonly string[] };
}

test('settings that may name files or programs do not count in a workspace that is not trusted', () => {
  const { supported, restrictedConfigurations } = manifest.capabilities.untrustedWorkspaces;
  const properties = Object.entries<Property>(manifest.contributes.configuration.properties);
  // Whatever takes any text can name something, but for what no workspace can set. What the trace says belongs to the editor's own
  // client.
  const open = properties
    .filter(([, { scope }]) => scope !== 'machine')
    .filter(
      ([, { type, enum: choices, items }]) => (type === 'string' && !choices) || (type === 'array' && !items?.enum),
    )
    .map(([name]) => name)
    .filter((name) => name !== 'stackpin.trace.server');
  expect([supported, restrictedConfigurations]).toEqual(['limited', open]);
  expect(NAMING_FILES.map((key) => `stackpin.${key}`)).toEqual(restrictedConfigurations);
});

test('workspaces on no disk are said to be limited', () => {
  expect(manifest.capabilities.virtualWorkspaces.supported).toBe('limited');
});

test('the section without what names files, but for what a person set for all workspaces', () => {
  const section = { catalogs: ['/of/the/workspace.yaml'], severity: { untested: 'off' } };
  expect(untrustedSection(section, () => undefined)).toEqual({ catalogs: null, severity: { untested: 'off' } });
  expect(untrustedSection(section, () => ['~/own.yaml'])).toEqual({
    catalogs: ['~/own.yaml'],
    severity: { untested: 'off' },
  });
  const deeper = { drift: { sources: ['/of/the/workspace'], more: 1 } };
  expect(untrustedSection(deeper, () => undefined)).toEqual({ drift: { sources: null, more: 1 } });
  for (const nothing of [null, undefined, 'x', {}]) expect(untrustedSection(nothing, () => 1)).toEqual(nothing);
});

test('the server gets it so while the workspace is not trusted, and whole afterwards', async () => {
  const params = { items: [{ section: 'stackpin' }] };
  const token = { isCancellationRequested: false, onCancellationRequested: () => ({ dispose: () => undefined }) };
  const section = { catalogs: ['/of/the/workspace.yaml'] };
  const ask = () => trustedConfiguration(params, token, async () => [section, null]);
  expect(await ask()).toEqual([{ catalogs: null }, null]);
  host.own = ['own.yaml'];
  expect(await ask()).toEqual([{ catalogs: ['own.yaml'] }, null]);
  host.isTrusted = true;
  expect(await ask()).toEqual([section, null]);
});

test('the language client asks by it, and shows Markdown without trusting it', () => {
  const options = readFileSync(new URL('../../client/src/clientOptions.ts', import.meta.url), 'utf8');
  expect(options).toContain('workspace: { configuration: trustedConfiguration }');
  // The language client makes Markdown of the server trusted, or its HTML, only where these are set.
  expect(options).not.toMatch(/isTrusted|supportHtml|markdown/);
});
