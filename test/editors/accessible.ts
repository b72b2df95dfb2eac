/** What tools and keys find of a page: axe-core's rules, and the way of the Tab key. */
import { readFileSync } from 'node:fs';
import type { Frame, Page } from 'playwright-core';
import { AXE } from './paths.ts';

interface AxeResult {
  readonly violations: readonly {
    readonly id: string;
    readonly nodes: readonly { readonly html: string; readonly failureSummary?: string }[];
  }[];
  readonly passes: readonly { readonly id: string }[];
}

/** Runs every rule of axe-core that is no experiment; what is violated, and how many rules hold. */
export async function axe(page: Page | Frame): Promise<{ readonly violations: string[]; readonly passes: number }> {
  // As a debugger does it: the page's own policy lets no script in.
  await page.evaluate(readFileSync(AXE, 'utf8'));
  const { violations, passes } = (await page.evaluate('axe.run()')) as AxeResult;
  return {
    violations: violations.flatMap(({ id, nodes }) =>
      nodes.map((node) => `${id}: ${node.html}: ${node.failureSummary}`),
    ),
    passes: passes.length,
  };
}

/** What the Tab key reaches, in order, by its text and where it leads; ends where it has been before, or leaves the page. */
export async function tabbed(page: Page): Promise<string[]> {
  const reached: string[] = [];
  const seen = new Set<string>();
  for (let press = 0; press < 2000; press += 1) {
    await page.keyboard.press('Tab');
    const [place, said] = await page.evaluate(() => {
      const element = document.activeElement;
      if (element === null || element === document.body) return ['', ''];
      const all = [...document.querySelectorAll('*')];
      const label = element.getAttribute('aria-label') ?? element.textContent ?? '';
      return [String(all.indexOf(element)), `${element.tagName.toLowerCase()} ${label.trim().slice(0, 80)}`];
    });
    if (place === '' || seen.has(place ?? '')) return reached;
    seen.add(place ?? '');
    reached.push(said ?? '');
  }
  throw new Error('The Tab key comes to no end.');
}
