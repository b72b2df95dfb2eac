/** Whether a version is supported as of a day: by the dates of its line, else by the rule that upstream states instead. */
import { t } from '@vscode/l10n';
import { compareVersions, isPrerelease, parseVersion, type Version } from '../version/index.ts';
import { enumeration, sentences } from '../words.ts';
import { addMonths, laterOf } from './dates.ts';
import type { Catalog, Component, IsoDate, Line, SupportPolicy } from './model.ts';
import { lineOf } from './queries.ts';

/** Who says so, in one sentence. */
export interface SupportEvidence {
  readonly statement: string;
  readonly source: string;
  readonly checked: IsoDate;
}

interface Known {
  readonly line: Line;
  /** The last day of free upstream support, where a date is stated or follows from a stated number of months. */
  readonly ends?: IsoDate;
  /** The last day of active support; only critical fixes afterwards. */
  readonly activeEnds?: IsoDate;
  readonly evidence: SupportEvidence;
}

export type SupportState =
  | ({ readonly state: 'supported' } & Known)
  | ({ readonly state: 'ended' } & Known)
  /** Free support has ended; paid support goes on until `extendedEnds`. */
  | ({ readonly state: 'extended'; readonly extendedEnds: IsoDate } & Known)
  | { readonly state: 'unknown'; readonly line?: Line; readonly ends?: undefined; readonly activeEnds?: undefined };

/**
 * The support state of a version. A date stated for its line beats the component's policy. A line that was not released
 * by the day is not ended. Nothing stated is `unknown`, never "ended".
 * @param catalog needed only for a policy that follows another component; without it such a line is `unknown`
 */
export function supportOf(component: Component, version: Version, date: IsoDate, catalog?: Catalog): SupportState {
  const line = lineOf(component, version);
  if (line === undefined) return { state: 'unknown' };
  const last = lastStates.get(line);
  if (last?.component === component && last.date === date && last.catalog === catalog) return last.state;
  const state =
    byDates(component, line, date) ?? byPolicy(component, line, date, catalog) ?? ({ state: 'unknown', line } as const);
  lastStates.set(line, { component, date, catalog, state });
  return state;
}

/** The state that a line had when it was asked last, and all that it depends on: a search asks for each of its versions. */
const lastStates = new WeakMap<
  Line,
  {
    readonly component: Component;
    readonly date: IsoDate;
    readonly catalog: Catalog | undefined;
    readonly state: SupportState;
  }
>();

/** Words are made when somebody reads them, in the language of that moment: most ask only until when. */
function worded(
  { source, checked }: Pick<SupportEvidence, 'source' | 'checked'>,
  words: () => string,
): SupportEvidence {
  return {
    get statement() {
      return words();
    },
    source,
    checked,
  };
}

function known(line: Line, ends: IsoDate | undefined, evidence: SupportEvidence): Known {
  return {
    line,
    ...(ends === undefined ? {} : { ends }),
    ...(line.activeSupportEnds === undefined ? {} : { activeEnds: line.activeSupportEnds }),
    evidence,
  };
}

function byDates(component: Component, line: Line, date: IsoDate): SupportState | undefined {
  const { supportEnds: ends, extendedSupportEnds: extendedEnds } = line;
  const subject = `${component.name} ${line.line}`;
  const isOver = ends === undefined ? line.ended === true : date > ends;
  if (ends === undefined && line.ended !== true) return undefined;
  const { source, checked } = component.versions;
  const evidence = worded({ source: line.source ?? source, checked }, () => {
    if (ends === undefined) return t('Upstream lists {0} as ended.', subject);
    return isOver ? t('Support for {0} ended on {1}.', subject, ends) : t('{0} is supported until {1}.', subject, ends);
  });
  const facts = known(line, ends, evidence);
  if (!isOver) return { state: 'supported', ...facts };
  if (extendedEnds !== undefined && date <= extendedEnds) return { state: 'extended', extendedEnds, ...facts };
  return { state: 'ended', ...facts };
}

/** Whether a line was out by the day. Undated lines were there when the table was read. */
function wasReleased(component: Component, line: Line, date: IsoDate): boolean {
  if (line.released !== undefined) return line.released <= date;
  const versions = line.versions.map((text) => parseVersion(text, component.versions.scheme));
  const onlyCandidates = versions.length > 0 && versions.every((one) => one !== undefined && isPrerelease(one));
  return !onlyCandidates && component.versions.checked <= date;
}

/** Lines that were out by the day, newest first, with the numbers of their names. Lines with other names than numbers are left out. */
function releasedLines(component: Component, date: IsoDate): { line: Line; name: Version }[] {
  const lines: { line: Line; name: Version }[] = [];
  for (const line of component.versions.lines) {
    const name = parseVersion(line.line, component.versions.scheme);
    if (name !== undefined && wasReleased(component, line, date)) lines.push({ line, name });
  }
  return lines.sort((a, b) => compareVersions(b.name, a.name));
}

function byPolicy(
  component: Component,
  line: Line,
  date: IsoDate,
  catalog: Catalog | undefined,
): SupportState | undefined {
  const policy = component.supportPolicy;
  if (policy === undefined || !wasReleased(component, line, date)) return undefined;
  // A long-term line outlasts the rule for the others; how long, the policy says in months or not at all.
  if (line.longTerm === true && policy.kind !== 'follows') return byMonths(component, line, date, policy);
  switch (policy.kind) {
    case 'latest-minors':
    case 'latest-majors':
      return byPlace(component, line, date, policy, policy.count);
    case 'latest-release':
      return byPlace(component, line, date, policy, 1);
    case 'months-after-release':
      return byMonths(component, line, date, policy);
    case 'until-next-plus-months':
      return byNextRelease(component, line, date, policy);
    case 'follows':
      return byFollowed(component, line, date, policy, catalog);
  }
}

/** Only the newest lines get fixes. */
function byPlace(
  component: Component,
  line: Line,
  date: IsoDate,
  policy: SupportPolicy,
  count: number | undefined,
): SupportState | undefined {
  if (count === undefined) return undefined;
  const name = parseVersion(line.line, component.versions.scheme);
  if (name === undefined) return undefined;
  // A rule about majors says nothing of which minor within them; one about minors cannot be read off lines that are majors.
  const depth = policy.kind === 'latest-majors' ? 1 : name.release.length;
  if (policy.kind === 'latest-minors' && depth < 2) return undefined;
  const keyOf = (version: Version) => version.release.slice(0, depth).join('.');
  const keys = [...new Set(releasedLines(component, date).map((one) => keyOf(one.name)))];
  const place = keys.indexOf(keyOf(name));
  if (place < 0) return undefined;
  const newest = keys.slice(0, count);
  const words = () =>
    count === 1
      ? t('Only the newest release line gets fixes: on {0}, that was {1}.', date, enumeration(newest))
      : t('Only the newest {0} release lines get fixes: on {1}, those were {2}.', count, date, enumeration(newest));
  const facts = known(line, undefined, worded(policy, words));
  if (place >= count) return { state: 'ended', ...facts };
  return depth < name.release.length && place !== 0 ? undefined : { state: 'supported', ...facts };
}

function stateUntil(line: Line, ends: IsoDate, date: IsoDate, evidence: SupportEvidence): SupportState {
  return { state: date > ends ? 'ended' : 'supported', ...known(line, ends, evidence) };
}

/** A stated number of months from the first release of a line. */
function byMonths(component: Component, line: Line, date: IsoDate, policy: SupportPolicy): SupportState | undefined {
  const months = line.longTerm === true ? policy.longTermMonths : policy.months;
  if (months === undefined || line.released === undefined) return undefined;
  const ends = addMonths(line.released, months);
  const { released } = line;
  const subject = `${component.name} ${line.line}`;
  const after = policy.orNextPlusMonths;
  if (after === undefined || line.longTerm === true) {
    const words = () => t('{0} came out on {1} and is supported for {2} months.', subject, released, months);
    return stateUntil(line, ends, date, worded(policy, words));
  }
  const next = nextLine(component, line, date);
  if (next === undefined) {
    const words = () =>
      t(
        '{0} came out on {1} and is supported for {2} months, and at least until {3} months after the next line appears.',
        subject,
        released,
        months,
        after,
      );
    return { state: 'supported', ...known(line, undefined, worded(policy, words)) };
  }
  const { line: nextName, released: nextReleased } = next;
  if (nextReleased === undefined) return undefined;
  const words = () =>
    t(
      '{0} came out on {1} and is supported for {2} months, and at least until {3} months after the next line appears; {4} came out on {5}.',
      subject,
      released,
      months,
      after,
      nextName,
      nextReleased,
    );
  return stateUntil(line, laterOf(ends, addMonths(nextReleased, after)), date, worded(policy, words));
}

/** The line after a released one, by the day; undefined when it is the newest. */
function nextLine(component: Component, line: Line, date: IsoDate): Line | undefined {
  const newerFirst = releasedLines(component, date);
  const place = newerFirst.findIndex((one) => one.line === line);
  return place < 0 ? undefined : newerFirst[place - 1]?.line;
}

/** Until the next line appears, and some months more. */
function byNextRelease(
  component: Component,
  line: Line,
  date: IsoDate,
  policy: SupportPolicy,
): SupportState | undefined {
  const next = nextLine(component, line, date);
  const months = policy.months ?? 0;
  if (next === undefined) {
    const subject = `${component.name} ${line.line}`;
    const words = () =>
      months === 0
        ? t('{0} is supported until the next line appears.', subject)
        : t('{0} is supported until {1} months after the next line appears.', subject, months);
    return { state: 'supported', ...known(line, undefined, worded(policy, words)) };
  }
  const { released } = next;
  if (released === undefined) return undefined;
  const subject = `${component.name} ${next.line}`;
  const words = () =>
    months === 0
      ? t('A line is supported until the next line appears; {0} came out on {1}.', subject, released)
      : t(
          'A line is supported until {0} months after the next line appears; {1} came out on {2}.',
          months,
          subject,
          released,
        );
  return stateUntil(line, addMonths(released, months), date, worded(policy, words));
}

/** A line ends with a line of another component: that of the same number, or the one that the policy names. */
function byFollowed(
  component: Component,
  line: Line,
  date: IsoDate,
  policy: SupportPolicy,
  catalog: Catalog | undefined,
): SupportState | undefined {
  const followed = policy.follows === undefined ? undefined : catalog?.component(policy.follows);
  const names = policy.lines === undefined ? [line.line, ...(line.aliases ?? [])] : [policy.lines[line.line]];
  const followedLine = followed?.versions.lines.find((one) => names.includes(one.line));
  const state = followed && followedLine && byDates(followed, followedLine, date);
  if (followed === undefined || state === undefined || state.state === 'unknown') return undefined;
  const words = () =>
    sentences(
      t('{0} is supported as long as {1}.', `${component.name} ${line.line}`, `${followed.name} ${followedLine?.line}`),
      state.evidence.statement,
    );
  const facts = known(line, state.ends, worded(policy, words));
  return { state: state.state === 'supported' ? 'supported' : 'ended', ...facts };
}
