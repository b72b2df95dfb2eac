/** The report of the lint for programs. */
import type { LocatedProblem } from '../../../server/src/catalog/lint/lintReadings.ts';
import { pathText } from '../../../server/src/catalog/lint/problem.ts';
import { type LineIndex, lineIndex } from '../../../server/src/manifest/lines.ts';
import type { OffsetRange } from '../../../server/src/manifest/tree.ts';
import { type LintedFile, type LintResult, summarise } from './lintResult.ts';
import { json } from './shared.ts';

/** Writes a result as JSON, with a line break at the end. */
export function lintJson(result: LintResult): string {
  const { files, catalog } = result;
  const indexes = files.map(({ text }) => lineIndex(text));
  return json({
    catalog: { version: catalog.version, updated: catalog.updated },
    files: files.map((file) => ({
      path: file.name,
      name: file.reading.readable.metadata.name,
      components: file.reading.readable.components.map(({ id }) => id),
      problems: file.problems.map((problem) => problemReport(problem, file, files, indexes)),
    })),
    summary: summarise(result),
  });
}

function problemReport(
  { code, severity, path, message, range, components, related }: LocatedProblem,
  file: LintedFile,
  files: readonly LintedFile[],
  indexes: readonly LineIndex[],
): object {
  return {
    code,
    severity,
    path: pathText(path),
    message,
    range: positions(range, indexes[files.indexOf(file)]),
    components,
    related: related.map((place) => ({
      path: files[place.file]?.name ?? file.name,
      range: positions(place.range, indexes[place.file]),
      message: place.message,
    })),
  };
}

function positions({ start, end }: OffsetRange, lines: LineIndex | undefined): object {
  return { start: lines?.positionAt(start), end: lines?.positionAt(end) };
}
