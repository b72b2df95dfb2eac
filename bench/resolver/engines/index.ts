/** All engines, by the names under which they stand in the tables; each is loaded only where it is started. */
import { startClingo } from './clingo.ts';
import type { Start } from './engine.ts';
import { startLogicSolver } from './logicSolver.ts';
import { startOurs } from './ours.ts';
import { startZ3 } from './z3.ts';

export const PEERS = ['clingo', 'z3', 'logic-solver'] as const;
export const OURS = 'stackpin';
export type EngineName = typeof OURS | (typeof PEERS)[number];

export const ENGINES: { readonly [name in EngineName]: Start } = {
  [OURS]: startOurs,
  clingo: startClingo,
  z3: startZ3,
  'logic-solver': startLogicSolver,
};
