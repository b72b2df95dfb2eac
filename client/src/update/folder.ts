/** Where the editor keeps updates of the catalog. */
import { type ExtensionContext, Uri } from 'vscode';

/** The folder, in the storage that the editor gives the extension; it is there once something was taken. */
export function updatesFolder({ globalStorageUri }: Pick<ExtensionContext, 'globalStorageUri'>): Uri {
  return Uri.joinPath(globalStorageUri, 'catalog');
}
