import { type CodeDocs, manifest } from '../codeDocs.ts';

const base = manifest('components:\n  postgresql:\n    version: "17"\n    allow: ">=16 <18"\n', 'base.stack.yaml');
const leaf = (version: string) =>
  manifest(`extends:\n  - ./base.stack.yaml\ncomponents:\n  postgresql: "${version}"\n`, 'shop.stack.yaml');

export const overrideNotAllowedDocs: CodeDocs = {
  code: 'override-not-allowed',
  group: 'composition',
  meaning: [
    'A file, or an environment, pins a component that lies below it already, to a version outside of the range that `allow` names there.',
    'The nearest `allow` below counts. A release line or a range is reported when none of its versions is inside.',
  ],
  why: ['Whoever keeps the base has said how far it may be moved, and tests no further.'],
  remedy: ['Pin a version inside the range, or ask for a wider one where it is written.'],
  quickFixes: ['None.'],
  bad: { words: ['PostgreSQL 18 is outside of what the base allows.'], files: [base, leaf('18')] },
  good: { words: ['PostgreSQL 16 is inside.'], files: [base, leaf('16')] },
};
