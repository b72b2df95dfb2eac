/**
 * The report for code scanning: SARIF 2.1.0 (https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html). GitHub reads it, with
 * limits of its own (https://docs.github.com/en/code-security/code-scanning/integrating-with-code-scanning/sarif-support-for-code-scanning).
 */
import type { Location, Log, Region, Result, Fix as SarifFix, Suppression } from 'sarif';
import { version } from '../../../package.json';
import { addressOf } from '../../../server/src/analysis/codes.ts';
import type { Code, Severity } from '../../../server/src/analysis/finding.ts';
import { FINGERPRINT_VERSION, fingerprints } from './fingerprint.ts';
import { type CheckedFile, type CheckedFinding, type CheckResult, placeOf, type ReportedFinding } from './result.ts';
import { LEVELS, ruleOf } from './sarifRules.ts';

/** The folder that paths are relative to: whoever reads the report knows where that is. */
const ROOT = '%SRCROOT%';

type Named = CheckResult['named'];

/**
 * Writes a result as SARIF, with a line break at the end.
 * @param lists which severities are listed
 * @param unreadable what could not be checked, and why
 */
export function sarifReport(
  { asOf, catalog, extraCatalogs, files, named }: CheckResult,
  lists: (severity: Severity) => boolean,
  unreadable: readonly string[],
): string {
  const results = files.flatMap((file) => resultsOf(file, lists, named));
  const codes = [...new Set(results.map(({ ruleId }) => ruleId as Code))].sort();
  const log: Log = {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: {
            name: 'Stackpin',
            fullName: `Stackpin ${version}`,
            version,
            semanticVersion: version,
            informationUri: 'https://github.com/stackpin/stackpin',
            rules: codes.map(ruleOf),
          },
        },
        automationDetails: { id: 'stackpin/' },
        invocations: [
          {
            executionSuccessful: unreadable.length === 0,
            toolExecutionNotifications: unreadable.map((text) => ({ level: 'error', message: { text: plain(text) } })),
          },
        ],
        originalUriBaseIds: { [ROOT]: { description: { text: 'The folder in which stackpin was run.' } } },
        columnKind: 'utf16CodeUnits',
        results: results.map((result) => ({ ...result, ruleIndex: codes.indexOf(result.ruleId as Code) })),
        properties: { asOf, catalog: { version: catalog.version, updated: catalog.updated, extra: extraCatalogs } },
      },
    ],
  };
  return `${JSON.stringify(log, null, 2)}\n`;
}

/** What is listed of a file, in order of position, and what is acknowledged in it. */
function resultsOf(file: CheckedFile, lists: (severity: Severity) => boolean, named: Named): Result[] {
  const acknowledged = file.acknowledged.map((finding): CheckedFinding => ({ ...finding, fixes: [] }));
  const all = [...file.findings, ...acknowledged].sort((a, b) => a.range.start - b.range.start);
  const names = fingerprints(all, file.text);
  return all.flatMap((finding, index) =>
    lists(finding.severity) ? [resultOf(finding, names[index] ?? '', file, named)] : [],
  );
}

function resultOf(finding: CheckedFinding, name: string, file: CheckedFile, named: Named): Result {
  const { code, severity, message, range, components, pins, environments, evidence, related, fixes } = finding;
  const sources = evidence.map(({ statement, source, checked }) => ({ statement, source, checked }));
  return {
    ruleId: code,
    level: LEVELS[severity],
    kind: 'fail',
    message: { text: plain(message), markdown: `${escaped(message)} [${code}](${addressOf(finding)})` },
    locations: [
      {
        ...locationOf({ range }, file, named),
        ...(pins.length === 0
          ? {}
          : { logicalLocations: pins.map(({ instance }) => ({ name: instance, kind: 'component' })) }),
      },
    ],
    ...(related.length === 0
      ? {}
      : {
          relatedLocations: related.map((place, index) => ({
            id: index + 1,
            ...locationOf(place, file, named),
            message: { text: plain(place.message) },
          })),
        }),
    partialFingerprints: { [`stackpinFinding/v${FINGERPRINT_VERSION}`]: name },
    ...(fixes.length === 0 ? {} : { fixes: fixes.map((fix) => fixOf(fix, file, named)) }),
    ...suppressed(finding, file, named),
    properties: { severity, components, environments, sources },
  };
}

function locationOf(place: Parameters<typeof placeOf>[0], file: CheckedFile, named: Named): Location {
  const { path, region } = regionOf(place, file, named);
  return { physicalLocation: { artifactLocation: { uri: encoded(path), uriBaseId: ROOT }, region } };
}

/** SARIF counts lines and columns from 1, and the end of a region is the column behind it (3.30.2). */
function regionOf(
  place: Parameters<typeof placeOf>[0],
  file: CheckedFile,
  named: Named,
): { readonly path: string; readonly region: Region } {
  const { path, start, end } = placeOf(place, file, named);
  const region = {
    startLine: start.line + 1,
    startColumn: start.character + 1,
    endLine: end.line + 1,
    endColumn: end.character + 1,
  };
  return { path, region };
}

/** One change of a file after the other; a fix that edits a base changes two files. */
function fixOf({ title, changes }: CheckedFinding['fixes'][number], file: CheckedFile, named: Named): SarifFix {
  const byPath = new Map<string, { deletedRegion: Region; insertedContent: { text: string } }[]>();
  for (const change of changes) {
    const { path, region } = regionOf(change, file, named);
    const known = byPath.get(path) ?? [];
    known.push({ deletedRegion: region, insertedContent: { text: change.newText } });
    byPath.set(path, known);
  }
  return {
    description: { text: plain(title) },
    artifactChanges: [...byPath].map(([path, replacements]) => ({
      artifactLocation: { uri: encoded(path), uriBaseId: ROOT },
      replacements,
    })),
  };
}

/** What a file accepts is reported as suppressed in the source, with its reason. */
function suppressed(
  { acknowledged }: Pick<ReportedFinding, 'acknowledged'>,
  file: CheckedFile,
  named: Named,
): Pick<Result, 'suppressions'> {
  if (acknowledged === null) return {};
  const suppression: Suppression = {
    kind: 'inSource',
    status: 'accepted',
    justification: acknowledged.reason,
    location: locationOf(acknowledged, file, named),
  };
  return { suppressions: [suppression] };
}

/** A path as a relative reference (RFC 3986, 4.2): its first part must not look like a scheme. */
function encoded(path: string): string {
  const reference = path.split('/').map(encodeURIComponent).join('/');
  return /^[^/]*:/.test(reference) ? `./${reference}` : reference;
}

/** A plain text that no reader takes a link from: SARIF has links in plain texts too (3.11.6). */
function plain(text: string): string {
  const pieces = text.split(/(?<=\])/);
  return pieces
    .map((piece, index) => (pieces[index + 1]?.startsWith('(') === true ? piece.replaceAll('[', '\\[') : piece))
    .join('');
}

/** What Markdown would take for itself. */
function escaped(text: string): string {
  return text.replace(/[\\`*_[\]<>#|~&]/g, '\\$&').replace(/\s+/g, ' ');
}
