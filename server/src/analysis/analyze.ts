/** Checks one file: every rule over its documents, effective stacks, pins and pairs. */
import { alone, compose } from '../composition/compose.ts';
import type { Origin } from '../composition/layers.ts';
import { readStacks } from '../manifest/read.ts';
import type { YamlFile } from '../manifest/tree.ts';
import type { Analysis, AnalysisContext } from './analysis.ts';
import { RULES } from './codes.ts';
import type { Finding } from './finding.ts';
import { contextOf } from './ownCatalogs.ts';
import type { Draft, Rule } from './rule.ts';
import { effectiveStacks } from './stacks.ts';
import { isInherited } from './texts.ts';

/**
 * Checks a parsed file. Never throws; the same arguments give the same findings.
 * @param given the catalog, the day as of which support is judged, and the user's severities
 * @param origin where the file stands and how its bases are found; without it, bases count as unknown
 */
export function analyze(file: YamlFile, given: AnalysisContext, origin?: Origin): Analysis {
  const manifests = readStacks(file);
  const collected = new Collector(given);
  const stacks = manifests.flatMap((manifest) => {
    const context = contextOf(given, manifest.document.index);
    const composition = origin === undefined ? alone('', manifest) : compose(origin.uri, manifest, origin.source);
    for (const rule of RULES) collected.add(rule, rule.document?.(manifest, context, composition), null);
    return effectiveStacks(manifest, composition, context).map(({ stack, pairs }) => {
      // What a base pins is told in the base.
      const own = stack.pins.filter((pin) => !isInherited(pin));
      for (const rule of RULES) {
        if (rule.pin !== undefined)
          for (const pin of own) collected.add(rule, rule.pin(pin, stack, context), stack.environment);
        if (rule.pair !== undefined)
          for (const pair of pairs.reported) collected.add(rule, rule.pair(pair, stack, context), stack.environment);
        collected.add(rule, rule.stack?.(stack, context, pairs.reported), stack.environment);
      }
      return stack;
    });
  });
  return { file, context: given, manifests, stacks, findings: collected.findings() };
}

/** Gathers drafts; what several environments share becomes one finding that names them all. */
class Collector {
  readonly #found = new Map<string, Finding>();
  readonly #context: AnalysisContext;

  constructor(context: AnalysisContext) {
    this.#context = context;
  }

  add(rule: Rule, drafts: readonly Draft[] | undefined, environment: string | null): void {
    for (const draft of drafts ?? []) {
      const severity = this.#context.severities[rule.code] ?? draft.severity ?? rule.severity;
      if (severity === 'off') continue;
      const key = JSON.stringify([rule.code, draft.range.start, draft.range.end, draft.message]);
      const earlier = this.#found.get(key);
      if (earlier !== undefined) {
        if (!earlier.environments.includes(environment)) {
          this.#found.set(key, { ...earlier, environments: [...earlier.environments, environment] });
        }
        continue;
      }
      this.#found.set(key, {
        code: rule.code,
        severity,
        range: draft.range,
        message: draft.message,
        components: draft.components ?? [],
        environments: [environment],
        evidence: draft.evidence ?? [],
        related: draft.related ?? [],
        tags: draft.tags ?? [],
        fix: draft.fix,
      });
    }
  }

  findings(): Finding[] {
    return [...this.#found.values()].sort((a, b) => a.range.start - b.range.start || a.range.end - b.range.end);
  }
}
