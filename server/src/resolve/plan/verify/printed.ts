/** A plan as `stackpin plan --format json` prints it, as far as it is checked. */

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
