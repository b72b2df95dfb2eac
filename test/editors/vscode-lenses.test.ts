/** What stands over and beside the components of a manifest, in real windows. */
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { inWorkbench, linesOf, openFile, squiggle } from './browser.ts';
import { useBrowser, useCodeServer } from './running.ts';
import { copyOfWorkspace } from './workspace.ts';

const browser = useBrowser();
const server = useCodeServer();

const lens = (page: Page, title: string) => page.locator('.codelens-decoration a', { hasText: title }).first();

test('over the components stands what there is to know, and a click on "Fix all" mends the file; beside a pin, that its support ended', async () => {
  await inWorkbench(browser, server.url(copyOfWorkspace()), 'lenses', async (page) => {
    await openFile(page, 'platform.stack.yaml');
    await squiggle(page, 'error', 'visible');
    await lens(page, 'Report').waitFor();
    expect(await page.locator('.codelens-decoration').allTextContents()).toEqual([
      expect.stringMatching(
        /^3 components · \d findings · 2 of 3 pairs known · out of support: .*kubernetes.*\s\|\sFix all\s\|\sPlan upgrade\s\|\sReport$/,
      ),
    ]);
    await page.locator('.view-line', { hasText: 'support ended' }).first().waitFor();
    const before = await linesOf(page);
    expect(before[5]).toMatch(/^ {2}kubernetes: 1\.27\.16support ended \d+ days ago$/);
    expect(before[6]).toMatch(/^ {2}argo-cd: 1\.8\.7support ended \d+ days ago$/);

    await lens(page, 'Fix all').click();
    await squiggle(page, 'error', 'detached');
    // Asked until it is so: a line that changed is drawn before it has its place.
    await expect
      .poll(async () => (await linesOf(page)).map((line) => line.replace(/support ended.*/, '')))
      .toEqual([
        'apiVersion: stackpin/v1',
        'kind: Stack',
        'metadata:',
        '  name: platform',
        'components:',
        '  kubernetes: 1.27.16',
        expect.stringMatching(/^ {2}argo-cd: [2-9]\.\d+\.\d+$/),
        '  containerd: 2.3.4',
        '',
      ]);
  });
});

test('a whole layer is completed, with a version to choose behind each name', async () => {
  await inWorkbench(browser, server.url(copyOfWorkspace()), 'layer', async (page) => {
    await openFile(page, 'base.stack.yaml');
    await lens(page, 'Report').waitFor();
    await page.locator('.view-line', { hasText: 'containerd' }).first().click();
    await page.keyboard.press('End');
    await page.keyboard.press('Enter');
    await page.keyboard.type('service-mesh');
    const row = page.locator('.suggest-widget.visible .monaco-list-row.focused', { hasText: 'layer: service mesh' });
    await row.waitFor();
    await page.keyboard.press('Enter');
    // Which mesh it is depends on what is in support.
    await expect
      .poll(async () => (await linesOf(page)).slice(6))
      .toEqual(['  containerd: 2.3.4', expect.stringMatching(/^ {2}[a-z-]+: \d+\.\d+\.\d+/), '']);
    // The version is selected: typing takes its place.
    await page.keyboard.type('9');
    await expect.poll(async () => (await linesOf(page))[7]).toMatch(/^ {2}[a-z-]+: 9$/);
  });
});
