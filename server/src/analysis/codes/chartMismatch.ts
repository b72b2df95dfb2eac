import { chartFor, chartVersions } from '../../catalog/charts.ts';
import { compareVersions, parseVersion } from '../../version/index.ts';
import type { Rule } from '../rule.ts';
import { evidenceOf, list, nameOfPin } from '../texts.ts';
import { scalarText } from '../yamlReading.ts';

/** Values of a chart can name another image, so that this is no more than information. */
export const chartMismatch: Rule = {
  code: 'chart-mismatch',
  severity: 'information',
  title: 'The chart installs another version',
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
        message: `Chart ${name.text} ${version.text} installs ${installed}, not ${pinned}.${right === undefined ? '' : ` Chart ${right} installs that.`}`,
        components: [component.id],
        evidence: [evidenceOf(chart, `The index of the chart repository ${chart.repository}.`)],
        fix:
          right === undefined
            ? undefined
            : {
                kind: 'replace',
                choices: [
                  {
                    title: `Change the chart to ${right} (installs ${pinned})`,
                    newText: scalarText(right, version.style),
                  },
                ],
              },
      },
    ];
  },
};
