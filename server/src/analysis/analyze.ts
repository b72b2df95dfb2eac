/** Checks one file: every rule over its documents, effective stacks, pins and pairs. */
import { alone, compose } from '../composition/compose.ts';
import type { Composition, Origin } from '../composition/layers.ts';
import { readStacks } from '../manifest/read.ts';
import type { StackManifest } from '../manifest/stack.ts';
import type { OffsetRange, YamlFile } from '../manifest/tree.ts';
import { acknowledge } from './acknowledge.ts';
import type { AcknowledgingDocument } from './acknowledgement-types.ts';
import type { Analysis, AnalysisContext, EffectiveStack } from './analysis.ts';
import { checkStacks, checkWritten, type DocumentCheck } from './checkStack.ts';
import { collector } from './collector.ts';
import type { Finding } from './finding.ts';
import { type AnalysisMemory, analysisMemory } from './memory.ts';
import { once } from './once.ts';
import { contextOf } from './ownCatalogs.ts';
import { readAcknowledgements } from './readAcknowledgements.ts';
import { pinName } from './texts.ts';

/**
 * Checks a parsed file. Never throws; the same arguments give the same findings.
 * @param given the catalog, the day as of which support is judged, and the user's severities
 * @param origin where the file stands and how its bases are found; without it, bases count as unknown
 * @param memory of earlier checks of the same document: what they found out is not worked out again. It changes no finding
 */
export function analyze(
  file: YamlFile,
  given: AnalysisContext,
  origin?: Origin,
  memory: AnalysisMemory = analysisMemory(),
): Analysis {
  const manifests = readStacks(file);
  const checked = memory.during(given, (under) =>
    manifests.map((manifest) => {
      const context = contextOf(given, manifest.document.index);
      const composition = origin === undefined ? alone('', manifest) : compose(origin.uri, manifest, origin.source);
      return checkDocument({ manifest, composition, context, memory: under(context.catalog) });
    }),
  );
  const findings = checked.flatMap((one) => one.findings).sort(byPosition);
  return {
    file,
    context: given,
    origin,
    manifests,
    stacks: checked.flatMap(({ stacks }) => stacks),
    findings: findings.filter(({ acknowledged }) => acknowledged === null),
    acknowledged: findings.filter(({ acknowledged }) => acknowledged !== null),
    usedInBases: checked.flatMap(({ usedInBases }) => usedInBases),
  };
}

/**
 * Checks one document that is no text: with other pins than those that are written. Never throws.
 * @param memory of earlier checks of the same document with other pins
 * @returns all findings, also those that are acknowledged
 */
export function checkValues(
  manifest: StackManifest,
  composition: Composition,
  given: AnalysisContext,
  memory: AnalysisMemory,
): readonly Finding[] {
  const context = contextOf(given, manifest.document.index);
  return memory.during(
    given,
    (under) => checkDocument({ manifest, composition, context, memory: under(context.catalog) }).findings,
  );
}

interface CheckedManifest extends Pick<Analysis, 'stacks' | 'usedInBases'> {
  readonly findings: readonly Finding[];
}

function checkDocument(check: DocumentCheck): CheckedManifest {
  const found = collector(check.context.severities);
  checkWritten(check, found);
  const stacks = checkStacks(check, found);
  return { stacks, ...accepted(found.findings(), check, stacks) };
}

/** What of the findings of a document is accepted, and what is said of what accepts. */
function accepted(
  found: readonly Finding[],
  { manifest, composition, context, memory }: DocumentCheck,
  stacks: readonly EffectiveStack[],
): Omit<CheckedManifest, 'stacks'> {
  const given = readAcknowledgements(manifest, composition);
  if (given.length === 0) return { findings: found, usedInBases: [] };
  const document: AcknowledgingDocument = { manifest, composition, ...namesIn(stacks) };
  const { findings, outcomes } = acknowledge(found, given, document, context.date);
  const about = collector(context.severities);
  const usedInBases: { uri: string; range: OffsetRange }[] = [];
  for (const outcome of outcomes) {
    const { layer, range } = outcome.acknowledgement;
    if (layer === undefined) {
      for (const rule of memory.rules) about.add(rule, rule.acknowledgement?.(outcome, document, context), null);
    } else if (outcome.codes.some(({ hidden, returned, endless }) => hidden + returned + endless > 0)) {
      usedInBases.push({ uri: layer.uri, range });
    }
  }
  return { findings: [...findings, ...about.findings()], usedInBases };
}

/** What the pins of stacks are called. Many acknowledgements can do without. */
function namesIn(stacks: readonly EffectiveStack[]): Pick<AcknowledgingDocument, 'instances' | 'components'> {
  const names = once(() => stacks.flatMap(({ pins }) => pins.map(pinName)));
  return {
    instances: once(() => new Set(names().map(({ instance }) => instance))),
    components: once(() => new Set(names().map(({ component }) => component))),
  };
}

function byPosition(a: Finding, b: Finding): number {
  return a.range.start - b.range.start || a.range.end - b.range.end;
}
