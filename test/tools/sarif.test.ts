/** Our SARIF before a tool of others. */
import { fileURLToPath } from 'node:url';
import type { Log } from 'sarif';
import { expect, test } from 'vitest';
import { FIXED, folderWith, stackOf, stackpin } from '../cli/support.ts';
import { type Verdict, validated } from './multitool.ts';

const EXAMPLES = fileURLToPath(new URL('../../examples', import.meta.url));

/** What it would like better and we do not do; of each rule, why. */
const NOTES = new Set([
  // Messages by id and arguments instead of text: every message names versions and sources, and few are alike.
  'SARIF2002',
  // Which commit was checked: whoever uploads the report knows, and a check outside of a repository is as good.
  'SARIF2003',
  // Ids like CS2001: ours are the codes that a person reads in the editor, in `acknowledge` and in the documentation.
  'SARIF2009',
  // A name in Pascal case besides: the ids are words, and the tool warns of a name that is the id again (SARIF1001).
  'SARIF2012',
  // The words of the file, and those around: whoever shows the report has the file, and the report stays small.
  'SARIF2010',
  'SARIF2011',
]);

const broken = stackOf('acme-cluster: 1.4.1', 'acme-mesh: 1.9.0');
const TREE = {
  'bases/base.yaml': stackOf('acme-cluster: 1.4.1'),
  // Related places in the same file and in a base, a fix that edits two files, names that have to be encoded.
  'shop.stack.yaml': broken,
  'a b/größe: [1].stack.yaml': `apiVersion: stackpin/v1\nkind: Stack\nextends: [../bases/base.yaml]\ncomponents:\n  acme-mesh: 1.9.0\n`,
  // Suppressions.
  'accepted.stack.yaml': `${broken}acknowledge:\n  - {code: incompatible, reason: "We build it ourselves; see *notes*.", until: 2027-01-31}\n`,
  'broken.stack.yaml': 'components: [\n',
  // A notification.
  'binary.stack.yaml': new Uint8Array([0x89, 0x50]),
};

async function sarif(cwd: string, ...args: string[]): Promise<string> {
  const { out, status } = await stackpin(['check', '--format', 'sarif', '--as-of', '2026-11-24', ...args], { cwd });
  expect([0, 1, 2]).toContain(status);
  return out;
}

function resultsIn(log: string) {
  return (JSON.parse(log) as Log).runs.flatMap(({ results }) => results ?? []);
}

/** The errors and warnings, and the rules of the notes that are no known wish. */
function faults(verdict: Verdict | undefined): readonly string[] {
  return (verdict ?? ['nothing was said']).filter((line) => {
    const [level = '', rule = ''] = line.split(' ');
    return level !== 'note' || !NOTES.has(rule);
  });
}

test('it finds no fault in any report of ours', async () => {
  const cwd = folderWith(TREE);
  await stackpin(['check', ...FIXED, '--write-baseline', 'known.json'], { cwd });
  const logs = {
    examples: await sarif(EXAMPLES, '--verbose'),
    tree: await sarif(cwd, ...FIXED.slice(0, 2), '--verbose'),
    // Nothing but what is suppressed is left.
    baseline: await sarif(cwd, ...FIXED.slice(0, 2), '--baseline', 'known.json'),
    empty: await sarif(folderWith({ 'a.stack.yaml': stackOf() })),
  };
  // It is shown what it is there for.
  expect(resultsIn(logs.examples).length).toBeGreaterThan(50);
  const tree = resultsIn(logs.tree);
  expect(tree.some(({ suppressions }) => suppressions !== undefined)).toBe(true);
  expect(tree.some(({ relatedLocations }) => relatedLocations !== undefined)).toBe(true);
  expect(tree.some(({ fixes }) => fixes?.some(({ artifactChanges }) => artifactChanges.length > 0))).toBe(true);
  expect(resultsIn(logs.baseline).every(({ suppressions }) => suppressions !== undefined)).toBe(true);

  const said = await validated(logs);
  expect(Object.fromEntries(Object.entries(said).map(([name, verdict]) => [name, faults(verdict)]))).toEqual({
    examples: [],
    tree: [],
    baseline: [],
    empty: [],
  });
});

test('it finds what is wrong in a report that was broken', async () => {
  const log: Log = JSON.parse(await sarif(folderWith({ 'shop.stack.yaml': broken }), ...FIXED.slice(0, 2)));
  const [result] = log.runs[0]?.results ?? [];
  const place = result?.locations?.[0]?.physicalLocation;
  if (result === undefined || place?.region === undefined || place.artifactLocation === undefined)
    throw new Error('There is no result to break.');
  result.ruleIndex = 7;
  place.region.endLine = 1;
  place.artifactLocation.uri = 'a b.yaml';
  const { wrong, none } = await validated({ wrong: JSON.stringify(log), none: '{"version": "2.1.0"}' });
  expect(faults(wrong)).toEqual([
    'error SARIF1002 Error_UrisMustConformToRfc3986: runs[0].results[0].locations[0].physicalLocation.artifactLocation.uri, a b.yaml',
    'error SARIF1007 Error_EndLineMustNotPrecedeStartLine: runs[0].results[0].locations[0].physicalLocation.region.endLine, 1, 6',
    'error SARIF1009 Error_TargetArrayMustBeLongEnough: runs[0].results[0], result, ruleIndex, 7, runs[0].tool.driver.rules, 8',
  ]);
  expect(faults(none)).toEqual(['error JSON1002 default: root, runs']);
});
