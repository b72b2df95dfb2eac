/** Which files a manifest names, found without reading its YAML: a path too many costs a look at a file that is not used. */

const KEY = /^(?:extends|catalogs):/;
const PATH = /(?<![^\s"'[\],{}#])[^\s"'[\],{}#]+\.ya?ml(?=$|[\s"'\],}#])/g;

/** The relative paths under `extends` and `catalogs`, once each. */
export function namedPaths(text: string): readonly string[] {
  const paths = new Set<string>();
  let isNaming = false;
  for (const line of text.split(/\r?\n/)) {
    if (/^\S/.test(line) && !/^[-#\]]/.test(line)) isNaming = KEY.test(line);
    if (!isNaming || /^\s*#/.test(line)) continue;
    for (const [path] of line.matchAll(PATH)) if (!/^(?:\/|[a-z][a-z\d+.-]+:)/i.test(path)) paths.add(path);
  }
  return [...paths];
}
