/** The report for programs: one JSON object, described by schemas/check-output.schema.json. */
import type { Severity } from '../../../server/src/analysis/finding.ts';
import type { LineIndex } from '../../../server/src/manifest/lines.ts';
import type { OffsetRange } from '../../../server/src/manifest/tree.ts';
import { type CheckedFile, type CheckedFinding, type CheckResult, linesOf, placeOf, summarise } from './result.ts';

/** Raised when the shape changes. */
const SHAPE_VERSION = 1;

/**
 * Writes a result as JSON, with a line break at the end.
 * @param lists which severities are listed; the summary counts all
 */
export function jsonReport(result: CheckResult, lists: (severity: Severity) => boolean): string {
  const { asOf, catalog, files } = result;
  const report = {
    version: SHAPE_VERSION,
    asOf,
    catalog: { version: catalog.version, updated: catalog.updated },
    files: files.map((file) => fileReport(file, lists, result.named)),
    summary: summarise(result),
  };
  return `${JSON.stringify(report, null, 2)}\n`;
}

function fileReport(file: CheckedFile, lists: (severity: Severity) => boolean, named: CheckResult['named']): object {
  const lines = linesOf(file);
  const acknowledged = file.acknowledged.map((finding) => ({ ...finding, fixes: [] }));
  const findings = [...file.findings, ...acknowledged]
    .filter(({ severity }) => lists(severity))
    .sort((a, b) => a.range.start - b.range.start || a.range.end - b.range.end);
  return {
    path: file.path,
    stacks: file.stacks,
    findings: findings.map((finding) => findingReport(finding, file, lines, named)),
  };
}

function findingReport(
  finding: CheckedFinding,
  file: CheckedFile,
  lines: LineIndex,
  named: CheckResult['named'],
): object {
  const { code, severity, message, range, components, environments, evidence, related, fixes, acknowledged } = finding;
  const placed = (place: Parameters<typeof placeOf>[0]) => {
    const { path, start, end } = placeOf(place, file, named);
    return { path, range: { start, end } };
  };
  return {
    code,
    severity,
    message,
    range: positions(range, lines),
    components,
    environments,
    sources: [...new Set(evidence.map(({ source }) => source))],
    related: related.map((place) => ({ ...placed(place), message: place.message })),
    fixes: fixes.map(({ title, kind, preferred, changes }) => ({
      title,
      kind,
      preferred,
      edits: changes.map((change) => ({ ...placed(change), newText: change.newText })),
    })),
    acknowledged: acknowledged && {
      reason: acknowledged.reason,
      until: acknowledged.until ?? null,
      ...placed(acknowledged),
    },
  };
}

function positions({ start, end }: OffsetRange, lines: LineIndex): object {
  return { start: lines.positionAt(start), end: lines.positionAt(end) };
}
