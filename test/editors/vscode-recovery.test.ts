/** The server is killed while somebody types: nothing is lost. Killed again and again, it is left alone and the person is told. */
import { readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import {
  completions,
  inWorkbench,
  openFile,
  openNotifications,
  problems,
  runCommand,
  squiggle,
  told,
  word,
} from './browser.ts';
import { picture } from './pictures.ts';
import { useBrowser, useCodeServer } from './running.ts';
import { copyOfWorkspace, workspaceWith } from './workspace.ts';

const browser = useBrowser();
const server = useCodeServer();

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

/** Types a line as a person does who takes none of the suggestions. */
async function typeLine(page: Page, line: string): Promise<void> {
  await page.keyboard.type(line, { delay: 20 });
  await page.keyboard.press('Escape');
  await page.keyboard.press('Enter');
}

test('killed while one types: all that was typed is checked, and completed', async () => {
  // Enter begins a line, whatever is suggested at that moment.
  const folder = workspaceWith({ 'editor.acceptSuggestionOnEnter': 'off' });
  await inWorkbench(browser, server.url(folder), 'killed', async (page) => {
    await openFile(page, 'platform.stack.yaml');
    await squiggle(page, 'error', 'visible');
    await page.keyboard.press('Control+A');
    for (const line of ['apiVersion: stackpin/v1', 'kind: Stack', 'components:']) await typeLine(page, line);
    await squiggle(page, 'error', 'detached');
    // The editor indents each pin as the one above it.
    await typeLine(page, 'kubernetes: 1.27.16');
    await page.keyboard.type('argo-cd: 1', { delay: 20 });
    const killed = await killServer([]);
    await typeLine(page, '.8.7');
    await typeLine(page, 'helm: 4.1.0');
    await typeLine(page, 'istio: x.y');
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
    await expect.poll(() => languageServers()).toEqual([]);
    await expect
      .poll(await openNotifications(page), { timeout: 10_000 })
      .toEqual([
        [
          'The Stackpin language server ended 5 times within 3 minutes, so it is not started again. Manifests are not checked. The output may say why.',
          'Restart, Show Output, Report',
        ],
      ]);
    await picture(page, 'crashes');
    await told(page).locator('.monaco-button', { hasText: 'Restart' }).click();
    await expect.poll(() => languageServers().length, { timeout: 30_000 }).toBe(1);
    await squiggle(page, 'error', 'visible');
    // It is what it was: killed once, it comes back.
    killed.push(await killServer(killed));
    await expect
      .poll(() => languageServers().filter((pid) => !killed.includes(pid)).length, { timeout: 30_000 })
      .toBe(1);
    const answered = async () => {
      await page.mouse.move(600, 600);
      await word(page, '1.8.7').hover();
      return page.locator('.monaco-hover:not(.hidden)', { hasText: 'Argo CD' }).count();
    };
    await expect.poll(answered, { timeout: 60_000, interval: 1000 }).toBeGreaterThan(0);
    await runCommand(page, 'Notifications: Clear All Notifications');
  });
});

/** Answers what the editor asks first with an error, and stays. */
const REFUSING = `process.on('message', ({ id, method }) => {
  if (method === 'initialize')
    process.send({ jsonrpc: '2.0', id, error: { code: -32603, message: 'The disk is full' } });
});`;

test('a server that cannot be started at all is told once, and Restart tries again', async () => {
  const [folder = ''] = readdirSync(join(server.data, 'extensions')).filter((name) => name.startsWith('stackpin.'));
  const script = join(server.data, 'extensions', folder, 'dist/server/node.js');
  renameSync(script, `${script}.kept`);
  writeFileSync(script, REFUSING);
  await inWorkbench(browser, server.url(copyOfWorkspace()), 'refusing', async (page) => {
    await openFile(page, 'platform.stack.yaml');
    await expect.poll(() => languageServers().length, { timeout: 30_000 }).toBe(1);
    // The language client ends it, and no other comes.
    await expect.poll(() => languageServers(), { timeout: 30_000 }).toEqual([]);
    await openFile(page, 'base.stack.yaml');
    await expect
      .poll(await openNotifications(page), { timeout: 10_000 })
      .toEqual([
        [
          'The Stackpin language server could not be started. Manifests are not checked. The output may say why.',
          'Restart, Show Output, Report',
        ],
      ]);
    await picture(page, 'refusing');
    renameSync(`${script}.kept`, script);
    await runCommand(page, 'Stackpin: Restart Language Server');
    await openFile(page, 'platform.stack.yaml');
    await squiggle(page, 'error', 'visible');
    await runCommand(page, 'Notifications: Clear All Notifications');
  });
});
