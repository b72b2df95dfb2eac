/** What a client is told of the features before any of them is loaded. */
import { CodeActionKind } from 'vscode-languageserver-types';

/** Characters that open a place where something can be completed. */
export const TRIGGER_CHARACTERS: readonly string[] = [' ', '"', "'", '.', '/', '{', '[', ','];

/** What a client calls to have an upgrade planned. Its arguments: the URI of an open manifest, and a `WrittenQuestion`. */
export const PLAN_COMMAND = 'stackpin.plan';

/** What a client calls to have the whole file made good. Its argument: the URI of an open manifest. The server sends the edit. */
export const FIX_DOCUMENT_COMMAND = 'stackpin.fixDocument';

/** What a client calls to have a page about a manifest. Its arguments: the URI of an open manifest, and a `WrittenFrame`. */
export const REPORT_COMMAND = 'stackpin.report';

/** The command of the client that shows that report. Its argument: the URI. */
export const SHOW_REPORT = 'stackpin.showReport';

/** Makes the whole file good, by the least change. */
export const FIX_ALL_KIND = `${CodeActionKind.SourceFixAll}.stackpin`;

/** Pins all ranges and release lines of a file exactly. No part of `source.fixAll`: nothing has to be wrong with them. */
export const PIN_ALL_KIND = `${CodeActionKind.Source}.pinAll.stackpin`;

/** Sorts the components of a file by their layers. Like imports in order, nothing of what is meant changes. */
export const SORT_KIND = `${CodeActionKind.Source}.sortComponents.stackpin`;

/** Quotes the versions of a file that other YAML readers see as something else. */
export const QUOTE_ALL_KIND = `${CodeActionKind.Source}.quoteVersions.stackpin`;

/** The kinds of code actions that this server makes. */
export const CODE_ACTION_KINDS: readonly CodeActionKind[] = [
  CodeActionKind.QuickFix,
  CodeActionKind.RefactorExtract,
  CodeActionKind.RefactorMove,
  CodeActionKind.RefactorRewrite,
  FIX_ALL_KIND,
  PIN_ALL_KIND,
  QUOTE_ALL_KIND,
  SORT_KIND,
];

/** The scheme of the addresses of pages (virtualPage.ts). */
export const PAGE_SCHEME = 'stackpin';

/** What the paths of the addresses of plans begin with. */
export const PLAN_PAGES = '/plan/';

/** The command that opens a page; its one argument is the address. */
export const SHOW_PAGE = 'stackpin.showPage';
