/** The shape of a module that raises one diagnostic code. */
import type { Composition } from '../composition/layers.ts';
import type { StackManifest } from '../manifest/stack.ts';
import type { OffsetRange } from '../manifest/tree.ts';
import type { AcknowledgementOutcome, AcknowledgingDocument } from './acknowledgement-types.ts';
import type { AnalysisContext, EffectiveStack, ResolvedPin } from './analysis.ts';
import type { Code, Evidence, FixData, PinName, Related, Severity } from './finding.ts';
import type { PinPair } from './pairs.ts';

/** A finding as its module makes it: the runner adds the code, the severity and the environments it holds in. */
export interface Draft {
  readonly range: OffsetRange;
  readonly message: string;
  readonly components?: readonly string[];
  /** The pins it is about, where these are not the pin or the pair that the module was given. */
  readonly pins?: readonly PinName[];
  readonly evidence?: readonly Evidence[];
  readonly related?: readonly Related[];
  readonly tags?: readonly ('unnecessary' | 'deprecated')[];
  readonly fix?: FixData | undefined;
  /** Where the manifest's own policy asks for another severity than the code's default. */
  readonly severity?: Severity;
}

/**
 * One code. A module implements the one scope it looks at; all of them are pure and none may throw.
 * Adding one is described in docs/adding-a-rule.md.
 */
export interface Rule {
  readonly code: Code;
  /** The default; users may set another. */
  readonly severity: Severity;
  /** What the code says, in a few words. */
  readonly title: string;
  /** Looks at one document of the file as written. */
  readonly document?: (manifest: StackManifest, context: AnalysisContext, composition: Composition) => readonly Draft[];
  /** Looks at one pin of an effective stack. */
  readonly pin?: (pin: ResolvedPin, stack: EffectiveStack, context: AnalysisContext) => readonly Draft[];
  /** Looks at one judged pair of an effective stack. */
  readonly pair?: (pair: PinPair, stack: EffectiveStack, context: AnalysisContext) => readonly Draft[];
  /** Looks at an effective stack as a whole, with its judged pairs. */
  readonly stack?: (stack: EffectiveStack, context: AnalysisContext, pairs: readonly PinPair[]) => readonly Draft[];
  /** Looks at what became of an acknowledgement that the file itself holds. */
  readonly acknowledgement?: (
    outcome: AcknowledgementOutcome,
    document: AcknowledgingDocument,
    context: AnalysisContext,
  ) => readonly Draft[];
}
