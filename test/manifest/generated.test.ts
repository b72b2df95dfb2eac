import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

test.each(['stack', 'catalog'])(
  'the compiled %s validator evaluates nothing and brings no compiler with it',
  (name) => {
    const code = readFileSync(new URL(`../../server/generated/validate-${name}.js`, import.meta.url), 'utf8');
    expect(code.includes('export {')).toBe(true);
    // Ajv's helpers carry the text of a `require` in a property; nothing calls it.
    const called = code.replace(/^.*\.code = '.*$/gm, '');
    expect(called.match(/\beval\s*\(|\bnew Function\b|\brequire\s*\(|\bimport\s*[({'"]|class Ajv\b/g)).toBeNull();
  },
);
