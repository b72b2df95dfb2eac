import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { CODE_INFO } from '../../server/src/analysis/codes.ts';
import { CODES } from '../../server/src/analysis/finding.ts';
import { TOKEN_TYPES } from '../../server/src/features/structure/legend.ts';

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
