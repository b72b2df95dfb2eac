/** What a pinned version is: its line, its support, and how it stands to every other pin. */
import { t } from '@vscode/l10n';
import type { AnalysisContext, EffectiveStack, ResolvedPin } from '../analysis/analysis.ts';
import { neighbourVerdicts } from '../analysis/neighbours.ts';
import { nameOfPin } from '../analysis/texts.ts';
import type { Component, Line } from '../catalog/model.ts';
import { lineOf } from '../catalog/queries.ts';
import { parseVersion } from '../version/index.ts';
import { unknownBlocks } from './componentCard.ts';
import { type Block, paragraph, type Span } from './prose.ts';
import { releaseBlocks } from './releaseWords.ts';
import { capitalized, citedSentence, versionFacts } from './supportWords.ts';
import { type PlacedVerdict, verdictBlocks } from './verdictWords.ts';

/**
 * The card of the version that a pin has in its stacks, the file's own stack first.
 * @param more what is in the way of the pin, and what is in force in its stacks
 */
export function versionCard(
  pin: ResolvedPin,
  stacks: readonly EffectiveStack[],
  context: AnalysisContext,
  more: { readonly why?: readonly Block[]; readonly effective?: readonly Block[] } = {},
): Block[] {
  const { why = [], effective = [] } = more;
  const { component, value, candidates } = pin;
  if (component === undefined) return [...unknownBlocks(pin), ...effective];
  const text = value?.text ?? pin.entry.version?.text ?? '';
  const [newest] = candidates;
  if (newest === undefined) {
    const none = paragraph(t('No version in the catalog is like this.'));
    return [paragraph({ strong: `${component.name} ${text}` }), none, ...effective];
  }
  return [
    paragraph({ strong: `${component.name} ${text}` }, ...lineSpans(component, newest, context)),
    ...why,
    ...standsFor(pin, newest),
    ...supportBlocks(component, newest, context),
    ...effective,
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
  if (line === undefined || line.line === text) return [];
  const name = lineName(line);
  const { released: day } = line;
  if (day === undefined) return [t(' · release line {0}', name)];
  return [
    day > date
      ? t(' · release line {0}, to be released {1}', name, day)
      : t(' · release line {0}, released {1}', name, day),
  ];
}

function lineName({ line, codename, longTerm }: Line): string {
  const name = codename === undefined ? line : `${line} ${codename}`;
  return longTerm === true ? t('{0} (long-term)', name) : name;
}

function standsFor({ value, candidates }: ResolvedPin, newest: string): Block[] {
  if (value === undefined || value.kind === 'exact') return [];
  const oldest = candidates[candidates.length - 1] ?? newest;
  return [
    paragraph(
      candidates.length === 1
        ? t('Stands for {0}.', newest)
        : t('Stands for {0} versions, {1} to {2}. What follows is about {2}.', candidates.length, oldest, newest),
    ),
  ];
}

function supportBlocks(component: Component, text: string, context: AnalysisContext): Block[] {
  const { words, source } = versionFacts(component, text, context);
  return words === '' ? [] : [paragraph(...citedSentence(capitalized(words), source))];
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
