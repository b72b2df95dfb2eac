/** What is wrong with the versions that a person asks for, before anything is planned. */
import { listingOf } from '../../analysis/listing.ts';
import { list } from '../../analysis/texts.ts';
import { candidatesOf, vocabularyOf } from '../../catalog/queries.ts';
import { nearTexts } from '../../manifest/nearTexts.ts';
import { parsePin } from '../../version/index.ts';
import type { PlanPin, Versions } from './plan.ts';

/** What is to be said of the wanted versions. */
export interface WishWords {
  /** A sentence for each mistake; then nothing can be planned. */
  readonly problems: readonly string[];
  /** A sentence for each thing to know. */
  readonly notes: readonly string[];
}

/** Names offered in place of an unknown one. */
const MOST_NEAR = 3;

/**
 * Looks the wanted versions up.
 * @param wanted by the key under `components` or the id of a component
 * @param catalogId the id that another name of a component stands for
 */
export function wishWords(
  wanted: Versions,
  pins: readonly PlanPin[],
  catalogId: (name: string) => string | undefined,
): WishWords {
  const problems: string[] = [];
  const notes: string[] = [];
  for (const [name, text] of wanted) {
    const meant = pins.filter(({ instance, id }) => instance === name || id === name);
    if (meant.length === 0) problems.push(unknownName(name, pins, catalogId));
    for (const pin of meant.slice(0, 1)) {
      const { problem, note } = versionWords(pin, text);
      if (problem !== undefined) problems.push(problem);
      if (note !== undefined) notes.push(note);
    }
  }
  return { problems, notes };
}

function unknownName(name: string, pins: readonly PlanPin[], catalogId: (name: string) => string | undefined): string {
  const names = [...new Set(pins.flatMap(({ instance, id }) => [instance, id]))];
  const alias = catalogId(name);
  const near = alias !== undefined && names.includes(alias) ? [alias] : nearTexts(name, names).slice(0, MOST_NEAR);
  const advice =
    near.length === 0
      ? names.length === 0
        ? 'It pins nothing.'
        : `It pins ${list([...new Set(pins.map(({ instance }) => instance))])}.`
      : `Did you mean ${list(near, 'or')}?`;
  return `The stack does not pin "${name}". ${advice}`;
}

function versionWords(
  { known }: PlanPin,
  text: string,
): { readonly problem?: string | undefined; readonly note?: string | undefined } {
  if (known === undefined) return {};
  const { component } = known;
  const value = parsePin(text, vocabularyOf(component));
  if (value.kind !== 'exact') return {};
  const listing = listingOf({ ...known, value, candidates: candidatesOf(component, value) });
  switch (listing.kind) {
    case 'missing': {
      const near = nearTexts(value.version.text, listing.line.versions).slice(0, MOST_NEAR);
      const advice = near.length === 0 ? '' : ` Did you mean ${list(near, 'or')}?`;
      return {
        problem: `${component.name} ${text} is not among the released versions of line ${listing.line.line}.${advice}`,
      };
    }
    case 'chart': {
      const { chart, installs } = listing.chart;
      return {
        problem: `${component.name} ${text} is no version of ${component.name} but one of its chart ${chart.name}, which installs ${installs}.`,
      };
    }
    case 'newer':
      return {
        note: `${component.name} ${text} is newer than the catalog knows (${listing.newest}): nothing is known of how to get there.`,
      };
    case 'unlisted':
      return { note: `${component.name} ${text} is not in the catalog, which does not list every version.` };
    case 'listed':
      return {};
  }
}
