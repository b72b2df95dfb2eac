import { type CodeDocs, manifest } from '../codeDocs.ts';

const pins = (java: string) => `components:
  amazon-eks: "1.36"
  strimzi-kafka: "1.2"
  apache-kafka: ">=3.9"
  java: "${java}"
`;

export const unsatisfiableDocs: CodeDocs = {
  code: 'unsatisfiable',
  group: 'compatibility',
  meaning: [
    'No versions of these pins go together, although any two of them have versions that do.',
    'At least one is a range or a release line, and what one neighbour leaves of it another one takes away.',
    'The finding names the smallest such set, and shows each of its pins.',
  ],
  why: ['Whichever versions are taken, one pair of them cannot work: the stack as written cannot be installed.'],
  remedy: [
    'Widen or change one of the pins. The statements that the finding rests on tell which versions each of them needs.',
  ],
  quickFixes: ['None of its own.'],
  bad: {
    words: [
      'The operator needs Kafka 4.2 or 4.3, and these need Java 17.',
      'Each pair alone leaves a part of the range; [range-admits-incompatible](range-admits-incompatible.md) names the other part.',
    ],
    files: [manifest(pins('11'))],
  },
  together: ['range-admits-incompatible'],
  good: {
    words: ['The range begins where the operator does, and Java is new enough.'],
    files: [manifest(pins('21').replace('>=3.9', '>=4.2 <4.4'))],
  },
};
