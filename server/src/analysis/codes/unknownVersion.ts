import { t } from '@vscode/l10n';
import type { ChartVersion } from '../../catalog/charts.ts';
import type { Component, Line } from '../../catalog/model.ts';
import { compareVersions, parseVersion } from '../../version/index.ts';
import type { LookedUpPin } from '../analysis.ts';
import { listingOf } from '../listing.ts';
import type { PinDraft, Rule } from '../rule.ts';
import { evidenceOf, list, nameOfPin, sentences, versionNode } from '../texts.ts';
import { scalarText } from '../yamlReading.ts';

/** Raised only where the catalog lists a line in full, or knows what the number means: a gap in the data is no finding. */
export const unknownVersion: Rule = {
  code: 'unknown-version',
  severity: 'warning',
  title: () => t('Not among the released versions of its line'),
  pin: (pin) => {
    const { component } = pin;
    const listing = listingOf(pin);
    if (component === undefined) return [];
    if (listing.kind === 'chart') return [versionOfChart(pin, component, listing.chart)];
    if (listing.kind !== 'missing') return [];
    const { line } = listing;
    const near = nearest(pin, line);
    const [first] = near;
    const advice = first === undefined ? '' : t('Did you mean {0}?', list(near, 'or'));
    return [
      {
        at: versionNode(pin.entry),
        message: sentences(t('{0} is not among the released versions of line {1}.', nameOfPin(pin), line.line), advice),
        components: [component.id],
        evidence: [
          evidenceOf(
            { ...component.versions, source: line.source ?? component.versions.source },
            t('The versions of {0}.', `${component.name} ${line.line}`),
          ),
        ],
        fix:
          first === undefined
            ? undefined
            : {
                kind: 'replace',
                choices: near.map((one) => ({
                  title: t('Change to {0}', one),
                  newText: scalarText(one, pin.entry.version?.style),
                })),
              },
      },
    ];
  },
};

/** The versions on both sides of where the pin would stand in its line, the later one first: fixes come later. */
function nearest({ component, value }: LookedUpPin, { versions }: Line): string[] {
  if (component === undefined || value?.kind !== 'exact') return [];
  const isLater = (text: string): boolean => {
    const version = parseVersion(text, component.versions.scheme);
    return version !== undefined && compareVersions(version, value.version) > 0;
  };
  const [above, below] = [versions.find(isLater), versions.findLast((text) => !isLater(text))];
  return [above, below].filter((text) => text !== undefined);
}

/** The commonest slip with charts: theirs are the versions that one types all day. */
function versionOfChart(pin: LookedUpPin, component: Component, { chart, installs }: ChartVersion): PinDraft {
  return {
    at: versionNode(pin.entry),
    message: t(
      '{0} is no version of {1} but one of its chart {2}, which installs {3}.',
      nameOfPin(pin),
      component.name,
      chart.name,
      installs,
    ),
    components: [component.id],
    evidence: [evidenceOf(chart, t('The index of the chart repository {0}.', chart.repository))],
    fix: {
      kind: 'replace',
      choices: [{ title: t('Change to {0}', installs), newText: scalarText(installs, pin.entry.version?.style) }],
    },
  };
}
