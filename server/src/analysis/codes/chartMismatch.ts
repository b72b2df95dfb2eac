import { t } from '@vscode/l10n';
import { chartFor, chartVersions } from '../../catalog/charts.ts';
import { compareVersions, parseVersion } from '../../version/index.ts';
import type { Rule } from '../rule.ts';
import { evidenceOf, list, nameOfPin, sentences } from '../texts.ts';
import { scalarText } from '../yamlReading.ts';

/** Values of a chart can name another image, so that this is no more than information. */
export const chartMismatch: Rule = {
  code: 'chart-mismatch',
  severity: 'information',
  title: () => t('The chart installs another version'),
  pin: ({ component, value, entry }) => {
    const { name, version } = entry.chart ?? {};
    if (component === undefined || value?.kind !== 'exact' || name === undefined || version === undefined) return [];
    const known = chartVersions(component, version.text).filter(({ chart }) => chart.name === name.text);
    const [first] = known;
    const isSame = (text: string): boolean => {
      const one = parseVersion(text, component.versions.scheme);
      return one !== undefined && compareVersions(one, value.version) === 0;
    };
    if (first === undefined || known.some(({ installs }) => isSame(installs))) return [];
    const { chart } = first;
    const right = chartFor(component, chart, value.version);
    const pinned = nameOfPin({ component, value, entry });
    const installed = list(
      known.map(({ installs }) => `${component.name} ${installs}`),
      'or',
    );
    return [
      {
        at: version,
        message: sentences(
          t('Chart {0} {1} installs {2}, not {3}.', name.text, version.text, installed, pinned),
          right === undefined ? '' : t('Chart {0} installs that.', right),
        ),
        components: [component.id],
        evidence: [evidenceOf(chart, t('The index of the chart repository {0}.', chart.repository))],
        fix:
          right === undefined
            ? undefined
            : {
                kind: 'replace',
                choices: [
                  {
                    title: t('Change the chart to {0} (installs {1})', right, pinned),
                    newText: scalarText(right, version.style),
                  },
                ],
              },
      },
    ];
  },
};
