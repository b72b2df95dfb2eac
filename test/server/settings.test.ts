import { expect, test } from 'vitest';
import { readInitializationOptions, readSettings, sectionOf } from '../../server/src/workspace/settings.ts';

const NONE = { settings: { severity: {}, catalogs: [] }, problems: [] };

test.each([[undefined], [null], [{}], [{ severity: null, catalogs: null }], [{ severity: {}, catalogs: [] }]])(
  'settings %j are no settings',
  (value) => {
    expect(readSettings(value)).toEqual(NONE);
    expect(readInitializationOptions(value)).toEqual({ ...NONE, asOf: undefined, bundledCatalog: undefined });
    expect(readInitializationOptions({ stackpin: value })).toEqual({
      ...NONE,
      asOf: undefined,
      bundledCatalog: undefined,
    });
  },
);

test('good settings are taken', () => {
  const value = {
    severity: { untested: 'off', yaml: 'hint' },
    catalogs: ['./a.catalog.yaml'],
    inlayHints: { enabled: false },
    drift: { sources: ['deploy'] },
    trace: { server: 'off' },
  };
  const settings = {
    severity: { untested: 'off', yaml: 'hint' },
    catalogs: ['./a.catalog.yaml'],
    inlayHints: false,
    driftSources: ['deploy'],
  };
  expect(readSettings(value)).toEqual({ settings, problems: [] });
  expect(readInitializationOptions({ ...value, asOf: '2026-01-31' })).toEqual({
    settings,
    problems: [],
    asOf: '2026-01-31',
    bundledCatalog: undefined,
  });
  const bundledCatalog = 'https://cdn.example/c.jsonl';
  expect(readInitializationOptions({ stackpin: { bundledCatalog } })).toEqual({
    ...NONE,
    asOf: undefined,
    bundledCatalog,
  });
  expect(readInitializationOptions({ stackpin: { ...value, asOf: '2024-02-29' } }).asOf).toBe('2024-02-29');
});

test.each<[unknown, string[]]>([
  ['loud', ['The settings of Stackpin have to be an object, not "loud". They are ignored.']],
  [[1], ['The settings of Stackpin have to be an object, not [1]. They are ignored.']],
  [{ sevirity: {} }, ['stackpin.sevirity is no setting of Stackpin. It is ignored.']],
  [{ asOf: '2026-01-31' }, ['stackpin.asOf is no setting of Stackpin. It is ignored.']],
  [{ drift: [] }, ['stackpin.drift has to be an object like {"sources": ["deploy"]}, not []. It is ignored.']],
  [
    { drift: { sources: 'deploy' } },
    ['stackpin.drift.sources has to be a list of paths, not "deploy". It is ignored.'],
  ],
  [{ severity: 'off' }, ['stackpin.severity has to be an object of codes and severities, not "off". It is ignored.']],
  [
    { severity: { nope: 'off', yaml: 'loud', schema: 3, untested: null } },
    [
      'stackpin.severity names the code "nope", which does not exist. It is ignored.',
      'stackpin.severity.yaml has to be one of error, warning, information, hint, off, not "loud". It is ignored.',
      'stackpin.severity.schema has to be one of error, warning, information, hint, off, not 3. It is ignored.',
    ],
  ],
  [
    { severity: { constructor: 'off' } },
    ['stackpin.severity names the code "constructor", which does not exist. It is ignored.'],
  ],
  [
    { inlayHints: false },
    ['stackpin.inlayHints has to be an object like {"enabled": true}, not false. It is ignored.'],
  ],
  [
    { inlayHints: { enabled: 'no' } },
    ['stackpin.inlayHints.enabled has to be true or false, not "no". It is ignored.'],
  ],
  [{ inlayHints: { support: 1 } }, ['stackpin.inlayHints.support has to be true or false, not 1. It is ignored.']],
  [{ catalogs: './a' }, ['stackpin.catalogs has to be a list of paths, not "./a". It is ignored.']],
  [
    { catalogs: [7, ' '] },
    [
      'stackpin.catalogs has an entry that is no path: 7. It is ignored.',
      'stackpin.catalogs has an entry that is no path: " ". It is ignored.',
    ],
  ],
])('settings %j are told and left out', (value, problems) => {
  expect(readSettings(value)).toEqual({ ...NONE, problems });
});

test.each(['2026-02-30', '2026-13-01', '26-01-01', '', 20260101, 'today'])('asOf %j is no day', (asOf) => {
  expect(readInitializationOptions({ asOf })).toEqual({
    ...NONE,
    problems: [`asOf has to be a day like 2026-01-31, not ${JSON.stringify(asOf)}. Today is used.`],
    asOf: undefined,
  });
});

test.each([7, '', ' ', {}])('bundledCatalog %j is no address', (bundledCatalog) => {
  const problem = `bundledCatalog has to be the address of a file, not ${JSON.stringify(bundledCatalog)}. It is ignored.`;
  expect(readInitializationOptions({ bundledCatalog })).toEqual({
    ...NONE,
    problems: [problem],
    asOf: undefined,
    bundledCatalog: undefined,
  });
});

test('didChangeConfiguration carries a section, or nothing', () => {
  expect(sectionOf({ stackpin: { severity: {} } })).toEqual({ severity: {} });
  expect([sectionOf(undefined), sectionOf(null), sectionOf({}), sectionOf('x')]).toEqual([
    undefined,
    undefined,
    undefined,
    undefined,
  ]);
});
