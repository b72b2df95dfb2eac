import { closest } from 'fastest-levenshtein';
import type { ChartVersion } from '../../catalog/charts.ts';
import type { Component } from '../../catalog/model.ts';
import type { ResolvedPin } from '../analysis.ts';
import { listingOf } from '../listing.ts';
import type { Draft, Rule } from '../rule.ts';
import { evidenceOf, nameOfPin, versionRange } from '../texts.ts';
import { scalarText } from '../yamlReading.ts';

/** Raised only where the catalog lists a line in full, or knows what the number means: a gap in the data is no finding. */
export const unknownVersion: Rule = {
  code: 'unknown-version',
  severity: 'warning',
  title: 'Not among the released versions of its line',
  pin: (pin) => {
    const { component } = pin;
    const listing = listingOf(pin);
    if (component === undefined) return [];
    if (listing.kind === 'chart') return [versionOfChart(pin, component, listing.chart)];
    if (listing.kind !== 'missing') return [];
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

/** The commonest slip with charts: theirs are the versions that one types all day. */
function versionOfChart(pin: ResolvedPin, component: Component, { chart, installs }: ChartVersion): Draft {
  return {
    range: versionRange(pin),
    message: `${nameOfPin(pin)} is no version of ${component.name} but one of its chart ${chart.name}, which installs ${installs}.`,
    components: [component.id],
    evidence: [evidenceOf(chart, `The index of the chart repository ${chart.repository}.`)],
    fix: {
      kind: 'replace',
      choices: [{ title: `Change to ${installs}`, newText: scalarText(installs, pin.entry.version?.style) }],
    },
  };
}
