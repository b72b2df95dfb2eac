import { listingOf } from '../listing.ts';
import type { Rule } from '../rule.ts';
import { nameOfPin, versionNode } from '../texts.ts';

export const newerThanCatalog: Rule = {
  code: 'newer-than-catalog',
  severity: 'information',
  title: 'Newer than the catalog knows',
  pin: (pin, { catalog }) => {
    const { component } = pin;
    const listing = listingOf(pin);
    if (component === undefined || listing.kind !== 'newer') return [];
    return [
      {
        at: versionNode(pin.entry),
        message: `${nameOfPin(pin)} is newer than this catalog knows: ${listing.newest} was the newest on ${catalog.metadata.updated}. What upstream states for ranges still applies.`,
        components: [component.id],
      },
    ];
  },
};
