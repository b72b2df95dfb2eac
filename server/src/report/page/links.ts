/** What a page links to: its own parts, places in files, and who says something. */
import { t } from '@vscode/l10n';
import type { Evidence } from '../../analysis/finding.ts';
import type { Place, StackReport } from '../report.ts';
import { filled, type Html, html, name } from './html.ts';

/** How a page is shown by an editor that opens places: docs/language-server.md, "Reports". */
export interface Live {
  /** Address of the manifest. */
  readonly uri: string;
  /** Allows the styles and the script of the page, and no others. */
  readonly nonce: string;
  /** Address of the script that answers clicks. */
  readonly script: string;
}

/** A stack with what its parts are called by in the page. */
export interface PagedStack {
  readonly stack: StackReport;
  /** Begins the ids of its parts: "stack-1". */
  readonly id: string;
  readonly live: Live | undefined;
}

export function pinId({ id }: PagedStack, pin: number): string {
  return `${id}-pin-${pin}`;
}

/** The id of the evidence about a pair. */
export function pairId({ id }: PagedStack, { row, column }: { readonly row: number; readonly column: number }): string {
  return `${id}-evidence-${row}-${column}`;
}

/** Attributes that say where a link leads in an editor; nothing in a page for browsers, which shows no addresses of files. */
export function placeAttributes({ base, start, end }: Place, live: Live | undefined): Html | undefined {
  if (live === undefined) return undefined;
  const range = `${start.line}:${start.character}-${end.line}:${end.character}`;
  return html` data-uri="${base ?? live.uri}" data-range="${range}"`;
}

/** "platform.stack.yaml:7": a link where somebody opens it. */
export function placeLink(place: Place, live: Live | undefined): Html {
  const text = html`${name(place.file)}:${place.start.line + 1}`;
  return live === undefined
    ? html`<span class="place">${text}</span>`
    : html`<button type="button" class="place"${placeAttributes(place, live)}>${text}</button>`;
}

/** Who says something, and when it was read. */
export function sourceOf({ source, checked }: Pick<Evidence, 'source' | 'checked'>): Html {
  return filled(t('{0}, read on {1}'), sourceLink(source), checked);
}

/** Only what a browser opens safely is a link: a catalog of a user's own may hold any text here. */
function sourceLink(source: string): Html {
  const called = /^https?:\/\/(?:www\.)?((?:github|gitlab)\.com\/[^/?#]+\/[^/?#]+|[^/:?#]+)/.exec(source)?.[1];
  return called === undefined ? name(source) : html`<a href="${source}" rel="noreferrer">${name(called)}</a>`;
}

/** Statements, each with its source. */
export function evidenceList(evidence: readonly Evidence[]): Html | undefined {
  if (evidence.length === 0) return undefined;
  const items = evidence.map((one) => html`<li>${name(one.statement)} (${sourceOf(one)})</li>\n`);
  return html`<ul class="evidence">\n${items}</ul>\n`;
}
