/** What the extension adds to VS Code around the language server, as a person meets it. */
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { clickUntil, inWorkbench, openFile, quickFix, runCommand, squiggle } from './browser.ts';
import { picture } from './pictures.ts';
import { useBrowser, useCodeServer } from './running.ts';
import { copyOfWorkspace } from './workspace.ts';

const browser = useBrowser();
const server = useCodeServer();

const textOf = (page: Page): Promise<string> =>
  page
    .locator('.editor-instance .view-line')
    .allInnerTexts()
    .then((lines) => lines.join('\n').replaceAll('\u00a0', ' '));

test('a new stack is made from a template, in the folder and under a name that is recognised', async () => {
  await inWorkbench(browser, server.url(copyOfWorkspace()), 'template', async (page) => {
    await runCommand(page, 'Stackpin: New Stack from Template');
    const rows = page.locator('.quick-input-list .monaco-list-row');
    await rows.filter({ hasText: 'OpenStack series' }).waitFor();
    await picture(page, 'templates');
    await page.keyboard.type('OpenStack');
    await page.keyboard.press('Enter');
    await page.locator('.tab', { hasText: 'openstack.stack.yaml' }).waitFor();
    await page.locator('.view-line', { hasText: 'private-cloud' }).waitFor();
    expect(await page.locator('#status\\.editor\\.mode').textContent()).toBe('Stack Manifest');
    expect(await textOf(page)).toContain('openstack: "2026.1"');
  });
});

test('the language status tells the catalog, its age and the coverage', async () => {
  await inWorkbench(browser, server.url(copyOfWorkspace()), 'status', async (page) => {
    await openFile(page, 'platform.stack.yaml');
    await squiggle(page, 'error', 'visible');
    await page.locator('#status\\.languageStatus').click();
    const status = page.locator('.hover-language-status', { hasText: 'pairs have a statement' });
    await status.waitFor();
    const text = (await page.locator('.hover-language-status').allInnerTexts()).join('\n');
    await picture(page, 'status');
    expect(text).toMatch(/Catalog \d{4}\.\d+\.\d+/);
    expect(text).toMatch(/of \d{4}-\d\d-\d\d/);
    expect(text).toMatch(/\d of 3 pairs have a statement/);
  });
});

test('the walkthrough opens its sample, and a step is done when a finding of the sample is mended', async () => {
  await inWorkbench(browser, server.url(copyOfWorkspace()), 'walkthrough', async (page) => {
    // A picture stands beside the steps where there is room.
    await page.keyboard.press('Control+B');
    await runCommand(page, 'Stackpin: Get Started');
    const step = (title: string) => page.locator('.getting-started-step', { hasText: title });
    await step('Open a stack').waitFor();
    const webview = page.frameLocator('.getting-started-media .webview').frameLocator('#active-frame');
    await webview.locator('svg').waitFor();
    await picture(page, 'walkthrough');
    await step('Open a stack').locator('.monaco-button', { hasText: 'Open the sample' }).click();
    await squiggle(page, 'warning', 'visible');
    await quickFix(page, '4.2.1', 'Set java to');
    await page.locator('.view-line', { hasText: '17.' }).waitFor();
    await page.locator('.tab', { hasText: 'Welcome' }).first().click();
    await step('Fix one').locator('.codicon-getting-started-step-checked.complete').waitFor();
    await step('Open a stack').locator('.codicon-getting-started-step-checked.complete').waitFor();
    expect(await step('Write your own').locator('.codicon-getting-started-step-checked.complete').count()).toBe(0);
  });
});

test('a wrong finding becomes a text, and goes to the page of issues when a person says so', async () => {
  await inWorkbench(browser, server.url(copyOfWorkspace()), 'issue', async (page) => {
    const visited: string[] = [];
    await page.context().route('https://github.com/**', async (route) => {
      visited.push(route.request().url());
      await route.fulfill({ body: 'ok' });
    });
    await openFile(page, 'platform.stack.yaml');
    await squiggle(page, 'error', 'visible');
    await quickFix(page, '1.8.7', 'Report as wrong: incompatible');
    await page.locator('.view-line', { hasText: 'Wrong finding: incompatible' }).waitFor();
    await picture(page, 'issue');
    expect(visited).toEqual([]);
    const open = page.locator('.monaco-dialog-box .monaco-button', { hasText: 'Open' }).first();
    await clickUntil(page.locator('.editor-actions .action-label[aria-label="Open Issue Page"]'), open);
    const opening = page.context().waitForEvent('page');
    await open.click();
    await opening;
    await expect.poll(() => visited.length).toBe(1);
    const { origin, pathname, searchParams } = new URL(visited[0] ?? '');
    expect(origin + pathname).toBe('https://github.com/stackpin/stackpin/issues/new');
    expect(searchParams.get('title')).toBe('Wrong finding: incompatible: Kubernetes 1.27.16, Argo CD 1.8.7');
    expect(searchParams.get('body')).toMatch(/^## What is wrong\n\nWrite here what upstream says/);
    expect(searchParams.get('body')).toContain(
      '(<https://github.com/argoproj/argo-cd/blob/v1.8.7/manifests/install.yaml>)',
    );
    await runCommand(page, 'Notifications: Clear All Notifications');
  });
});

test('in Chinese: commands, findings and fixes', async () => {
  await inWorkbench(
    browser,
    server.url(copyOfWorkspace()),
    'chinese',
    async (page) => {
      await openFile(page, 'platform.stack.yaml');
      await squiggle(page, 'error', 'visible');
      expect(await page.locator('#status\\.editor\\.mode').textContent()).toBe('技术栈清单');
      await runCommand(page, 'Stackpin: 从模板新建技术栈');
      await page.locator('.quick-input-list .monaco-list-row', { hasText: 'OpenStack 系列' }).waitFor();
      await page.keyboard.press('Escape');
      await quickFix(page, '1.8.7', '报告误报：incompatible');
      await page.locator('.view-line', { hasText: '误报：incompatible' }).waitFor();
      await runCommand(page, 'Notifications: Clear All Notifications');
    },
    'zh-cn',
  );
});
