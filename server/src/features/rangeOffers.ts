/** Ranges that are offered for a pin: those of which every version fits. */
import { t } from '@vscode/l10n';
import type { Component, Line } from '../catalog/model.ts';
import { candidatesOf, findLine, vocabularyOf } from '../catalog/queries.ts';
import { describeRange, parsePin, parseVersion } from '../version/index.ts';
import type { Offer } from './versionOffers.ts';

/**
 * The patches from the newest version that fits on, and all lines around it whose versions fit.
 * @param versions all that are offered, newest first, each line behind its versions
 */
export function rangeOffers(component: Component, versions: readonly Offer[]): readonly Offer[] {
  const newest = versions.find(({ kind, rank }) => kind === 'version' && rank === 0);
  if (newest === undefined) return [];
  const fitting = new Set(versions.flatMap(({ kind, rank, text }) => (kind === 'version' && rank === 0 ? text : [])));
  const texts = [patchRange(newest.text, component), lineRange(fitting, component, versions)];
  return texts.flatMap((text): Offer[] => {
    const taken = text === undefined ? undefined : takenBy(text, component, fitting);
    if (text === undefined || taken === undefined) return [];
    const words = t('{0}, now {1}', describeRange(text, component.versions.scheme), taken);
    return [{ text, kind: 'range', summary: words, detail: words, rank: 0 }];
  });
}

/** The newest version that a range admits; undefined where it is read as something else, or admits what does not fit. */
function takenBy(text: string, component: Component, fitting: ReadonlySet<string>): string | undefined {
  const value = parsePin(text, vocabularyOf(component));
  if (value.kind !== 'range') return undefined;
  const candidates = candidatesOf(component, value);
  return candidates.every((one) => fitting.has(one)) ? candidates[0] : undefined;
}

/** `~1.34.2`, where versions have three numbers. */
function patchRange(text: string, component: Component): string | undefined {
  const version = parseVersion(text, component.versions.scheme);
  return version?.release.length === 3 ? `~${version.release.join('.')}` : undefined;
}

/** `>=1.33 <1.35`: the lines from the newest that fits down to the first of which a version does not; two or more. */
function lineRange(fitting: ReadonlySet<string>, component: Component, versions: readonly Offer[]): string | undefined {
  const lines = versions.flatMap(({ kind, text }): Line[] => {
    const line = kind === 'line' ? findLine(component, text) : undefined;
    return line === undefined ? [] : [line];
  });
  const fits = ({ versions: own }: Line) => own.length > 0 && own.every((one) => fitting.has(one));
  const first = lines.findIndex(fits);
  if (first < 0) return undefined;
  const beyond = lines.findIndex((line, index) => index > first && !fits(line));
  const last = (beyond < 0 ? lines.length : beyond) - 1;
  const [top, bottom] = [lines[first], lines[last]];
  const next = top && (lines[first - 1]?.line ?? nextName(top, component));
  return last === first || bottom === undefined || next === undefined ? undefined : `>=${bottom.line} <${next}`;
}

/** `1.35` for `1.34`: the name that the next line would have. */
function nextName({ line }: Line, component: Component): string | undefined {
  const numbers = parseVersion(line, component.versions.scheme)?.release;
  const end = numbers?.at(-1);
  return numbers === undefined || end === undefined || numbers.join('.') !== line
    ? undefined
    : [...numbers.slice(0, -1), end + 1].join('.');
}
