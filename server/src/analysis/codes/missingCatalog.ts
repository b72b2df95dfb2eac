import { rangeOf } from '../../manifest/tree.ts';
import type { Draft, Rule } from '../rule.ts';

/** What `catalogs` names cannot be read. */
export const missingCatalog: Rule = {
  code: 'missing-catalog',
  severity: 'error',
  title: 'A catalog cannot be read',
  document: ({ document, catalogs }, context) =>
    catalogs.flatMap((entry, index): Draft[] => {
      const outcome = context.documents?.get(document.index)?.outcomes[index];
      if (outcome?.kind !== 'missing') return [];
      const { why, unable = false } = outcome;
      const advice = unable ? 'Open it, to have it read.' : "A path begins at this file's folder: correct it.";
      return [
        {
          range: rangeOf(entry),
          message: `The catalog "${entry.text}" cannot be read: ${why}. ${advice}`,
          // Where no file can be read, nothing says that this one is wrong.
          ...(unable ? { severity: 'information' } : {}),
        },
      ];
    }),
};
