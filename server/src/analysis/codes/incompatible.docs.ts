import { type CodeDocs, manifest } from '../codeDocs.ts';

export const incompatibleDocs: CodeDocs = {
  code: 'incompatible',
  group: 'compatibility',
  meaning: [
    'A source of one of the two components says that these versions cannot work together.',
    'It names versions that fail, or a range outside of which nothing works.',
    'Of a range or a release line it is said only when no version in it goes together with the other pin.',
    'If one of the two carries the component that the source speaks of, as K3s carries Kubernetes, the message says so.',
    '[How a pair is judged](../verdicts.md) has the rules.',
  ],
  why: [
    'This is no matter of support: the program does not start, the installer refuses, or an interface that it needs is gone.',
  ],
  remedy: [
    'Change one of the two; the source that the finding links to tells which versions go together.',
    'If your build differs from the released one and works, acknowledge the finding with the reason.',
  ],
  quickFixes: [
    'One for each side: it changes that pin to the nearest version that fits every other pin.',
    'Going forward comes before going back, and a supported version before one out of support.',
  ],
  bad: {
    words: ['Kibana refuses to start with an Elasticsearch of another major version.'],
    files: [manifest('components:\n  elasticsearch: "8.19"\n  kibana: "9.x"\n')],
  },
  good: {
    words: ['Both are of the same line.'],
    files: [manifest('components:\n  elasticsearch: "8.19"\n  kibana: "8.19"\n')],
  },
};
