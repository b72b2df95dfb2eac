/** Asks for refactorings in a fixture, and takes them: the whole texts afterwards. */
import type { CodeAction, CodeActionContext, TextEdit } from 'vscode-languageserver-types';
import { analyze } from '../../../server/src/analysis/analyze.ts';
import type { ManifestSource } from '../../../server/src/composition/layers.ts';
import { refactorings } from '../../../server/src/features/actions/refactorings.ts';
import type { CheckedDocument, ClientTraits } from '../../../server/src/features/document.ts';
import { lineIndex } from '../../../server/src/manifest/lines.ts';
import { parseYaml } from '../../../server/src/manifest/parse.ts';
import { readStacks } from '../../../server/src/manifest/read.ts';
import { TODAY, testCatalog } from '../../support/catalog.ts';
import { ALL, applied, cursorIn, URI } from '../open.ts';

export const HEAD = 'apiVersion: stackpin/v1\nkind: Stack\n';
const ROOT = URI.slice(0, URI.lastIndexOf('/') + 1);

/** Texts by their names, all in one folder. */
export type Texts = { readonly [name: string]: string };

/** What is at hand besides the file itself. */
export interface Given {
  /** Other files of its folder. */
  readonly files?: Texts;
  /** Where a selection ends: behind this text. */
  readonly to?: string;
  readonly context?: Partial<CodeActionContext>;
  readonly traits?: Partial<ClientTraits['refactorings']>;
  readonly uri?: string;
}

/** Everything is a workspace of one folder. */
function sourceOf(files: Texts): ManifestSource {
  const parsed = new Map(Object.entries(files).map(([name, text]) => [ROOT + name, readStacks(parseYaml(text))]));
  return {
    resolve: (path, from) => new URL(path, from).href,
    isInside: (uri) => uri.startsWith(ROOT),
    read: (uri) => {
      const manifests = parsed.get(uri);
      return manifests === undefined ? { failed: 'there is no such file' } : { uri, manifests };
    },
  };
}

/** Checks a text among other files. */
export function openIn(text: string, files: Texts = {}, uri = URI): CheckedDocument {
  const context = { catalog: testCatalog(), date: TODAY, severities: {} };
  const analysis = analyze(parseYaml(text), context, { uri, source: sourceOf(files) });
  return { uri, version: 7, lines: lineIndex(text), analysis };
}

/** The actions at the cursor of a whole text. */
export async function actionsIn(marked: string, given: Given = {}): Promise<CodeAction[]> {
  const { text, position } = cursorIn(marked);
  const { files = {}, to, context, traits } = given;
  const lines = lineIndex(text);
  const end = to === undefined ? position : lines.positionAt(text.indexOf(to, lines.offsetAt(position)) + to.length);
  return refactorings(
    openIn(text, files, given.uri),
    { start: position, end },
    { diagnostics: [], ...context },
    { ...ALL, refactorings: { ...ALL.refactorings, ...traits } },
    { isTaken: async (uri) => Object.keys(files).some((name) => ROOT + name === uri) },
  );
}

/** The files that an action changes or makes, by their names. */
export function filesAfter(marked: string, { edit }: CodeAction, files: Texts = {}): { [name: string]: string } {
  const before: Texts = { ...files, [URI.slice(ROOT.length)]: marked.replace('$0', '') };
  const after: { [name: string]: string } = {};
  for (const change of edit?.documentChanges ?? []) {
    if ('kind' in change) {
      if (change.kind !== 'create') throw new Error(`The action wants to ${change.kind} a file.`);
      const name = change.uri.slice(ROOT.length);
      if (name in before) throw new Error(`${name} is there already.`);
      after[name] = '';
    } else {
      const name = change.textDocument.uri.slice(ROOT.length);
      after[name] = applied(after[name] ?? before[name] ?? '', change.edits as TextEdit[]);
    }
  }
  return after;
}

/** The actions at the cursor of a body, by their titles: the body after each, or why it cannot be done. */
export async function bodiesAfter(marked: string, given: Given = {}): Promise<{ [title: string]: string }> {
  const actions = await actionsIn(HEAD + marked, given);
  return Object.fromEntries(
    actions.map((action) => {
      const after = filesAfter(HEAD + marked, action, given.files)['platform.stack.yaml'];
      return [
        action.title,
        action.disabled === undefined ? (after ?? '').slice(HEAD.length) : `- ${action.disabled.reason}`,
      ];
    }),
  );
}

/** The body after the action of a title. */
export async function bodyAfter(title: string, marked: string, given: Given = {}): Promise<string> {
  const bodies = await bodiesAfter(marked, given);
  const body = bodies[title];
  if (body === undefined) throw new Error(`"${title}" is not among: ${Object.keys(bodies).join(', ')}`);
  return body;
}
