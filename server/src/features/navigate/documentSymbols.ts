/** Document symbols of manifests: stacks, what they extend, their pins, environments, and what they accept. */
import { t } from '@vscode/l10n';
import { SymbolKind } from 'vscode-languageserver-types';
import { isOtherKind } from '../../manifest/read.ts';
import type { AcknowledgementEntry, EnvironmentEntry, PinEntry, StackManifest } from '../../manifest/stack.ts';
import { type EntryNode, type OffsetRange, rangeOf, type ScalarNode } from '../../manifest/tree.ts';
import { mappingOf, valueAt } from './nodes.ts';
import { entryNode, inside, type OutlineNode } from './outlineNodes.ts';
import { writtenEntries } from './writtenNodes.ts';

/** The symbols of a manifest, one for each document that is a stack. */
export function manifestSymbols(manifests: readonly StackManifest[]): OutlineNode[] {
  return manifests.flatMap((manifest) => {
    const { root, index } = manifest.document;
    if (root === undefined || isOtherKind(root, 'stack')) return [];
    const range = rangeOf(root);
    const name = manifest.name?.trim();
    const selection = nameRange(manifest) ?? { start: range.start, end: range.start };
    const entries = root.kind === 'mapping' ? writtenEntries(root) : [];
    const children = inside(
      range,
      entries.flatMap((entry) => partOf(entry, manifest)),
    );
    return [
      {
        name: name === undefined || name === '' ? t('Stack {0}', index + 1) : name,
        kind: SymbolKind.Module,
        range,
        selection: isInside(selection, range) ? selection : { start: range.start, end: range.start },
        children,
      },
    ];
  });
}

function nameRange({ document: { root } }: StackManifest): OffsetRange | undefined {
  const value = valueAt(mappingOf(valueAt(mappingOf(root), 'metadata')), 'name');
  return value?.kind === 'scalar' ? rangeOf(value) : undefined;
}

function isInside(inner: OffsetRange, outer: OffsetRange): boolean {
  return outer.start <= inner.start && inner.end <= outer.end;
}

function partOf(entry: EntryNode, manifest: StackManifest): OutlineNode[] {
  const within = (nodes: readonly OutlineNode[]) => inside(rangeOf(entry), nodes);
  switch (entry.key.text) {
    case 'extends':
      return [entryNode(entry, SymbolKind.Array, { children: within(manifest.extends.map(fileNode)) })];
    case 'catalogs':
      return [entryNode(entry, SymbolKind.Array, { children: within(manifest.catalogs.map(fileNode)) })];
    case 'components':
      return [entryNode(entry, SymbolKind.Namespace, { children: within(manifest.components.map(pinNode)) })];
    case 'environments':
      return [
        entryNode(entry, SymbolKind.Namespace, { children: within(environmentNodes(entry, manifest.environments)) }),
      ];
    case 'acknowledge': {
      const children = within(manifest.acknowledgements.flatMap(acknowledgementNode));
      return [entryNode(entry, SymbolKind.Array, { children })];
    }
    default:
      return [];
  }
}

function fileNode(node: ScalarNode): OutlineNode {
  return { name: node.text, kind: SymbolKind.File, range: rangeOf(node), selection: rangeOf(node) };
}

function pinNode({ entry, version, component, instance, removed }: PinEntry): OutlineNode {
  const text = removed ? 'null' : version?.text;
  const detail = component === instance ? text : [component, text].filter((one) => one !== undefined).join(' ');
  return entryNode(entry, SymbolKind.Package, { detail });
}

function environmentNodes({ value }: EntryNode, environments: readonly EnvironmentEntry[]): OutlineNode[] {
  const entries = value?.kind === 'mapping' ? writtenEntries(value) : [];
  return entries.flatMap((entry) => {
    const environment = environments.find(({ key }) => key === entry.key);
    if (environment === undefined) return [];
    const children = inside(rangeOf(entry), environment.components.map(pinNode));
    return [entryNode(entry, SymbolKind.Namespace, { children })];
  });
}

function acknowledgementNode({ node, code, between = [], until }: AcknowledgementEntry): OutlineNode[] {
  const range = rangeOf(node);
  const names = between.map(({ text }) => text).join(', ');
  const detail = [names, until?.text ?? ''].filter((one) => one !== '').join(' · ');
  const selection = code === undefined ? undefined : rangeOf(code);
  return [
    {
      name: code?.text ?? 'acknowledge',
      detail,
      kind: SymbolKind.Constant,
      range,
      selection:
        selection !== undefined && isInside(selection, range) ? selection : { start: range.start, end: range.start },
    },
  ];
}
