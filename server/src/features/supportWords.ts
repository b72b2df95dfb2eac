/** The support state of a version in words. */

import type { AnalysisContext } from '../analysis/analysis.ts';
import type { Component, IsoDate } from '../catalog/model.ts';
import { lineOf } from '../catalog/queries.ts';
import { supportOf } from '../catalog/support.ts';
import { isPrerelease, parseVersion } from '../version/index.ts';
import type { Span } from './prose.ts';

/** What is known of a version besides its pairs. */
export interface VersionFacts {
  /** A few words without a full stop: "supported until 2027-02-28". Empty when nothing is known. */
  readonly words: string;
  /** Nobody should start with it: support ended, withdrawn, or a pre-release. */
  readonly discouraged: boolean;
  /** Support has ended, also where paid support goes on. */
  readonly ended: boolean;
  readonly source: string | undefined;
}

/**
 * Describes a version as of the day of the context.
 * @param text a version of the component; a text of another form gives empty words
 */
export function versionFacts(component: Component, text: string, { catalog, date }: AnalysisContext): VersionFacts {
  const version = parseVersion(text, component.versions.scheme);
  if (version === undefined) return { words: '', discouraged: false, ended: false, source: undefined };
  const line = lineOf(component, version);
  const withdrawal = line?.withdrawn?.find((one) => one.version === version.text);
  if (withdrawal !== undefined) {
    return { words: 'withdrawn by upstream', discouraged: true, ended: false, source: withdrawal.source };
  }
  const prerelease = isPrerelease(version) ? 'pre-release' : undefined;
  const support = supportOf(component, version, date, catalog);
  const source = support.state === 'unknown' ? undefined : support.evidence.source;
  const isUpcoming = line?.released !== undefined && line.released > date;
  const state = isUpcoming ? `to be released ${line.released}` : supportWords(support, date);
  const words = isUpcoming && prerelease !== undefined ? [prerelease] : [prerelease, state];
  const ended = support.state === 'ended' || support.state === 'extended';
  return {
    words: words.filter((one) => one !== undefined && one !== '').join(', '),
    discouraged: ended || prerelease !== undefined,
    ended,
    source,
  };
}

function supportWords(support: ReturnType<typeof supportOf>, date: IsoDate): string {
  switch (support.state) {
    case 'supported':
      if (support.ends === undefined) return 'supported';
      return support.activeEnds !== undefined && support.activeEnds < date
        ? `critical fixes only, until ${support.ends}`
        : `supported until ${support.ends}`;
    case 'extended':
      return `support ended ${support.ends ?? ''}`.trim().concat(`, paid support until ${support.extendedEnds}`);
    case 'ended':
      return support.ends === undefined ? 'support ended' : `support ended ${support.ends}`;
    case 'unknown':
      return '';
  }
}

/** A source as a link that is called by its host; on a host of many projects, by the project too. */
export function sourceLink(source: string): Span {
  const name = /^https?:\/\/(?:www\.)?((?:github|gitlab)\.com\/[^/?#]+\/[^/?#]+|[^/:?#]+)/.exec(source)?.[1];
  return { link: name ?? source, to: source };
}

/** Who says so, each page once and with the day on which it was read, in brackets; nothing where nobody does. */
export function citations(cited: readonly { readonly source: string; readonly checked: IsoDate }[]): Span[] {
  const seen = new Set<string>();
  const spans: Span[] = [];
  for (const { source, checked } of cited) {
    if (seen.has(source)) continue;
    seen.add(source);
    spans.push(spans.length === 0 ? ' (' : '; ', sourceLink(source), `, read ${checked}`);
  }
  return spans.length === 0 ? [] : [...spans, ')'];
}

/** Text that begins a sentence. */
export function capitalized(text: string): string {
  return text.replace(/^\p{Ll}/u, (first) => first.toUpperCase());
}
