import { type CodeDocs, manifest } from '../codeDocs.ts';

export const invalidVersionDocs: CodeDocs = {
  code: 'invalid-version',
  group: 'syntax',
  meaning: [
    'What is pinned is no version, no release line and no range of this component.',
    'It is said of `allow`, too, where that is no range.',
    'It is reported only for components that a catalog knows: software of your own may be versioned in any way.',
    '[What a version may be](../manifest.md#what-a-version-may-be) lists the forms.',
  ],
  why: [
    'A pin that says nothing definite cannot be checked, and two people who install by it get different platforms.',
    'Names such as `latest` or `stable` mean another version every month.',
  ],
  remedy: [
    'Write a version, a release line or a range.',
    'To follow the newest patches, pin a release line: `"24"` stands for every 24.x.',
  ],
  quickFixes: ['None. Completion offers the versions and the lines of the component.'],
  bad: { words: ['A tag of an image is no version.'], files: [manifest('components:\n  nodejs: latest\n')] },
  good: { words: ['A release line takes every patch.'], files: [manifest('components:\n  nodejs: "24"\n')] },
};
