/** Makes an input that fails smaller, so that a person sees what of it matters. */
import { failureOf } from './run.ts';
import type { Attempts, Target } from './target.ts';

/** Attempts at one input. */
const MOST_TRIED = 400;

/**
 * Takes pieces away for as long as what is left fails in the same way.
 * @param trying is told each input before it is tried
 */
export async function shrunk(target: Target, input: string, trying: (input: string) => void): Promise<string> {
  let attempts = await target.begin();
  const failure = async (text: string): Promise<string | undefined> => {
    trying(text);
    const error = await failureOf(attempts, text);
    if (error === undefined) return undefined;
    await attempts.end?.();
    attempts = await target.begin();
    return kindOf(error);
  };
  const wanted = await failure(input);
  if (wanted === undefined) return end(attempts, input);
  let best = input;
  let tried = 0;
  for (let size = Math.ceil(best.length / 2); size > 0; size = Math.floor(size / 2)) {
    for (let at = 0; at < best.length && tried < MOST_TRIED; ) {
      tried += 1;
      const less = best.slice(0, at) + best.slice(at + size);
      if ((await failure(less)) === wanted) best = less;
      else at += size;
    }
  }
  return end(attempts, best);
}

async function end(attempts: Attempts, input: string): Promise<string> {
  await attempts.end?.();
  return input;
}

/** What two failures have in common when they are the same one: the kind of error and its words, without what differs from text to text. */
function kindOf(error: unknown): string {
  const text = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
  return (text.split('\n')[0] ?? '').replace(/"[^"]*"|\d+/g, '');
}
