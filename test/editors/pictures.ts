/** Pictures of the windows: for the README where they are asked for, and to look at otherwise. */
import { mkdirSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { IMAGES, WORK } from './paths.ts';

/** The whole window as it stands there. */
export async function picture(page: Page, name: string): Promise<void> {
  const folder = process.env.UPDATE_SCREENSHOTS === '1' ? IMAGES : `${WORK}pictures/`;
  mkdirSync(folder, { recursive: true });
  await page.screenshot({ path: `${folder}${name}.png` });
}
