import { nearestIds } from '../../catalog/names.ts';
import type { Rule } from '../rule.ts';
import { componentNode, list } from '../texts.ts';

const OFFERED = 3;

/** In no catalog: allowed, since people run software of their own, and told once as information. */
export const unknownComponent: Rule = {
  code: 'unknown-component',
  severity: 'information',
  title: 'In no catalog',
  pin: ({ component, entry }, { catalog }) => {
    if (component !== undefined) return [];
    const name = entry.component;
    // Listed, and its entry is damaged: that is told by who reads the catalog.
    if (catalog.summary(name) !== undefined) return [];
    const id = catalog.idOfAlias(name);
    const near = id === undefined ? nearestIds(catalog, name, OFFERED) : [id];
    const message =
      id !== undefined
        ? `"${name}" is another name for ${id}. Write ${id} to have it checked.`
        : `"${name}" is in no catalog, so nothing is known about it.${near.length === 0 ? '' : ` Did you mean ${list(near, 'or')}?`}`;
    const choices = near.map((candidate) => ({ title: `Change to ${candidate}`, newText: candidate }));
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
