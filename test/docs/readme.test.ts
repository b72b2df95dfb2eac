/** README.md and README.zh-CN.md say the same, in two languages. */
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import packageJson from '../../package.json';
import english from '../../package.nls.json';
import chinese from '../../package.nls.zh-cn.json';

const read = (path: string): string => readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8');
const pages = { en: read('README.md'), zh: read('README.zh-CN.md') };

const linksOf = (page: string): string[] =>
  [...page.matchAll(/\]\(([^)\s]+)\)/g)]
    // A picture may speak the language of its page.
    .map(([, link = '']) => link.replace('-zh-cn.png', '.png'))
    .filter((link) => !link.startsWith('README'));
const commandsOf = (page: string): string[] => page.match(/^npm \w+/gm) ?? [];

test('the same pictures and pages, in the same order, and the same two commands', () => {
  expect(linksOf(pages.zh)).toEqual(linksOf(pages.en));
  expect(commandsOf(pages.en)).toEqual(['npm start', 'npm test']);
  expect(commandsOf(pages.zh)).toEqual(commandsOf(pages.en));
  for (const command of ['start', 'test'] as const) expect(packageJson.scripts).toHaveProperty(command);
});

test('commands of the editor are called what they are called there', () => {
  for (const key of ['command.getStarted', 'command.newStack'] as const) {
    expect(pages.en).toContain(`"Stackpin: ${english[key].replace('...', '')}"`);
    expect(pages.zh).toContain(`“Stackpin: ${chinese[key].replace('...', '')}”`);
  }
});
