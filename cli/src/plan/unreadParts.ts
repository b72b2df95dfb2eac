/** What a plan could not take into account because the manifest is broken there. */
import type { Code } from '../../../server/src/analysis/finding.ts';
import type { LoadedFile } from '../oneFile.ts';
import { counted } from '../report/numbers.ts';

/** Codes because of which a part of a stack may be missing, or another than was meant. */
const OF_FORM: ReadonlySet<Code> = new Set<Code>([
  'yaml',
  'schema',
  'duplicate-component',
  'invalid-version',
  'missing-base',
  'base-cycle',
  'base-outside-workspace',
  'not-a-stack',
  'missing-catalog',
  'invalid-catalog',
]);

/** One sentence, or none where everything could be read. */
export function unreadParts({ name, analysis }: LoadedFile): readonly string[] {
  const faults = analysis.findings.filter(({ code, severity }) => severity === 'error' && OF_FORM.has(code));
  if (faults.length === 0) return [];
  return [
    `${name} has ${counted(faults.length, 'error')} of form, so this is about what could be read of it. To see: stackpin check ${name}`,
  ];
}
