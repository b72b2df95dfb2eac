/** Storms: what no editor would send in this order, from clients of six kinds. */
import type { Target } from '../target.ts';
import { CLIENTS } from './clients.ts';
import { playStorm } from './play.ts';
import { drawStorm, readStorm } from './steps.ts';

/** Steps of one storm: enough to come back to a document that was closed. */
const STEPS = 120;

export const storm: Target = {
  name: 'storm',
  about: 'edits, questions, cancellations, settings and file events over LSP in any order',
  inputs: 25,
  begin: () => ({
    make: (random) => drawStorm(random, CLIENTS.length, 20 + random.below(STEPS)),
    check: (input, count) => playStorm(readStorm(input), count),
  }),
};
