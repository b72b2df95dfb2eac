/** Which versions of a pin stand well with the rest of its stack. */
import { expect, test } from 'vitest';
import { analyze } from '../../server/src/analysis/analyze.ts';
import { neighbourTest, neighbourVerdicts } from '../../server/src/analysis/neighbours.ts';
import { allVersions } from '../../server/src/catalog/queries.ts';
import { parseYaml } from '../../server/src/manifest/parse.ts';
import { sample } from '../catalog/sample.ts';
import { catalogOf } from '../support/compiled.ts';

const SOURCE = { source: 'https://hub.example', checked: '2026-11-01' };
const VERSIONS = ['1.5.0', '1.4.0', '1.3.0', '1.2.0', '1.1.0'];
const LINES = [{ line: '1', versions: VERSIONS }];
const supported = (id: string, when: string, range: string) =>
  ({ when, with: id, level: 'supported', supported: range, ...SOURCE }) as const;

/** A hub that goes with any first and second, and from 1.3 on only with a newer third. */
const CATALOG = catalogOf({ name: 'made-up', version: '1', updated: '2026-11-01' }, [
  sample({
    id: 'hub',
    lines: LINES,
    compatibility: [
      supported('first', '*', '*'),
      supported('second', '*', '*'),
      supported('third', '>=1.3', '>=1.5'),
      supported('third', '<1.3', '*'),
    ],
  }),
  ...['first', 'second', 'third', 'stranger'].map((id) => sample({ id, lines: LINES })),
]);

test('the neighbour that refused the last version is asked first, and who has nothing to do with it is not asked', () => {
  const text = `components:\n${['stranger', 'first', 'second', 'third', 'hub'].map((id) => `  ${id}: 1.1.0\n`).join('')}`;
  const context = { catalog: CATALOG, date: '2026-11-24', severities: {} };
  const [stack] = analyze(parseYaml(text), context).stacks;
  const hub = stack?.pins.find(({ entry }) => entry.instance === 'hub');
  if (stack === undefined || hub?.component === undefined) throw new Error('No hub.');
  const asked: string[] = [];
  const isWell = neighbourTest(stack, hub, context, (verdict) => {
    asked.push(verdict);
    return verdict === 'compatible';
  });
  expect(allVersions(hub.component).map((version) => [version, isWell(version)])).toEqual([
    ['1.5.0', false],
    ['1.4.0', false],
    ['1.3.0', false],
    ['1.2.0', true],
    ['1.1.0', true],
  ]);
  // All three, then the third alone twice, then all three for each of those that are well.
  expect(asked.length).toBe(3 + 1 + 1 + 3 + 3);
  const verdicts = (version: string) => neighbourVerdicts(stack, hub, version, context).map(({ verdict }) => verdict);
  expect(verdicts('1.3.0')).toEqual(['unknown', 'compatible', 'compatible', 'unsupported']);
  expect(verdicts('1.2.0')).toEqual(['unknown', 'compatible', 'compatible', 'compatible']);
});
