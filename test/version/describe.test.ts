import { describe, expect, test } from 'vitest';
import { describeRange, type Scheme } from '../../server/src/version/index.ts';

/** Ubuntu's look: 24.04. */
const twoDigits = (numbers: readonly number[]): string =>
  numbers.map((number, i) => (i === 1 ? String(number).padStart(2, '0') : String(number))).join('.');

describe('describeRange', () => {
  test.each<[text: string, words: string]>([
    ['*', 'any version'],
    ['>=0.0.0', 'any version'],
    ['>=1.30.0 <1.35.0', '1.30 to 1.34'],
    ['>=1.30 <1.35', '1.30 to 1.34'],
    ['>=1.31.0 <1.32.0', '1.31'],
    ['1.31', '1.31'],
    ['1.31.x', '1.31'],
    ['1.30 - 1.34', '1.30 to 1.34'],
    ['>=1.30.2 <1.35.0', '1.30.2 to 1.34'],
    ['>=1.30 <2.3', '1.30 to 2.2'],
    ['>=17.0.0 <18.0.0', '17'],
    ['>=17.0.0 <20.0.0', '17 to 19'],
    ['1.x', '1'],
    ['>=2.0.0', '2.0 and later'],
    ['>=1.28.3', '1.28.3 and later'],
    ['>=1.22.0-0', '1.22 and later'],
    ['>1.28', '1.29 and later'],
    ['>1.28.3', 'later than 1.28.3'],
    ['<1.24.0', 'before 1.24'],
    ['<1.24.3', 'before 1.24.3'],
    ['<2.0.0-0', 'before 2.0'],
    ['<=1.24', 'before 1.25'],
    ['<=1.24.3', '1.24.3 and earlier'],
    ['<=1.24.0', '1.24.0 and earlier'],
    ['1.0.2', '1.0.2'],
    ['1.30.0', '1.30.0'],
    ['>=1.2.3 <=1.2.3', '1.2.3'],
    ['>=1.28.0 <=1.29.3', '1.28 to 1.29.3'],
    ['>=1.28.0 <=1.29.0', '1.28 to 1.29.0'],
    ['>1.28.0 <=1.29.3', 'later than 1.28.0 and up to 1.29.3'],
    ['>1.28.0 <1.30.0', 'later than 1.28.0 and before 1.30'],
    // The last line within has no name, or the end lies inside a line.
    ['>=1.30.0 <1.34.5', '1.30 up to but not including 1.34.5'],
    ['>=1.30.2 <1.31.0', '1.30.2 up to but not including 1.31'],
    ['>=1.30.2 <1.30.5', '1.30.2 up to but not including 1.30.5'],
    ['^1.34', '1.34 up to but not including 2.0'],
    ['>=1.30 <3', '1.30 up to but not including 3.0'],
    // Alternatives.
    ['1.33 || 1.35', '1.33 or 1.35'],
    ['1.30.1 || 1.30.4 || >=1.32', '1.30.1, 1.30.4 or 1.32 and later'],
    ['>=16.0.0 <17.0.0 || >=18.0.0 <19.0.0', '16 or 18'],
    ['>=1.26.0 <1.27.0 || >=1.27.0 <1.28.0 || >=1.29.0 <1.30.0', '1.26 to 1.27 or 1.29'],
    ['>=1.26 <1.27 || >=1.27 || *', 'any version'],
    // The tightest limits count.
    ['>=1.30 >=1.32 <1.35 <2', '1.32 to 1.34'],
    ['^1.30 <1.33', '1.30 to 1.32'],
    ['>1.30.0 >=1.30.0', 'later than 1.30.0'],
    // Suffixes are kept.
    ['>=1.33.5-gke.1080000 <1.34', '1.33.5-gke.1080000 up to but not including 1.34'],
    ['1.33.5+k3s1', '1.33.5+k3s1'],
    ['<1.5.0-rc.1', 'before 1.5.0-rc.1'],
    // As written: nothing within, or no range.
    ['<*', '<*'],
    ['>2 <1', '>2 <1'],
    ['>=1.2.3 <1.2.3', '>=1.2.3 <1.2.3'],
    ['1.33 || <*', '1.33'],
    [' one of these days ', 'one of these days'],
    ['', ''],
  ])('%s is "%s"', (text, words) => {
    expect(describeRange(text, 'semver')).toBe(words);
  });

  test.each<[text: string, scheme: Scheme, words: string]>([
    ['>=24.4.0 <24.5.0', 'two-part', '24.04'],
    ['24.04', 'two-part', '24.04'],
    ['>=24.04', 'two-part', '24.04 and later'],
    ['<22.04', 'two-part', 'before 22.04'],
    ['>=24.04 <24.11', 'two-part', '24.04 to 24.10'],
    ['>=24.04 <26.04', 'two-part', '24.04 up to but not including 26.04'],
    ['>=20.4.0 <20.5.0 || >=22.4.0 <22.5.0', 'two-part', '20.04 or 22.04'],
    ['<=24.04.1', 'two-part', '24.04.1 and earlier'],
  ])('%s as %s in the look of 24.04 is "%s"', (text, scheme, words) => {
    expect(describeRange(text, scheme, twoDigits)).toBe(words);
  });

  test.each<[text: string, scheme: Scheme, words: string]>([
    // Without a printer, the look is that of the range.
    ['>=24.04 <24.05', 'two-part', '24.04'],
    ['>=24.04 <26.04', 'two-part', '24.04 up to but not including 26.04'],
    ['22.04 || 24.10', 'two-part', '22.04 or 24.10'],
    ['>=24.4.0 <24.5.0', 'two-part', '24.4'],
    ['>=9.1.0.0200', 'four-part', '9.1.0.0200 and later'],
    ['>=1.0 <1.10', 'two-part', '1.0 to 1.9'],
    ['>=8.0 U2 <9', 'two-part', '8.0 U2 up to but not including 9.0'],
    ['8.0 U3', 'two-part', '8.0 U3'],
    ['~4.20.1.0', 'four-part', '4.20.1 up to but not including 4.21'],
    ['>=4.19.0.0 <4.21.0.0', 'four-part', '4.19 to 4.20'],
    ['4.20.1.x', 'four-part', '4.20.1'],
    ['<=4.20.1.1', 'four-part', '4.20.1.1 and earlier'],
    ['>=2025.1 <2025.3', 'calendar', '2025.1 to 2025.2'],
    ['>=2025.1 <2026.1', 'calendar', '2025.1 up to but not including 2026.1'],
    ['>=2025-01-18T00-31-37Z', 'calendar', '2025-01-18T00-31-37Z and later'],
    ['<22h2', 'calendar', 'before 22h2'],
    ['>=8', 'integer', '8 and later'],
    ['>=8 <10', 'integer', '8 to 9'],
    ['9', 'integer', '9'],
    ['>=8.4 <10', 'integer', '8.4 up to but not including 10'],
    ['<9', 'integer', 'before 9'],
    ['Hoxton', 'codename', 'Hoxton'],
    ['>=Greenwich.SR3 <Ilford', 'codename', 'Greenwich.SR3 up to but not including Ilford'],
    ['>=Hoxton.SR1 <2020.0.0', 'codename', 'Hoxton.SR1 up to but not including 2020.0.0'],
    ['2020.0.5', 'codename', '2020.0.5'],
  ])('%s as %s is "%s"', (text, scheme, words) => {
    expect(describeRange(text, scheme)).toBe(words);
  });
});
