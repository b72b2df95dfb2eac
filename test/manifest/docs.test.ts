import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { parseYaml } from '../../server/src/manifest/parse.ts';
import { keysAt } from '../../server/src/manifest/schema.ts';
import { validateStack } from '../../server/src/manifest/stackFormat.ts';

const page = readFileSync(new URL('../../docs/manifest.md', import.meta.url), 'utf8');
// One shows a catalog that manifests name: it has a format of its own.
const examples = [...page.matchAll(/^```yaml\n(.*?)^```/gms)]
  .map(([, example = '']) => example)
  .filter((example) => !/^kind: Catalog/m.test(example));

test('every example of the language reference is a manifest without problems', () => {
  expect(examples.length).toBeGreaterThan(4);
  const problems = examples.flatMap((example) =>
    parseYaml(example).documents.flatMap((document) => [...document.problems, ...validateStack(document)]),
  );
  expect(problems).toEqual([]);
});

test('the language reference names every key of the schema, and shows it in an example', () => {
  const paths = [
    [],
    ['metadata'],
    ['components', 'a'],
    ['components', 'a', 'chart'],
    ['environments', 'a'],
    ['policy'],
    ['acknowledge', '0'],
  ];
  const keys = paths.flatMap((path) => keysAt(path).keys.map(({ key }) => key));
  expect(keys.filter((key) => !page.includes(`\`${key}\``))).toEqual([]);
  const shown = examples.join('\n');
  expect(keys.filter((key) => !new RegExp(`\\b${key}:`).test(shown))).toEqual([]);
});
