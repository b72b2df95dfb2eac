import { t } from '@vscode/l10n';
import { listingOf } from '../listing.ts';
import type { Rule } from '../rule.ts';
import { nameOfPin, versionNode } from '../texts.ts';

export const newerThanCatalog: Rule = {
  code: 'newer-than-catalog',
  severity: 'information',
  title: () => t('Newer than the catalog knows'),
  pin: (pin, { catalog }) => {
    const { component } = pin;
    const listing = listingOf(pin);
    if (component === undefined || listing.kind !== 'newer') return [];
    return [
      {
        at: versionNode(pin.entry),
        message: t(
          '{0} is newer than this catalog knows: {1} was the newest on {2}. What upstream states for ranges still applies.',
          nameOfPin(pin),
          listing.newest,
          catalog.metadata.updated,
        ),
        components: [component.id],
      },
    ];
  },
};
