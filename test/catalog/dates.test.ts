import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addDays, addMonths, daysBetween, isIsoDate } from '../../server/src/catalog/dates.ts';

/** Days from 1900 to 2199, by the platform's own calendar: the oracle. */
const days = fc
  .integer({ min: Date.UTC(1900, 0, 1) / 86_400_000, max: Date.UTC(2199, 11, 31) / 86_400_000 })
  .map((day) => new Date(day * 86_400_000));
const iso = (date: Date) => date.toISOString().slice(0, 10);

test('days are added across months, years and leap days', () => {
  expect(addDays('2026-11-24', 90)).toBe('2027-02-22');
  expect(addDays('2024-02-28', 1)).toBe('2024-02-29');
  expect(addDays('2025-02-28', 1)).toBe('2025-03-01');
  expect(addDays('2026-01-01', -1)).toBe('2025-12-31');
  expect(addDays('1900-02-28', 1)).toBe('1900-03-01');
  expect(addDays('2000-02-28', 1)).toBe('2000-02-29');
});

test('months keep the day, or take the last one of a shorter month', () => {
  expect(addMonths('2026-01-31', 1)).toBe('2026-02-28');
  expect(addMonths('2024-01-31', 1)).toBe('2024-02-29');
  expect(addMonths('2025-11-05', 14)).toBe('2027-01-05');
  expect(addMonths('2026-03-15', -3)).toBe('2025-12-15');
  expect(addMonths('2026-03-15', 0)).toBe('2026-03-15');
});

test('days between two dates are signed', () => {
  expect(daysBetween('2026-11-24', '2026-11-24')).toBe(0);
  expect(daysBetween('2026-11-24', '2026-12-02')).toBe(8);
  expect(daysBetween('2026-12-02', '2026-11-24')).toBe(-8);
  expect(daysBetween('2023-12-31', '2024-12-31')).toBe(366);
});

test('a date has to be a day of the calendar', () => {
  expect(['2024-02-29', '2023-02-29', '2026-13-01', '2026-00-10', '2026-04-31', '2026-4-1', ''].map(isIsoDate)).toEqual(
    [true, false, false, false, false, false, false],
  );
});

test('day arithmetic agrees with the platform calendar', () => {
  fc.assert(
    fc.property(days, days, (a, b) => {
      const apart = (b.getTime() - a.getTime()) / 86_400_000;
      expect(daysBetween(iso(a), iso(b))).toBe(apart);
      expect(addDays(iso(a), apart)).toBe(iso(b));
      expect(isIsoDate(iso(a))).toBe(true);
    }),
  );
});
