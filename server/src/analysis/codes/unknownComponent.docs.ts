import { type CodeDocs, manifest } from '../codeDocs.ts';

export const unknownComponentDocs: CodeDocs = {
  code: 'unknown-component',
  group: 'names',
  meaning: [
    'No catalog has a component of this name: neither the bundled one nor one of your own.',
    'It is allowed, and told once as information, since a platform has software of its own.',
    'Where the name is a known other name of a component (`k8s`), or close to one, the message says so.',
  ],
  why: ['Of a component that no catalog knows nothing is checked. If the name is only misspelt, that goes unnoticed.'],
  remedy: [
    'Correct the name, or keep the name and say with `component` what it is.',
    'For software of your own, describe it in [a catalog of your own](../catalog-format.md#your-own-catalog); then its versions and what it needs are checked too.',
    'If a widely used component is missing, [add it to the bundled catalog](../adding-a-component.md).',
  ],
  quickFixes: ['Each changes the name to a known one: the one behind the other name, or up to three that are close.'],
  bad: { words: ['A letter is missing.'], files: [manifest('components:\n  postgrsql: "17"\n')] },
  good: { words: ['The name is spelt right.'], files: [manifest('components:\n  postgresql: "17"\n')] },
};
