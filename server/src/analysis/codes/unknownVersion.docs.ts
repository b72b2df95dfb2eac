import { type CodeDocs, manifest } from '../codeDocs.ts';

export const unknownVersionDocs: CodeDocs = {
  code: 'unknown-version',
  group: 'names',
  meaning: [
    'There is no such version: the catalog lists the release line in full, and this version is not in it.',
    "It is also reported where the number is the version of the component's Helm chart; then the message says which version that chart installs.",
    'Where the catalog does not list a line in full, nothing is reported, for then it may only be a gap.',
  ],
  why: ['Nothing can install a version that was never released. Most often a digit is wrong, or the chart was meant.'],
  remedy: [
    "Write the version that is meant. A chart's own version goes under `chart`.",
    'If the version does exist, the catalog is out of date: please report it.',
  ],
  quickFixes: ['It changes the version to the closest one of the line, or to the one that the chart installs.'],
  bad: {
    words: ['3.12.2 is a version of the chart.'],
    files: [manifest('components:\n  amazon-eks: "1.36"\n  metrics-server: 3.12.2\n')],
  },
  good: {
    words: ['The version is that of the component, and the chart has its own.'],
    files: [
      manifest(`components:
  amazon-eks: "1.36"
  metrics-server:
    version: 0.7.2
    chart:
      repository: https://kubernetes-sigs.github.io/metrics-server
      name: metrics-server
      version: 3.12.2
`),
    ],
  },
};
