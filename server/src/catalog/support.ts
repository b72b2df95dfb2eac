/** Whether a version is supported as of a day: by the dates of its line, else by the rule that upstream states instead. */
import { compareVersions, isPrerelease, parseVersion, type Version } from '../version/index.ts';
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
  return byDates(component, line, date) ?? byPolicy(component, line, date, catalog) ?? { state: 'unknown', line };
}

function tableEvidence(component: Component, line: Line, statement: string): SupportEvidence {
  const { source, checked } = component.versions;
  return { statement, source: line.source ?? source, checked };
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
  const words =
    ends === undefined
      ? `Upstream lists ${subject} as ended.`
      : isOver
        ? `Support for ${subject} ended on ${ends}.`
        : `${subject} is supported until ${ends}.`;
  const facts = known(line, ends, tableEvidence(component, line, words));
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

function policyEvidence(policy: SupportPolicy, statement: string): SupportEvidence {
  return { statement, source: policy.source, checked: policy.checked };
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
  const rule = `Only the newest ${count === 1 ? 'release line gets' : `${count} release lines get`} fixes`;
  const words = `${rule}: on ${date}, ${count === 1 ? 'that was' : 'those were'} ${newest.join(', ')}.`;
  const facts = known(line, undefined, policyEvidence(policy, words));
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
  const words = `${component.name} ${line.line} came out on ${line.released} and is supported for ${months} months`;
  const after = policy.orNextPlusMonths;
  if (after === undefined || line.longTerm === true) {
    return stateUntil(line, ends, date, policyEvidence(policy, `${words}.`));
  }
  const rule = `${words}, and at least until ${after} months after the next line appears`;
  const next = nextLine(component, line, date);
  if (next === undefined) {
    return { state: 'supported', ...known(line, undefined, policyEvidence(policy, `${rule}.`)) };
  }
  if (next.released === undefined) return undefined;
  const later = addMonths(next.released, after);
  const evidence = policyEvidence(policy, `${rule}; ${next.line} came out on ${next.released}.`);
  return stateUntil(line, laterOf(ends, later), date, evidence);
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
  const after = months === 0 ? 'the next line appears' : `${months} months after the next line appears`;
  if (next === undefined) {
    const words = `${component.name} ${line.line} is supported until ${after}.`;
    return { state: 'supported', ...known(line, undefined, policyEvidence(policy, words)) };
  }
  if (next.released === undefined) return undefined;
  const words = `A line is supported until ${after}; ${component.name} ${next.line} came out on ${next.released}.`;
  return stateUntil(line, addMonths(next.released, months), date, policyEvidence(policy, words));
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
  const words = `${component.name} ${line.line} is supported as long as ${followed.name} ${followedLine?.line}. ${state.evidence.statement}`;
  const facts = known(line, state.ends, policyEvidence(policy, words));
  return { state: state.state === 'supported' ? 'supported' : 'ended', ...facts };
}
