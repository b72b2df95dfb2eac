/** The shape of a module that raises one diagnostic code. */
import type { Composition } from '../composition/layers.ts';
import type { PinEntry, StackManifest } from '../manifest/stack.ts';
import type { OffsetRange, ScalarNode } from '../manifest/tree.ts';
import type { AcknowledgementOutcome, AcknowledgingDocument } from './acknowledgement-types.ts';
import type { AnalysisContext, EffectiveStack, LookedUpPin, ResolvedPin } from './analysis.ts';
import type { Code, Evidence, FixData, FixGoal, PinName, Related, Severity } from './finding.ts';
import type { PinPair } from './pairs.ts';
import type { AskedPolicy } from './policy.ts';
import type { StackView } from './stackView.ts';

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
 * A finding about one pin and nothing else. It is remembered as long as the pin is the same, so it says where it stands by a
 * node, which moves with the text, and names no stack.
 */
export interface PinDraft extends Omit<Draft, 'range' | 'pins' | 'related' | 'fix'> {
  readonly at: ScalarNode;
  /** `pin`: change the version of the pin itself, as `pins` does of those that it names. `successors`: as `succeed` says. */
  readonly fix?:
    | Extract<FixData, { readonly kind: 'replace' }>
    | { readonly kind: 'pin'; readonly goal: FixGoal }
    | { readonly kind: 'successors'; readonly successors: readonly string[] }
    | undefined;
}

/** What of a context the findings about one pin may depend on. */
export type PinContext = Pick<AnalysisContext, 'catalog' | 'date'>;

/**
 * One code. A module implements the one scope it looks at; all of them are pure and none may throw. What a scope is given is
 * all that it may depend on: `entry`, `pin` and `pinUnderPolicy` are not asked again while that is the same.
 * Adding one is described in docs/adding-a-rule.md.
 */
export interface Rule {
  readonly code: Code;
  /** The default; users may set another. */
  readonly severity: Severity;
  /** What the code says, in a few words of the language that is spoken. */
  readonly title: () => string;
  /** Looks at one document of the file as written. */
  readonly document?: (manifest: StackManifest, context: AnalysisContext, composition: Composition) => readonly Draft[];
  /** Looks at one pin as written, whether it takes part in a stack or not. */
  readonly entry?: (entry: PinEntry) => readonly PinDraft[];
  /** Looks at one pin of an effective stack. */
  readonly pin?: (pin: LookedUpPin, context: PinContext) => readonly PinDraft[];
  /** Looks at one pin of an effective stack and at what the stack's policy asks for. */
  readonly pinUnderPolicy?: (pin: LookedUpPin, policy: AskedPolicy, context: PinContext) => readonly PinDraft[];
  /** Looks at one pin of an effective stack that takes the place of another. */
  readonly override?: (pin: ResolvedPin) => readonly Draft[];
  /** Looks at one judged pair of an effective stack. */
  readonly pair?: (pair: PinPair, stack: EffectiveStack, context: AnalysisContext) => readonly Draft[];
  /** Looks at an effective stack as a whole, with its judged pairs. */
  readonly stack?: (view: StackView, context: AnalysisContext) => readonly Draft[];
  /** Looks at what became of an acknowledgement that the file itself holds. */
  readonly acknowledgement?: (
    outcome: AcknowledgementOutcome,
    document: AcknowledgingDocument,
    context: AnalysisContext,
  ) => readonly Draft[];
}
