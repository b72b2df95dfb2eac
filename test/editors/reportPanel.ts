/** What tests do with the report's panel in VS Code. */
import type { Frame, Page } from 'playwright-core';

/** A webview is a frame in a frame, and the first one loads slowly. */
const TRIES = 200;
const PAUSE = 200;

/** A report whose script has begun to listen. */
const READY = 'body[data-manifest][data-panel="ready"]';

/** The frame that holds the report, once it is there and fits. */
export async function reportFrame(page: Page, holding = READY): Promise<Frame> {
  for (let attempt = 0; attempt < TRIES; attempt += 1) {
    for (const frame of page.frames()) {
      // Frames come and go while one is asked.
      const found = await frame
        .locator(holding)
        .count()
        .catch(() => 0);
      if (found > 0) return frame;
    }
    await page.waitForTimeout(PAUSE);
  }
  throw new Error(`No panel holds ${holding}.`);
}

/** Runs a command of the palette by its title. */
export async function runCommand(page: Page, title: string): Promise<void> {
  await page.keyboard.press('F1');
  const input = page.locator('.quick-input-widget input[type="text"]').first();
  await input.waitFor();
  await input.fill(`>${title}`);
  await page.locator('.quick-input-widget .monaco-list-row', { hasText: title }).first().waitFor();
  await page.keyboard.press('Enter');
}

/** Opens the report of the manifest that somebody looks at. */
export async function openReport(page: Page): Promise<Frame> {
  await runCommand(page, 'Stackpin: Show Report');
  return reportFrame(page);
}

/** A cell of the matrix by what a screen reader says of it. */
export function cell(frame: Frame, label: string) {
  return frame.locator(`.matrix a[aria-label="${label}"]`);
}

/** Waits until a line of the editor holds the cursor and a selection. */
export async function selectedLine(page: Page, line: number): Promise<void> {
  await page.locator('.line-numbers.active-line-number', { hasText: new RegExp(`^${line}$`) }).waitFor();
  await page.locator('.view-overlays .selected-text').first().waitFor();
}
