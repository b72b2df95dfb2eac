/** What the tests of a file, or of one `describe`, share: it starts before the first of them and ends after the last. */
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll } from 'vitest';
import { launch } from './browser.ts';
import { type CodeServer, startCodeServer } from './codeServer.ts';

/** What is there while tests run. */
function shared<T>(start: () => Promise<T>, end: (one: T) => unknown): () => T {
  let one: T | undefined;
  beforeAll(async () => {
    one = await start();
  });
  afterAll(async () => {
    if (one !== undefined) await end(one);
  });
  return () => {
    if (one === undefined) throw new Error('It is there inside of tests alone.');
    return one;
  };
}

/** A browser. */
export function useBrowser(): Pick<Browser, 'newContext'> {
  const browser = shared(launch, (one) => one.close());
  return { newContext: (options) => browser().newContext(options) };
}

/** VS Code's own server, with the extension in it. */
export function useCodeServer(...options: Parameters<typeof startCodeServer>): Omit<CodeServer, 'stop'> {
  const server = shared(
    () => startCodeServer(...options),
    (one) => one.stop(),
  );
  return {
    get data() {
      return server().data;
    },
    url: (folder) => server().url(folder),
    inHostUrl: (folder, extension) => server().inHostUrl(folder, extension),
  };
}
