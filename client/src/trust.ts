/** Settings of a workspace that nobody trusts yet: those that name files do not count. */
import { workspace } from 'vscode';
import type { ConfigurationMiddleware } from 'vscode-languageclient';

/**
 * Keys under `stackpin` that name files. package.json names them as restricted, so that the editor leaves them out itself; not every editor that takes
 * the extension does.
 */
export const NAMING_FILES: readonly string[] = ['catalogs', 'drift.sources'];

/**
 * The section `stackpin` as it counts while the workspace is not trusted.
 * @param section as the editor gives it
 * @param ownValue what a person set for all of their workspaces; undefined where that is nothing
 */
export function untrustedSection(section: unknown, ownValue: (key: string) => unknown): unknown {
  return NAMING_FILES.reduce((left, key) => withValue(left, key.split('.'), ownValue(key) ?? null), section);
}

/** A copy with another value where one is; what is no object holds none. */
function withValue(section: unknown, [key, ...deeper]: readonly string[], value: unknown): unknown {
  if (key === undefined) return value;
  if (typeof section !== 'object' || section === null || !Object.hasOwn(section, key)) return section;
  const values = new Map<string, unknown>(Object.entries(section));
  return Object.fromEntries(values.set(key, withValue(values.get(key), deeper, value)));
}

/** Stands between the server's questions about settings and the editor's answers. */
export const trustedConfiguration: NonNullable<ConfigurationMiddleware['configuration']> = async (
  params,
  token,
  next,
) => {
  const answers = await next(params, token);
  if (workspace.isTrusted || !Array.isArray(answers)) return answers;
  return answers.map((section: unknown) =>
    untrustedSection(section, (key) => workspace.getConfiguration('stackpin').inspect(key)?.globalValue),
  );
};
