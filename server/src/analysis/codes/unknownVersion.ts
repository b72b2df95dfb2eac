import { closest } from 'fastest-levenshtein';
import { listingOf } from '../listing.ts';
import type { Rule } from '../rule.ts';
import { evidenceOf, nameOfPin, versionRange } from '../texts.ts';
import { scalarText } from '../yamlReading.ts';

/** Raised only where the catalog lists a line in full: a gap in the data is no finding. */
export const unknownVersion: Rule = {
  code: 'unknown-version',
  severity: 'warning',
  title: 'Not among the released versions of its line',
  pin: (pin) => {
    const { component } = pin;
    const listing = listingOf(pin);
    if (component === undefined || listing.kind !== 'missing') return [];
    const { line } = listing;
    const text = pin.entry.version?.text ?? '';
    const near = line.versions.length === 0 ? undefined : closest(text, line.versions);
    const advice = near === undefined ? '' : ` Did you mean ${near}?`;
    return [
      {
        range: versionRange(pin),
        message: `${nameOfPin(pin)} is not among the released versions of line ${line.line}.${advice}`,
        components: [component.id],
        evidence: [
          evidenceOf(
            { ...component.versions, source: line.source ?? component.versions.source },
            `The versions of ${component.name} ${line.line}.`,
          ),
        ],
        fix:
          near === undefined
            ? undefined
            : {
                kind: 'replace',
                choices: [{ title: `Change to ${near}`, newText: scalarText(near, pin.entry.version?.style) }],
              },
      },
    ];
  },
};
