/** The problems that all engines are given, each by a few words from which it can be made again. */
import type { Analysis } from '../../server/src/analysis/analysis.ts';
import { analyze } from '../../server/src/analysis/analyze.ts';
import { BADNESS } from '../../server/src/analysis/pairs.ts';
import type { Catalog } from '../../server/src/catalog/model.ts';
import { parseYaml } from '../../server/src/manifest/parse.ts';
import type { Problem } from '../../server/src/resolve/engine/problem.ts';
import { isTenable } from '../../server/src/resolve/stack/choices.ts';
import { stackProblem } from '../../server/src/resolve/stack/stackProblem.ts';
import { FOR_ALL } from '../../server/src/resolve/stack/tolerance.ts';
import { workshop } from '../../server/src/resolve/stack/workshop.ts';
import { contextWith } from '../documents/known.ts';
import { generate, type Kind } from './generate.ts';
import { drawnStack } from './stacks.ts';

/**
 * Generated, or a stack of the catalog that is to be made good as "fix all" does it: `strict` where everything has to be
 * supported, `lenient` where what nobody tested may stay so.
 */
export const CATALOG_KINDS = ['strict', 'lenient'] as const;
export type CatalogKind = (typeof CATALOG_KINDS)[number];
export interface Instance {
  readonly kind: Kind | CatalogKind;
  readonly components: number;
  readonly seed: number;
}

/** Places in the list of what "fix all" tries. */
const TOLERANCES: { readonly [kind in CatalogKind]: number } = { strict: 0, lenient: 2 };

export function nameOf({ kind, components, seed }: Instance): string {
  return `${kind}-${components}-${seed}`;
}

function isOfCatalog(kind: Instance['kind']): kind is CatalogKind {
  return (CATALOG_KINDS as readonly string[]).includes(kind);
}

/** @param catalog opened when it is needed */
export function problemOf({ kind, components, seed }: Instance, catalog: () => Catalog): Problem {
  if (!isOfCatalog(kind)) return generate({ kind, components, seed });
  return stackToMend(drawnAnalysis(catalog(), components, seed), TOLERANCES[kind]);
}

/** What is found in a drawn stack. */
export function drawnAnalysis(catalog: Catalog, components: number, seed: number): Analysis {
  return analyze(parseYaml(drawnStack(catalog, components, seed)), contextWith(catalog));
}

function stackToMend({ stacks, context }: Analysis, place: number): Problem {
  const shared = workshop(context);
  const problem = stackProblem(stacks, shared, {
    isFree: () => true,
    tied: true,
    isTarget: (_one, _two, now) => now >= BADNESS.unsupported,
    mayStay: (pin, text) => isTenable(pin, text, shared.offered),
  });
  const tolerance = FOR_ALL.flat()[place];
  if (problem === undefined || tolerance === undefined) throw new Error('There is no such problem.');
  return problem.under(tolerance);
}
