import { rangeOf } from '../../manifest/tree.ts';
import type { Draft, Rule } from '../rule.ts';

/** What `catalogs` names is no catalog that can be used. */
export const invalidCatalog: Rule = {
  code: 'invalid-catalog',
  severity: 'error',
  title: 'A catalog cannot be used',
  document: ({ document, catalogs }, context) =>
    catalogs.flatMap((entry, index): Draft[] => {
      const outcome = context.documents?.get(document.index)?.outcomes[index];
      if (outcome?.kind !== 'invalid') return [];
      const [first, ...more] = outcome.problems;
      const told = first === undefined ? '' : ` Line ${first.line}: ${first.message}`;
      const rest =
        more.length === 0 ? '' : ` ${more.length} more ${more.length === 1 ? 'problem follows' : 'problems follow'}.`;
      return [
        {
          range: rangeOf(entry),
          message: `The catalog "${entry.text}" cannot be used, so nothing of it counts.${told}${rest}`,
        },
      ];
    }),
};
