import { expect, test } from 'vitest';
import {
  hover,
  IN_HOST_PASSED,
  inWorkbench,
  openFile,
  openNotifications,
  quickFix,
  runCommand,
  runInHost,
  squiggle,
  told,
  word,
} from './browser.ts';
import { picture } from './pictures.ts';
import { useBrowser } from './running.ts';
import { startWebServer } from './webServer.ts';
import { copyOfWorkspace } from './workspace.ts';

const browser = useBrowser();

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

/** Answers what the editor asks first with an error. */
const REFUSING = `onmessage = ({ data: { id, method } }) => {
  if (method === 'initialize') postMessage({ jsonrpc: '2.0', id, error: { code: -32603, message: 'The disk is full' } });
};`;

test('in the web a server that cannot be started is told once, the output says why, and Restart tries again', async () => {
  const server = await startWebServer(copyOfWorkspace(), false);
  try {
    await inWorkbench(browser, server.url, 'web-refusing', async (page) => {
      const script = '**/dist/server/browser.js';
      await page.context().route(script, (route) => route.fulfill({ body: REFUSING, contentType: 'text/javascript' }));
      await openFile(page, 'platform.stack.yaml');
      await page.locator('.notification-list-item').first().waitFor({ state: 'attached' });
      await openFile(page, 'base.stack.yaml');
      await expect
        .poll(await openNotifications(page), { timeout: 10_000 })
        .toEqual([
          [
            'The Stackpin language server could not be started. Manifests are not checked. The output may say why.',
            'Restart, Show Output, Report',
          ],
        ]);
      await told(page).locator('.monaco-button', { hasText: 'Show Output' }).click();
      await page.locator('.output-view .view-line', { hasText: 'The disk is full' }).first().waitFor();
      await picture(page, 'refusing-web');
      await page.context().unroute(script);
      await runCommand(page, 'Stackpin: Restart Language Server');
      await openFile(page, 'platform.stack.yaml');
      await squiggle(page, 'error', 'visible');
      await runCommand(page, 'Notifications: Clear All Notifications');
    });
  } finally {
    server.stop();
  }
});
