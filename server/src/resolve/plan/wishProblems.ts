/** What is wrong with the versions that a person asks for, before anything is planned. */
import { t } from '@vscode/l10n';
import { listingOf } from '../../analysis/listing.ts';
import { candidatesOf, vocabularyOf } from '../../catalog/queries.ts';
import { nearTexts } from '../../manifest/nearTexts.ts';
import { parsePin } from '../../version/index.ts';
import { list, sentences } from '../../words.ts';
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
        ? t('It pins nothing.')
        : t('It pins {0}.', list([...new Set(pins.map(({ instance }) => instance))]))
      : t('Did you mean {0}?', list(near, 'or'));
  return sentences(t('The stack does not pin "{0}".', name), advice);
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
      const { line } = listing.line;
      const problem = t('{0} {1} is not among the released versions of line {2}.', component.name, text, line);
      return { problem: near.length === 0 ? problem : sentences(problem, t('Did you mean {0}?', list(near, 'or'))) };
    }
    case 'chart': {
      const { chart, installs } = listing.chart;
      return {
        problem: t(
          '{0} {1} is no version of {0} but one of its chart {2}, which installs {3}.',
          component.name,
          text,
          chart.name,
          installs,
        ),
      };
    }
    case 'newer':
      return {
        note: t(
          '{0} {1} is newer than the catalog knows ({2}): nothing is known of how to get there.',
          component.name,
          text,
          listing.newest,
        ),
      };
    case 'unlisted':
      return { note: t('{0} {1} is not in the catalog, which does not list every version.', component.name, text) };
    case 'listed':
      return {};
  }
}
