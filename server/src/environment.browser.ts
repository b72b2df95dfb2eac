/** The environment of a web worker: a clock and timers, and no files but the program's own. */
import { t } from '@vscode/l10n';
import type { Environment, ReadFailure } from './environment.ts';

/** Fetched as the worker's script was; a service worker or the browser's cache may have it. */
async function fetched(address: string): Promise<Uint8Array | ReadFailure> {
  try {
    const response = await fetch(address);
    if (!response.ok) {
      return { failed: t('the server answers {0}', `${response.status} ${response.statusText}`.trimEnd()) };
    }
    return new Uint8Array(await response.arrayBuffer());
  } catch (error) {
    return { failed: t('it cannot be fetched ({0})', (error as Error).message) };
  }
}

/** What a browser lends the language server. */
export function browserEnvironment(): Environment {
  return {
    today: () => new Date().toISOString().slice(0, 10),
    readFile: async () => ({ failed: t('the browser edition of Stackpin cannot read files'), unable: true }),
    readOwnFile: fetched,
    identify: async (location) => location,
    listFiles: async () => ({ failed: t('the browser edition of Stackpin cannot read folders'), unable: true }),
    schedule: (action, delay) => {
      const timer = setTimeout(action, delay);
      return () => clearTimeout(timer);
    },
    log: (message) => console.info(message),
  };
}
