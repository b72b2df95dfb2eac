/** The page: one HTML document that needs nothing else, for a browser, a printer, or the panel of an editor. */
import { t } from '@vscode/l10n';
import type { FileReport } from '../report.ts';
import { findingList } from './findings.ts';
import { Html, html, name } from './html.ts';
import type { Live } from './links.ts';
import { stackSection, titleOf } from './stackSection.ts';
import { STYLE } from './style.ts';

/**
 * Writes the page about some files.
 * @param live how an editor shows it; undefined for a page that is a file: it has no script, and no addresses of files
 */
export function reportPage(files: readonly FileReport[], live?: Live): string {
  const sections: Html[] = [];
  const contents: Html[] = [];
  for (const file of files) {
    for (const stack of file.stacks) {
      const id = `stack-${sections.length + 1}`;
      contents.push(
        html`<li><a href="#${id}">${name(titleOf(stack))}</a> <span class="file">${name(file.name)}</span></li>\n`,
      );
      sections.push(stackSection(stack, file, id, live));
    }
    if (file.stacks.length > 0 && file.findings.length === 0) continue;
    const id = `file-${sections.length + 1}`;
    contents.push(html`<li><a href="#${id}">${name(file.name)}</a></li>\n`);
    sections.push(fileSection(file, id, live));
  }
  const [first] = files;
  const title = files.length === 1 && first !== undefined ? t('Compatibility of {0}', first.name) : t('Compatibility');
  const navigation =
    contents.length < 2 ? undefined : html`<nav aria-label="${t('Stacks')}">\n<ul>\n${contents}</ul>\n</nav>\n`;
  // The tag of the language that the page is written in (BCP 47).
  const language = t({ message: 'en', comment: ['BCP 47 tag of the language of the translation'] });
  return html`<!DOCTYPE html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="${policy(live)}">
<meta name="generator" content="Stackpin">
<title>${title}</title>
<style${live && html` nonce="${live.nonce}"`}>
${new Html(STYLE)}</style>
${live && html`<script nonce="${live.nonce}" src="${live.script}" defer></script>\n`}</head>
<body${live && html` data-manifest="${live.uri}"`}>
<header>
<h1>${name(title)}</h1>
${first && html`<p>${basis(first)}</p>\n`}</header>
${navigation}<main>
${sections}</main>
<footer><p>${t('Made by Stackpin. What nobody says anything about is called unknown, and is no promise.')}</p></footer>
</body>
</html>
`.text;
}

/** Nothing is loaded, and no script runs but the editor's own. */
function policy(live: Live | undefined): string {
  const own = live === undefined ? "'unsafe-inline'" : `'nonce-${live.nonce}'`;
  const script = live === undefined ? '' : `; script-src 'nonce-${live.nonce}'`;
  return `default-src 'none'; style-src ${own}${script}; base-uri 'none'; form-action 'none'`;
}

function basis({ asOf, catalog: { version, updated } }: FileReport): string {
  return t('As of {0}. Catalog {1}, updated {2}.', asOf, version, updated);
}

/** A file without stacks, or with what is found outside of them. */
function fileSection({ name: file, findings }: FileReport, id: string, live: Live | undefined): Html {
  return html`<section class="stack" id="${id}" aria-labelledby="${id}-title">
<h2 id="${id}-title">${name(file)}</h2>
${findingList(findings, live, t('This file holds no stack.'))}</section>
`;
}
