/** Document links: what stands in the file as a path to another, or as an address of the web. */
import type { DocumentLink } from 'vscode-languageserver-types';
import type { ScalarNode, YamlDocument } from '../../manifest/tree.ts';
import type { CheckedDocument } from '../document.ts';
import { fileOf } from './entryFiles.ts';
import { inOrder, placeOf } from './places.ts';
import { writtenScalars } from './writtenNodes.ts';

/** Links of one file at most: a client draws all of them. */
const MOST_LINKS = 5000;

/** The files that a manifest extends and the catalogs that it names, where they are in the workspace, and addresses of the web. */
export function documentLinks(checked: CheckedDocument): DocumentLink[] {
  const { analysis } = checked;
  const { source, documents } = analysis.file;
  const links: DocumentLink[] = webLinks(documents);
  for (const manifest of analysis.manifests) {
    for (const list of ['extends', 'catalogs'] as const) {
      for (const node of manifest[list]) {
        const target = fileOf(list, node.text, manifest, checked);
        if (target !== undefined && analysis.origin?.source.isInside(target) === true)
          links.push({ range: placeOf(node, source).range, target });
      }
    }
  }
  return inOrder(links).slice(0, MOST_LINKS);
}

/** The values that are an address as a whole. */
export function webLinks(documents: readonly YamlDocument[]): DocumentLink[] {
  const links: DocumentLink[] = [];
  for (const document of documents) {
    for (const node of writtenScalars(document.root)) {
      if (links.length >= MOST_LINKS) return links;
      const target = addressOf(node);
      if (target === undefined) continue;
      links.push({ range: placeOf(node, document.source).range, target });
    }
  }
  return links;
}

/** Addresses with a user's name or password are none to follow. */
function addressOf({ text, style }: ScalarNode): string | undefined {
  if (style === 'block' || !/^https?:\/\/[^\s/?#@\\]+(?:[/?#]\S*)?$/i.test(text)) return undefined;
  try {
    return new URL(text).href;
  } catch {
    return undefined;
  }
}
