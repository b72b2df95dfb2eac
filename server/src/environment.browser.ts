/** The environment of a web worker: a clock and timers, and no files. */
import type { Environment } from './environment.ts';

/** What a browser lends the language server. */
export function browserEnvironment(): Environment {
  return {
    today: () => new Date().toISOString().slice(0, 10),
    readFile: async () => ({ failed: 'the browser edition of Stackpin cannot read files' }),
    schedule: (action, delay) => {
      const timer = setTimeout(action, delay);
      return () => clearTimeout(timer);
    },
    log: (message) => console.info(message),
  };
}
