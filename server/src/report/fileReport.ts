/** Makes the report of a checked file. */
import type { Analysis, EffectiveStack } from '../analysis/analysis.ts';
import type { Finding } from '../analysis/finding.ts';
import { contextOf } from '../analysis/ownCatalogs.ts';
import type { Layer } from '../composition/layers.ts';
import type { OffsetRange } from '../manifest/tree.ts';
import { reportPairs } from './pairs.ts';
import { reportPins } from './pins.ts';
import type { FileReport, Place, ReportFinding, StackReport } from './report.ts';
import { timelineOf } from './timeline.ts';

/** How a file is called. */
export interface Naming {
  /** As people call the file itself. */
  readonly name: string;
  /** As people call a base. */
  nameOf(uri: string): string;
}

/** The report of a file and of all its stacks. */
export function fileReport(analysis: Analysis, naming: Naming): FileReport {
  const { context, stacks, findings } = analysis;
  const placed = (finding: Finding): ReportFinding => reportFinding(finding, analysis, naming);
  return {
    name: naming.name,
    asOf: context.date,
    catalog: context.catalog.metadata,
    stacks: stacks.map((stack) => stackReport(stack, analysis, naming)),
    findings: findings.filter((finding) => !stacks.some((stack) => isIn(finding, stack))).map(placed),
  };
}

function stackReport(stack: EffectiveStack, analysis: Analysis, naming: Naming): StackReport {
  const context = contextOf(analysis.context, stack.document);
  const placed = (findings: readonly Finding[]): ReportFinding[] =>
    findings.filter((finding) => isIn(finding, stack)).map((finding) => reportFinding(finding, analysis, naming));
  const pins = reportPins(stack, context, (layer, range) => placeOf(layer, range, analysis, naming));
  const { document, name, environment, coverage } = stack;
  const found = [...analysis.findings, ...analysis.acknowledged].filter((finding) => isIn(finding, stack));
  return {
    document,
    name,
    environment,
    pins,
    pairs: reportPairs(stack, context, found),
    coverage,
    findings: placed(analysis.findings),
    acknowledged: placed(analysis.acknowledged),
    timeline: timelineOf(stack, context),
  };
}

/** Whether a finding holds in a stack: it stands in its document, and names its environment. */
function isIn({ range, environments }: Finding, { manifest, environment }: EffectiveStack): boolean {
  const { range: own, source } = manifest.document;
  // Where one document ends the next begins.
  const isBefore = range.start < own.end || own.end === source.length;
  return environments.includes(environment) && range.start >= own.start && isBefore;
}

function reportFinding(finding: Finding, analysis: Analysis, naming: Naming): ReportFinding {
  const { code, severity, message, evidence, range, acknowledged } = finding;
  return {
    code,
    severity,
    message,
    evidence,
    place: placeOf(undefined, range, analysis, naming),
    accepted: acknowledged === null ? undefined : { reason: acknowledged.reason, until: acknowledged.until },
  };
}

/** @param layer undefined for the file itself */
function placeOf(layer: Layer | undefined, { start, end }: OffsetRange, { file }: Analysis, naming: Naming): Place {
  const base = layer?.via === undefined ? undefined : layer;
  const text = base?.manifest.document.source ?? file.source;
  return {
    base: base?.uri,
    file: base === undefined ? naming.name : naming.nameOf(base.uri),
    start: text.positionAt(start),
    end: text.positionAt(end),
  };
}
