/** Follows `extends`: which manifests a stack is made of, in the order in which they are laid over each other. */
import { t } from '@vscode/l10n';
import { isOtherKind } from '../manifest/read.ts';
import type { StackManifest } from '../manifest/stack.ts';
import type { ScalarNode } from '../manifest/tree.ts';
import type { Composition, ExtendsProblem, Layer, ManifestSource } from './layers.ts';

/** Files of one stack at most: more is a mistake, and bounds the walk. */
const MOST_FILES = 1000;

/** A manifest that extends nothing. */
export function alone(uri: string, manifest: StackManifest): Composition {
  return {
    layers: [{ uri, manifest, via: undefined }],
    problems: [],
    complete: manifest.extends.length === 0,
    composedBelow: () => false,
  };
}

/**
 * Composes a manifest with its bases. Never fails: an entry that cannot be used is a problem, and everything else counts.
 * A base that several others extend is laid down once, below the first of them, so that none of them is overruled by it.
 * Of a base with several documents, the first stack counts.
 * @param uri of the file that holds the manifest
 */
export function compose(uri: string, manifest: StackManifest, source: ManifestSource): Composition {
  if (manifest.extends.length === 0) return alone(uri, manifest);
  const layers: Layer[] = [];
  const problems: ExtendsProblem[] = [];
  const below = new Map<string, Set<string>>();
  const direct = new Map<string, string[]>();
  /** From a base back to the checked file, of those that lead there. */
  const back = new Map<string, readonly string[]>();
  const tellCycle = (entry: ScalarNode, trail: readonly string[]) => {
    if (!problems.some((one) => one.kind === 'cycle' && one.entry === entry)) {
      problems.push({ kind: 'cycle', entry, trail });
    }
  };
  let tooMany = false;
  let complete = true;

  /** Lays down what a manifest extends; returns the URIs of all of it. */
  const visit = (
    at: string,
    extending: StackManifest,
    via: ScalarNode | undefined,
    trail: readonly string[],
  ): Set<string> => {
    const reached = new Set<string>();
    for (const entry of extending.extends) {
      const own = via ?? entry;
      // What is wrong further down is told in the file that says it.
      const tell = (problem: ExtendsProblem) => {
        if (via === undefined) problems.push(problem);
      };
      const base = find(entry, at, own, trail, source, tell);
      if (base === undefined) {
        complete = false;
        continue;
      }
      if (base === 'cycle') {
        const circle = [...trail, uri];
        for (const [index, one] of trail.entries()) back.set(one, circle.slice(index));
        tellCycle(own, circle);
        continue;
      }
      reached.add(base.uri);
      direct.set(at, [...(direct.get(at) ?? []), base.uri]);
      const wayBack = back.get(base.uri);
      if (wayBack !== undefined) tellCycle(own, [...trail, ...wayBack]);
      const known = below.get(base.uri);
      if (known === undefined && layers.length >= MOST_FILES) {
        if (!tooMany) problems.push({ kind: 'too-many', entry: own, most: MOST_FILES });
        tooMany = true;
        complete = false;
        continue;
      }
      if (known === undefined) {
        // Marked before it is entered: a circle further down ends here.
        below.set(base.uri, new Set());
        const inside = visit(base.uri, base.manifest, own, [...trail, base.uri]);
        below.set(base.uri, inside);
        layers.push({ uri: base.uri, manifest: base.manifest, via: own });
      }
      for (const one of below.get(base.uri) ?? []) reached.add(one);
    }
    return reached;
  };
  visit(uri, manifest, undefined, [uri]);
  layers.push({ uri, manifest, via: undefined });

  const uris = layers.map((layer) => layer.uri);
  const alike = new Map<string, boolean>();
  /** Whether a base's own stack has its layers in the same order: in another, other pins may win in it. */
  const isLaidAlike = (top: string): boolean => {
    const known = alike.get(top) ?? isOrder(orderBelow(top, direct), uris);
    alike.set(top, known);
    return known;
  };
  return {
    layers,
    problems,
    complete,
    composedBelow: (parts) => {
      if (parts.some(({ via }) => via === undefined)) return false;
      const holds = (top: string, inner: string) => top === inner || below.get(top)?.has(inner) === true;
      return layers.some(
        ({ uri: top, via }) => via !== undefined && parts.every((part) => holds(top, part.uri)) && isLaidAlike(top),
      );
    },
  };
}

/**
 * The bases of a base in the order in which its own stack has them.
 * @param direct what each file extends itself
 */
function orderBelow(top: string, direct: ReadonlyMap<string, readonly string[]>): string[] {
  const seen = new Set<string>();
  const order: string[] = [];
  const visit = (uri: string) => {
    for (const base of direct.get(uri) ?? []) {
      if (seen.has(base)) continue;
      seen.add(base);
      visit(base);
      order.push(base);
    }
  };
  visit(top);
  return order;
}

/** Whether all of some items stand in the order in which they stand among others. */
function isOrder(some: readonly string[], all: readonly string[]): boolean {
  const chosen = new Set(some);
  const sorted = all.filter((one) => chosen.has(one));
  return sorted.length === some.length && sorted.every((one, index) => one === some[index]);
}

/** The manifest behind an entry; `cycle` when the entry leads back to the checked file. */
function find(
  entry: ScalarNode,
  at: string,
  own: ScalarNode,
  trail: readonly string[],
  source: ManifestSource,
  tell: (problem: ExtendsProblem) => void,
): { readonly uri: string; readonly manifest: StackManifest } | 'cycle' | undefined {
  // The schema tells what is empty.
  if (entry.text.trim() === '') return undefined;
  const location = source.resolve(entry.text, at);
  if (location === undefined) {
    tell({ kind: 'missing', entry: own, reason: t('this is no path') });
    return undefined;
  }
  if (!source.isInside(location)) {
    tell({ kind: 'outside', entry: own });
    return undefined;
  }
  const file = source.read(location);
  if ('failed' in file) {
    if (file.unable !== true) tell({ kind: 'missing', entry: own, reason: file.failed });
    return undefined;
  }
  const manifest = file.manifests.find(isStack);
  // A circle that does not lead through the checked file is told in the files that it leads through.
  if (trail.includes(file.uri)) return file.uri === trail[0] ? 'cycle' : undefined;
  if (manifest === undefined) {
    tell({ kind: 'not-a-stack', entry: own });
    return undefined;
  }
  return { uri: file.uri, manifest };
}

/** Whether a document can be a base. One that is broken for the moment is given the benefit of the doubt. */
export function isStack({ document, kind, components, environments, extends: bases }: StackManifest): boolean {
  if (isOtherKind(document.root, 'stack')) return false;
  if (document.problems.length > 0) return true;
  return kind !== undefined || components.length + environments.length + bases.length > 0;
}
