/** Snippets: each, with its default values, is a piece of a manifest that has no errors. */
import { expect, test } from 'vitest';
import snippets from '../../client/snippets.json';
import { analyze } from '../../server/src/analysis/analyze.ts';
import { parseYaml } from '../../server/src/manifest/parse.ts';
import { bundledMetadata } from '../catalog/bundled.ts';
import { bundledCatalog } from '../support/compiled.ts';

const context = { catalog: bundledCatalog(), date: bundledMetadata()?.updated ?? '', severities: {} };
const HEAD = 'apiVersion: stackpin/v1\nkind: Stack\n';

/** The text that a person gets who changes nothing, and takes the first of choices. */
function expanded(body: readonly string[]): string {
  return body
    .join('\n')
    .replaceAll('$CURRENT_YEAR', '2027')
    .replace(/\$\{\d+\|([^,|]*)[^|]*\|\}/g, '$1')
    .replace(/\$\{\d+:([^}]*)\}/g, '$1')
    .replace('$0', '');
}

/** Pieces that stand under `components`; all others stand at the top. */
const ENTRIES = ['Component with a chart', 'Locked component', 'Named instance'];

test.each(Object.entries(snippets))('%s', (name, { body, prefix, description }) => {
  const text = expanded(body);
  const whole =
    name === 'Stack'
      ? text
      : `${HEAD}${ENTRIES.includes(name) ? `components:\n${text.replace(/^(?=.)/gm, '  ')}` : text}`;
  const errors = analyze(parseYaml(whole), context).findings.filter(
    ({ code }) => code === 'yaml' || code === 'schema' || code === 'invalid-version',
  );
  expect({ whole, errors }).toEqual({ whole, errors: [] });
  expect(whole).not.toMatch(/[$|]\{|\$\d/);
  expect([prefix].flat().every((one) => /^[a-zA-Z]+$/.test(one))).toBe(true);
  expect(description).not.toBe('');
});
