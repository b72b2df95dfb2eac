/** The signs and words of states. A state is never told by its colour alone. */
import { t } from '@vscode/l10n';
import type { Severity } from '../../analysis/finding.ts';
import type { Verdict } from '../../analysis/verdict-types.ts';
import type { Phase, PinSupport, ReportPin, StackReport, SupportKind } from '../report.ts';
import { MOST_NAMED } from './bounds.ts';
import { type Html, html, name } from './html.ts';

/** Worst first. */
export const VERDICTS: readonly Verdict[] = ['incompatible', 'unsupported', 'untested', 'compatible', 'unknown'];

/** How a state looks: a class of the style sheet, and a sign. */
interface Look {
  readonly className: string;
  readonly sign: string;
}

const VERDICT_LOOKS: { readonly [verdict in Verdict]: Look } = {
  compatible: { className: 'good', sign: '✓' },
  incompatible: { className: 'bad', sign: '✗' },
  unsupported: { className: 'doubtful', sign: '!' },
  untested: { className: 'faint', sign: '≈' },
  unknown: { className: 'none', sign: '?' },
};

const SUPPORT_LOOKS: { readonly [kind in SupportKind]: Look } = {
  supported: { className: 'good', sign: '✓' },
  'critical-fixes': { className: 'faint', sign: '≈' },
  extended: { className: 'doubtful', sign: '!' },
  ended: { className: 'bad', sign: '✗' },
  unknown: { className: 'none', sign: '?' },
};

const SEVERITY_LOOKS: { readonly [severity in Severity]: Look } = {
  error: { className: 'bad', sign: '✗' },
  warning: { className: 'doubtful', sign: '!' },
  information: { className: 'faint', sign: 'i' },
  hint: { className: 'none', sign: '·' },
};

export function lookOf(verdict: Verdict): Look {
  return VERDICT_LOOKS[verdict];
}

/** A sign, which is not read out: a word stands beside it. */
function signOf({ className, sign }: Look): Html {
  return html`<span class="sign ${className}" aria-hidden="true">${sign}</span>`;
}

export function verdictSign(verdict: Verdict): Html {
  return signOf(VERDICT_LOOKS[verdict]);
}

export function severitySign(severity: Severity): Html {
  return signOf(SEVERITY_LOOKS[severity]);
}

export function verdictWord(verdict: Verdict): string {
  switch (verdict) {
    case 'compatible':
      return t('compatible');
    case 'incompatible':
      return t('incompatible');
    case 'unsupported':
      return t('unsupported');
    case 'untested':
      return t('untested');
    case 'unknown':
      return t('unknown');
  }
}

/** What a verdict means, for the legend. */
export function verdictMeaning(verdict: Verdict): string {
  switch (verdict) {
    case 'compatible':
      return t('compatible: upstream says that they go together');
    case 'incompatible':
      return t('incompatible: upstream says that they do not go together');
    case 'unsupported':
      return t('unsupported: outside of what upstream supports');
    case 'untested':
      return t('untested: not tested by upstream, or its sources disagree');
    case 'unknown':
      return t('unknown: nobody says anything about these two');
  }
}

export function severityWord(severity: Severity): string {
  switch (severity) {
    case 'error':
      return t('error');
    case 'warning':
      return t('warning');
    case 'information':
      return t('information');
    case 'hint':
      return t('hint');
  }
}

/** "✓ in support". */
export function supportState({ kind }: Pick<PinSupport, 'kind'>): Html {
  return html`${signOf(SUPPORT_LOOKS[kind])} ${supportWord(kind)}`;
}

function supportWord(kind: SupportKind): string {
  switch (kind) {
    case 'supported':
      return t('in support');
    case 'critical-fixes':
      return t('critical fixes only');
    case 'extended':
      return t('paid support only');
    case 'ended':
      return t('out of support');
    case 'unknown':
      return t('unknown');
  }
}

export function phaseWord(kind: Phase['kind']): string {
  switch (kind) {
    case 'active':
      return t('full support');
    case 'maintenance':
      return t('critical fixes only');
    case 'extended':
      return t('paid support only');
  }
}

/** "istio 1.28.1", as text. */
export function pinText({ instance, written }: Pick<ReportPin, 'instance' | 'written'>): string {
  return written === undefined ? instance : `${instance} ${written}`;
}

/** The same as markup. */
export function pinName({ instance, written }: Pick<ReportPin, 'instance' | 'written'>): Html {
  return written === undefined ? name(instance) : html`${name(instance)} <span class="version">${name(written)}</span>`;
}

/** Names pins, and counts those beyond the bound. */
export function namesOf({ pins }: Pick<StackReport, 'pins'>, places: readonly number[]): string {
  const names = places.slice(0, MOST_NAMED).flatMap((place) => pins[place]?.instance ?? []);
  const more = places.length - names.length;
  return more > 0 ? t('{0} and {1} more', names.join(', '), more) : names.join(', ');
}
