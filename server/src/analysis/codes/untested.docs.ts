import { type CodeDocs, manifest } from '../codeDocs.ts';

export const untestedDocs: CodeDocs = {
  code: 'untested',
  group: 'compatibility',
  meaning: [
    'Upstream says with which versions it tests, and the one pinned is not among them.',
    'It is also said where the version is newer than the statement could know, and where two statements disagree; then the message quotes both.',
  ],
  why: ['Such a pair often works. It is good to know before an upgrade that nobody has said so.'],
  remedy: ['Nothing has to be done. Test the pair yourself, or pin a version that upstream tests.'],
  quickFixes: ['None: nothing has to be changed.'],
  bad: {
    words: ['OpenStack names the systems that each series is tested on.'],
    files: [manifest('components:\n  openstack: "2025.2"\n  ubuntu: "26.04"\n')],
  },
  good: {
    words: ['24.04 is the Ubuntu of this series.'],
    files: [manifest('components:\n  openstack: "2025.2"\n  ubuntu: "24.04"\n')],
  },
};
