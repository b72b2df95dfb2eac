import { expect, test } from 'vitest';
import { toDiagnostics } from '../../server/src/features/diagnostics.ts';
import { expectDiagnostics, readMarkers } from '../support/markers.ts';
import { ALL, NOTHING, open, URI } from './open.ts';

const HEAD = 'apiVersion: stackpin/v1\nkind: Stack\n';
const DOCS = 'https://github.com/stackpin/stackpin/blob/main/docs/diagnostics';

test('every finding is one diagnostic at its place', () => {
  const file = readMarkers(
    `
apiVersion: stackpin/v1
kind: Stack
metadata: {name: "🚀", owner: me}
#                      ^^^^^ schema: Unknown key "owner" in "metadata". Known keys are name, description and labels.
components:
  kubernetes: 1.34.2
  istio: '1.22.8'
#        ^^^^^^^^ incompatible: Istio 1.22.8 does not work with Kubernetes 1.34.2. It uses an interface that 1.34 removed.
#        ^^^^^^^^ end-of-life: Support for Istio 1.22 ended on 2026-01-31.
  weave-net: 2.8.1
# ^^^^^^^^^ retired-component: Weave Net has been retired by its project since 2024-06-20. What people move to: Cilium.
  mine: 1.30
# ^^^^ unknown-component: "mine" is in no catalog, so nothing is known about it.
#       ^^^^ unquoted-version: Without quotes, other YAML readers see the number 1.3 here, not the version 1.30. Write "1.30".
`.trimStart(),
  );
  const diagnostics = toDiagnostics(open(file.text), ALL.diagnostics);
  expectDiagnostics(
    file,
    diagnostics.map(({ range, code, message }) => ({ range, code, message: String(message) })),
  );
});

test('a client that understands everything gets everything', () => {
  const checked = open(`${HEAD}components:\n  kubernetes: 1.34.2\n  istio: 1.22.8\n`, { 'end-of-life': 'off' });
  expect(toDiagnostics(checked, ALL.diagnostics)).toEqual([
    {
      range: { start: { line: 4, character: 9 }, end: { line: 4, character: 15 } },
      severity: 1,
      code: 'incompatible',
      source: 'stackpin',
      message: 'Istio 1.22.8 does not work with Kubernetes 1.34.2. It uses an interface that 1.34 removed.',
      codeDescription: { href: 'https://istio.example/1.22' },
      relatedInformation: [
        {
          location: { uri: URI, range: { start: { line: 3, character: 2 }, end: { line: 3, character: 20 } } },
          message: 'Kubernetes 1.34.2 is pinned here.',
        },
      ],
      data: {
        code: 'incompatible',
        version: 7,
        range: { start: 78, end: 84 },
        fix: {
          kind: 'pins',
          goal: 'fits',
          pins: [
            { document: 0, environment: null, instance: 'istio' },
            { document: 0, environment: null, instance: 'kubernetes' },
          ],
        },
      },
    },
  ]);
});

test('a client that understands nothing more gets the plain form', () => {
  const checked = open(`${HEAD}components:\n  kubernetes: 1.34.2\n  istio: 1.22.8\n`, { 'end-of-life': 'off' });
  expect(toDiagnostics(checked, NOTHING.diagnostics)).toEqual([
    {
      range: { start: { line: 4, character: 9 }, end: { line: 4, character: 15 } },
      severity: 1,
      code: 'incompatible',
      source: 'stackpin',
      message: 'Istio 1.22.8 does not work with Kubernetes 1.34.2. It uses an interface that 1.34 removed.',
    },
  ]);
});

test('the address is our own page where no single statement is behind the finding', () => {
  const checked = open(`${HEAD}components:\n  mine: 1.0.0\n`);
  expect(
    toDiagnostics(checked, ALL.diagnostics).map(({ code, codeDescription }) => [code, codeDescription?.href]),
  ).toEqual([['unknown-component', `${DOCS}/unknown-component.md`]]);
});

test('severities and tags', () => {
  const text = `${HEAD}components:\n  kubernetes: 1.34.1\n  weave-net: 2.8.1\n  mine: 1.0.0\n`;
  const shown = (traits = ALL) =>
    toDiagnostics(open(text), traits.diagnostics).map(({ code, severity, tags }) => [code, severity, tags]);
  expect(shown()).toEqual([
    ['outdated-patch', 4, undefined],
    ['retired-component', 2, [2]],
    ['unknown-component', 3, undefined],
  ]);
  expect(shown({ ...ALL, diagnostics: { ...ALL.diagnostics, tags: [1] } })).toEqual([
    ['outdated-patch', 4, undefined],
    ['retired-component', 2, undefined],
    ['unknown-component', 3, undefined],
  ]);
});

test('ranges count UTF-16 units, and lines end as LSP says', () => {
  const checked = open(
    `${HEAD}metadata: {name: "🚀", description: "é"}\r\ncomponents: {weave-net: 2.8.1, mine: 1.0.0}\r\n`,
  );
  expect(toDiagnostics(checked, NOTHING.diagnostics).map(({ code, range }) => [code, range])).toEqual([
    ['retired-component', { start: { line: 3, character: 13 }, end: { line: 3, character: 22 } }],
    ['unknown-component', { start: { line: 3, character: 31 }, end: { line: 3, character: 35 } }],
  ]);
});
