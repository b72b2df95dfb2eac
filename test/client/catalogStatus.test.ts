/** What the language status says: the words, and when they are a warning. */
import { expect, test, vi } from 'vitest';

vi.mock('vscode', () => ({
  LanguageStatusSeverity: { Information: 0, Warning: 1, Error: 2 },
  l10n: {
    t: (text: string, ...args: unknown[]) => text.replace(/\{(\d)\}/g, (_, at) => String(args[Number(at)])),
  },
}));

const { catalogLine, coverageLine } = await import('../../client/src/catalogStatusWords.ts');

const of = (days: number) => catalogLine({ version: '2026.11.0', updated: '2026-11-24', days });

test('a catalog is called old after 180 days, and not before', () => {
  const output = { command: 'stackpin.showOutput', title: 'Show Output' };
  const newer = { command: 'extension.open', title: 'Look for a newer one', arguments: ['stackpin.stackpin'] };
  const text = 'Catalog 2026.11.0';
  expect(of(0)).toEqual({ severity: 0, text, detail: 'of 2026-11-24', command: output });
  expect(of(1)).toEqual({ severity: 0, text, detail: 'of 2026-11-24, 1 day old', command: output });
  expect(of(180)).toEqual({ severity: 0, text, detail: 'of 2026-11-24, 180 days old', command: output });
  expect(of(181)).toEqual({ severity: 1, text, detail: 'of 2026-11-24, 181 days old', command: newer });
  expect(catalogLine(null)).toEqual({
    severity: 1,
    text: 'No catalog',
    detail: 'it could not be read',
    command: output,
  });
});

test('coverage is that of all stacks of the manifest', () => {
  const command = { command: 'stackpin.showReport', title: 'Show Report' };
  const one = { pairs: 45, pairsKnown: 31 };
  const severity = 0;
  expect(coverageLine([one])).toEqual({
    severity,
    text: '31 of 45 pairs have a statement',
    detail: '1 stack',
    command,
  });
  expect(coverageLine([one, { pairs: 3, pairsKnown: 0 }])).toEqual({
    severity,
    text: '31 of 48 pairs have a statement',
    detail: '2 stacks',
    command,
  });
});
