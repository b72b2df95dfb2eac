/** The page about a manifest, for a client that shows it beside the text. */

import { fileReport } from '../../report/fileReport.ts';
import type { Live } from '../../report/page/links.ts';
import { reportPage } from '../../report/page/page.ts';
import type { CheckedDocument } from '../document.ts';
import { fileName } from '../fileName.ts';

/** How a client shows the page (docs/language-server.md, "Reports"): what it allows, and what answers clicks there. */
export interface WrittenFrame {
  readonly nonce?: string;
  readonly script?: string;
}

/**
 * The page as one HTML document.
 * @param frame a `WrittenFrame`; anything else gives the page that is a file: without a script and without places
 */
export function reportHtml({ uri, analysis }: CheckedDocument, frame: unknown): string {
  const report = fileReport(analysis, { name: fileName(uri), nameOf: fileName });
  return reportPage([report], live(uri, frame));
}

/** CSP Level 3, "nonce-source": base64 letters. */
const NONCE = /^[A-Za-z0-9+/_-]{8,}={0,2}$/;

function live(uri: string, frame: unknown): Live | undefined {
  const { nonce, script } = (frame ?? {}) as { readonly [key in keyof WrittenFrame]?: unknown };
  if (typeof nonce !== 'string' || typeof script !== 'string' || !NONCE.test(nonce)) return undefined;
  return { uri, nonce, script };
}
