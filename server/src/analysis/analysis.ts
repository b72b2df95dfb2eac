/**
 * What checking one file gives. `analyze` (analyze.ts) makes it; editor features, the CLI and the fixes read it.
 */
import type { Catalog, Component, IsoDate } from '../catalog/model.ts';
import type { Composition, Layer, Origin } from '../composition/layers.ts';
import type { PinEntry, StackManifest } from '../manifest/stack.ts';
import type { OffsetRange, YamlFile } from '../manifest/tree.ts';
import type { PinValue } from '../version/types.ts';
import type { Code, Finding, Severity } from './finding.ts';
import type { DocumentCatalogs } from './ownCatalogs.ts';

/** How severe each code is for this user; what is absent keeps its default. */
export type SeveritySettings = { readonly [code in Code]?: Severity | 'off' };

/** Everything a check depends on besides the text. */
export interface AnalysisContext {
  readonly catalog: Catalog;
  /** The day as of which support is judged. */
  readonly date: IsoDate;
  readonly severities: SeveritySettings;
  /** What documents of the file add by their own `catalogs`, by their position in the YAML stream; see `contextOf`. */
  readonly documents?: ReadonlyMap<number, DocumentCatalogs>;
}

/** A pin looked up in the catalog, whatever stack it takes part in. */
export interface LookedUpPin {
  readonly entry: PinEntry;
  /** Undefined when no catalog holds it. */
  readonly component: Component | undefined;
  /** Undefined when no version is written, or the component is unknown and the text is no version. */
  readonly value: PinValue | undefined;
  /** Catalog versions that the pin stands for, newest first; an exact pin is one, listed or not. */
  readonly candidates: readonly string[];
}

/** A pin of an effective stack. */
export interface ResolvedPin extends LookedUpPin {
  /** The environment whose mapping wrote this pin; null for the file's own `components`. */
  readonly writtenIn: string | null;
  /** The file that it is written in. */
  readonly layer: Layer;
  /** Its place in the order in which entries are laid over each other: what is higher wins. */
  readonly rank: number;
  /** The pin of the same name that it was laid over, if any. */
  readonly overrides?: ResolvedPin | undefined;
}

export interface Coverage {
  readonly pins: number;
  /** Pairs of pins with a known component. */
  readonly pairs: number;
  /** Pairs that some statement speaks about. */
  readonly pairsKnown: number;
}

/** One platform as it would be run: the file's components with one environment's merged over them. */
export interface EffectiveStack {
  readonly manifest: StackManifest;
  readonly composition: Composition;
  /** Position of the document in the YAML stream, from 0. */
  readonly document: number;
  readonly name: string | undefined;
  readonly environment: string | null;
  readonly pins: readonly ResolvedPin[];
  /**
   * Those that a catalog knows or that say their layer themselves, in the same order: of the others there is a name and no more.
   * Most of a long stack are not among them, and who asks for these does not wait for the others.
   */
  readonly described: readonly ResolvedPin[];
  /** The pin of a name; no other is made for it. */
  named(instance: string): ResolvedPin | undefined;
  readonly coverage: Coverage;
}

export interface Analysis {
  readonly file: YamlFile;
  readonly context: AnalysisContext;
  /** Where the file stands, and how its bases are found; undefined where nobody knows. */
  readonly origin: Origin | undefined;
  readonly manifests: readonly StackManifest[];
  readonly stacks: readonly EffectiveStack[];
  /** In order of position, without those that are acknowledged. */
  readonly findings: readonly Finding[];
  /** What somebody has looked at and accepts, in order of position. */
  readonly acknowledged: readonly Finding[];
  /**
   * What bases acknowledge and what is found here: it is not unused, even if it hides nothing in the base by itself.
   * `range` is that of the entry.
   */
  readonly usedInBases: readonly { readonly uri: string; readonly range: OffsetRange }[];
}
