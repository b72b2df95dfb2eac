/**
 * Pages that are made for a manifest and are in no file: what a kind of page is, and how its addresses are written.
 *
 * `stackpin:/explain/unsatisfiable.md?<what>`: what is wanted is a JSON array, percent-encoded: the URI of the manifest, then what
 * the kind of page asks for. JSON, since some clients decode and encode the parts of a URI anew, after which signs between them
 * could no longer be told from those within.
 */
import { PAGE_SCHEME } from './advertised.ts';
import type { CheckedDocument } from './document.ts';

/** A kind of page. */
export interface VirtualPage {
  /** The paths of its addresses begin with it: `/explain/`. */
  readonly prefix: string;
  /**
   * Writes the page.
   * @param wanted as the address says it; it came through the client, so nothing is sure of its form
   * @returns Markdown
   */
  write(checked: CheckedDocument, wanted: readonly unknown[], isCancelled: () => boolean): string;
}

/** What an address says. */
export interface PageAddress {
  /** `/explain/unsatisfiable.md`: its first part is the kind of page, its last is what a client calls the page. */
  readonly path: string;
  /** URI of the manifest that the page is about. */
  readonly manifest: string;
  readonly wanted: readonly unknown[];
}

/** A JSON value. */
export type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };

/** Writes an address. */
export function pageAddress({ path, manifest, wanted }: PageAddress & { readonly wanted: readonly Json[] }): string {
  return `${PAGE_SCHEME}:${path}?${encodeURIComponent(JSON.stringify([manifest, ...wanted]))}`;
}

/** Reads one; undefined for what is none. */
export function readPageAddress(uri: string): PageAddress | undefined {
  const [, path, query] = /^stackpin:(?:\/\/)?(\/[^?#]*)\?([^#]*)/.exec(uri) ?? [];
  if (path === undefined || query === undefined) return undefined;
  try {
    const values: unknown = JSON.parse(decodeURIComponent(query));
    if (!Array.isArray(values)) return undefined;
    const [manifest, ...wanted]: unknown[] = values;
    return typeof manifest === 'string' ? { path: decodeURIComponent(path), manifest, wanted } : undefined;
  } catch {
    return undefined;
  }
}
