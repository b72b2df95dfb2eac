import { type CodeDocs, manifest } from '../codeDocs.ts';

export const unusedAcknowledgementDocs: CodeDocs = {
  code: 'unused-acknowledgement',
  group: 'acknowledgement',
  meaning: [
    'An entry under `acknowledge`, or a comment that accepts findings, hides nothing.',
    'There is no such finding, or none of these pins; or it names a code that there is not, gives no reason, or cannot be read; or it is about an error and has no last day.',
    'The message says which, and what to write.',
    'While the file is broken, or a base or a catalog cannot be read, nothing is said of what may be there.',
  ],
  why: [
    'What is accepted stays accepted: left in the file, it would hide the next finding of that code, which nobody has looked at.',
  ],
  remedy: ['Remove it when what it was about is mended. Where it is only misspelt, correct it.'],
  quickFixes: [
    'They remove the entry or the comment, and nothing else; of several codes in one comment, the one that hides nothing.',
    'A misspelt code or pin can be changed to one that is close, and an acknowledgement of an error given a last day.',
  ],
  bad: {
    words: ['This line of Python is supported.'],
    files: [
      manifest(
        'components:\n  # stackpin-ignore-next-line end-of-life: moved with the next release\n  python: "3.13"\n',
      ),
    ],
  },
  good: {
    words: ['Without the comment.'],
    files: [manifest('components:\n  python: "3.13"\n')],
  },
};
