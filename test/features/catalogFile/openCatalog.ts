/** A catalog as a feature is given it. */
import { readCatalog } from '../../../server/src/catalog/read.ts';
import { type CheckedCatalog, checkCatalog } from '../../../server/src/features/catalogFile/checkedCatalog.ts';
import { TODAY, testCatalog } from '../../support/catalog.ts';

export const URI = 'file:///stacks/acme.catalog.yaml';

/** The head of a catalog; its components are indented by two spaces. */
export const HEAD = `apiVersion: stackpin/v1
kind: Catalog
metadata: {name: acme, updated: 2026-11-20, source: "https://acme.example"}
components:
`;

/**
 * Checks a catalog over the test catalog.
 * @param below texts of other files that lie between, by their addresses
 */
export function openCatalog(text: string, below: { readonly [uri: string]: string } = {}): CheckedCatalog {
  const own = { uri: URI, version: 3, reading: readCatalog(text) };
  const others = Object.entries(below).map(([uri, other]) => ({ uri, reading: readCatalog(other) }));
  return checkCatalog(own, [...others, own], { catalog: testCatalog(), date: TODAY, severities: {} });
}
