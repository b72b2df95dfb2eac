/** clingo, an answer set solver, compiled to WebAssembly: clingo-wasm. */
import { importPeer } from '../../inProcess/peers.ts';
import { clausesOf } from '../encode/clauses.ts';
import { clingoProgram, valuesOfAtoms } from '../encode/clingo.ts';
import type { Answer, Start } from './engine.ts';

interface Clingo {
  init(): Promise<void>;
  run(program: string, models: number, options: readonly string[]): Promise<Result>;
}

interface Result {
  readonly Result: string;
  readonly Error?: string;
  readonly Call?: readonly { readonly Witnesses?: readonly { readonly Value: readonly string[] }[] }[];
}

/**
 * It is given what is ground already, and minimises by unsatisfiable cores: by branch and bound, as it does if nothing is
 * said, instances of 300 components take it minutes.
 */
const OPTIONS = ['--mode=clasp', '--opt-strategy=usc', '--quiet=1'];
const OPTIMAL_ONES = 0;

export const startClingo: Start = async () => {
  const { default: clingo } = (await importPeer('clingo-wasm')) as { readonly default: Clingo };
  await clingo.init();
  return {
    encode: (problem) => {
      const program = clingoProgram(clausesOf(problem));
      return async () => answerOf(await clingo.run(program, OPTIMAL_ONES, OPTIONS), problem.variables.length);
    },
  };
};

function answerOf({ Result: result, Error: error, Call: calls = [] }: Result, count: number): Answer {
  const atoms = calls.at(-1)?.Witnesses?.at(-1)?.Value ?? [];
  if (result === 'UNSATISFIABLE') return { kind: 'none' };
  if (result === 'OPTIMUM FOUND') return { kind: 'solved', values: valuesOfAtoms(atoms, count), proven: true };
  throw new Error(`clingo says ${result}: ${error}`);
}
