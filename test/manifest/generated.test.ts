import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

test.each(['stack', 'catalog'])('the compiled %s validator evaluates nothing and requires nothing', (name) => {
  const code = readFileSync(new URL(`../../server/generated/validate-${name}.js`, import.meta.url), 'utf8');
  expect(code).toContain('export {');
  expect(code).not.toMatch(/\beval\s*\(|\bnew Function\b|\brequire\s*\(|\bimport\s*[({'"]/);
});
