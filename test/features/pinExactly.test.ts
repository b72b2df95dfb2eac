import { expect, test } from 'vitest';
import {
  type CodeAction,
  type CodeActionContext,
  CodeActionTriggerKind,
  type TextEdit,
} from 'vscode-languageserver-types';
import { codeActions } from '../../server/src/features/codeActions.ts';
import { toDiagnostics } from '../../server/src/features/diagnostics.ts';
import { pinExactly } from '../../server/src/features/pinExactly.ts';
import { ALL, applied, cursorIn, open, URI } from './open.ts';

const HEAD = 'apiVersion: stackpin/v1\nkind: Stack\n';
const REFACTOR = { diagnostics: [], only: ['refactor'] };
const SOURCE = { diagnostics: [], only: ['source'] };

/** The actions at the cursor of a body, by their titles: the body after each. */
function actionsAt(marked: string, context: CodeActionContext): { [title: string]: string } {
  const { text, position } = cursorIn(HEAD + marked);
  const actions = pinExactly(open(text), { start: position, end: position }, context, ALL.codeActions);
  return Object.fromEntries(actions.map((action) => [action.title, after(text, action).slice(HEAD.length)]));
}

function after(text: string, { edit }: CodeAction): string {
  const [change] = edit?.documentChanges ?? [];
  if (change === undefined || !('edits' in change)) throw new Error('The action has no edit.');
  return applied(text, change.edits as TextEdit[]);
}

test('an action is a whole one: title, kind, edit of this version', () => {
  const { text, position } = cursorIn(`${HEAD}components:\n  kubernetes: "1.$034"\n`);
  const edits = [
    { range: { start: { line: 3, character: 14 }, end: { line: 3, character: 20 } }, newText: '"1.34.2"' },
  ];
  const range = { start: position, end: position };
  expect(pinExactly(open(text), range, REFACTOR, ALL.codeActions)).toEqual([
    {
      title: 'Pin kubernetes exactly: 1.34.2',
      kind: 'refactor.rewrite',
      edit: { documentChanges: [{ textDocument: { uri: URI, version: 7 }, edits }] },
    },
  ]);
  expect(pinExactly(open(text), range, SOURCE, { literals: true, documentChanges: false })).toEqual([
    { title: 'Pin all ranges exactly (1 pin)', kind: 'source.pinAll.stackpin', edit: { changes: { [URI]: edits } } },
  ]);
});

test('on the name too, at the version that goes together with the other pins', () => {
  expect(actionsAt('components:\n  kubernetes: 1.30.0\n  is$0tio: ">=1.27" # ours\n', REFACTOR)).toEqual({
    'Pin istio exactly: 1.27.4': 'components:\n  kubernetes: 1.30.0\n  istio: "1.27.4" # ours\n',
  });
});

test('in several environments, at a version that goes together in all of them', () => {
  const body = (version: string) => `components:
  kubernetes: ${version}
environments:
  edge: {components: {istio: 1.27.4}}
  lab: {components: {istio: 1.28.0}}
`;
  expect(actionsAt(body('">=1.30$0"'), REFACTOR)).toEqual({ 'Pin kubernetes exactly: 1.33.5': body('"1.33.5"') });
});

test('none where no version goes together in all of them', () => {
  const body = `components:
  kubernetes: "1.30 || 1.3$04"
environments:
  edge: {components: {istio: 1.27.4}}
  lab: {components: {istio: 1.28.0}}
`;
  expect(actionsAt(body, REFACTOR)).toEqual({});
  expect(actionsAt(body, SOURCE)).toEqual({});
});

test('an alias is pinned here, or where its text is written', () => {
  const body = (a: string, b: string) =>
    `components:\n  a: {component: postgresql, version: &db ${a}}\n  b: {component: postgresql, version: ${b}}\n`;
  expect(actionsAt(body('"17"', '*d$0b '), REFACTOR)).toEqual({
    'Pin b exactly here: 17.6': body('"17"', '"17.6" '),
    'Pin &db exactly: 17.6': body('"17.6"', '*db '),
  });
  expect(actionsAt(body('"1$07"', '*db '), REFACTOR)).toEqual({ 'Pin &db exactly: 17.6': body('"17.6"', '*db ') });
});

test('none on exact pins, on locked ones, and beside pins', () => {
  expect(actionsAt('components:\n  kubernetes: 1.34.$02\n', REFACTOR)).toEqual({});
  expect(actionsAt('components:\n  kubernetes: {version: "1.3$04", locked: true}\n', REFACTOR)).toEqual({});
  expect(actionsAt('comp$0onents:\n  kubernetes: "1.34"\n', REFACTOR)).toEqual({});
});

test('none where what is locked would change with it', () => {
  const body = `components:
  a: {component: postgresql, version: &db "1$07"}
  b: {component: postgresql, version: *db , locked: true}
`;
  expect(actionsAt(body, REFACTOR)).toEqual({});
  expect(actionsAt(body, SOURCE)).toEqual({});
});

test('all of the file: in environments and further documents, aliases with their text; what cannot be pinned stays', () => {
  const body = (one: string, two: string, three: string, four: string, five: string) => `components:
  kubernetes: ${one}
  db: {component: postgresql, version: &db ${two}}
  other: {component: postgresql, version: *db }
  istio: 1.27.4
environments:
  edge:
    components:
      istio: ${three}
---
apiVersion: stackpin/v1
kind: Stack
components:
  cilium: ${four}
  postgresql: {version: ${five}, locked: true}
`;
  expect(actionsAt(body('">=1.30"$0', '"17"', '">=1.27"', '~1.19', '"18"'), SOURCE)).toEqual({
    'Pin all ranges exactly (5 pins)': body('"1.33.5"', '"17.6"', '"1.28.1"', '1.19.0', '"18"'),
  });
  // Kubernetes 1.30 is out of support, and Istio 1.27 leaves nothing else.
  expect(actionsAt('components:\n  kubernetes: "1.30 || 1.34"$0\n  istio: 1.27.4\n  cilium: "1.19"\n', SOURCE)).toEqual(
    {
      'Pin all ranges exactly (1 of 2 pins)':
        'components:\n  kubernetes: "1.30 || 1.34"\n  istio: 1.27.4\n  cilium: "1.19.0"\n',
    },
  );
});

test('kinds: each is made for a client that asks for it, and for nobody in passing', () => {
  const marked = 'components:\n  kubernetes: "1.$034"\n';
  const titles = (context: Partial<CodeActionContext>) =>
    Object.keys(actionsAt(marked, { diagnostics: [], ...context }));
  const one = 'Pin kubernetes exactly: 1.34.2';
  const all = 'Pin all ranges exactly (1 pin)';
  expect(titles({})).toEqual([one, all]);
  expect(titles({ triggerKind: CodeActionTriggerKind.Invoked })).toEqual([one, all]);
  expect(titles({ triggerKind: CodeActionTriggerKind.Automatic })).toEqual([]);
  expect(titles({ only: [''] })).toEqual([one, all]);
  expect(titles({ only: ['refactor.rewrite'] })).toEqual([one]);
  expect(titles({ only: ['source.pinAll'] })).toEqual([all]);
  expect(titles({ only: ['source.fixAll'] })).toEqual([]);
  expect(titles({ only: ['quickfix'] })).toEqual([]);
});

test('what a quick fix does already is not offered twice', () => {
  const { text, position } = cursorIn(`${HEAD}components:\n  kubernetes: "1.$034"\npolicy: {unpinned: warn}\n`);
  const checked = open(text);
  const context = { diagnostics: toDiagnostics(checked, ALL.diagnostics) };
  const fixes = codeActions(checked, context, ALL.codeActions);
  expect(fixes.map(({ title }) => title)).toContain('Set kubernetes to 1.34.2: resolves 1 finding');
  expect(pinExactly(checked, { start: position, end: position }, context, ALL.codeActions, fixes)).toEqual([]);
});
