/** What checking one file gives, as plain data: it may come from another thread. */
import { t } from '@vscode/l10n';
import type { Analysis, AnalysisContext } from '../../../server/src/analysis/analysis.ts';
import { analyze } from '../../../server/src/analysis/analyze.ts';
import type { Finding, Severity } from '../../../server/src/analysis/finding.ts';
import { parseYaml } from '../../../server/src/manifest/parse.ts';
import { fixesFor } from '../../../server/src/resolve/fix/fixesFor.ts';
import { fixing } from '../../../server/src/resolve/fix/fixing.ts';
import type { CheckThen } from '../before/compare.ts';
import type { Input } from '../files/find.ts';
import { type Host, isFailure } from '../host.ts';
import { readText, type TextChecker } from '../oneFile.ts';
import { type CheckedFile, placed, type ReportedFinding } from '../report/result.ts';

/** A file that was checked by itself. */
export interface Checked {
  readonly uri: string | undefined;
  readonly file: CheckedFile;
  readonly usedInBases: Analysis['usedInBases'];
}

/** What became of an input. */
export type Outcome =
  | {
      readonly checked: Checked;
      readonly bases: readonly string[];
      /** What `CheckThen` says of it. */
      readonly before: readonly string[] | undefined;
    }
  | { readonly problem: string };

/** What files are checked with. */
export interface FileChecking {
  readonly checkText: TextChecker;
  /** Of which findings fixes are told. */
  readonly mends: Lists;
  /** Checks a file as it was; undefined where that is not asked for. */
  readonly checkThen: CheckThen | undefined;
}

/** Whether something is made for the findings of a severity. */
export type Lists = (severity: Severity) => boolean;

/**
 * Reads and checks a file. Never rejects.
 * @param about is told the size of its text before it is checked
 */
export async function outcomeOf(
  input: Input,
  { checkText, mends, checkThen }: FileChecking,
  host: Host,
  about: (size: number) => void = () => undefined,
): Promise<Outcome> {
  const text = await readText(input, host);
  if (isFailure(text)) return { problem: t('cannot read {0}: {1}.', input.name, text.failed) };
  about(text.length);
  try {
    const { analysis, origin, bases } = await checkText(text, input.path);
    const checked = checkedFile(input.name, analysis, origin.uri, mends);
    const before = input.path === undefined ? undefined : await checkThen?.(input.path, bases);
    return { checked, bases, before };
  } catch (error) {
    // Checking never throws; if it does, the other files are still worth a report.
    return {
      problem: t(
        'cannot check {0}, by a fault in Stackpin; please report it with this: {1}',
        input.name,
        stackOf(error),
      ),
    };
  }
}

/** Checks one text that stands by itself. Pure. */
export function checkAlone(path: string, text: string, context: AnalysisContext): CheckedFile {
  return checkedFile(path, analyze(parseYaml(text), context), undefined, () => true).file;
}

function checkedFile(path: string, analysis: Analysis, uri: string | undefined, mends: Lists): Checked {
  const made = fixing(analysis);
  const result = {
    path,
    text: analysis.findings.length + analysis.acknowledged.length > 0 ? analysis.file.text : '',
    stacks: analysis.stacks.map(({ document, name, environment, coverage: { pins, pairs, pairsKnown } }) => ({
      document,
      name: name ?? null,
      environment,
      pins,
      pairs,
      pairsKnown,
    })),
    findings: analysis.findings.map((finding) => ({
      ...reported(finding),
      fixes: mends(finding.severity)
        ? fixesFor(made, finding).map((fix) => ({ ...fix, changes: fix.changes.map((one) => placed(one)) }))
        : [],
    })),
    acknowledged: analysis.acknowledged.map(reported),
  };
  return { uri, file: result, usedInBases: analysis.usedInBases };
}

/** Without trees and messages' makings, of which a file has more than a report needs. */
function reported({ fix: _, related, acknowledged, ...finding }: Finding): ReportedFinding {
  return {
    ...finding,
    related: related.map((one) => placed(one)),
    acknowledged: acknowledged && placed(acknowledged),
  };
}

function stackOf(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
