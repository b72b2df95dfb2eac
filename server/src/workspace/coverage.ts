/** How much of a manifest the catalog can speak about, and how new that is: the answer to `stackpin.coverage`. */
import { daysBetween } from '../catalog/dates.ts';
import type { IsoDate } from '../catalog/model.ts';
import type { CheckedDocument } from '../features/document.ts';

/** How far one effective stack is covered. */
export interface StackCoverage {
  /** Position of its document in the YAML stream, from 0. */
  readonly document: number;
  readonly name: string | null;
  readonly environment: string | null;
  readonly pins: number;
  /** Pairs of pins with a known component, by what upstream says of them. */
  readonly pairs: number;
  readonly pairsKnown: number;
  readonly pairsUnknown: number;
}

/** The bundled catalog, also where others are laid over it. */
export interface CatalogAge {
  readonly version: string;
  readonly updated: IsoDate;
  /** Days from `updated` to the day as of which the manifest is checked. */
  readonly days: number;
}

export interface ManifestCoverage {
  /** Null where it could not be read. */
  readonly catalog: CatalogAge | null;
  readonly stacks: readonly StackCoverage[];
}

/** The coverage of all stacks of a checked manifest. */
export function coverageOf({ analysis }: Pick<CheckedDocument, 'analysis'>): ManifestCoverage {
  const { catalog, date } = analysis.context;
  const { version, updated } = catalog.metadata;
  return {
    catalog: updated === '' ? null : { version, updated, days: daysBetween(updated, date) },
    stacks: analysis.stacks.map(({ document, name, environment, coverage: { pins, pairs, pairsKnown } }) => ({
      document,
      name: name ?? null,
      environment,
      pins,
      pairs,
      pairsKnown,
      pairsUnknown: pairs - pairsKnown,
    })),
  };
}
