/** What is written in a manifest, for colours: components, versions, environments, codes. */
import { pinValueOf } from '../../analysis/lookUp.ts';
import { contextOf } from '../../analysis/ownCatalogs.ts';
import { isSameReading } from '../../analysis/pinRecords.ts';
import type { Catalog } from '../../catalog/model.ts';
import { ignoreComments } from '../../manifest/ignoreComments.ts';
import type { PinEntry, StackManifest } from '../../manifest/stack.ts';
import { type EntryNode, rangeOf, type YamlDocument } from '../../manifest/tree.ts';
import type { CheckedDocument } from '../document.ts';
import type { TokenType } from './legend.ts';
import { rangeTokens, type Source, scalarToken, type Token } from './token.ts';
import type { PlacedToken } from './tokenData.ts';

/** An entry and all below it never change: what was read of it holds as long as the catalog is the same. */
const known = new WeakMap<
  EntryNode,
  { readonly pin: PinEntry; readonly catalog: Catalog; readonly tokens: readonly Token[] }
>();

/**
 * The tokens of a manifest, in no order; where one place is read twice, by an alias, it is there twice.
 * @param isCancelled is asked now and then; after a cancellation the answer is incomplete
 */
export function manifestTokens({ analysis }: CheckedDocument, isCancelled: () => boolean): PlacedToken[] {
  const { file, manifests, context } = analysis;
  const deprecated = new Set<number>();
  for (const { tags, range } of [...analysis.findings, ...analysis.acknowledged])
    if (tags.includes('deprecated')) deprecated.add(range.start);
  const placed: PlacedToken[] = [];
  const put = (token: Token, isDeprecated = false): void => {
    const { start, end } = rangeOf(token);
    placed.push({ type: token.type, start, end, deprecated: isDeprecated });
  };
  for (const manifest of manifests) {
    const { catalog } = contextOf(context, manifest.document.index);
    const lists = [manifest.components, ...manifest.environments.map(({ components }) => components)];
    for (const pins of lists) {
      if (isCancelled()) return [];
      for (const pin of pins) {
        for (const token of tokensOf(pin, catalog, file.source))
          put(token, deprecated.has(token.segment.offset + token.node));
      }
    }
    for (const token of otherTokens(manifest, catalog, file.source)) put(token);
    placed.push(...commentTokens(manifest.document));
  }
  return placed;
}

function tokensOf(pin: PinEntry, catalog: Catalog, source: Source): readonly Token[] {
  const before = known.get(pin.entry);
  if (before !== undefined && before.catalog === catalog && isSameReading(before.pin, pin)) return before.tokens;
  const tokens = readPin(pin, catalog, source);
  known.set(pin.entry, { pin, catalog, tokens });
  return tokens;
}

/** A key that names what it is looks otherwise than one that is only a name. */
function readPin(pin: PinEntry, catalog: Catalog, source: Source): Token[] {
  const component = catalog.component(pin.component);
  const value = pinValueOf(pin, component);
  const nameType: TokenType = component === undefined ? 'variable' : 'class';
  const keyType = pin.componentNode === undefined ? nameType : 'variable';
  const version =
    value?.kind === 'exact'
      ? scalarToken(pin.version, 'number', source)
      : value?.kind === 'line'
        ? scalarToken(pin.version, 'enumMember', source)
        : value?.kind === 'range'
          ? rangeTokens(pin.version, source)
          : [];
  return [
    ...scalarToken(pin.key, keyType, source),
    ...scalarToken(pin.componentNode, nameType, source),
    ...version,
    ...rangeTokens(pin.allow, source),
  ];
}

function otherTokens({ environments, acknowledgements }: StackManifest, catalog: Catalog, source: Source): Token[] {
  const named = (text: string): TokenType => (catalog.summary(text) === undefined ? 'variable' : 'class');
  return [
    ...environments.flatMap(({ key }) => scalarToken(key, 'namespace', source)),
    ...acknowledgements.flatMap(({ code, between = [] }) => [
      ...scalarToken(code, 'macro', source),
      ...between.flatMap((node) => scalarToken(node, named(node.text), source)),
    ]),
  ];
}

/** What comments say that accept findings. */
function commentTokens(document: YamlDocument): PlacedToken[] {
  return ignoreComments(document).flatMap(({ keyword, codes, until }): PlacedToken[] => [
    { type: 'keyword', ...keyword.range, deprecated: false },
    ...codes.map(({ range }): PlacedToken => ({ type: 'macro', ...range, deprecated: false })),
    ...(until === undefined ? [] : [{ type: 'number' as const, ...until.range, deprecated: false }]),
  ]);
}
