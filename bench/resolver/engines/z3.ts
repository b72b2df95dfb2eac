/** Z3, a solver of satisfiability modulo theories that also optimises, compiled to WebAssembly: z3-solver. */
import { requirePeer } from '../../inProcess/peers.ts';
import { clausesOf } from '../encode/clauses.ts';
import { valuesOfModel, z3Script } from '../encode/z3.ts';
import type { Answer, Start } from './engine.ts';

/** Handles of Z3's C interface. */
type Handle = { readonly handle: unique symbol };

interface Z3 {
  mk_config(): Handle;
  del_config(config: Handle): void;
  mk_context(config: Handle): Handle;
  del_context(context: Handle): void;
  mk_params(context: Handle): Handle;
  params_inc_ref(context: Handle, params: Handle): void;
  mk_string_symbol(context: Handle, name: string): Handle;
  params_set_symbol(context: Handle, params: Handle, name: Handle, value: Handle): void;
  mk_optimize(context: Handle): Handle;
  optimize_inc_ref(context: Handle, optimize: Handle): void;
  optimize_set_params(context: Handle, optimize: Handle, params: Handle): void;
  optimize_from_string(context: Handle, optimize: Handle, script: string): void;
  optimize_check(context: Handle, optimize: Handle, assumptions: readonly Handle[]): Promise<number>;
  optimize_get_model(context: Handle, optimize: Handle): Handle;
  model_to_string(context: Handle, model: Handle): string;
}

/** Of those that it has for soft assertions the one that was fastest on these problems; `pd-maxres` gave wrong answers. */
const MAXSAT_ENGINE = 'wmax';

export const startZ3: Start = async () => {
  const { init } = requirePeer('z3-solver') as { init: () => Promise<{ readonly Z3: Z3 }> };
  const { Z3 } = await init();
  return {
    encode: (problem) => {
      const script = z3Script(clausesOf(problem));
      return () => solve(Z3, script, problem.variables.length);
    },
  };
};

/**
 * The script is read by a call that ends before it returns: one that goes on in a thread of its own
 * (`eval_smtlib2_string`) reads a text that may be gone by then.
 */
async function solve(z3: Z3, script: string, count: number): Promise<Answer> {
  const config = z3.mk_config();
  const context = z3.mk_context(config);
  z3.del_config(config);
  try {
    const params = z3.mk_params(context);
    z3.params_inc_ref(context, params);
    const symbol = (name: string): Handle => z3.mk_string_symbol(context, name);
    z3.params_set_symbol(context, params, symbol('maxsat_engine'), symbol(MAXSAT_ENGINE));
    const optimize = z3.mk_optimize(context);
    z3.optimize_inc_ref(context, optimize);
    z3.optimize_set_params(context, optimize, params);
    z3.optimize_from_string(context, optimize, script);
    const found = await z3.optimize_check(context, optimize, []);
    if (found < 0) return { kind: 'none' };
    if (found === 0) return { kind: 'unknown' };
    const model = z3.model_to_string(context, z3.optimize_get_model(context, optimize));
    return { kind: 'solved', values: valuesOfModel(model, count), proven: true };
  } finally {
    z3.del_context(context);
  }
}
