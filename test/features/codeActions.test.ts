import { expect, test } from 'vitest';
import type { CodeAction, Diagnostic } from 'vscode-languageserver-types';
import { codeActions } from '../../server/src/features/codeActions.ts';
import { toDiagnostics } from '../../server/src/features/diagnostics.ts';
import { ALL, applied, open, URI } from './open.ts';

const HEAD = 'apiVersion: stackpin/v1\nkind: Stack\n';

function codes(text: string): unknown[] {
  return toDiagnostics(open(text), ALL.diagnostics).map(({ code }) => code);
}

/** The actions for the diagnostics of a code. */
function actionsFor(text: string, code: string, only?: string[]): CodeAction[] {
  const checked = open(text);
  const diagnostics = toDiagnostics(checked, ALL.diagnostics).filter((one) => one.code === code);
  return codeActions(checked, { diagnostics, ...(only === undefined ? {} : { only }) }, ALL.codeActions);
}

function after(text: string, action: CodeAction | undefined): string {
  const [change] = action?.edit?.documentChanges ?? [];
  if (change === undefined || !('edits' in change)) throw new Error('The action has no edit.');
  return applied(text, change.edits as Parameters<typeof applied>[1]);
}

test('an action is a whole one: title, kind, diagnostic, preferred, edit of this version', () => {
  const text = `${HEAD}components:\n  kuberntes: 1.34.2\n`;
  const checked = open(text);
  const diagnostics = toDiagnostics(checked, ALL.diagnostics);
  expect(codeActions(checked, { diagnostics }, ALL.codeActions)).toEqual([
    {
      title: 'Change to kubernetes',
      kind: 'quickfix',
      diagnostics,
      isPreferred: true,
      edit: {
        documentChanges: [
          {
            textDocument: { uri: URI, version: 7 },
            edits: [
              {
                range: { start: { line: 3, character: 2 }, end: { line: 3, character: 11 } },
                newText: 'kubernetes',
              },
            ],
          },
        ],
      },
    },
  ]);
});

test('a client without documentChanges gets changes', () => {
  const checked = open(`${HEAD}components:\n  kuberntes: 1.34.2\n`);
  const diagnostics = toDiagnostics(checked, ALL.diagnostics);
  const [action] = codeActions(checked, { diagnostics }, { literals: true, documentChanges: false });
  expect(action?.edit).toEqual({
    changes: {
      [URI]: [{ range: { start: { line: 3, character: 2 }, end: { line: 3, character: 11 } }, newText: 'kubernetes' }],
    },
  });
});

const FIXES: [what: string, code: string, before: string, title: string, after: string, left: string[]][] = [
  [
    'a component whose name is nearly right',
    'unknown-component',
    'components:\n  # ours\n  k8s: 1.34.2 # pinned\n',
    'Change to kubernetes',
    'components:\n  # ours\n  kubernetes: 1.34.2 # pinned\n',
    [],
  ],
  [
    'a key that is nearly right',
    'schema',
    'components:\n  kubernetes:\n    verison: 1.34.2\n',
    'Change to "version"',
    'components:\n  kubernetes:\n    version: 1.34.2\n',
    [],
  ],
  [
    'a version that YAML reads as a number',
    'unquoted-version',
    'components: {mine: 1.30, cilium: 1.19.0}\n',
    'Quote the version: "1.30"',
    'components: {mine: "1.30", cilium: 1.19.0}\n',
    ['unknown-component'],
  ],
  [
    'the side of a pair that speaks',
    'unsupported',
    "components:\n  kubernetes: 1.34.2\n  istio: '1.27.4'\n",
    'Set istio to 1.28.1: resolves 2 findings',
    "components:\n  kubernetes: 1.34.2\n  istio: '1.28.1'\n",
    [],
  ],
  [
    'the other side of the pair',
    'unsupported',
    'components:\n  kubernetes: 1.34.2\n  istio: 1.27.4\n',
    'Set kubernetes to 1.33.5: resolves 1 finding',
    'components:\n  kubernetes: 1.33.5\n  istio: 1.27.4\n',
    ['end-of-life-soon'],
  ],
  [
    'a withdrawn version',
    'withdrawn-version',
    'components:\n  db: {component: postgresql, version: "17.5"}\n',
    'Set db to 17.6: resolves 2 findings',
    'components:\n  db: {component: postgresql, version: "17.6"}\n',
    [],
  ],
];

test.each(FIXES)('fixes %s', (_, code, before, title, wanted, left) => {
  const actions = actionsFor(HEAD + before, code);
  const action = actions.find((one) => one.title === title);
  expect(actions.map((one) => one.title)).toContain(title);
  const fixed = after(HEAD + before, action);
  expect(fixed).toBe(HEAD + wanted);
  expect(codes(fixed)).toEqual(left);
});

test('equal edits for two findings are one action with both', () => {
  const [action, ...more] = actionsOfAll(`${HEAD}components:\n  db: {component: postgresql, version: "17.5"}\n`);
  expect(action?.title).toBe('Set db to 17.6: resolves 2 findings');
  expect(action?.diagnostics?.map(({ code }) => code)).toEqual(['outdated-patch', 'withdrawn-version']);
  expect(more.map(({ title }) => title)).toEqual([
    'Acknowledge outdated-patch for db until 2027-02-22',
    'Acknowledge withdrawn-version for db until 2027-02-22',
    'Acknowledge outdated-patch for db until 2027-02-22, in the whole document',
    'Acknowledge withdrawn-version for db until 2027-02-22, in the whole document',
  ]);
});

function actionsOfAll(text: string): CodeAction[] {
  const checked = open(text);
  return codeActions(checked, { diagnostics: toDiagnostics(checked, ALL.diagnostics) }, ALL.codeActions);
}

test.each([
  [['quickfix'], 1],
  [[''], 1],
  [['refactor', 'quickfix'], 1],
  [['quickfix.other'], 0],
  [['quick'], 0],
  [['source.fixAll'], 0],
  [[], 0],
])('only %j gives %i actions', (only, count) => {
  const actions = actionsFor(`${HEAD}components:\n  k8s: 1.34.2\n`, 'unknown-component', only);
  expect(actions.map(({ title }) => title)).toEqual(Array(count).fill('Change to kubernetes'));
});

const withKind = (kind: string) => `apiVersion: stackpin/v1\nkind:${kind}\ncomponents: {}\n`;

test.each([
  ['', ' Stack'],
  ['  ', ' Stack'],
  [' # ours', ' Stack # ours'],
  [' Stak', ' Stack'],
  [" 'Stak' # ours", ' Stack # ours'],
  [' []', ' Stack'],
])('a value that has to be another, or is missing, is written in its place: "kind:%s"', (before, now) => {
  const text = withKind(before);
  const [action, ...more] = actionsFor(text, 'schema');
  expect(more).toEqual([]);
  expect(action?.title).toBe('Change to "Stack"');
  expect(after(text, action)).toBe(withKind(now));
});

test.each([
  [' {}: }', 'the rest of the line is no YAML and would be read as something else'],
  [' !', 'there is a tag and nothing more'],
  ['\n  a: 1\n  b: 2', 'a part of it would be left'],
  [' |\n  Stak', 'the next line would follow at once'],
])('nothing is written in its place in "kind:%s": %s', (before) => {
  expect(actionsFor(withKind(before), 'schema').map(({ title }) => title)).toEqual([]);
});

test('a component that has ended is replaced by what takes its place', () => {
  const text = `${HEAD}components:\n  weave-net: 2.8.1\n`;
  const [action] = actionsFor(text, 'retired-component');
  expect(action?.title).toBe('Replace weave-net by cilium 1.19.0: resolves 1 finding');
  expect(action).not.toHaveProperty('isPreferred');
  expect(after(text, action)).toBe(`${HEAD}components:\n  cilium: 1.19.0\n`);
});

test('what is not mended can be accepted, in its place or for the whole document', () => {
  const text = `${HEAD}components:\n  weave-net: {version: 2.8.1, locked: true}\npolicy: {}\n`;
  const [comment, entry, ...more] = actionsFor(text, 'retired-component');
  expect(more).toEqual([]);
  expect(comment?.title).toBe('Acknowledge retired-component for weave-net until 2027-02-22');
  expect(entry?.title).toBe('Acknowledge retired-component for weave-net until 2027-02-22, in the whole document');
  for (const action of [comment, entry]) expect(action).not.toHaveProperty('isPreferred');
  expect(after(text, comment)).toBe(
    `${HEAD}components:\n  # stackpin-ignore-next-line retired-component until 2027-02-22: accepted on 2026-11-24\n  weave-net: {version: 2.8.1, locked: true}\npolicy: {}\n`,
  );
  expect(after(text, entry)).toBe(
    `${text}acknowledge:\n  - code: retired-component\n    between: [weave-net]\n    reason: accepted on 2026-11-24\n    until: 2027-02-22\n`,
  );
  for (const action of [comment, entry]) expect(codes(after(text, action))).toEqual([]);
});

test('a finding without a fix that is not to be accepted has no action', () => {
  expect(actionsFor(`${HEAD}extends: [../../gone.stack.yaml]\nkinds: 1\n`, 'schema')).toEqual([]);
  expect(actionsFor(`${HEAD}components:\n  mine: 1.0.0\n`, 'unknown-component')).toEqual([]);
});

test('what hides nothing is removed, also with data that comes back from the client', () => {
  const text = `${HEAD}components:\n  kubernetes: 1.34.2 # stackpin-ignore untested: tried\n`;
  const checked = open(text);
  const diagnostics = toDiagnostics(checked, ALL.diagnostics);
  expect(diagnostics.map(({ code, tags }) => [code, tags])).toEqual([['unused-acknowledgement', [1]]]);
  const returned: Diagnostic[] = JSON.parse(JSON.stringify(diagnostics));
  for (const given of [
    diagnostics,
    returned,
    diagnostics.map((one) => ({ ...one, data: { fix: { kind: 'changes' } } })),
  ]) {
    const [action] = codeActions(checked, { diagnostics: given }, ALL.codeActions);
    expect(action?.title).toBe('Remove this comment');
    expect(after(text, action)).toBe(`${HEAD}components:\n  kubernetes: 1.34.2\n`);
  }
});

test.each([
  ['dropped by the client', undefined],
  [
    'of an older version of the document',
    {
      version: 6,
      code: 'unknown-component',
      range: { start: 0, end: 3 },
      fix: { kind: 'replace', choices: [{ title: 'Old', newText: 'old' }] },
    },
  ],
  ['that is no data of ours', { fix: 'rm -rf' }],
])('data %s: the finding that stands there now is fixed', (_, data) => {
  const text = `${HEAD}components:\n  k8s: 1.34.2\n`;
  const checked = open(text);
  const diagnostics = toDiagnostics(checked, ALL.diagnostics).map(
    ({ data: _dropped, ...rest }): Diagnostic => ({ ...rest, data }),
  );
  const [action] = codeActions(checked, { diagnostics }, ALL.codeActions);
  expect(after(text, action)).toBe(`${HEAD}components:\n  kubernetes: 1.34.2\n`);
});

test("another tool's diagnostics and vanished findings have no action", () => {
  const checked = open(`${HEAD}components:\n  k8s: 1.34.2\n`);
  const [ours] = toDiagnostics(checked, ALL.diagnostics);
  if (ours === undefined) throw new Error('There is no diagnostic.');
  const elsewhere = { start: { line: 0, character: 0 }, end: { line: 0, character: 3 } };
  const diagnostics = [
    { ...ours, source: 'yaml' },
    { ...ours, data: undefined, range: elsewhere },
  ];
  expect(codeActions(checked, { diagnostics }, ALL.codeActions)).toEqual([]);
});
