import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import packageJson from '../../package.json';
import texts from '../../package.nls.json';
import { EXAMPLE_SETTINGS, settingsPage } from '../../scripts/pages/settingsPage.ts';
import { readInitializationOptions, readSettings } from '../../server/src/workspace/settings.ts';

const settings = packageJson.contributes.configuration.properties;
const page = readFileSync(new URL('../../docs/settings.md', import.meta.url), 'utf8');

test('docs/settings.md is what `npm run docs` writes', () => {
  expect(page).toBe(settingsPage({ settings, texts }));
});

test('every setting and every key of it has its place', () => {
  for (const [name, schema] of Object.entries(settings)) {
    expect(page).toContain(`## ${name}\n`);
    for (const key of Object.keys('properties' in schema ? schema.properties : {})) {
      expect(page).toContain(`\n| [${key}](diagnostics/${key}.md) |`);
    }
  }
});

test('what the page shows to other editors is what the server reads', () => {
  expect(page).toContain(JSON.stringify(EXAMPLE_SETTINGS, undefined, 2));
  const expected = { settings: EXAMPLE_SETTINGS, problems: [] };
  expect(readSettings(EXAMPLE_SETTINGS)).toEqual(expected);
  expect(readInitializationOptions(EXAMPLE_SETTINGS)).toMatchObject(expected);
});
