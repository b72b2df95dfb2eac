/** The report in a real browser: by axe-core, by the keyboard and by eye. docs/images is written where UPDATE_SCREENSHOTS=1. */
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { axe, tabbed } from './accessible.ts';
import { inWorkbench, openFile, quickFix, squiggle, trustingContext } from './browser.ts';
import { IMAGES, ROOT, STACKPIN, WORK } from './paths.ts';
import { cell, openReport, reportFrame, selectedLine } from './reportPanel.ts';
import { useBrowser, useCodeServer } from './running.ts';
import { untilWritten } from './state.ts';
import { startWebServer } from './webServer.ts';
import { copyOfWorkspace, workspaceWith } from './workspace.ts';

const browser = useBrowser();

/** Where a picture goes. */
function picture(name: string): string {
  return `${process.env.UPDATE_SCREENSHOTS === '1' ? IMAGES : WORK}${name}.png`;
}

const LANGUAGES = { english: 'C', chinese: 'zh_CN.UTF-8' } as const;

/** The page of an example, written by the command line. */
function written(example: string, language: keyof typeof LANGUAGES): string {
  const file = join(WORK, `${example}-${language}.html`);
  execFileSync(
    process.execPath,
    [STACKPIN, 'report', `examples/${example}.stack.yaml`, '--html', file, '--as-of', '2026-11-24'],
    { cwd: ROOT, env: { ...process.env, LC_ALL: LANGUAGES[language] } },
  );
  return `file://${file}`;
}

const LOOKS = {
  light: { colorScheme: 'light' },
  dark: { colorScheme: 'dark' },
  forced: { colorScheme: 'dark', forcedColors: 'active' },
} as const;

async function inPage(
  url: string,
  look: keyof typeof LOOKS,
  body: (page: Page) => Promise<void>,
  viewport = { width: 1100, height: 900 },
): Promise<void> {
  const context = await browser.newContext({ viewport, ...LOOKS[look] });
  const page = await context.newPage();
  const errors: string[] = [];
  page.on('pageerror', ({ message }) => errors.push(message));
  page.on('console', (message) => message.type() === 'error' && errors.push(message.text()));
  try {
    await page.goto(url);
    await body(page);
    expect(errors).toEqual([]);
  } finally {
    await context.close();
  }
}

describe('the page that the command line writes', () => {
  for (const language of ['english', 'chinese'] as const)
    for (const look of ['light', 'dark', 'forced'] as const)
      test(`${language}, ${look}: no rule of axe-core is violated`, async () => {
        await inPage(written('broken', language), look, async (page) => {
          const { violations, passes } = await axe(page);
          expect(violations).toEqual([]);
          expect(passes).toBeGreaterThan(15);
          await page.screenshot({ path: `${WORK}report-${language}-${look}.png`, fullPage: true });
        });
      });

  test('the Tab key reaches every link, every list that folds and everything that scrolls', async () => {
    await inPage(written('cloud-native', 'english'), 'light', async (page) => {
      const wanted = await page.locator('a[href], summary, [tabindex="0"]').count();
      const reached = await tabbed(page);
      expect(reached.length).toBe(wanted);
      expect(reached).toContain('a istio 1.30.3 and kubernetes 1.36.4: compatible');
    });
  });

  test('Enter on a cell goes to its evidence, and back again by the browser', async () => {
    await inPage(written('broken', 'english'), 'light', async (page) => {
      const cell = page.getByRole('link', { name: 'argo-cd 1.8.7 and kubernetes 1.27.16: incompatible' }).first();
      await cell.focus();
      await page.keyboard.press('Enter');
      const evidence = page.locator('li:target');
      await evidence.waitFor();
      expect(await evidence.textContent()).toContain('Argo CD 1.8.7 does not work with Kubernetes 1.27.16');
      const box = await evidence.boundingBox();
      expect(box !== null && box.y > -1 && box.y < 900).toBe(true);
      // A folded list unfolds for what is in it.
      await page.goBack();
      await page.evaluate(() => {
        for (const details of document.querySelectorAll('details')) details.open = false;
      });
      await cell.focus();
      await page.keyboard.press('Enter');
      await evidence.waitFor();
    });
  });

  test('on a small screen nothing but tables and pictures scrolls sideways', async () => {
    const narrow = { width: 360, height: 700 };
    const wide = () => document.documentElement.scrollWidth - document.documentElement.clientWidth;
    await inPage(
      written('broken', 'english'),
      'light',
      async (page) => expect(await page.evaluate(wide)).toBe(0),
      narrow,
    );
  });

  test('it prints without bars, whole', async () => {
    await inPage(written('broken', 'english'), 'dark', async (page) => {
      await page.emulateMedia({ media: 'print', colorScheme: 'light' });
      const cut = () =>
        [...document.querySelectorAll('.scroll')].filter((one) => getComputedStyle(one).overflow !== 'visible').length;
      expect(await page.evaluate(cut)).toBe(0);
      await page.pdf({ path: `${WORK}report.pdf`, format: 'A4' });
    });
  });

  for (const [name, look, language] of [
    ['report-light', 'light', 'english'],
    ['report-dark', 'dark', 'chinese'],
  ] as const)
    test(`picture ${name}`, async () => {
      await inPage(written('broken', language), look, async (page) => {
        await page.locator('#stack-1').scrollIntoViewIfNeeded();
        await page.evaluate(() => document.getElementById('stack-1')?.scrollIntoView());
        await page.screenshot({ path: picture(name) });
      });
    });
});

const BAD = 'argo-cd 1.8.7 and kubernetes 1.27.16: incompatible';

/** Opens the manifest and its report beside it, and follows a cell by the keyboard. */
async function followCell(page: Page): Promise<void> {
  await openFile(page, 'platform.stack.yaml');
  await squiggle(page, 'error', 'visible');
  const frame = await openReport(page);
  expect((await axe(frame)).violations).toEqual([]);
  const bad = cell(frame, BAD);
  // A key goes to where the window has its focus: to the page only once that is in it.
  const hasFocus = (): Promise<boolean> =>
    bad.evaluate((one) => one.ownerDocument.hasFocus() && one.ownerDocument.activeElement === one);
  await expect.poll(async () => bad.focus().then(hasFocus), { timeout: 20_000 }).toBe(true);
  await page.keyboard.press('Enter');
  const evidence = frame.locator('li.shown');
  await evidence.waitFor();
  expect(await evidence.textContent()).toContain('Argo CD 1.8.7 does not work with Kubernetes 1.27.16');
  // The pin is selected in the editor, and the page keeps the focus.
  await selectedLine(page, 7);
  expect(await frame.evaluate(() => document.activeElement?.className)).toBe('shown');
}

describe('the panel in VS Code', () => {
  const server = useCodeServer();

  for (const [theme, name] of [
    ['Default Dark Modern', 'dark'],
    ['Default Light Modern', 'light'],
    ['Default High Contrast', 'contrast'],
  ] as const)
    test(`${theme}: a cell shows its evidence and opens its pin; no rule of axe-core is violated`, async () => {
      await inWorkbench(
        browser,
        server.url(workspaceWith({ 'workbench.colorTheme': theme })),
        `report-${name}`,
        async (page) => {
          await followCell(page);
          await page.screenshot({ path: `${WORK}report-panel-${name}.png` });
        },
      );
    });

  test('the panel follows what is typed, and comes back when the window is loaded again', async () => {
    const folder = copyOfWorkspace();
    await inWorkbench(browser, server.url(folder), 'report-follows', async (page) => {
      await openFile(page, 'platform.stack.yaml');
      await squiggle(page, 'error', 'visible');
      const frame = await openReport(page);
      await frame.evaluate(() => scrollTo(0, 150));
      await quickFix(page, '1.8.7', 'Set argo-cd to');
      await cell(frame, BAD).waitFor({ state: 'detached' });
      expect(await frame.evaluate(() => scrollY)).toBe(150);
      await page.keyboard.press('Control+S');
      await page.locator('.tab.dirty').waitFor({ state: 'detached' });
      expect(readFileSync(join(folder, 'platform.stack.yaml'), 'utf8')).not.toContain('1.8.7');
      await untilWritten(page, 'mainThreadWebview-stackpin.report');
      await page.reload();
      const back = await reportFrame(page);
      expect(await back.locator('body').getAttribute('data-manifest')).toContain('platform.stack.yaml');
    });
  });
});

test('the panel in VS Code for the web', async () => {
  const server = await startWebServer(copyOfWorkspace(), false);
  const own = { newContext: () => trustingContext() };
  try {
    await inWorkbench(own, server.url, 'report-web', followCell);
  } finally {
    server.stop();
  }
});
