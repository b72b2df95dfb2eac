/** What VS Code in a browser has written down of itself: what is not written yet, a window that is loaded again does not show. */
import type { Page } from 'playwright-core';
import { expect } from 'vitest';

/** It writes every five seconds, while the window has its focus and nothing else is to do. */
const LONG_ENOUGH = 60_000;

/** Every value in the tables in which VS Code keeps its state, as it stands there. */
async function written(): Promise<string[]> {
  const done = <T>(request: IDBRequest<T>): Promise<T> =>
    new Promise((resolve, reject) => {
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
    });
  const values: string[] = [];
  for (const { name } of await indexedDB.databases()) {
    if (name === undefined || !name.startsWith('vscode-web-state-db-')) continue;
    const database = await done(indexedDB.open(name));
    if (database.objectStoreNames.contains('ItemTable'))
      values.push(...(await done(database.transaction('ItemTable').objectStore('ItemTable').getAll())).map(String));
    database.close();
  }
  return values;
}

/** Waits until a text is part of the state that is written. */
export async function untilWritten(page: Page, text: string): Promise<void> {
  const found = async (): Promise<boolean> => (await page.evaluate(written)).some((value) => value.includes(text));
  await expect.poll(found, { timeout: LONG_ENOUGH, interval: 500 }).toBe(true);
}
