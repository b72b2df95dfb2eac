/** "Update Catalog..." in real windows: what is asked, what is taken and used, and what is said of what is no update. */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { catalogBytes, FOREIGN, keyPair, oneFile, updateFiles } from '../update/bundles.ts';
import { inWorkbench, openFile, openNotifications, runCommand, squiggle, told } from './browser.ts';
import { picture } from './pictures.ts';
import { useBrowser, useCodeServer } from './running.ts';
import { copyOfWorkspace } from './workspace.ts';

const browser = useBrowser();
const server = useCodeServer();

const TODAY = new Date().toISOString().slice(0, 10);
/** In the place of a key that is built in: whose private half it is, nobody but its owner has. */
const OURS = keyPair('2026-1', '2026-01-01', '2999-12-31');
const CHANGES = { key: '2026-1', serial: 2999010100, created: TODAY, expires: '2999-12-31' };

/** A folder with manifests, and with updates of the catalog: ours, one of somebody else, and a file that is none. */
function withUpdates(): string {
  const folder = copyOfWorkspace();
  const files = { 'bundled.catalog.jsonl': catalogBytes('2999.1.0', TODAY) };
  const catalog = { version: '2999.1.0', updated: TODAY };
  writeFileSync(join(folder, 'ours.update'), oneFile(updateFiles({ ...CHANGES, catalog }, OURS, files)));
  writeFileSync(join(folder, 'notes.txt'), 'Update the catalog.\n');
  writeFileSync(join(folder, 'acme.update'), oneFile(updateFiles({ key: 'acme' }, FOREIGN)));
  return folder;
}

/** Has the installed extension trust the key of this test. */
function trustOurs(): void {
  const [name = ''] = readdirSync(join(server.data, 'extensions')).filter((one) => one.startsWith('stackpin.'));
  const script = join(server.data, 'extensions', name, 'dist/client/browser.js');
  const text = readFileSync(script, 'utf8');
  const trusting = text.replace(
    /(id:"2026-1",publicKey):"\w+",from:"[^"]+",until:"[^"]+"/,
    `$1:"${OURS.publicKey}",from:"${OURS.from}",until:"${OURS.until}"`,
  );
  expect(trusting).not.toBe(text);
  writeFileSync(script, trusting);
}

/** Calls the command; what is offered. */
async function choices(page: Page): Promise<string[]> {
  await runCommand(page, 'Stackpin: Update Catalog...');
  const rows = page.locator('.quick-input-list .monaco-list-row');
  await rows.filter({ hasText: 'From a File' }).waitFor();
  return rows.locator('.label-name').allTextContents();
}

/** Chooses one of them by the keyboard. */
async function choose(page: Page, label: string): Promise<void> {
  await page.locator('.quick-input-widget input').first().fill(label);
  await page.locator('.quick-input-list .monaco-list-row.focused', { hasText: label }).waitFor();
  await page.keyboard.press('Enter');
}

/** Updates from a file; what is said of it. */
async function updateFrom(page: Page, folder: string, name: string): Promise<unknown> {
  await choices(page);
  await choose(page, 'From a File...');
  await page.locator('.quick-input-title', { hasText: 'Update Catalog' }).waitFor();
  await page.locator('.quick-input-action .monaco-button', { hasText: 'Update' }).waitFor();
  await page.locator('.quick-input-list .monaco-list-row', { hasText: name }).waitFor();
  await page.locator('.quick-input-widget input').first().fill(join(folder, name));
  await page.locator('.quick-input-list .monaco-list-row.focused', { hasText: name }).waitFor();
  await page.keyboard.press('Enter');
  return said(page);
}

/** What the list of notifications says when the work is over. */
async function said(page: Page): Promise<unknown> {
  const all = await openNotifications(page);
  await told(page).filter({ hasText: 'Updating the catalog of Stackpin' }).waitFor({ state: 'detached' });
  const listed = await all();
  await picture(page, 'update');
  await runCommand(page, 'Notifications: Clear All Notifications');
  return listed.map(([message]) => message);
}

const ASKED = ['From a File...', 'From a Folder...', 'From an Address...'];

test('what is no update of ours is refused, with the reason and what to do', async () => {
  const folder = withUpdates();
  await inWorkbench(browser, server.url(folder), 'update-refused', async (page) => {
    await openFile(page, 'platform.stack.yaml');
    await squiggle(page, 'error', 'visible');
    expect(await choices(page)).toEqual(ASKED);
    await page.keyboard.press('Escape');
    expect(await updateFrom(page, folder, 'acme.update')).toEqual([
      'The catalog is not updated: it is signed with the key acme, and this version of Stackpin trusts 2026-1 and 2026-2 alone. If the publisher has a new key, install a newer Stackpin; otherwise do not use this update. The catalog in use stays as it was.',
    ]);
    const other = join(folder, 'notes.txt');
    expect(await updateFrom(page, folder, 'notes.txt')).toEqual([
      `The catalog is not updated: ${other} is no update of the catalog. Get the update again from whoever publishes it. The catalog in use stays as it was.`,
    ]);
    await choices(page);
    await choose(page, 'From an Address...');
    await page.locator('.quick-input-title', { hasText: 'Update Catalog' }).waitFor();
    await page.locator('.quick-input-widget input').first().fill('http://mirror.example/');
    await page.locator('.quick-input-message', { hasText: 'Write an address that begins with https://' }).waitFor();
    await page.keyboard.press('Escape');
  });
});

test('a signed file is taken and used from then on, and one can go back', async () => {
  trustOurs();
  const folder = withUpdates();
  await inWorkbench(browser, server.url(folder), 'update-taken', async (page) => {
    await openFile(page, 'platform.stack.yaml');
    await squiggle(page, 'error', 'visible');
    expect(await updateFrom(page, folder, 'ours.update')).toEqual([
      `Stackpin uses the catalog 2999.1.0 of ${TODAY} from now on.`,
    ]);
    // The catalog of this update knows nothing of these components.
    await squiggle(page, 'error', 'detached');
    await page.locator('#status\\.languageStatus').click();
    await page.locator('.hover-language-status', { hasText: 'Catalog 2999.1.0' }).waitFor();
    await page.keyboard.press('Escape');
    expect(await updateFrom(page, folder, 'ours.update')).toEqual([
      'There is nothing newer: this catalog is in use already.',
    ]);
    expect(await choices(page)).toEqual([...ASKED, 'Go Back to the Catalog That Comes with Stackpin']);
    expect(await page.locator('.quick-input-widget input').first().getAttribute('placeholder')).toBe(
      `In use: 2999.1.0 (${TODAY}), updated on ${TODAY}`,
    );
    await choose(page, 'Go Back');
    expect(await said(page)).toEqual(['Stackpin uses the catalog that comes with it from now on.']);
    await squiggle(page, 'error', 'visible');
  });
});
