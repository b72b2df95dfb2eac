import { expect, test } from 'vitest';
import { groupOfPin, versionGroup } from '../../../server/src/analysis/derivation/versionGroups.ts';
import { allVersions } from '../../../server/src/catalog/queries.ts';
import { sample } from '../../catalog/sample.ts';
import { check } from '../check.ts';

const component = sample({
  id: 'mesh',
  name: 'Mesh',
  lines: [
    { line: '2.3', versions: ['2.3.0-rc.1'] },
    { line: '2.2', versions: ['2.2.0', '2.2.1', '2.2.2'] },
    { line: '2.1', versions: ['2.1.0', '2.1.1'] },
    { line: '2.0', versions: ['2.0.0', '2.0.1'] },
    { line: '1.9', versions: ['1.9.0'] },
  ],
});
const words = (...versions: string[]): string => versionGroup(component, allVersions(component), versions).words;

test.each([
  ['one version', ['2.1.1'], '2.1.1'],
  ['a whole line', ['2.1.1', '2.1.0'], '2.1'],
  ['whole lines that adjoin', ['2.1.1', '2.1.0', '2.0.1', '2.0.0', '1.9.0'], '1.9 to 2.1'],
  ['a part of the last line', ['2.2.1', '2.2.0', '2.1.1', '2.1.0'], '2.1 to 2.2.1'],
  ['a part of the first line', ['2.2.2', '2.2.1', '2.2.0', '2.1.1'], '2.1.1 to 2.2'],
  ['a line that is left out between', ['2.2.2', '2.2.1', '2.2.0', '2.0.1', '2.0.0'], '2.0 or 2.2'],
  ['single versions here and there', ['2.2.2', '2.1.1', '2.0.1'], '2.0.1, 2.1.1 or 2.2.2'],
  ['many of these', ['2.2.2', '2.2.0', '2.1.1', '2.0.1', '1.9.0'], '1.9.0, 2.0.1, 2.1.1 to 2.2.0 or 1 more'],
  ['what no catalog lists', ['2.5.0'], '2.5.0'],
])('%s', (_, versions, expected) => {
  expect(words(...versions)).toBe(expected);
});

test('a pre-release between two versions does not part them', () => {
  const many = sample({ id: 'a', lines: [{ line: '1.0', versions: ['1.0.0', '1.0.1-rc.1', '1.0.1', '1.0.2'] }] });
  expect(versionGroup(many, allVersions(many), ['1.0.1', '1.0.0']).words).toBe('1.0.0 to 1.0.1');
});

test('of a pin, a line counts as whole when all of it is there that upstream released; what is no range is named as written', () => {
  const pinned = (text: string) => {
    const [pin] = check(`components:\n  cluster: "${text}"\n`).stacks[0]?.pins ?? [];
    if (pin?.component === undefined) throw new Error(`${text} is not known.`);
    return { ...pin, component: pin.component };
  };
  const range = pinned('>=1.2.5 <1.4');
  expect(groupOfPin(range, range.candidates).words).toBe('1.2.5 to 1.3');
  expect(groupOfPin(range, ['1.2.5']).words).toBe('1.2.5');
  const line = pinned('1.4');
  expect(groupOfPin(line, line.candidates).words).toBe('1.4');
  const exact = pinned('v1.4.1');
  expect(groupOfPin(exact, exact.candidates).words).toBe('v1.4.1');
});
