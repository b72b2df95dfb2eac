/** "Update Catalog...": takes a newer catalog that was signed by those who make Stackpin, or goes back to the one that came with it. */
import { type ExtensionContext, env, l10n, ProgressLocation, type QuickPickItem, Uri, window, workspace } from 'vscode';
import { speakLanguageOf } from '../../../server/src/localization.ts';
import { BUILT_IN, downloadHost, today } from '../../../server/src/network/host.ts';
import { webCrypto } from '../../../server/src/network/webCrypto.ts';
import { isRefusal, type Refusal } from '../../../server/src/update/parts.ts';
import {
  removeUpdate,
  stateIn,
  takeUpdate,
  type UpdateContext,
  type UpdateOutcome,
} from '../../../server/src/update/take.ts';
import { updatesFolder } from './folder.ts';
import { sourceOf } from './sources.ts';
import { editorStore } from './storage.ts';

/** Asks from where, takes the update and says what came of it. Whether another catalog is in use now. */
export async function updateCatalog(context: ExtensionContext): Promise<boolean> {
  // What the server says in its own words is said here too.
  const catalog = Uri.joinPath(context.extensionUri, 'dist/catalog/bundled.catalog.jsonl').toString(true);
  await speakLanguageOf(env.language, catalog, ownFiles, () => undefined);
  const own = contextOf(context);
  const choice = await chosen(own);
  if (choice === undefined) return false;
  if (choice === 'remove') {
    const refusal = await removeUpdate(own);
    return refusal === undefined ? removed() : refused(refusal);
  }
  const title = l10n.t('Updating the catalog of Stackpin');
  const outcome = await window.withProgress({ location: ProgressLocation.Notification, title }, async () => {
    const source = await sourceOf(choice, downloadHost(isBrowser()), own);
    return isRefusal(source) ? ({ kind: 'refused', ...source } as const) : takeUpdate(source, own);
  });
  return said(outcome);
}

/** The translations of the extension. */
const ownFiles = {
  readOwnFile: async (location: string) => {
    try {
      return await workspace.fs.readFile(Uri.parse(location));
    } catch (error) {
      return { failed: (error as Error).message };
    }
  },
};

/** The web host is a worker of a browser. */
function isBrowser(): boolean {
  return 'importScripts' in globalThis;
}

function contextOf(context: ExtensionContext): UpdateContext {
  const decoder = new TextDecoder();
  const encoder = new TextEncoder();
  return {
    trust: BUILT_IN,
    today: today(),
    crypto: webCrypto(),
    store: editorStore(updatesFolder(context)),
    decode: (bytes) => decoder.decode(bytes),
    encode: (text) => encoder.encode(text),
  };
}

/** What a person chooses; undefined where nothing is. */
async function chosen(context: UpdateContext): Promise<Uri | string | 'remove' | undefined> {
  const { current } = await stateIn(context);
  const mirror = workspace.getConfiguration('stackpin').get<string>('catalog.mirror', '').trim();
  const file = { label: l10n.t('From a File...') };
  const folder = { label: l10n.t('From a Folder...') };
  const address = { label: l10n.t('From an Address...') };
  const ours = { label: l10n.t('From the Mirror'), description: mirror };
  const back = { label: l10n.t('Go Back to the Catalog That Comes with Stackpin') };
  const items: QuickPickItem[] = [
    ...(mirror === '' ? [] : [ours]),
    file,
    folder,
    address,
    ...(current === undefined ? [] : [back]),
  ];
  const placeHolder =
    current === undefined
      ? l10n.t('Only updates that are signed by those who make Stackpin are taken')
      : l10n.t('In use: {0} ({1}), updated on {2}', current.catalog.version, current.catalog.updated, current.taken);
  const title = l10n.t('Update Catalog');
  const picked = await window.showQuickPick(items, { title, placeHolder });
  switch (picked) {
    case ours:
      return mirror;
    case back:
      return 'remove';
    case address:
      return askedAddress();
    case file:
    case folder: {
      const isFolder = picked === folder;
      const options = { title, canSelectFiles: !isFolder, canSelectFolders: isFolder, openLabel: l10n.t('Update') };
      return (await window.showOpenDialog(options))?.[0];
    }
    default:
      return undefined;
  }
}

async function askedAddress(): Promise<string | undefined> {
  const written = await window.showInputBox({
    title: l10n.t('Update Catalog'),
    prompt: l10n.t('The https address of an update: a file, or a folder with a slash at its end'),
    placeHolder: 'https://mirror.example/stackpin/',
    validateInput: (text) =>
      /^https:\/\/./.test(text.trim()) ? undefined : l10n.t('Write an address that begins with https://'),
  });
  return written?.trim();
}

function said(outcome: UpdateOutcome): boolean {
  if (outcome.kind === 'refused') return refused(outcome);
  if (outcome.kind === 'same') {
    void window.showInformationMessage(l10n.t('There is nothing newer: this catalog is in use already.'));
    return false;
  }
  const { version, updated } = outcome.update.catalog;
  void window.showInformationMessage(l10n.t('Stackpin uses the catalog {0} of {1} from now on.', version, updated));
  return true;
}

function removed(): true {
  void window.showInformationMessage(l10n.t('Stackpin uses the catalog that comes with it from now on.'));
  return true;
}

function refused({ why, remedy }: Refusal): false {
  void window.showErrorMessage(
    l10n.t('The catalog is not updated: {0}. {1} The catalog in use stays as it was.', why, remedy),
  );
  return false;
}
