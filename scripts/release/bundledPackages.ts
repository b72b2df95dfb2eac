/** What is known of the packages of which the bundles hold something. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { WITHOUT_TEXT } from './missingTexts.ts';

export interface BundledPackage {
  /** Where it lies, as in package-lock.json: `node_modules/yaml`. */
  readonly location: string;
  readonly name: string;
  readonly version: string;
  readonly description: string | undefined;
  /** An SPDX expression. */
  readonly licence: string;
  /** Its licence and notices, file by file. */
  readonly texts: readonly { readonly file: string; readonly text: string }[];
  /** An address of its source. */
  readonly repository: string | undefined;
  /** Of the archive that npm installs, as package-lock.json has it: `sha512-` and base64. */
  readonly integrity: string;
  /** The written files that hold something of it, from the root, in alphabetical order. */
  readonly files: readonly string[];
  /** Stackpin itself asks for it, and not only another package. */
  readonly isDirect: boolean;
  /** Locations of those it needs that are bundled as well, in alphabetical order. */
  readonly needs: readonly string[];
}

/** dist/bundled.json: by written file, the locations of packages. */
export interface Bundled {
  readonly [file: string]: readonly string[];
}

/** Files of a package that hold what has to go along. */
const TEXT = /^(?:licen[cs]e|copying|notice|third-?party-?notices?)\b/i;

/**
 * Reads them from the installed packages and the lock file.
 * @param root of the repository
 * @returns in the order of their names
 * @throws {Error} where a package tells no licence, or has neither a file nor an entry in missingTexts.ts with its text
 */
export function bundledPackages(root: string, bundled: Bundled): BundledPackage[] {
  const own = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')).devDependencies;
  const lock = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')).packages;
  const locations = [...new Set(Object.values(bundled).flat())].sort();
  return locations
    .map((location): BundledPackage => {
      const folder = join(root, location);
      const { name, version, description, license, repository, dependencies } = JSON.parse(
        readFileSync(join(folder, 'package.json'), 'utf8'),
      );
      if (typeof license !== 'string') throw new Error(`${location}/package.json tells no licence.`);
      const texts = textsOf(folder, name);
      if (texts.length === 0)
        throw new Error(`${location} has no file with its licence. Add its text to missingTexts.ts.`);
      const integrity = lock[location]?.integrity;
      if (lock[location]?.version !== version)
        throw new Error(`${location} is not the one of package-lock.json. Run npm ci.`);
      return {
        location,
        name,
        version,
        description,
        licence: license,
        texts,
        repository: addressOf(repository),
        integrity,
        files: Object.keys(bundled).filter((file) => bundled[file]?.includes(location)),
        isDirect: location === `node_modules/${name}` && own[name] !== undefined,
        needs: Object.keys(dependencies ?? {})
          .flatMap((needed) => found(needed, location, locations) ?? [])
          .sort(),
      };
    })
    .sort((one, other) => (one.name < other.name ? -1 : 1));
}

function textsOf(folder: string, name: string): BundledPackage['texts'] {
  const files = readdirSync(folder)
    .filter((file) => TEXT.test(file))
    .sort();
  const texts = files.map((file) => ({ file, text: readFileSync(join(folder, file), 'utf8') }));
  const missing = WITHOUT_TEXT.get(name);
  return texts.length === 0 && missing !== undefined ? [missing] : texts;
}

/** Where Node finds a package that another one asks for: beside it, or above (https://nodejs.org/api/modules.html#loading-from-node_modules-folders). */
function found(name: string, location: string, locations: readonly string[]): string | undefined {
  const parts = location.split('/node_modules/');
  for (let depth = parts.length; depth >= 0; depth--) {
    const above = depth === 0 ? '' : `${parts.slice(0, depth).join('/node_modules/')}/`;
    const path = `${above}node_modules/${name}`;
    if (locations.includes(path)) return path;
  }
  return undefined;
}

/** As an address for a browser, of what npm takes: `github:a/b`, `a/b`, `git+https://…`, `git@github.com:a/b`. */
function addressOf(repository: string | { readonly url: string } | undefined): string | undefined {
  const written = typeof repository === 'string' ? repository : repository?.url;
  const path =
    /^(?:github:)?([\w.-]+\/[\w.-]+)$/.exec(written ?? '')?.[1] ?? /github\.com[/:](.+)$/.exec(written ?? '')?.[1];
  return path === undefined ? written : `https://github.com/${path.replace(/\.git$/, '')}`;
}
