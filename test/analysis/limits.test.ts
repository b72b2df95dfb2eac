/** More than is judged or read is told once, where it is, and the rest is checked as ever. */
import { expect, test } from 'vitest';
import { MOST_READ } from '../../server/src/analysis/readAcknowledgements.ts';
import { MOST_JUDGED } from '../../server/src/analysis/seats.ts';
import { check, told } from './check.ts';

/** Pins of one component, each at a version of its own. */
function pins(component: string, line: string, count: number): string {
  const all = Array.from({ length: count }, (_, index) => {
    return `  ${component}-${index}: {component: ${component}, version: ${line}.${index}}\n`;
  });
  return all.join('');
}

test('a stack of more pairs than are judged', () => {
  const count = Math.ceil(Math.sqrt(MOST_JUDGED)) + 1;
  const body = `components:\n  oldie: 1.0.0\n${pins('cluster', '1.3', count)}${pins('mesh', '2.2', count)}`;
  const { findings, stacks } = check(body);
  expect(findings.filter(({ code }) => code === 'schema')).toMatchObject([
    {
      severity: 'warning',
      message:
        'More than 50,000 pairs of this stack have to be judged. What lies beyond is not, and counts as unknown: make several stacks of it.',
    },
  ]);
  // The rest is checked: what one pin alone has against it is told, and pairs up to the limit count as known.
  expect(findings.filter(({ components }) => components.includes('oldie')).map(({ code }) => code)).toEqual([
    'retired-component',
    'newer-than-catalog',
  ]);
  const [stack] = stacks;
  expect(stack?.coverage.pairsKnown).toBe(MOST_JUDGED);
  expect(stack?.coverage.pairs).toBe(count * count + 2 * count);
});

test('just as many pairs as are judged say nothing', () => {
  const [few, many] = [200, MOST_JUDGED / 200];
  const { findings, stacks } = check(`components:\n${pins('cluster', '1.3', few)}${pins('mesh', '2.2', many)}`);
  expect(findings.filter(({ code }) => code === 'schema')).toEqual([]);
  expect(stacks[0]?.coverage.pairsKnown).toBe(MOST_JUDGED);
});

test('more acknowledgements than are read', () => {
  const entry = '  - {code: untested, reason: "tried"}\n';
  const analysis = check(`components:\n  cluster: 1.3.2\nacknowledge:\n${entry.repeat(MOST_READ + 2)}`);
  expect(told(analysis).filter((one) => one.startsWith('schema'))).toEqual([
    'schema [{code: untested, reason: "tried"}] Only the first 10,000 acknowledgements are read: from here on they accept nothing.',
  ]);
});

test('more comments that accept findings than are read', () => {
  const comments = '# stackpin-ignore: untested -- tried\n'.repeat(MOST_READ + 1);
  const found = told(check(`components:\n${comments}  cluster: 1.3.2\n`)).filter((one) => one.startsWith('schema'));
  expect(found.map((one) => one.replace(/^schema \[.*?\] /s, ''))).toEqual([
    'Only the first 10,000 acknowledgements are read: from here on they accept nothing.',
  ]);
});
