import { type CodeDocs, manifest } from '../codeDocs.ts';

export const retiredComponentDocs: CodeDocs = {
  code: 'retired-component',
  group: 'lifecycle',
  meaning: [
    'The project itself has ended, whatever the version: it has retired the component, or archived it and takes no more changes.',
    'Where it is known what people move to, the message names that.',
  ],
  why: ['No version will ever be fixed again, and newer versions of what is around it will not be tested with it.'],
  remedy: [
    'Plan to replace it. Until then, acknowledge the finding with the reason, and with the day by which it is to be gone.',
  ],
  quickFixes: [
    'Names what people move to in its place, at the newest version of which nothing else is found. Not where the pin is locked, has a chart or `allow`, or where another file or an environment has a pin of the same name.',
  ],
  bad: { words: ['Apache Mesos is archived.'], files: [manifest('components:\n  mesos: 1.11.0\n')] },
  good: {
    words: ['What many moved to.'],
    files: [manifest('components:\n  kubernetes: "1.36"\n  containerd: "2.3"\n')],
  },
};
