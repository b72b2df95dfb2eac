import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import type { Analysis } from '../server/src/analysis/analysis.ts';
import { analyze } from '../server/src/analysis/analyze.ts';
import { CODES, type Code } from '../server/src/analysis/finding.ts';
import { lineIndex } from '../server/src/manifest/lines.ts';
import { parseYaml } from '../server/src/manifest/parse.ts';
import { bundledCatalog } from './support/compiled.ts';
import { contextIn, originOf } from './support/ownCatalogs.ts';

const folder = new URL('../examples/', import.meta.url);
const catalog = bundledCatalog();
const names = readdirSync(folder).filter((name) => name.endsWith('.stack.yaml'));
const good = names.filter((name) => name !== 'broken.stack.yaml');

/** Checks an example as of the day that its first line names. */
async function checked(name: string): Promise<Analysis> {
  const text = readFileSync(new URL(name, folder), 'utf8');
  const date = /^# Checked as of (\d{4}-\d{2}-\d{2})\.$/m.exec(text.split('\n')[0] ?? '')?.[1];
  if (date === undefined) throw new Error(`${name} does not begin with "# Checked as of YYYY-MM-DD."`);
  const file = parseYaml(text);
  const origin = await originOf(new URL(name, folder), file, new URL('../', folder));
  return analyze(file, await contextIn(origin, file, { catalog, date, severities: {} }), origin);
}

/** One finding a line: where (counted from 1, as editors do), how severe, code, message. */
function listed(analysis: Analysis): string {
  const lines = lineIndex(analysis.file.text);
  const rows = analysis.findings.map(({ range, severity, code, message }) => {
    const { line, character } = lines.positionAt(range.start);
    return `${line + 1}:${character + 1} ${severity} ${code}: ${message}\n`;
  });
  return rows.join('');
}

test('there are at least twelve reference stacks', () => {
  expect(good.length).toBeGreaterThanOrEqual(12);
});

test.each(good)('%s has no error', async (name) => {
  expect((await checked(name)).findings.filter(({ severity }) => severity === 'error')).toEqual([]);
});

test.each(good)(
  '%s pins components of the catalog, and statements about some of their pairs are known',
  async (name) => {
    const [stack] = (await checked(name)).stacks;
    expect(stack?.pins.filter(({ component }) => component === undefined).map(({ entry }) => entry.component)).toEqual(
      [],
    );
    expect(stack?.coverage.pairsKnown).toBeGreaterThan(0);
  },
);

test('broken.stack.yaml has exactly the findings listed beside it, and shows every code', async () => {
  const analysis = await checked('broken.stack.yaml');
  const file = new URL('broken.findings.txt', folder);
  if (process.env.UPDATE_EXAMPLES === '1') writeFileSync(file, listed(analysis));
  expect(listed(analysis)).toBe(readFileSync(file, 'utf8'));
  const codes = new Set(analysis.findings.map(({ code }) => code));
  expect(CODES.filter((code) => !codes.has(code))).toEqual([]);
});

/** What these say of the text or of the policy needs no witness. */
const WITHOUT_SOURCE: readonly Code[] = [
  'yaml',
  'schema',
  'duplicate-component',
  'unquoted-version',
  'invalid-version',
  'unknown-component',
  'newer-than-catalog',
  'prerelease',
  'outdated-patch',
  'unpinned',
  'missing-base',
  'base-cycle',
  'base-outside-workspace',
  'not-a-stack',
  'override-not-allowed',
  'missing-catalog',
  'invalid-catalog',
  'unused-acknowledgement',
  'expired-acknowledgement',
];

test.each(names)(
  '%s: every finding that rests on a statement names its source and the day it was read',
  async (name) => {
    for (const { code, message, evidence } of (await checked(name)).findings) {
      if (WITHOUT_SOURCE.includes(code)) continue;
      expect(evidence.length, message).toBeGreaterThan(0);
      for (const { source, checked: day, statement } of evidence) {
        expect(source, message).toMatch(/^https:\/\/\S+$/);
        expect(day, message).toMatch(/^\d{4}-\d{2}-\d{2}$/);
        expect(statement, message).not.toBe('');
      }
    }
  },
);

test('checking a manifest decodes the entries that it names and those that they carry, not the whole catalog', () => {
  const fresh = bundledCatalog();
  const text =
    'apiVersion: stackpin/v1\nkind: Stack\ncomponents:\n  kubernetes: 1.36.4\n  istio: 1.30.3\n  own: 1.0.0\n';
  expect(fresh.decodedEntries()).toBe(0);
  analyze(parseYaml(text), { catalog: fresh, date: '2026-11-24', severities: {} });
  // Istio carries an Envoy.
  expect(fresh.decodedEntries()).toBe(3);
});
