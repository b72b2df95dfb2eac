/** The server is killed while somebody types: nothing is lost. Killed again and again, it is left alone and the person is told. */
import { readdirSync, readFileSync } from 'node:fs';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { completions, inWorkbench, launch, openFile, problems, runCommand, squiggle, word } from './browser.ts';
import { type CodeServer, startCodeServer } from './codeServer.ts';
import { picture } from './pictures.ts';
import { copyOfWorkspace } from './workspace.ts';

let browser: Browser;
let server: CodeServer;

beforeAll(async () => {
  server = await startCodeServer();
  browser = await launch();
});

afterAll(async () => {
  await browser?.close();
  server?.stop();
});

/** Language servers that the editor has started. */
function languageServers(): number[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map(Number)
    .filter((pid) => {
      try {
        const line = readFileSync(`/proc/${pid}/cmdline`, 'latin1');
        return line.includes(server.data) && /dist\/server\/node\.js/.test(line);
      } catch {
        return false;
      }
    });
}

/** Waits for a language server that was not there before, kills it, and gives its number. */
async function killServer(before: readonly number[]): Promise<number> {
  await expect.poll(() => languageServers().filter((pid) => !before.includes(pid)).length, { timeout: 60_000 }).toBe(1);
  const [pid = 0] = languageServers().filter((one) => !before.includes(one));
  process.kill(pid, 'SIGKILL');
  return pid;
}

const toast = (page: Page) => page.locator('.notification-toast', { hasText: 'ended 5 times' });

test('killed while one types: all that was typed is checked, and completed', async () => {
  await inWorkbench(browser, server.url(copyOfWorkspace()), 'killed', async (page) => {
    await openFile(page, 'platform.stack.yaml');
    await squiggle(page, 'error', 'visible');
    await page.keyboard.press('Control+A');
    await page.keyboard.type('apiVersion: stackpin/v1\nkind: Stack\ncomponents:\n');
    await squiggle(page, 'error', 'detached');
    // The editor indents the second pin as the first.
    await page.keyboard.type('  kubernetes: 1.27.16\nargo-cd: ', { delay: 20 });
    const killed = await killServer([]);
    await page.keyboard.type('1.8.7\nhelm: ', { delay: 20 });
    await page.keyboard.type('4.1.0\nistio: x.y', { delay: 20 });
    await squiggle(page, 'error', 'visible');
    await expect.poll(() => languageServers().length).toBe(1);
    expect(languageServers()).not.toEqual([killed]);
    await expect
      .poll(() => problems(page), { timeout: 30_000 })
      .toEqual(
        expect.arrayContaining([
          expect.stringContaining('Argo CD 1.8.7'),
          expect.stringContaining('"x.y" is no version'),
        ]),
      );
    await page.keyboard.press('Control+Shift+M');
    expect((await completions(page, 'helm: 4.1.0')).join('\n')).toContain('4.');
  });
});

test('killed again and again: it is left alone, and Restart begins anew', async () => {
  await inWorkbench(browser, server.url(copyOfWorkspace()), 'crashes', async (page) => {
    await openFile(page, 'platform.stack.yaml');
    await squiggle(page, 'error', 'visible');
    const killed: number[] = [];
    for (let times = 0; times < 5; times += 1) killed.push(await killServer(killed));
    await toast(page).waitFor();
    await picture(page, 'crashes');
    expect((await toast(page).locator('.notification-list-item-message').textContent())?.trim()).toBe(
      'The Stackpin language server ended 5 times within 3 minutes, so it is not started again. Manifests are not checked. The output may say why.',
    );
    expect(await toast(page).locator('.monaco-button').allInnerTexts()).toEqual(['Restart', 'Show Output', 'Report']);
    expect(languageServers()).toEqual([]);
    await toast(page).locator('.monaco-button', { hasText: 'Restart' }).click();
    await expect.poll(() => languageServers().length, { timeout: 30_000 }).toBe(1);
    await squiggle(page, 'error', 'visible');
    // It is what it was: killed once, it comes back.
    killed.push(await killServer(killed));
    await expect
      .poll(() => languageServers().filter((pid) => !killed.includes(pid)).length, { timeout: 30_000 })
      .toBe(1);
    await word(page, '1.8.7').hover();
    await page.locator('.monaco-hover:not(.hidden)', { hasText: 'Argo CD' }).first().waitFor();
    await runCommand(page, 'Notifications: Clear All Notifications');
  });
});
