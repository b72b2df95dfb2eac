/** The report that GitLab shows in merge requests: https://docs.gitlab.com/ci/testing/code_quality/#code-quality-report-format. */
import { createHash } from 'node:crypto';
import type { Severity } from '../../../server/src/analysis/finding.ts';
import { lineIndex } from '../../../server/src/manifest/lines.ts';
import { fingerprints } from './fingerprint.ts';
import type { CheckResult } from './result.ts';

const SEVERITY = { error: 'critical', warning: 'major', information: 'minor', hint: 'info' } as const;

/** Writes a result as one JSON array, with a line break at the end. */
export function gitlabReport({ files }: CheckResult, lists: (severity: Severity) => boolean): string {
  const issues = files.flatMap(({ path, text, findings }) => {
    const lines = lineIndex(text);
    const names = fingerprints(findings, text);
    return findings.flatMap(({ code, severity, message, range }, index) => {
      if (!lists(severity)) return [];
      return {
        description: message,
        check_name: code,
        // Of a whole report no two may be equal.
        fingerprint: createHash('sha256').update(`${path}\n${names[index]}`).digest('hex').slice(0, 32),
        severity: SEVERITY[severity],
        location: { path, lines: { begin: lines.positionAt(range.start).line + 1 } },
      };
    });
  });
  return `${JSON.stringify(issues, null, 2)}\n`;
}
