import { type CodeDocs, manifest } from '../codeDocs.ts';

export const prereleaseDocs: CodeDocs = {
  code: 'prerelease',
  group: 'lifecycle',
  meaning: [
    'The version pinned is an alpha, a beta, a release candidate or the like.',
    'The suffix of a vendor (`+k3s1`, `-gke.1080000`) makes no pre-release.',
  ],
  why: ['Pre-releases are for trying out: they get no fixes, and most statements of upstream leave them out.'],
  remedy: [
    'Pin a final release. In a stack that is there to try out what comes, write `prereleases: allow` under `policy`.',
  ],
  quickFixes: ['It changes the pin to the nearest final release that is supported and fits every other pin.'],
  bad: { words: ['A release candidate.'], files: [manifest('components:\n  python: 3.14.0rc1\n')] },
  good: {
    words: ['The policy of this stack allows it.'],
    files: [manifest('components:\n  python: 3.14.0rc1\npolicy:\n  prereleases: allow\n')],
  },
};
