import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { CODE_INFO } from '../../server/src/analysis/codes.ts';
import { CODES } from '../../server/src/analysis/finding.ts';
import { TOKEN_TYPES } from '../../server/src/features/structure/legend.ts';
import { typeScriptFiles } from '../l10n/sources.ts';

const read = (path: string): string => readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8');
const manifest = JSON.parse(read('package.json'));
const texts: { readonly [key: string]: string } = JSON.parse(read('package.nls.json'));

test('the severity setting knows every code and no other, and says its default', () => {
  const { properties, additionalProperties } = manifest.contributes.configuration.properties['stackpin.severity'];
  expect(Object.keys(properties)).toEqual([...CODES]);
  expect(additionalProperties).toBe(false);
  for (const code of CODES) {
    expect(properties[code].enum).toEqual(['error', 'warning', 'information', 'hint', 'off']);
    expect(texts[`setting.severity.${code}`]).toBe(`${CODE_INFO[code].title}. Default: ${CODE_INFO[code].severity}.`);
  }
});

test('every text that the extension names is written, and none besides', () => {
  const named = [...new Set([...read('package.json').matchAll(/"%([^%"]+)%"/g)].map(([, key]) => key))].sort();
  expect(Object.keys(texts).sort()).toEqual(named);
});

test('it is written in Chinese too, with the same links, commands and code', () => {
  const chinese: { readonly [key: string]: string } = JSON.parse(read('package.nls.zh-cn.json'));
  expect(Object.keys(chinese)).toEqual(Object.keys(texts));
  const kept = (text: string): string[] => text.match(/\]\([^)]+\)|`[^`]+`/g) ?? [];
  for (const [key, english] of Object.entries(texts)) {
    const text = chinese[key] ?? '';
    expect({ key, kept: kept(text) }).toEqual({ key, kept: kept(english) });
    expect({ key, isChinese: /\p{Script=Han}/u.test(text) }).toEqual({ key, isChinese: true });
  }
});

/** The commands that the extension registers. */
const registered = typeScriptFiles('client/src').flatMap((path) =>
  [...read(path).matchAll(/registerCommand\(\s*'(stackpin\.\w+)'/g)].map(([, id]) => id),
);
const { commands, menus, walkthroughs } = manifest.contributes;
const contributed: string[] = commands.map(({ command }: { readonly command: string }) => command);

test('every command of the palette is registered, and every registered one is in the palette', () => {
  expect([...registered].sort()).toEqual([...contributed].sort());
});

test('menus name commands that there are', () => {
  const named = Object.values<{ readonly command: string }[]>(menus).flatMap((all) =>
    all.map(({ command }) => command),
  );
  expect(named.filter((id) => !contributed.includes(id))).toEqual([]);
});

test('the steps of the walkthrough have their pictures, and are done by what their buttons do', () => {
  const [{ steps }] = walkthroughs;
  const sources = typeScriptFiles('client/src').map(read).join('\n');
  for (const { id, media, completionEvents } of steps) {
    expect(read(media.svg)).toMatch(/^<svg xmlns="http:\/\/www\.w3\.org\/2000\/svg" viewBox=/);
    const [, button = ''] = /\]\(command:([\w.]+)\)/.exec(texts[`walkthrough.${id}.description`] ?? '') ?? [];
    if (button.startsWith('stackpin.')) expect(contributed).toContain(button);
    for (const event of completionEvents as string[]) {
      const [kind, value = ''] = event.split(':');
      // A key of the context is set by the extension.
      if (kind === 'onContext') expect(sources).toContain(`'${value}'`);
      else expect(['onCommand', 'onView']).toContain(kind);
    }
    expect(
      completionEvents.some((event: string) => event === `onCommand:${button}` || event.startsWith('onContext:')),
    ).toBe(true);
  }
});

test('what may be done in places that are not trusted, or not on a disk, is said', () => {
  expect(manifest.capabilities).toEqual({
    untrustedWorkspaces: {
      supported: 'limited',
      description: '%capability.untrusted%',
      restrictedConfigurations: ['stackpin.catalogs', 'stackpin.drift.sources'],
    },
    virtualWorkspaces: { supported: 'limited', description: '%capability.virtual%' },
  });
});

test('lock files hold no download addresses', () => {
  for (const path of ['package-lock.json', 'test/editors/package-lock.json'])
    expect(read(path)).not.toContain('"resolved"');
});

test('every semantic token has a scope by which themes colour it, and no scope is for another', () => {
  const scopes: { readonly language: string; readonly scopes: object }[] = manifest.contributes.semanticTokenScopes;
  expect(scopes.map(({ language }) => language)).toEqual(['stack-manifest', 'stack-catalog']);
  const named = new Set(scopes.flatMap((one) => Object.keys(one.scopes)));
  expect([...named].sort()).toEqual([...TOKEN_TYPES].sort());
});
