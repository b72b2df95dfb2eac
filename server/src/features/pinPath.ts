/** Which pin a path through a manifest leads into. */

/** A place in a pin. */
export interface PinPath {
  readonly environment: string | null;
  readonly instance: string;
  /** The key of the long form; undefined for the short form's version. */
  readonly key: string | undefined;
}

/** Undefined for a path that leads into no pin, or further than to its keys. */
export function pinPathOf(path: readonly string[]): PinPath | undefined {
  const inEnvironment = path[0] === 'environments';
  const rest = inEnvironment ? path.slice(2) : path;
  const [section, instance, key, ...more] = rest;
  if (section !== 'components' || instance === undefined || more.length > 0) return undefined;
  return { environment: inEnvironment ? (path[1] ?? null) : null, instance, key };
}
