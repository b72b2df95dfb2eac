/**
 * The report for a log of GitHub Actions, which shows each of these lines at the source
 * (https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-commands).
 */
import type { Severity } from '../../../server/src/analysis/finding.ts';
import { type CheckResult, linesOf, SEVERITIES } from './result.ts';

const COMMANDS = { error: 'error', warning: 'warning', information: 'notice', hint: 'notice' } as const;

/** Writes a line for each finding, the most severe first: GitHub shows ten of each kind and step. */
export function githubReport({ files }: CheckResult, lists: (severity: Severity) => boolean): string {
  const found = files.flatMap((file) => {
    const lines = linesOf(file);
    return file.findings.flatMap((finding) => (lists(finding.severity) ? [{ file, lines, finding }] : []));
  });
  return SEVERITIES.flatMap((severity) => found.filter(({ finding }) => finding.severity === severity))
    .map(({ file: { path }, lines, finding: { severity, code, message, range } }) => {
      const [start, end] = [lines.positionAt(range.start), lines.positionAt(range.end)];
      // A column says something only where both ends are in one line.
      const columns = start.line === end.line ? { col: start.character + 1, endColumn: end.character + 1 } : {};
      const properties = {
        file: path,
        line: start.line + 1,
        endLine: end.line + 1,
        ...columns,
        title: `stackpin: ${code}`,
      };
      const written = Object.entries(properties).map(([name, value]) => `${name}=${property(String(value))}`);
      return `::${COMMANDS[severity]} ${written.join(',')}::${data(message)}\n`;
    })
    .join('');
}

/** As the toolkit of GitHub Actions escapes them. */
function data(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function property(text: string): string {
  return data(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
