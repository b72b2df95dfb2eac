/** What a plan could not take into account because the manifest is broken there. */
import { t } from '@vscode/l10n';
import type { Code } from '../../../server/src/analysis/finding.ts';
import type { LoadedFile } from '../oneFile.ts';
import { grouped } from '../report/numbers.ts';

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
  const command = `stackpin check ${name}`;
  return [
    faults.length === 1
      ? t('{0} has 1 error of form, so this is about what could be read of it. To see: {1}', name, command)
      : t(
          '{0} has {1} errors of form, so this is about what could be read of it. To see: {2}',
          name,
          grouped(faults.length),
          command,
        ),
  ];
}
