/** Which entries of a manifest are segments of their own (tree.ts). */

/**
 * Whether each entry of the block mapping at a path begins a segment: those of the document itself, and those of every
 * `components` mapping. They are what a person changes one at a time.
 */
export function beginsSegments(path: readonly string[]): boolean {
  return path.length === 0 || isComponentsPath(path);
}

/** Whether the mapping at a path holds pins: the file's `components`, or those of an environment. */
export function isComponentsPath(path: readonly string[]): boolean {
  if (path.length === 1) return path[0] === 'components';
  return path.length === 3 && path[0] === 'environments' && path[2] === 'components';
}
