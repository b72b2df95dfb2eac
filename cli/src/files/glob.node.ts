/** Patterns in arguments, for shells that leave them to the program. */
import { glob, isDynamicPattern } from 'tinyglobby';

/**
 * The files that a pattern matches, as absolute paths in alphabetical order.
 * @param pattern as given; undefined is answered where it is none
 * @param folder where it begins
 */
export async function filesMatching(pattern: string, folder: string): Promise<readonly string[] | undefined> {
  // A backslash is what separates folders on Windows, and what escapes elsewhere.
  const portable = process.platform === 'win32' ? pattern.replaceAll('\\', '/') : pattern;
  if (!isDynamicPattern(portable)) return undefined;
  const ignored = ['**/.git/**', '**/node_modules/**'];
  const found = await glob(portable, {
    cwd: folder,
    absolute: true,
    dot: true,
    followSymbolicLinks: false,
    ignore: ignored,
  });
  return found.sort();
}
