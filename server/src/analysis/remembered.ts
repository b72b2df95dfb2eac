/** Values that are remembered from one check to the next, as long as each check asks for them. */

export interface Remembered<T> {
  get(key: string): T | undefined;
  set(key: string, value: T): void;
  /** Ends a check: what was not asked for since it began is forgotten. */
  end(): void;
}

/** Makes an empty one. */
export function remembered<T>(): Remembered<T> {
  let before: ReadonlyMap<string, T> = new Map();
  let now = new Map<string, T>();
  return {
    get: (key) => {
      const value = now.get(key) ?? before.get(key);
      if (value !== undefined) now.set(key, value);
      return value;
    },
    set: (key, value) => {
      now.set(key, value);
    },
    end: () => {
      before = now;
      now = new Map();
    },
  };
}
