/** Every action that is offered at every pin of the examples can be applied: nothing of the text breaks, and nothing gets lost. */
import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import type { CodeAction, TextEdit } from 'vscode-languageserver-types';
import { analyze } from '../../../server/src/analysis/analyze.ts';
import { emptyCatalog } from '../../../server/src/catalog/loader.ts';
import { refactorings } from '../../../server/src/features/actions/refactorings.ts';
import { codeActions } from '../../../server/src/features/codeActions.ts';
import { toDiagnostics } from '../../../server/src/features/diagnostics.ts';
import { type CheckedDocument, toRange } from '../../../server/src/features/document.ts';
import { lineIndex } from '../../../server/src/manifest/lines.ts';
import { parseYaml } from '../../../server/src/manifest/parse.ts';
import { readStacks } from '../../../server/src/manifest/read.ts';
import { type EntryNode, type OffsetRange, rangeOf } from '../../../server/src/manifest/tree.ts';
import { TODAY } from '../../support/catalog.ts';
import { bundledCatalog } from '../../support/compiled.ts';
import { ALL, applied } from '../open.ts';

const FOLDER = new URL('../../../examples/', import.meta.url);
const ROOT = 'file:///stacks/';

/** Texts by their names, all in one folder. */
type Texts = ReadonlyMap<string, string>;

/** Most that is asked of a text afterwards needs no catalog. */
const NO_CATALOG = emptyCatalog({ name: 'none', version: '1', updated: TODAY });

function check(texts: Texts, name: string, catalog = NO_CATALOG): CheckedDocument {
  const text = texts.get(name) ?? '';
  const source = {
    resolve: (path: string, from: string) => new URL(path, from).href,
    isInside: (uri: string) => uri.startsWith(ROOT),
    read: (uri: string) => {
      const other = texts.get(uri.slice(ROOT.length));
      return other === undefined
        ? { failed: 'there is no such file' }
        : { uri, manifests: readStacks(parseYaml(other)) };
    },
  };
  const analysis = analyze(parseYaml(text), { catalog, date: TODAY, severities: {} }, { uri: ROOT + name, source });
  return { uri: ROOT + name, version: 1, lines: lineIndex(text), analysis };
}

/** Where something may be offered: the keys of the document, and the pins. */
function placesIn({ analysis }: CheckedDocument): readonly OffsetRange[] {
  return analysis.manifests.flatMap(({ components, environments, document: { root } }) => {
    const keys: EntryNode[] = root?.kind === 'mapping' ? root.entries.slice() : [];
    const pins = [...components, ...environments.flatMap((one) => one.components)];
    return [...keys.map(({ key }) => rangeOf(key)), ...pins.map(({ key, version }) => rangeOf(version ?? key))];
  });
}

async function actionsAt(checked: CheckedDocument, { start, end }: OffsetRange): Promise<CodeAction[]> {
  const at = toRange(checked.lines, { start, end });
  const here = toDiagnostics(checked, ALL.diagnostics).filter(({ range }) => range.start.line === at.start.line);
  const all = { only: [''] };
  const host = { isTaken: async () => false };
  return [
    ...codeActions(checked, { diagnostics: here, ...all }, ALL.codeActions),
    ...(await refactorings(checked, { start: at.start, end: at.start }, { diagnostics: [], ...all }, ALL, host)),
  ];
}

function textsAfter(texts: Texts, { edit }: CodeAction): Texts {
  const after = new Map(texts);
  for (const change of edit?.documentChanges ?? []) {
    if ('kind' in change) continue;
    const name = change.textDocument.uri.slice(ROOT.length);
    after.set(name, applied(after.get(name) ?? '', change.edits as TextEdit[]));
  }
  return after;
}

/** What is wrong with the text itself. */
function broken(texts: Texts, name: string): string[] {
  const { findings } = check(texts, name).analysis;
  return findings.filter(({ code }) => code === 'yaml' || code === 'schema').map(({ message }) => message);
}

/** The comments of a text, and how often each is there. */
function comments(texts: Texts): string[] {
  return [...texts.values()]
    .flatMap((text) =>
      parseYaml(text).documents.flatMap((document) => document.comments.map((comment) => comment.text.trim())),
    )
    .sort();
}

/** Each pin of each stack that was there before. */
function pinsIn(texts: Texts, name: string, { analysis }: CheckedDocument): string[] {
  const stacks = new Set(analysis.stacks.map(({ document, environment }) => `${document} ${environment}`));
  return check(texts, name)
    .analysis.stacks.filter(({ document, environment }) => stacks.has(`${document} ${environment}`))
    .flatMap(({ document, environment, pins }) =>
      pins.map(({ entry }) => `${document} ${environment} ${entry.instance} ${entry.component} ${entry.version?.text}`),
    )
    .sort();
}

/** Actions after which the same is pinned. */
function keepsPins({ kind = '', title }: CodeAction): boolean {
  return /^(refactor|source)/.test(kind) && !/release line|later patches/.test(title);
}

const EXAMPLES = readdirSync(FOLDER).filter((name) => name.endsWith('.stack.yaml'));

test.each(EXAMPLES)('%s', async (name) => {
  const before: Texts = new Map([[name, readFileSync(new URL(name, FOLDER), 'utf8')]]);
  const checked = check(before, name, bundledCatalog());
  const tried = new Set<string>();
  const wrong = new Set(broken(before, name));
  for (const place of placesIn(checked)) {
    for (const action of await actionsAt(checked, place)) {
      const edit = JSON.stringify(action.edit);
      if (action.disabled !== undefined || tried.has(edit)) continue;
      tried.add(edit);
      const after = textsAfter(before, action);
      expect(after.get(name), action.title).not.toBe(before.get(name));
      for (const file of after.keys())
        expect(
          broken(after, file).filter((message) => !wrong.has(message)),
          action.title,
        ).toEqual([]);
      if (!keepsPins(action)) continue;
      expect(comments(after), action.title).toEqual(comments(before));
      expect(pinsIn(after, name, checked), action.title).toEqual(pinsIn(before, name, checked));
    }
  }
  expect(tried.size).toBeGreaterThan(5);
});
