/** What is said of a name that no component has. */
import { t } from '@vscode/l10n';
import type { Catalog } from '../../../server/src/catalog/model.ts';
import { nearestIds } from '../../../server/src/catalog/names.ts';
import { printable } from '../report/columns.ts';

/**
 * Says it in two sentences.
 * @param command what goes before the id, for one that is meant by another name
 */
export function nameProblem(
  name: string,
  catalog: Catalog,
  command: string,
): { readonly words: string; readonly advice: string } {
  const owner = catalog.idOfAlias(name);
  if (owner !== undefined)
    return { words: t('"{0}" is another name of {1}. Try: {2}', name, owner, `${command} ${owner}`), advice: '' };
  const near = nearestIds(catalog, name, 3);
  const advice =
    near.length === 0
      ? t('To see all: {0}', 'stackpin catalog list')
      : t(
          'Did you mean {0}?',
          near.reduce((before, id) => t('{0} or {1}', before, id)),
        );
  return { words: t('there is no component "{0}".', printable(name)), advice };
}
