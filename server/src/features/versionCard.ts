/** What a pinned version is: its line, its support, and how it stands to every other pin. */
import type { AnalysisContext, EffectiveStack, ResolvedPin } from '../analysis/analysis.ts';
import { neighbourVerdicts } from '../analysis/neighbours.ts';
import { nameOfPin } from '../analysis/texts.ts';
import type { Component, Line } from '../catalog/model.ts';
import { lineOf } from '../catalog/queries.ts';
import { parseVersion } from '../version/index.ts';
import { type Block, paragraph, type Span } from './prose.ts';
import { releaseBlocks } from './releaseWords.ts';
import { capitalized, sourceLink, versionFacts } from './supportWords.ts';
import { type PlacedVerdict, verdictBlocks } from './verdictWords.ts';

/**
 * The card of the version that a pin has in its stacks, the file's own stack first.
 * @param why what is in the way of the pin
 */
export function versionCard(
  pin: ResolvedPin,
  stacks: readonly EffectiveStack[],
  context: AnalysisContext,
  why: readonly Block[] = [],
): Block[] {
  const { component, value, candidates } = pin;
  if (component === undefined) {
    return [paragraph({ code: pin.entry.component }, ' is in no catalog. Its pairs and its support are not checked.')];
  }
  const text = value?.text ?? pin.entry.version?.text ?? '';
  const [newest] = candidates;
  if (newest === undefined) {
    return [paragraph({ strong: `${component.name} ${text}` }), paragraph('No version in the catalog is like this.')];
  }
  return [
    paragraph({ strong: `${component.name} ${text}` }, ...lineSpans(component, newest, context)),
    ...why,
    ...standsFor(pin, newest),
    ...supportBlocks(component, newest, context),
    ...verdictBlocks(verdictsIn(pin, newest, stacks, context)),
    ...aboutRelease(component, newest),
  ];
}

function aboutRelease(component: Component, text: string): Block[] {
  const version = parseVersion(text, component.versions.scheme);
  return version === undefined ? [] : releaseBlocks(component, version);
}

function lineSpans(component: Component, text: string, { date }: AnalysisContext): Span[] {
  const version = parseVersion(text, component.versions.scheme);
  const line = version === undefined ? undefined : lineOf(component, version);
  return line === undefined || line.line === text ? [] : [` · release line ${lineName(line)}${released(line, date)}`];
}

function lineName({ line, codename, longTerm }: Line): string {
  const name = codename === undefined ? line : `${line} ${codename}`;
  return longTerm === true ? `${name} (long-term)` : name;
}

function released({ released: day }: Line, date: string): string {
  return day === undefined ? '' : `, ${day > date ? 'to be released' : 'released'} ${day}`;
}

function standsFor({ value, candidates }: ResolvedPin, newest: string): Block[] {
  if (value === undefined || value.kind === 'exact') return [];
  const oldest = candidates[candidates.length - 1] ?? newest;
  return [
    paragraph(
      candidates.length === 1
        ? `Stands for ${newest}.`
        : `Stands for ${candidates.length} versions, ${oldest} to ${newest}. What follows is about ${newest}.`,
    ),
  ];
}

function supportBlocks(component: Component, text: string, context: AnalysisContext): Block[] {
  const { words, source } = versionFacts(component, text, context);
  if (words === '') return [];
  return [paragraph(`${capitalized(words)}`, ...(source === undefined ? [] : [' (', sourceLink(source), ')']), '.')];
}

/**
 * The verdicts in all stacks. What holds in the file's own stack is told once; what holds only in environments is told
 * with their names.
 */
function verdictsIn(
  pin: ResolvedPin,
  version: string,
  stacks: readonly EffectiveStack[],
  context: AnalysisContext,
): PlacedVerdict[] {
  const placed = new Map<string, PlacedVerdict>();
  for (const stack of stacks) {
    for (const verdict of neighbourVerdicts(stack, pin, version, context)) {
      const key = [verdict.verdict, verdict.other.entry.instance, nameOfPin(verdict.other), verdict.reason].join('\n');
      const known = placed.get(key);
      if (known === undefined) {
        placed.set(key, stack.environment === null ? verdict : { ...verdict, environments: [stack.environment] });
      } else if (known.environments !== undefined && stack.environment !== null) {
        placed.set(key, { ...known, environments: [...known.environments, stack.environment] });
      }
    }
  }
  return [...placed.values()];
}
