/** Problems of which variables may be left out, whatever their values cost. */
import type { Budget } from './budget.ts';
import type { Constraint, Cost, Problem, Variable } from './problem.ts';
import { solveWithin } from './solve.ts';

/** The class of a variable that is left out. */
const OUT = -1;

const FREE: Cost = [0];
const LEFT_OUT: Cost = [1];

export class LeavingOut {
  readonly size: number;
  private readonly problem: Problem;
  private readonly constraints: readonly Constraint[];

  constructor(problem: Problem) {
    this.problem = problem;
    this.size = problem.variables.length;
    this.constraints = problem.constraints.map((constraint) => withOut(problem, constraint));
  }

  /**
   * As few variables as can be left out so that the others can be satisfied.
   * @param kept those that must not be left out
   * @returns `none`: those that are kept cannot be satisfied. Where the budget ended the search there may be smaller ones.
   */
  fewest(kept: ReadonlySet<number>, budget: Budget): readonly number[] | 'none' | 'unknown' {
    const variables = this.problem.variables.map(({ costs }, index): Variable => {
      const free = new Array<Cost>(costs.length).fill(FREE);
      return { costs: kept.has(index) ? free : [...free, LEFT_OUT] };
    });
    const found = solveWithin({ variables, constraints: this.constraints }, budget);
    if (found.kind !== 'solved') return found.kind;
    const lengths = this.problem.variables.map(({ costs }) => costs.length);
    return [...found.values.keys()].filter((index) => found.values[index] === lengths[index]);
  }

  /** Whether some variables have values that go together, whatever the others are. */
  canBeSatisfied(variables: ReadonlySet<number>, budget: Budget): 'yes' | 'no' | 'unknown' {
    const part: Problem = {
      variables: this.problem.variables.map(({ costs }, index) => ({
        costs: variables.has(index) ? costs.map(() => FREE) : [FREE],
      })),
      constraints: this.problem.constraints.filter(({ one, two }) => variables.has(one) && variables.has(two)),
    };
    const { kind } = solveWithin(part, budget);
    return kind === 'solved' ? 'yes' : kind === 'none' ? 'no' : kind;
  }
}

/** The same constraint with one value more on each side, which goes together with everything. */
function withOut({ variables }: Problem, constraint: Constraint): Constraint {
  return {
    one: constraint.one,
    two: constraint.two,
    classesOfOne: classes(constraint.classesOfOne, variables[constraint.one]),
    classesOfTwo: classes(constraint.classesOfTwo, variables[constraint.two]),
    allows: (one, two) => one === OUT || two === OUT || constraint.allows(one, two),
  };
}

function classes(known: ArrayLike<number> | undefined, variable: Variable | undefined): readonly number[] {
  const values = variable?.costs.map((_, value) => known?.[value] ?? value) ?? [];
  values.push(OUT);
  return values;
}
