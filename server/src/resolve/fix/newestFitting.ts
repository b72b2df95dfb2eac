/** The newest version of a component that can be pinned without anything else being found. */
import type { Component } from '../../catalog/model.ts';
import type { Offers } from '../stack/offered.ts';
import type { Tried } from './trial.ts';

/** Release lines that are tried. */
const MOST_LINES = 30;

export interface Fitting {
  readonly version: string;
  readonly tried: Tried;
}

/**
 * Tries the newest patch of each line, the newest line first; lines whose support has ended are left out.
 * @param attempt undefined where another finding comes of a version, or the one that is to be mended stays
 */
export function newestFitting(
  component: Component,
  offered: Offers,
  attempt: (version: string) => Tried | undefined,
): Fitting | undefined {
  const lines = new Set<unknown>();
  for (const version of offered.versionsOf(component)) {
    const { line, ended = false } = offered.about(component, version) ?? {};
    if (ended || lines.has(line ?? version)) continue;
    if (lines.size === MOST_LINES) return undefined;
    lines.add(line ?? version);
    const tried = attempt(version);
    if (tried !== undefined) return { version, tried };
  }
  return undefined;
}
