/**
 * Works something out when it is asked for the first time.
 * @returns gives the same answer each time
 */
export function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}
