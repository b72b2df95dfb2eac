/**
 * A platform as people have it, in real windows: what a person sees of findings, fixes, versions and plans. The README shows the
 * pictures: `UPDATE_SCREENSHOTS=1 npx vitest run --project editors test/editors/vscode-showcase.test.ts` takes them anew.
 */
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { fixMenu, hover, inWorkbench, linesOf, openFile, problems, runCommand, squiggle } from './browser.ts';
import { SHOWCASE } from './paths.ts';
import { picture } from './pictures.ts';
import { cell, openReport } from './reportPanel.ts';
import { useBrowser, useCodeServer } from './running.ts';
import { copyOfWorkspace } from './workspace.ts';

const browser = useBrowser();
const server = useCodeServer();

/** Opens the platform, and waits until it is checked and everything beside its text is there. */
async function withPayments(
  name: string,
  body: (page: Page) => Promise<void>,
  { lens, language }: { readonly lens: string; readonly language?: string } = { lens: 'Plan upgrade' },
): Promise<void> {
  const prepared = async (page: Page): Promise<void> => {
    await openFile(page, 'payments.stack.yaml');
    await page.keyboard.press('Control+B');
    await squiggle(page, 'error', 'visible');
    await page.locator('.view-line', { hasText: '→ 4.' }).first().waitFor();
    await page.locator('.codelens-decoration', { hasText: lens }).first().waitFor();
    await body(page);
  };
  await inWorkbench(browser, server.url(copyOfWorkspace(SHOWCASE)), name, prepared, language);
}

test('findings, with their hover and the list of them', async () => {
  await withPayments('showcase-findings', async (page) => {
    const rows = await problems(page);
    expect(rows[0]).toContain('payments.stack.yaml');
    expect(rows).toContainEqual(expect.stringMatching(/^Error: RabbitMQ 4\.3\.5 .*Erlang\/OTP 26\.2\.5\.21/s));
    const shown = await hover(page, '4.3.5', 'Against the other pins');
    expect(shown).toContain('github.com/rabbitmq/rabbitmq-server');
    await picture(page, 'editor');
  });
});

test('in Chinese: findings, their hover, and what stands over and beside the pins', async () => {
  await withPayments(
    'showcase-chinese',
    async (page) => {
      const rows = await problems(page);
      expect(rows).toContainEqual(expect.stringMatching(/RabbitMQ 4\.3\.5 .*Erlang\/OTP 26\.2\.5\.21.*不兼容/));
      expect(await page.locator('.codelens-decoration').first().textContent()).toMatch(
        /^9 个组件 · .*\s\|\s全部修复\s\|\s制定升级计划\s\|\s报告$/,
      );
      await page.locator('.view-line', { hasText: '天前结束' }).first().waitFor();
      expect(await linesOf(page)).toContainEqual(expect.stringMatching(/^ {2}istio: 1\.28\.10支持已于 \d+ 天前结束$/));
      const shown = await hover(page, '4.3.5', '与其他版本固定项相比');
      expect(shown).toContain('github.com/rabbitmq/rabbitmq-server');
      await picture(page, 'editor-zh-cn');
    },
    { lens: '制定升级计划', language: 'zh-cn' },
  );
});

test('the report beside the manifest', async () => {
  await withPayments('showcase-report', async (page) => {
    const frame = await openReport(page);
    await cell(frame, 'istio 1.28.10 and kubernetes 1.36.4: unsupported').waitFor();
    await frame.evaluate(() => {
      const titles = [...document.querySelectorAll('h3')];
      titles.find(({ textContent }) => textContent === 'Compatibility')?.scrollIntoView();
    });
    await picture(page, 'report-panel');
  });
});

test('the fixes of a finding', async () => {
  await withPayments('showcase-fixes', async (page) => {
    await fixMenu(page, '1.28.10');
    const titles = await page.locator('.action-widget .monaco-list-row.action').allInnerTexts();
    expect(titles[0]).toMatch(/^Set istio to 1\.\d+\.\d+: resolves \d findings/);
    await picture(page, 'fixes');
    await page.keyboard.press('Escape');
  });
});

test('versions, newest first, with their support', async () => {
  await withPayments('showcase-versions', async (page) => {
    await page.locator('.view-line', { hasText: 'postgresql' }).first().click();
    await page.keyboard.press('End');
    await page.keyboard.press('Enter');
    await page.keyboard.type('grafana: ');
    const rows = page.locator('.suggest-widget.visible .monaco-list-row');
    await rows.first().waitFor();
    expect(await rows.first().getAttribute('aria-label')).toMatch(/^13\./);
    await picture(page, 'versions');
    await page.keyboard.press('Escape');
  });
});

test('an upgrade plan', async () => {
  await inWorkbench(browser, server.url(copyOfWorkspace(SHOWCASE)), 'showcase-plan', async (page) => {
    await openFile(page, 'shop.stack.yaml');
    await page.keyboard.press('Control+B');
    await page.locator('.codelens-decoration', { hasText: 'Plan upgrade' }).first().waitFor();
    await page.locator('.view-line', { hasText: 'containerd' }).first().click();
    await runCommand(page, 'Stackpin: Plan Upgrade');
    const preview = page.frameLocator('.webview').frameLocator('#active-frame');
    await preview.locator('h1', { hasText: 'Upgrade plan for shop' }).waitFor();
    expect(await preview.locator('body').textContent()).toContain('Every state on the way is good.');
    await picture(page, 'plan');
  });
});
