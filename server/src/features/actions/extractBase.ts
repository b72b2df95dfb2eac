/** Extracts pins into a new base beside the file, which extends it from then on. The stacks stay the same. */
import { t } from '@vscode/l10n';
import { CodeActionKind, CreateFile, TextDocumentEdit, type WorkspaceEdit } from 'vscode-languageserver-types';
import { policyOf } from '../../analysis/policy.ts';
import { list } from '../../analysis/texts.ts';
import type { ExtractedPins } from '../../rewrite/extractedPins.ts';
import { extending, newBase } from '../../rewrite/newBase.ts';
import { workspaceEdit } from '../workspaceEdit.ts';
import { leaving } from './leaving.ts';
import type { ActionMaker, ActionPlace, EditHost } from './offer.ts';
import { pinsIn } from './pinsAt.ts';

/** Pins named in a title. */
const MOST_NAMED = 3;

/** Names that are tried for the new file. */
const MOST_NAMES = 50;

export const extractBase: ActionMaker = {
  name: 'extract-base',
  kinds: [CodeActionKind.RefactorExtract],
  offers: (place) => {
    const pins = pinsIn(place);
    if (pins.length === 0) return [];
    const names = pins.map(({ pin }) => pin.instance);
    const title =
      names.length > MOST_NAMED
        ? t('Extract {0} components into a new base', names.length)
        : t('Extract {0} into a new base', list(names));
    const taken = leaving(pins, place);
    const reason = typeof taken === 'string' ? taken : obstacle(place);
    return [
      {
        title,
        kind: CodeActionKind.RefactorExtract,
        disabled: reason,
        edit: (host) => (typeof taken === 'string' ? undefined : extracted(taken, place, host)),
      },
    ];
  },
};

/** What keeps a new base from being written beside the file. */
function obstacle({ checked, manifest, traits }: ActionPlace): string | undefined {
  const folder = folderOf(checked.uri);
  if (!traits.refactorings.newFiles) return t('This editor cannot create files in an edit.');
  if (folder === undefined) return t('Save this file first: its base is written beside it.');
  const { origin } = checked.analysis;
  if (origin !== undefined && !origin.source.isInside(`${folder}base.stack.yaml`))
    return t('This file is outside the workspace, and so would be its base.');
  if (extending(manifest, './base.stack.yaml') === undefined) return t('There is no place for "extends" in this file.');
  return undefined;
}

async function extracted(
  taken: ExtractedPins,
  { checked, manifest, traits }: ActionPlace,
  host: EditHost,
): Promise<WorkspaceEdit | undefined> {
  const folder = folderOf(checked.uri);
  const name =
    folder === undefined ? undefined : await freeName(folder, checked.uri.endsWith('.yml') ? 'yml' : 'yaml', host);
  const extension = name === undefined ? undefined : extending(manifest, `./${name}`);
  if (folder === undefined || name === undefined || extension === undefined) return undefined;
  const composition = checked.analysis.stacks.find((stack) => stack.manifest === manifest)?.composition;
  const text = newBase(manifest, taken.written(2), policyOf(composition ?? { layers: [] }));
  const uri = `${folder}${name}`;
  const start = { line: 0, character: 0 };
  const { documentChanges = [] } = workspaceEdit(checked, [extension, ...taken.changes], traits.codeActions);
  return {
    documentChanges: [
      CreateFile.create(uri, { overwrite: false, ignoreIfExists: false }),
      TextDocumentEdit.create({ uri, version: null }, [{ range: { start, end: start }, newText: text }]),
      ...documentChanges,
    ],
  };
}

/** A name that no file of the folder has. */
async function freeName(folder: string, ending: string, host: EditHost): Promise<string | undefined> {
  for (let number = 1; number <= MOST_NAMES; number += 1) {
    const name = `base${number === 1 ? '' : `-${number}`}.stack.${ending}`;
    if (!(await host.isTaken(`${folder}${name}`))) return name;
  }
  return undefined;
}

/** The folder of a file, with the slash; undefined for a document that is in none yet. */
function folderOf(uri: string): string | undefined {
  return /^[a-z][a-z0-9+.-]*:\/\/[^?#]*\//i.exec(uri)?.[0];
}
