import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  hover,
  IN_HOST_PASSED,
  inWorkbench,
  launch,
  openFile,
  quickFix,
  runInHost,
  squiggle,
  word,
} from './browser.ts';
import { startWebServer } from './webServer.ts';
import { copyOfWorkspace } from './workspace.ts';

let browser: Browser;

beforeAll(async () => {
  browser = await launch();
});

afterAll(async () => {
  await browser?.close();
});

test('in the web a conflict is underlined and explained, and its quick fix clears it', async () => {
  const server = await startWebServer(copyOfWorkspace(), false);
  try {
    await inWorkbench(browser, server.url, 'web-conflict', async (page) => {
      await openFile(page, 'platform.stack.yaml');
      await squiggle(page, 'error', 'visible');
      const shown = await hover(page, '1.8.7', 'Against the other pins');
      expect(shown).toContain('Argo CD 1.8.7 does not work with Kubernetes 1.27.16');
      await page.keyboard.press('Escape');
      await quickFix(page, '1.8.7', 'Set argo-cd to');
      await squiggle(page, 'error', 'detached');
      expect(await word(page, '1.8.7').count()).toBe(0);
    });
  } finally {
    server.stop();
  }
});

test('inside the web extension host: the editor interface gives the same as on the desktop', async () => {
  const server = await startWebServer(copyOfWorkspace(), true);
  try {
    expect(await runInHost(browser, server.url)).toEqual(IN_HOST_PASSED);
  } finally {
    server.stop();
  }
});
