/** Patterns of paths, as settings write them. They come from a repository, so none takes more than its length times the path's. */

/**
 * Whether a path fits a pattern: `*` stands for any text within one name, `?` for one character of it, and a name of `**` alone for
 * any number of folders, or at the end for all that lies below.
 * @param path with `/` between its names, relative to where the pattern begins
 */
export function fitsPattern(path: string, pattern: string): boolean {
  const names = path.split('/');
  return fits(names, pattern.split('/'), '**', (name, part) =>
    fits([...name], [...part], '*', (character, one) => one === '?' || one === character),
  );
}

/**
 * Whether items fit parts, of which `many` fits any number of them. Where it does not go on, the last `many` takes one more: an
 * earlier one has nothing to gain by it.
 */
function fits(
  items: readonly string[],
  parts: readonly string[],
  many: string,
  isOne: (item: string, part: string) => boolean,
): boolean {
  let [at, part] = [0, 0];
  let last: { readonly part: number; at: number } | undefined;
  while (at < items.length) {
    const [item = '', wanted] = [items[at], parts[part]];
    if (wanted === many) {
      last = { part, at };
      part += 1;
    } else if (wanted !== undefined && isOne(item, wanted)) {
      at += 1;
      part += 1;
    } else if (last !== undefined) {
      last.at += 1;
      at = last.at;
      part = last.part + 1;
    } else return false;
  }
  return parts.slice(part).every((one) => one === many);
}
