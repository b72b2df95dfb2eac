import { expect, test } from 'vitest';
import { supportBar } from '../../server/src/features/supportBar.ts';

const LINE = { released: '2026-01-01', ends: '2026-12-31', ended: false };

test.each([
  ['2026-01-01', '██████████'],
  ['2026-07-02', '█████░░░░░'],
  ['2026-12-31', '█░░░░░░░░░'],
])('on %s', (date, bar) => {
  expect(supportBar(LINE, date)).toBe(bar);
});

test('none where a day is not known; empty where support has ended, whenever that was', () => {
  expect(supportBar({ ...LINE, released: undefined }, '2026-07-02')).toBeUndefined();
  expect(supportBar({ ...LINE, ends: undefined }, '2026-07-02')).toBeUndefined();
  expect(supportBar({ released: undefined, ends: undefined, ended: true }, '2026-07-02')).toBe('░░░░░░░░░░');
});
