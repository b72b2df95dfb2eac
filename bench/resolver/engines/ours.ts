/** Our resolver. */
import { solve } from '../../../server/src/resolve/engine/solve.ts';
import type { Start } from './engine.ts';

/** As fixes give it. */
const STEPS = 20_000;

export const startOurs: Start = async () => ({
  encode: (problem) => () => solve(problem, { steps: STEPS }),
});
