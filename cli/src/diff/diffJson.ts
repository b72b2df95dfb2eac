/** A difference for programs: one JSON object, described by schemas/diff-output.schema.json. */
import type { Finding } from '../../../server/src/analysis/finding.ts';
import type { IsoDate } from '../../../server/src/catalog/model.ts';
import { lineIndex } from '../../../server/src/manifest/lines.ts';
import type { Changes } from './changes.ts';
import type { Side } from './sides.ts';

/** Raised when the shape changes. */
const SHAPE_VERSION = 1;

/** Writes it, with a line break at the end. */
export function diffJson({ stacks, gained, lost }: Changes, before: Side, after: Side, asOf: IsoDate): string {
  const report = {
    version: SHAPE_VERSION,
    asOf,
    before: before.name,
    after: after.name,
    stacks: stacks.map(({ name, environment, kind, pins, before: was, after: is }) => ({
      name,
      environment,
      kind,
      pins,
      deadline: { before: was ?? null, after: is ?? null },
    })),
    gained: gained.map((finding) => findingReport(finding, after)),
    lost: lost.map((finding) => findingReport(finding, before)),
  };
  return `${JSON.stringify(report, null, 2)}\n`;
}

function findingReport({ code, severity, message, range, components, environments, evidence }: Finding, side: Side) {
  const lines = lineIndex(side.file.analysis.file.text);
  return {
    code,
    severity,
    message,
    range: { start: lines.positionAt(range.start), end: lines.positionAt(range.end) },
    components,
    environments,
    sources: [...new Set(evidence.map(({ source }) => source))],
  };
}
