/** Versions that a pin may be moved to, and what each move costs. */
import type { AnalysisContext } from '../../analysis/analysis.ts';
import type { KnownPin } from '../../analysis/pairs.ts';
import type { Catalog, Component, IsoDate, Line } from '../../catalog/model.ts';
import { allVersions, lineOf } from '../../catalog/queries.ts';
import { supportOf } from '../../catalog/support.ts';
import { compareVersions, isPrerelease, jumpBetween, parseVersion, type Version } from '../../version/index.ts';
import type { Cost } from '../engine/problem.ts';

/** A version of a component on a day. */
export interface OfferedVersion {
  readonly version: Version;
  readonly line: Line | undefined;
  /** Free support has ended. */
  readonly ended: boolean;
  /** Newer versions of its line that may be pinned as well. */
  readonly newer: number;
}

export interface Offers {
  /** Newest first. The same list each time. */
  versionsOf(component: Component): readonly string[];
  /** Any version, whether it is offered or not; undefined for what is no version. */
  about(component: Component, text: string): OfferedVersion | undefined;
  /** What it costs to move a pin from one version to another; see `priceOf`. The same list each time. */
  moveOf(component: Component, from: string | undefined, to: string): Cost;
}

const known = new WeakMap<Catalog, { readonly date: IsoDate; readonly offers: Offers }>();

/**
 * What can be pinned on the day: never a pre-release, nor a version that upstream took back or had not released by then. The
 * same each time, by catalog, for the day that was asked for last.
 */
export function offers({ catalog, date }: Pick<AnalysisContext, 'catalog' | 'date'>): Offers {
  const before = known.get(catalog);
  if (before !== undefined && before.date === date) return before.offers;
  const made = makeOffers({ catalog, date });
  known.set(catalog, { date, offers: made });
  return made;
}

function makeOffers(context: Pick<AnalysisContext, 'catalog' | 'date'>): Offers {
  const listOf = remembering((component: Component) => offered(component, context.date));
  const aboutOf = remembering((component: Component) =>
    remembering((text: string): OfferedVersion | undefined => {
      const version = parseVersion(text, component.versions.scheme);
      return (
        version && {
          version,
          line: lineOf(component, version),
          ended: isEnded(component, version, context),
          newer: listOf(component).newer.get(text) ?? 0,
        }
      );
    }),
  );
  const movesOf = remembering((component: Component) =>
    remembering((from: string | undefined) =>
      remembering((to: string) =>
        moveCost(component, from === undefined ? undefined : aboutOf(component)(from), aboutOf(component)(to)),
      ),
    ),
  );
  return {
    versionsOf: (component) => listOf(component).texts,
    about: (component, text) => aboutOf(component)(text),
    moveOf: (component, from, to) => movesOf(component)(from)(to),
  };
}

/** The same answer to the same question. */
function remembering<Question, Answer>(answer: (question: Question) => Answer): (question: Question) => Answer {
  const answers = new Map<Question, { readonly answer: Answer }>();
  return (question) => {
    const before = answers.get(question) ?? { answer: answer(question) };
    answers.set(question, before);
    return before.answer;
  };
}

function offered(component: Component, date: string) {
  const texts: string[] = [];
  const newer = new Map<string, number>();
  const perLine = new Map<Line | undefined, number>();
  for (const text of allVersions(component)) {
    const version = parseVersion(text, component.versions.scheme);
    if (version === undefined || isPrerelease(version)) continue;
    const line = lineOf(component, version);
    if (line?.withdrawn?.some((withdrawal) => withdrawal.version === version.text) === true) continue;
    if (line?.released !== undefined && line.released > date) continue;
    const before = perLine.get(line) ?? 0;
    perLine.set(line, before + 1);
    newer.set(text, before);
    texts.push(text);
  }
  return { texts, newer };
}

function isEnded(
  component: Component,
  version: Version,
  { date, catalog }: Pick<AnalysisContext, 'catalog' | 'date'>,
): boolean {
  const { state } = supportOf(component, version, date, catalog);
  return state === 'ended' || state === 'extended';
}

/**
 * What it costs to pin a version, in this order: pins changed, downgrades, versions out of support, jumps (none within a
 * line, one within a major, two beyond), release lines jumped, newer patches left out.
 * @param keeps whether the pin takes the version as it is written
 */
export function priceOf(
  { component, candidates }: Pick<KnownPin, 'component' | 'candidates'>,
  text: string,
  keeps: boolean,
  offered: Offers,
): Cost {
  if (!keeps) return offered.moveOf(component, candidates[0], text);
  // A range or a line takes the newest that it can; an exact pin has nothing else to take.
  const ended = Number(offered.about(component, text)?.ended ?? false);
  return [0, 0, ended, 0, 0, candidates.indexOf(text)];
}

function moveCost(component: Component, from: OfferedVersion | undefined, to: OfferedVersion | undefined): Cost {
  if (to === undefined) return [1, 0, 0, 0, 0, 0];
  const ended = Number(to.ended);
  if (from === undefined) return [1, 0, ended, 0, 0, to.newer];
  const isSameLine = from.line !== undefined && from.line === to.line;
  const jump = isSameLine ? 0 : jumpBetween(from.version, to.version) === 'major' ? 2 : 1;
  const downgrade = Number(compareVersions(to.version, from.version) < 0);
  const lines = isSameLine ? 0 : linesBetween(component, from.line, to.line);
  return [1, downgrade, ended, jump, lines, to.newer];
}

/** How many release lines lie between two, by the catalog's own order. */
function linesBetween({ versions: { lines } }: Component, one: Line | undefined, two: Line | undefined): number {
  if (one === undefined || two === undefined) return lines.length;
  return Math.abs(lines.indexOf(one) - lines.indexOf(two));
}
