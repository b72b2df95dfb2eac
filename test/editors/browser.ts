/** A headless Chromium, and what a test does with a page of VS Code in it. */
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Browser, type BrowserContext, chromium, type Locator, type Page } from 'playwright-core';
import { CHROMIUM, WORK } from './paths.ts';

/** The first page load compiles the whole workbench. */
const FIRST_WAIT = 60_000;
const WAIT = 20_000;

const LAUNCH = {
  executablePath: CHROMIUM,
  headless: true,
  args: [
    '--no-sandbox',
    '--disable-gpu',
    '--disable-quic',
    '--no-first-run',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
  ],
};

export function launch(): Promise<Browser> {
  return chromium.launch(LAUNCH);
}

/**
 * A context in which pages of other sites may keep things, as in the browser of a person who allows it: VS Code for the web shows
 * webviews in such a page, and that one needs a service worker. Closing it closes the browser.
 */
export async function trustingContext(): Promise<BrowserContext> {
  const profile = mkdtempSync(join(WORK, 'profile-'));
  mkdirSync(join(profile, 'Default'));
  const preferences = { profile: { cookie_controls_mode: 0, block_third_party_cookies: false } };
  writeFileSync(join(profile, 'Default/Preferences'), JSON.stringify(preferences));
  return chromium.launchPersistentContext(profile, { ...LAUNCH, viewport: { width: 1280, height: 800 } });
}

/**
 * Opens VS Code in a context of its own, runs the test, and keeps a picture of what stood there if it fails.
 * @param language that VS Code has been told to speak, as its language packs name it
 */
export async function inWorkbench(
  browser: Pick<Browser, 'newContext'>,
  url: string,
  name: string,
  body: (page: Page) => Promise<void>,
  language?: string,
): Promise<void> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
  const page = await context.newPage();
  // What a language pack would set. Its words are those of VS Code itself; ours are chosen by this.
  if (language !== undefined) await page.addInitScript(`globalThis._VSCODE_NLS_LANGUAGE = ${JSON.stringify(language)}`);
  try {
    await page.goto(url);
    await page.locator('.monaco-workbench').waitFor({ timeout: FIRST_WAIT });
    page.setDefaultTimeout(WAIT);
    await body(page);
    const toasts = await page.locator('.notification-toast').allInnerTexts();
    if (toasts.length > 0) throw new Error(`VS Code shows a notification: ${toasts.join(' | ')}`);
  } catch (error) {
    await page.screenshot({ path: `${WORK}failed-${name}.png` });
    throw error;
  } finally {
    await context.close();
  }
}

export async function openFile(page: Page, name: string): Promise<void> {
  await page
    .locator(`.explorer-folders-view .monaco-list-row[aria-label^="${name}"]`)
    .first()
    .dblclick({ timeout: FIRST_WAIT });
  await page.locator('.editor-instance .view-line').first().waitFor();
}

/**
 * Runs a command by its title in the palette. The palette is opened again until the extensions have told their commands. A palette that
 * was closed stays in the page, out of sight.
 */
export async function runCommand(page: Page, title: string): Promise<void> {
  const row = page.locator('.quick-input-list .monaco-list-row.focused', { hasText: title });
  for (let attempt = 0; attempt < 10 && !(await row.isVisible()); attempt += 1) {
    await page.keyboard.press('Escape');
    await page.keyboard.press('F1');
    await page.locator('.quick-input-widget input').fill(`>${title}`);
    await row.waitFor({ timeout: 3000 }).catch(() => undefined);
  }
  await row.waitFor();
  await page.keyboard.press('Enter');
}

/** The rows of the list of notifications; what pops up beside it is not meant. */
export const told = (page: Page) => page.locator('.notifications-center .notification-list-item');

/** VS Code says this by itself where its start takes long. */
const OF_VS_CODE = 'Activating Extensions...';

/**
 * Opens the list of notifications once there is something new: opened empty, VS Code shows twice what comes then.
 * @returns reads everything that it says: the messages, each with its buttons, which are drawn a little later
 */
export async function openNotifications(page: Page) {
  await page.locator('#status\\.notifications .codicon-bell-dot').waitFor();
  await runCommand(page, 'Notifications: Show Notifications');
  await told(page).filter({ hasNotText: OF_VS_CODE }).first().waitFor();
  return async (): Promise<(readonly [message: string, buttons: string])[]> => {
    const all = (await told(page).all()).map(
      async (one) =>
        [
          (await one.locator('.notification-list-item-message').textContent())?.trim() ?? '',
          (await one.locator('.notification-list-item-buttons-container .monaco-button').allInnerTexts()).join(', '),
        ] as const,
    );
    return (await Promise.all(all)).filter(([message]) => message !== OF_VS_CODE);
  };
}

/** A word of the text in the editor. */
export function word(page: Page, text: string) {
  return page.locator('.view-line span span', { hasText: text }).first();
}

/** The lines in sight, with what the editor shows beside them. */
export async function linesOf(page: Page): Promise<string[]> {
  const lines = page.locator('.editor-instance .view-line');
  const shown = await lines.evaluateAll((all) =>
    all
      .map((line) => ({ top: line.getBoundingClientRect().top, text: line.textContent ?? '' }))
      .sort((one, other) => one.top - other.top),
  );
  return shown.map(({ text }) => text.replaceAll('\u00a0', ' ').replaceAll(/[\u200b-\u200d]/g, ''));
}

/** Waits until there is a squiggle of the severity, or none. */
export async function squiggle(
  page: Page,
  severity: 'error' | 'warning',
  state: 'visible' | 'detached',
): Promise<void> {
  await page.locator(`.monaco-editor .squiggly-${severity}`).first().waitFor({ state, timeout: FIRST_WAIT });
}

/** The rows of the Problems panel, as a screen reader reads them. */
export async function problems(page: Page): Promise<string[]> {
  await page.keyboard.press('Control+Shift+M');
  const rows = page.locator('.markers-panel .monaco-list-row');
  await rows.first().waitFor();
  return rows.evaluateAll((all) => all.map((row) => row.getAttribute('aria-label') ?? ''));
}

/**
 * Hovers a word until the hover holds a text; gives the whole hover. Where lines move under the mouse, as by a lens above them, no hover
 * comes, or it goes again: the mouse comes back then.
 */
export async function hover(page: Page, at: string, until: string): Promise<string> {
  const shown = page.locator('.monaco-hover:not(.hidden)', { hasText: until }).first();
  for (let attempt = 0; attempt < 5 && !(await shown.isVisible()); attempt += 1) {
    await page.mouse.move(0, 0);
    await word(page, at).hover();
    await shown.waitFor({ timeout: 6000 }).catch(() => undefined);
  }
  await shown.waitFor();
  return (await shown.textContent()) ?? '';
}

/** Opens the menu of quick fixes at a word. The first key press can be lost. */
export async function fixMenu(page: Page, at: string): Promise<void> {
  await word(page, at).click();
  await page.locator('.monaco-editor.focused').first().waitFor();
  await page
    .locator(
      '.monaco-editor .lightBulbWidget, .monaco-editor .codicon-light-bulb, .monaco-editor .codicon-lightbulb-autofix',
    )
    .first()
    .waitFor();
  const menu = page.locator('.action-widget .monaco-list-row.action');
  for (let attempt = 0; attempt < 5; attempt += 1) {
    await page.keyboard.press('Control+.');
    const opened = await menu
      .first()
      .waitFor({ timeout: 3000 })
      .then(
        () => true,
        () => false,
      );
    if (opened) break;
  }
}

/** Applies the quick fix at a word that begins with a text. */
export async function quickFix(page: Page, at: string, title: string): Promise<void> {
  await fixMenu(page, at);
  const focused = page.locator(`.action-widget .monaco-list-row.action.focused[aria-label^="${title}"]`);
  for (let row = 0; row < 10 && (await focused.count()) === 0; row += 1) await page.keyboard.press('ArrowDown');
  await focused.waitFor();
  await page.keyboard.press('Enter');
}

/** Clicks a button until what it opens is there: a click on one that VS Code is about to draw anew is lost. */
export async function clickUntil(button: Locator, opened: Locator): Promise<void> {
  for (let attempt = 0; attempt < 5 && !(await opened.isVisible()); attempt += 1) {
    await button.click();
    await opened.waitFor({ timeout: 4000 }).catch(() => undefined);
  }
  await opened.waitFor();
}

/** Puts the cursor behind a word, asks for completions and gives their labels; then closes the list. */
export async function completions(page: Page, line: string): Promise<string[]> {
  await page.locator('.view-line', { hasText: line }).first().click();
  await page.keyboard.press('End');
  await page.keyboard.press('Control+Space');
  const rows = page.locator('.suggest-widget.visible .monaco-list-row');
  await rows.first().waitFor();
  const labels = await rows.evaluateAll((all) => all.map((row) => row.getAttribute('aria-label') ?? ''));
  await page.keyboard.press('Escape');
  return labels;
}

/** What the tests of in-host/index.ts print when all is well, in either host. */
export const IN_HOST_PASSED = [
  'language ids',
  'diagnostics',
  'completion',
  'hover',
  'quick fix',
  'fix all',
  'ranges',
  'explanation',
  'bases in editors',
  'bases on disk',
  'upgrade plan',
  'coverage',
  'new stack from template',
  'sample stack',
  'wrong finding',
  'plan by its name',
  'definition',
  'references',
  'rename',
  'workspace symbols',
  'document symbols',
  'folding',
  'selection',
  'formatting',
  'colours',
  'linked places',
  'refactorings',
  'sort components',
  'extract into a base',
  'add what is missing',
  'drift',
  'severity setting',
  'restart',
].map((name) => `ok ${name}`);

/** Runs the tests that lie inside the extension host; gives what they print. */
export async function runInHost(browser: Pick<Browser, 'newContext'>, url: string): Promise<string[]> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
  const page = await context.newPage();
  const lines: string[] = [];
  try {
    const ended = new Promise<number>((resolve, reject) => {
      const limit = setTimeout(
        () =>
          reject(new Error(`The tests in the extension host did not end. Last lines: ${lines.slice(-5).join(' | ')}`)),
        120_000,
      );
      void page.exposeFunction('codeAutomationLog', (_type: string, args: readonly unknown[]) =>
        lines.push(args.map(String).join(' ')),
      );
      void page.exposeFunction('codeAutomationExit', (code: number) => {
        clearTimeout(limit);
        resolve(code);
      });
    });
    await page.goto(url);
    const code = await ended;
    if (code !== 0)
      throw new Error(
        `The tests in the extension host failed:\n${lines.filter((line) => line.includes('[in-host]')).join('\n')}`,
      );
    return lines
      .filter((line) => line.includes('[in-host]'))
      .map((line) => line.slice(line.indexOf('[in-host]') + '[in-host] '.length));
  } finally {
    await context.close();
  }
}
