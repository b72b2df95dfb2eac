/** What makes a whole file good: on saving, from the menu of source actions, and among quick fixes. */
import { describe, expect, test } from 'vitest';
import type { CodeAction, CodeActionContext, TextEdit } from 'vscode-languageserver-types';
import { analyze } from '../../server/src/analysis/analyze.ts';
import { codeActions } from '../../server/src/features/codeActions.ts';
import { toDiagnostics } from '../../server/src/features/diagnostics.ts';
import type { CheckedDocument } from '../../server/src/features/document.ts';
import { fixAllActions } from '../../server/src/features/fixAll.ts';
import { lineIndex } from '../../server/src/manifest/lines.ts';
import { parseYaml } from '../../server/src/manifest/parse.ts';
import { sourceOf } from '../composition/files.ts';
import { TODAY, testCatalog } from '../support/catalog.ts';
import { ALL, applied, open, URI } from './open.ts';

const HEAD = 'apiVersion: stackpin/v1\nkind: Stack\n';
const TRAITS = ALL.codeActions;
const PLAIN = { literals: true, documentChanges: false };
const ON_SAVING = { diagnostics: [], only: ['source.fixAll'] };

/** The actions for all diagnostics, behind those of single findings. */
function actionsFor(checked: CheckedDocument, own: Partial<CodeActionContext> = {}, traits = TRAITS): CodeAction[] {
  const context = { diagnostics: toDiagnostics(checked, ALL.diagnostics), ...own };
  return fixAllActions(checked, context, traits, codeActions(checked, context, traits));
}

/** A text after an action, by the edits of it. */
function textAfter(text: string, action: CodeAction | undefined, uri = URI): string {
  for (const change of action?.edit?.documentChanges ?? []) {
    if ('edits' in change && change.textDocument.uri === uri) return applied(text, change.edits as TextEdit[]);
  }
  throw new Error(`There are no edits of ${uri}.`);
}

const titled = (actions: readonly CodeAction[]) => actions.map(({ kind, title }) => `${kind}: ${title}`);

/** One pair that does not fit, and one version that was withdrawn. */
const TWO = `${HEAD}components:
  # The platform.
  kubernetes: 1.34.2
  istio: '1.27.4' # the mesh
  db: {component: postgresql, version: "17.5"}
`;
const TWO_MENDED = TWO.replace('1.27.4', '1.28.1').replace('17.5', '17.6');

describe('the source action', () => {
  test('is a whole one: title, kind, edits of this version', () => {
    expect(actionsFor(open(TWO), ON_SAVING)).toEqual([
      {
        title: 'Fix all: set istio to 1.28.1 and db to 17.6 (resolves 4 findings)',
        kind: 'source.fixAll.stackpin',
        edit: {
          documentChanges: [
            {
              textDocument: { uri: URI, version: 7 },
              edits: [
                { range: { start: { line: 5, character: 9 }, end: { line: 5, character: 17 } }, newText: "'1.28.1'" },
                { range: { start: { line: 6, character: 39 }, end: { line: 6, character: 45 } }, newText: '"17.6"' },
              ],
            },
          ],
        },
      },
    ]);
  });

  test('makes the file good, and changes nothing else in it', () => {
    const [action] = actionsFor(open(TWO), ON_SAVING);
    expect(textAfter(TWO, action)).toBe(TWO_MENDED);
    expect(open(TWO_MENDED).analysis.findings).toEqual([]);
  });

  test.each([
    ['source.fixAll.stackpin', 1],
    ['source.fixAll', 1],
    ['source', 1],
    ['source.fixAll.other', 0],
    ['source.organizeImports', 0],
    ['refactor', 0],
  ])('is made for who asks for %s: %i', (kind, count) => {
    expect(actionsFor(open(TWO), { diagnostics: [], only: [kind] })).toHaveLength(count);
  });

  test('is not made unasked, nor where there is nothing to mend', () => {
    expect(actionsFor(open(TWO), { diagnostics: [] })).toEqual([]);
    const good = `${HEAD}components:\n  kubernetes: 1.34.2\n  istio: 1.28.1\n`;
    expect(actionsFor(open(good), ON_SAVING)).toEqual([]);
    // What support has ended for is no fault of a stack, and another line is a choice.
    expect(actionsFor(open(`${HEAD}components:\n  kubernetes: 1.30.0\n`), ON_SAVING)).toEqual([]);
  });

  test('is made for a single finding, too', () => {
    const text = `${HEAD}components:\n  kubernetes: 1.34.2\n  istio: 1.27.4\n`;
    expect(titled(actionsFor(open(text), ON_SAVING))).toEqual([
      'source.fixAll.stackpin: Fix all: set istio to 1.28.1 (resolves 2 findings)',
    ]);
  });

  test('mends all environments together', () => {
    const text = `${HEAD}components:
  kubernetes: 1.34.2
  istio: 1.28.1
environments:
  edge: {components: {istio: 1.27.4}}
  lab:
    components:
      db: {component: postgresql, version: "17.5"}
`;
    const [action, ...more] = actionsFor(open(text), ON_SAVING);
    expect(action?.title).toBe('Fix all: set istio to 1.28.1 in edge and db to 17.6 in lab (resolves 4 findings)');
    expect(more).toEqual([]);
    expect(textAfter(text, action)).toBe(text.replace('1.27.4', '1.28.1').replace('17.5', '17.6'));
  });

  test('mends all documents of a file', () => {
    const stack = (mesh: string) => `${HEAD}components:\n  kubernetes: 1.34.2\n  ${mesh}\n`;
    const textOf = (version: string) =>
      `${stack(`istio: ${version}`)}---\n${stack(`mesh: {component: istio, version: ${version}}`)}`;
    const [action] = actionsFor(open(textOf('1.27.4')), ON_SAVING);
    expect(action?.title).toBe('Fix all: set istio to 1.28.1 and mesh to 1.28.1 (resolves 4 findings)');
    expect(textAfter(textOf('1.27.4'), action)).toBe(textOf('1.28.1'));
  });
});

describe('the quick fix', () => {
  test('is there beside several findings, for clients that ask for quick fixes or for all', () => {
    const title = 'quickfix: Fix all: set istio to 1.28.1 and db to 17.6 (resolves 4 findings)';
    expect(titled(actionsFor(open(TWO)))).toEqual([title]);
    expect(titled(actionsFor(open(TWO), { only: ['quickfix'] }))).toEqual([title]);
    expect(titled(actionsFor(open(TWO), { only: [''] }))).toEqual([
      title,
      title.replace('quickfix', 'source.fixAll.stackpin'),
    ]);
    expect(actionsFor(open(TWO), { only: ['refactor'] })).toEqual([]);
    expect(textAfter(TWO, actionsFor(open(TWO))[0])).toBe(TWO_MENDED);
  });

  test('is not offered for findings that other versions do not mend', () => {
    const checked = open(TWO);
    const diagnostics = toDiagnostics(checked, ALL.diagnostics).filter(({ code }) => code === 'outdated-patch');
    expect(diagnostics).not.toEqual([]);
    expect(actionsFor(checked, { diagnostics })).toEqual([]);
  });

  test('is not offered a second time where the fix of one finding does the same', () => {
    const text = `${HEAD}components:
  kubernetes: 1.34.2
  istio: 1.27.4
environments:
  lab: {components: {kubernetes: 1.34.1}}
`;
    const checked = open(text);
    expect(checked.analysis.findings.filter(({ code }) => code === 'unsupported')).toHaveLength(2);
    const context = { diagnostics: toDiagnostics(checked, ALL.diagnostics) };
    const single = codeActions(checked, context, TRAITS);
    expect(single[0]?.title).toBe('Set istio to 1.28.1: resolves 3 findings');
    expect(fixAllActions(checked, context, TRAITS, single)).toEqual([]);
    // On saving there are no others beside it.
    expect(titled(fixAllActions(checked, ON_SAVING, TRAITS, []))).toEqual([
      'source.fixAll.stackpin: Fix all: set istio to 1.28.1 (resolves 3 findings)',
    ]);
  });
});

describe('of what a file inherits', () => {
  const BASE_URI = 'file:///stacks/base.stack.yaml';
  const BASE = `${HEAD}# The platform.\ncomponents:\n  istio: 1.27.4\n`;
  const LEAF = `${HEAD}extends: [base.stack.yaml]\ncomponents:\n  kubernetes: 1.34.2\n`;

  function openLeaf(): CheckedDocument {
    const context = { catalog: testCatalog(), date: TODAY, severities: {} };
    const source = sourceOf({ 'base.stack.yaml': BASE, 'platform.stack.yaml': LEAF });
    return {
      uri: URI,
      version: 7,
      lines: lineIndex(LEAF),
      analysis: analyze(parseYaml(LEAF), context, { uri: URI, source }),
    };
  }

  test('a quick fix may edit the base: a second document, of which nobody here knows the version', () => {
    const checked = openLeaf();
    const context = { diagnostics: toDiagnostics(checked, ALL.diagnostics) };
    const actions = codeActions(checked, context, TRAITS);
    expect(titled(actions)).toEqual([
      'quickfix: Set istio to 1.28.1 in this file: resolves 1 finding',
      'quickfix: Set istio to 1.28.1 in base.stack.yaml: resolves 1 finding',
      'quickfix: Set kubernetes to 1.33.5: resolves 1 finding',
      'quickfix: Acknowledge unsupported for kubernetes until 2027-02-22',
      'quickfix: Acknowledge unsupported for kubernetes until 2027-02-22, in the whole document',
    ]);
    const inBase = actions.find(({ title }) => title.includes(' in base.stack.yaml'));
    const edits = [{ range: { start: { line: 4, character: 9 }, end: { line: 4, character: 15 } }, newText: '1.28.1' }];
    expect(inBase?.edit).toEqual({ documentChanges: [{ textDocument: { uri: BASE_URI, version: null }, edits }] });
    const plain = codeActions(checked, context, PLAIN).find(({ title }) => title === inBase?.title);
    expect(plain?.edit).toEqual({ changes: { [BASE_URI]: edits } });
  });

  test('all is fixed in the file itself, by its own pins if that is enough', () => {
    const [action, ...more] = actionsFor(openLeaf(), ON_SAVING);
    expect(more).toEqual([]);
    expect(action?.title).toBe('Fix all: set kubernetes to 1.33.5 (resolves 1 finding)');
    expect(textAfter(LEAF, action)).toBe(LEAF.replace('1.34.2', '1.33.5'));
    const [plain] = actionsFor(openLeaf(), ON_SAVING, PLAIN);
    expect(Object.keys(plain?.edit?.changes ?? {})).toEqual([URI]);
  });
});
