/** Checks one file: every rule over its documents, effective stacks, pins and pairs. */
import { alone, compose } from '../composition/compose.ts';
import type { Composition, Origin } from '../composition/layers.ts';
import { readStacks } from '../manifest/read.ts';
import type { StackManifest } from '../manifest/stack.ts';
import type { OffsetRange, YamlFile } from '../manifest/tree.ts';
import { acknowledge } from './acknowledge.ts';
import type { AcknowledgingDocument } from './acknowledgement-types.ts';
import type { Analysis, AnalysisContext, EffectiveStack } from './analysis.ts';
import { RULES } from './codes.ts';
import type { Finding, PinName } from './finding.ts';
import { contextOf } from './ownCatalogs.ts';
import { readAcknowledgements } from './readAcknowledgements.ts';
import type { Draft, Rule } from './rule.ts';
import { effectiveStacks } from './stacks.ts';
import { isInherited, pinName } from './texts.ts';

/**
 * Checks a parsed file. Never throws; the same arguments give the same findings.
 * @param given the catalog, the day as of which support is judged, and the user's severities
 * @param origin where the file stands and how its bases are found; without it, bases count as unknown
 */
export function analyze(file: YamlFile, given: AnalysisContext, origin?: Origin): Analysis {
  const manifests = readStacks(file);
  const checked = manifests.map((manifest) => {
    const context = contextOf(given, manifest.document.index);
    const composition = origin === undefined ? alone('', manifest) : compose(origin.uri, manifest, origin.source);
    return checkDocument(manifest, composition, context);
  });
  const findings = checked.flatMap((one) => one.findings).sort(byPosition);
  return {
    file,
    context: given,
    manifests,
    stacks: checked.flatMap(({ stacks }) => stacks),
    findings: findings.filter(({ acknowledged }) => acknowledged === null),
    acknowledged: findings.filter(({ acknowledged }) => acknowledged !== null),
    usedInBases: checked.flatMap(({ usedInBases }) => usedInBases),
  };
}

interface CheckedManifest extends Pick<Analysis, 'stacks' | 'usedInBases'> {
  readonly findings: readonly Finding[];
}

function checkDocument(manifest: StackManifest, composition: Composition, context: AnalysisContext): CheckedManifest {
  const collected = new Collector(context);
  for (const rule of RULES) collected.add(rule, rule.document?.(manifest, context, composition), null);
  const stacks = effectiveStacks(manifest, composition, context).map(({ stack, pairs }) => {
    const { environment } = stack;
    // What a base pins is told in the base.
    const own = stack.pins.filter((pin) => !isInherited(pin));
    for (const rule of RULES) {
      if (rule.pin !== undefined)
        for (const pin of own) collected.add(rule, rule.pin(pin, stack, context), environment, [pinName(pin)]);
      if (rule.pair !== undefined)
        for (const pair of pairs.reported) {
          const names = [pair.pin, pair.other, ...(pair.alike ?? [])].map(pinName);
          collected.add(rule, rule.pair(pair, stack, context), environment, names);
        }
      collected.add(rule, rule.stack?.(stack, context, pairs.reported), environment);
    }
    return stack;
  });
  return { stacks, ...accepted(collected.findings(), manifest, composition, stacks, context) };
}

/** What of the findings of a document is accepted, and what is said of what accepts. */
function accepted(
  found: readonly Finding[],
  manifest: StackManifest,
  composition: Composition,
  stacks: readonly EffectiveStack[],
  context: AnalysisContext,
): Omit<CheckedManifest, 'stacks'> {
  const given = readAcknowledgements(manifest, composition);
  if (given.length === 0) return { findings: found, usedInBases: [] };
  const names = stacks.flatMap(({ pins }) => pins.map(pinName));
  const document: AcknowledgingDocument = {
    manifest,
    composition,
    instances: new Set(names.map(({ instance }) => instance)),
    components: new Set(names.map(({ component }) => component)),
  };
  const { findings, outcomes } = acknowledge(found, given, document, context.date);
  const about = new Collector(context);
  const usedInBases: { uri: string; range: OffsetRange }[] = [];
  for (const outcome of outcomes) {
    const { layer, range } = outcome.acknowledgement;
    if (layer === undefined) {
      for (const rule of RULES) about.add(rule, rule.acknowledgement?.(outcome, document, context), null);
    } else if (outcome.codes.some(({ hidden, returned, endless }) => hidden + returned + endless > 0)) {
      usedInBases.push({ uri: layer.uri, range });
    }
  }
  return { findings: [...findings, ...about.findings()], usedInBases };
}

function byPosition(a: Finding, b: Finding): number {
  return a.range.start - b.range.start || a.range.end - b.range.end;
}

/** Gathers drafts; what several environments share becomes one finding that names them all. */
class Collector {
  readonly #found = new Map<string, Finding>();
  readonly #context: AnalysisContext;

  constructor(context: AnalysisContext) {
    this.#context = context;
  }

  /** @param pins what a draft is about that names no pins itself */
  add(
    rule: Rule,
    drafts: readonly Draft[] | undefined,
    environment: string | null,
    pins: readonly PinName[] = [],
  ): void {
    for (const draft of drafts ?? []) {
      const severity = this.#context.severities[rule.code] ?? draft.severity ?? rule.severity;
      if (severity === 'off') continue;
      const key = JSON.stringify([rule.code, draft.range.start, draft.range.end, draft.message]);
      const about = draft.pins ?? pins;
      const earlier = this.#found.get(key);
      if (earlier !== undefined) {
        const environments = earlier.environments.includes(environment) ? [] : [environment];
        // Two instances of one version are told in the same words.
        const others = about.filter(({ instance }) => !earlier.pins.some((pin) => pin.instance === instance));
        if (environments.length + others.length === 0) continue;
        this.#found.set(key, {
          ...earlier,
          environments: [...earlier.environments, ...environments],
          pins: [...earlier.pins, ...others],
        });
        continue;
      }
      this.#found.set(key, {
        code: rule.code,
        severity,
        range: draft.range,
        message: draft.message,
        components: draft.components ?? [],
        pins: about,
        environments: [environment],
        evidence: draft.evidence ?? [],
        related: draft.related ?? [],
        tags: draft.tags ?? [],
        fix: draft.fix,
        acknowledged: null,
      });
    }
  }

  /** In the order in which they were found. */
  findings(): Finding[] {
    return [...this.#found.values()];
  }
}
