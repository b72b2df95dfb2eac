import { type CodeDocs, manifest } from '../codeDocs.ts';

export const outdatedPatchDocs: CodeDocs = {
  code: 'outdated-patch',
  group: 'lifecycle',
  meaning: [
    'The catalog knows a later patch of the same release line.',
    'It is a hint: sooner or later every exact pin has it. `stackpin check` counts hints and lists them with `--verbose`.',
  ],
  why: ['Patches carry security fixes, and are meant to change nothing else.'],
  remedy: [
    'Take the patch with the next change.',
    'To follow all patches of a line, pin the line: `"17"` instead of `"17.5"`.',
  ],
  quickFixes: ['It changes the pin to the newest patch of the line, if that fits every other pin.'],
  bad: { words: ['17.6 came later.'], files: [manifest('components:\n  postgresql: "17.5"\n')] },
  good: { words: ['The line stands for all its patches.'], files: [manifest('components:\n  postgresql: "17"\n')] },
};
