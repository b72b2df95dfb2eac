import { assert, property, string } from 'fast-check';
import { expect, test } from 'vitest';
import { namedPaths } from '../../client/src/namedPaths.ts';

test('the files under extends and catalogs, however they are written', () => {
  const text = `apiVersion: stackpin/v1
extends:
  - ./base.stack.yaml
  - "../common/mesh.stack.yml" # quoted
  # - ./not-this.stack.yaml
catalogs: [acme.catalog.yaml, './other.catalog.yaml']
components:
  in-house: {version: 1.0.0, notes: see ./notes.yaml}
---
extends:
- ./base.stack.yaml
- /whole/path.stack.yaml
- https://example.com/far.stack.yaml
- ./second.stack.yaml
`;
  expect(namedPaths(text)).toEqual([
    './base.stack.yaml',
    '../common/mesh.stack.yml',
    'acme.catalog.yaml',
    './other.catalog.yaml',
    './second.stack.yaml',
  ]);
  expect(namedPaths(text.replaceAll('\n', '\r\n'))).toEqual(namedPaths(text));
});

test('any text is read, and what is named is relative', () => {
  assert(
    property(string({ unit: 'binary' }), (text) => {
      for (const path of namedPaths(`extends: [${text}]\n- ${text}`)) expect(path).not.toMatch(/^\/|^[a-z]{2,}:/i);
    }),
  );
});
