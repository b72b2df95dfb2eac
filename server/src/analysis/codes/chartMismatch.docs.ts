import { type CodeDocs, manifest } from '../codeDocs.ts';

const pins = (chart: string) => `components:
  amazon-eks: "1.36"
  metrics-server:
    version: 0.7.2
    chart:
      repository: https://kubernetes-sigs.github.io/metrics-server
      name: metrics-server
      version: ${chart}
`;

export const chartMismatchDocs: CodeDocs = {
  code: 'chart-mismatch',
  group: 'names',
  meaning: [
    'A component names its Helm chart, and that version of the chart installs another version of the component than the one pinned.',
    "The catalog knows it from the index of the chart's repository.",
    'It is information only, since values of the chart can name another image.',
  ],
  why: [
    'A chart has a version of its own. When one of the two is changed and the other forgotten, what runs is not what is checked here.',
  ],
  remedy: ['Change the chart to the version that installs what is pinned, or pin what the chart installs.'],
  quickFixes: ["It changes the chart's version to one that installs the version pinned, where there is one."],
  bad: { words: ['Chart 3.12.1 installs the version before.'], files: [manifest(pins('3.12.1'))] },
  good: { words: ['Chart 3.12.2 installs 0.7.2.'], files: [manifest(pins('3.12.2'))] },
};
