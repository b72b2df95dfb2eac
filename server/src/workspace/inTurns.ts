/** Long work that is done in parts, so that what a person does meanwhile goes first. */
import type { Environment } from '../environment.ts';

/**
 * Does the parts one after the other and lets all that has arrived have its turn before each.
 * @param isCancelled asked before each part
 * @returns what the last part gives; undefined when it was cancelled
 */
export async function inTurns<T>(
  parts: Generator<undefined, T>,
  environment: Pick<Environment, 'schedule'>,
  isCancelled: () => boolean,
): Promise<T | undefined> {
  for (;;) {
    await new Promise<void>((resolve) => environment.schedule(resolve, 0));
    if (isCancelled()) return undefined;
    const { done, value } = parts.next();
    if (done === true) return value;
  }
}
