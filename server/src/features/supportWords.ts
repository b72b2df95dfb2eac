/** The support state of a version in words. */
import { t } from '@vscode/l10n';
import type { AnalysisContext } from '../analysis/analysis.ts';
import type { Component, IsoDate } from '../catalog/model.ts';
import { lineOf } from '../catalog/queries.ts';
import { supportOf } from '../catalog/support.ts';
import { isPrerelease, parseVersion } from '../version/index.ts';
import { fullSentence } from '../words.ts';
import { filled, type Span } from './prose.ts';

/** What is known of a version besides its pairs. */
export interface VersionFacts {
  /** A few words without a full stop: "supported until 2027-02-28". Empty when nothing is known. */
  readonly words: string;
  /** Nobody should start with it: support ended, withdrawn, or a pre-release. */
  readonly discouraged: boolean;
  /** Support has ended, also where paid support goes on. */
  readonly ended: boolean;
  /** The last day of support that goes on, where one is known. */
  readonly ends: IsoDate | undefined;
  readonly source: string | undefined;
}

/**
 * Describes a version as of the day of the context.
 * @param text a version of the component; a text of another form gives empty words
 */
export function versionFacts(component: Component, text: string, { catalog, date }: AnalysisContext): VersionFacts {
  const version = parseVersion(text, component.versions.scheme);
  if (version === undefined) return { words: '', discouraged: false, ended: false, ends: undefined, source: undefined };
  const line = lineOf(component, version);
  const withdrawal = line?.withdrawn?.find((one) => one.version === version.text);
  if (withdrawal !== undefined) {
    const words = t('withdrawn by upstream');
    return { words, discouraged: true, ended: false, ends: undefined, source: withdrawal.source };
  }
  const prerelease = isPrerelease(version) ? t('pre-release') : undefined;
  const support = supportOf(component, version, date, catalog);
  const source = support.state === 'unknown' ? undefined : support.evidence.source;
  const isUpcoming = line?.released !== undefined && line.released > date;
  const state = isUpcoming ? t('to be released {0}', line.released ?? '') : supportWords(support, date);
  const words =
    prerelease === undefined || state === '' || isUpcoming ? (prerelease ?? state) : t('{0}, {1}', prerelease, state);
  const ended = support.state === 'ended' || support.state === 'extended';
  return {
    words,
    discouraged: ended || prerelease !== undefined,
    ended,
    ends: support.state === 'supported' ? support.ends : undefined,
    source,
  };
}

function supportWords(support: ReturnType<typeof supportOf>, date: IsoDate): string {
  const { ends } = support;
  switch (support.state) {
    case 'supported':
      if (ends === undefined) return t('supported');
      return support.activeEnds !== undefined && support.activeEnds < date
        ? t('critical fixes only, until {0}', ends)
        : t('supported until {0}', ends);
    case 'extended':
      return ends === undefined
        ? t('support ended, paid support until {0}', support.extendedEnds)
        : t('support ended {0}, paid support until {1}', ends, support.extendedEnds);
    case 'ended':
      return ends === undefined ? t('support ended') : t('support ended {0}', ends);
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
  const said: Span[] = [];
  for (const { source, checked } of cited) {
    if (seen.has(source)) continue;
    seen.add(source);
    if (said.length > 0) said.push(t({ message: '; ', comment: 'between statements in one sentence' }));
    said.push(...filled(t('{0}, read {1}'), sourceLink(source), checked));
  }
  return said.length === 0 ? [] : filled(t(' ({0})'), said);
}

/** A sentence with the page that says so; as it is where nobody does. */
export function citedSentence(words: string, source: string | undefined): Span[] {
  return source === undefined ? [fullSentence(words)] : filled(t('{0} ({1}).'), words, sourceLink(source));
}

/** Text that begins a sentence. */
export function capitalized(text: string): string {
  return text.replace(/^\p{Ll}/u, (first) => first.toUpperCase());
}
