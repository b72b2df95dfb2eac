import { t } from '@vscode/l10n';
import { nearestIds } from '../../catalog/names.ts';
import type { Rule } from '../rule.ts';
import { componentNode, list, sentences } from '../texts.ts';

const OFFERED = 3;

/** In no catalog: allowed, since people run software of their own, and told once as information. */
export const unknownComponent: Rule = {
  code: 'unknown-component',
  severity: 'information',
  title: () => t('In no catalog'),
  pin: ({ component, entry }, { catalog }) => {
    if (component !== undefined) return [];
    const name = entry.component;
    // Listed, and its entry is damaged: that is told by who reads the catalog.
    if (catalog.summary(name) !== undefined) return [];
    const id = catalog.idOfAlias(name);
    const near = id === undefined ? nearestIds(catalog, name, OFFERED) : [id];
    const message =
      id !== undefined
        ? t('"{0}" is another name for {1}. Write {1} to have it checked.', name, id)
        : sentences(
            t('"{0}" is in no catalog, so nothing is known about it.', name),
            near.length === 0 ? '' : t('Did you mean {0}?', list(near, 'or')),
          );
    const choices = near.map((candidate) => ({ title: t('Change to {0}', candidate), newText: candidate }));
    return [
      {
        at: componentNode(entry),
        message,
        components: [name],
        fix: choices.length === 0 ? undefined : { kind: 'replace', choices },
      },
    ];
  },
};
