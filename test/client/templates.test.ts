/** The reference stacks that people start from, and the sample of the walkthrough. */
import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { analyze } from '../../server/src/analysis/analyze.ts';
import { parseYaml } from '../../server/src/manifest/parse.ts';
import index from '../../templates/index.json';
import { bundledMetadata } from '../catalog/bundled.ts';
import { bundledCatalog } from '../support/compiled.ts';

const catalog = bundledCatalog();
/** The day as of which the catalog was written: what is said of later days is not known to it. */
const date = bundledMetadata()?.updated ?? '';
const read = (path: string): string => readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8');

/** `severity code` of each finding, in their order. */
function found(path: string): string[] {
  const { findings } = analyze(parseYaml(read(path)), { catalog, date, severities: {} });
  return findings.map(({ severity, code }) => `${severity} ${code}`);
}

test('every template is in the list, and every entry has its file and its words in both languages', () => {
  const files = readdirSync(new URL('../../templates/', import.meta.url)).filter((name) => name.endsWith('.yaml'));
  expect(index.map(({ file }) => file).sort()).toEqual(files.sort());
  for (const { title, description } of index) {
    expect([title.en, title['zh-cn'], description.en, description['zh-cn']].every((text) => text.length > 3)).toBe(
      true,
    );
  }
});

test.each(index)(
  '$file is a good stack as of the day of the catalog: no errors, no warnings, newest patches',
  ({ file }) => {
    // A line whose support ends within the next months can be the newest there is.
    expect(found(`templates/${file}`).filter((one) => one !== 'information end-of-life-soon')).toEqual([]);
  },
);

test('the sample of the walkthrough has three findings, of three kinds', () => {
  expect(found('client/walkthrough/first.stack.yaml')).toEqual([
    'warning unsupported',
    'warning end-of-life',
    'information unknown-component',
  ]);
});
