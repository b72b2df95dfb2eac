/** What is checked: a plan as `stackpin plan --format json` prints it, and the stack that it is for. */
import type { Catalog, IsoDate } from '../../../catalog/model.ts';
import type { Range } from '../../../version/index.ts';

export interface PrintedStep {
  readonly component: string;
  readonly instance: string;
  readonly from: string;
  readonly to: string;
  readonly state: { readonly [instance: string]: string };
}

export interface PrintedPlan {
  readonly start: { readonly [instance: string]: string };
  readonly target: { readonly [instance: string]: string };
  readonly steps: readonly PrintedStep[];
}

/** A pin of the stack at the start. */
export interface StartPin {
  readonly instance: string;
  /** The catalog's id, or the name as written. */
  readonly component: string;
  /** The versions that it stands for; empty where nothing is known of it. */
  readonly versions: readonly string[];
  readonly isLocked: boolean;
  /** What it may be moved to: all of these hold. */
  readonly allow: readonly Range[];
}

export interface VerifyRequest {
  readonly catalog: Catalog;
  /** The day as of which releases are judged. */
  readonly date: IsoDate;
  readonly pins: readonly StartPin[];
  readonly plan: PrintedPlan;
}
