/**
 * Loads a program's own files together with what V8 made of them the last time, since compiling them is a large part of a
 * start. Node does this itself from 22.1 on (`module.enableCompileCache`); for older ones the same is done here.
 *
 * Nothing depends on it: without a folder to write to, or with a cache that V8 does not take, everything is compiled as usual.
 */
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import nodeModule from 'node:module';
import { isAbsolute, join } from 'node:path';
import { Script } from 'node:vm';

/** What newer versions of Node have. */
interface CompileCache {
  readonly enableCompileCache?: (folder: string) => unknown;
  readonly flushCompileCache?: () => void;
}

/** Set by the build: differs whenever one of the program's files does. V8 itself compares only the lengths of sources. */
declare const BUILD_ID: string;

/** Builds whose caches are kept; an editor's extension and a command line may be of different versions. */
const MOST_BUILDS = 6;

/** Milliseconds after which what was compiled is written: not while somebody waits for the first answer. */
const SETTLED = 3_000;

/**
 * Where caches go: Node's own variable, else the folder that this system has for caches of one user. Undefined when there is none,
 * or when Node's own switch for caches is off.
 */
export function cacheFolder(
  env: { readonly [name: string]: string | undefined },
  platform: string,
): string | undefined {
  if (env.NODE_DISABLE_COMPILE_CACHE) return undefined;
  const below = (base: string | undefined, ...names: string[]): string | undefined =>
    base !== undefined && isAbsolute(base) ? join(base, ...names, 'stackpin') : undefined;
  if (env.NODE_COMPILE_CACHE) return below(env.NODE_COMPILE_CACHE);
  if (platform === 'win32') return below(env.LOCALAPPDATA);
  if (platform === 'darwin') return below(env.HOME, 'Library', 'Caches');
  return below(env.XDG_CACHE_HOME) ?? below(env.HOME, '.cache');
}

/**
 * Loads a file of the program, and those that it requires later.
 * @param folder where the program's files are
 * @param file the first of them
 * @param worth the file whose loading makes a session worth remembering: one that only prints its version is not
 * @returns what the file exports
 */
export function loadProgram(folder: string, file: string, worth: string): unknown {
  const base = cacheFolder(process.env, process.platform);
  const own = base && join(base, BUILD_ID);
  if (own === undefined) return require(join(folder, file));
  const { enableCompileCache, flushCompileCache } = nodeModule as CompileCache;
  if (enableCompileCache === undefined) return loadCached(folder, file, worth, own);
  prepare(own);
  enableCompileCache(own);
  if (flushCompileCache !== undefined) setTimeout(flushCompileCache, SETTLED).unref();
  return require(join(folder, file));
}

/** Makes the folder of this build, and removes those that were made longest ago. */
function prepare(own: string): void {
  if (existsSync(own)) return;
  try {
    mkdirSync(own, { recursive: true, mode: 0o700 });
    const base = join(own, '..');
    const builds = readdirSync(base).map((name) => ({
      path: join(base, name),
      made: statSync(join(base, name)).mtimeMs,
    }));
    for (const { path } of builds.sort((a, b) => b.made - a.made).slice(MOST_BUILDS)) rmSync(path, { recursive: true });
  } catch {
    // Then there is no cache, or an old one more.
  }
}

function loadCached(folder: string, first: string, worth: string, own: string): unknown {
  const scripts = new Map<string, Script>();
  const unsaved = new Set<string>();
  const exported = new Map<string, unknown>();
  let timer: NodeJS.Timeout | undefined;
  const cacheOf = (name: string): string => join(own, `${name}.${process.version}-${process.arch}`);
  const load = (name: string): unknown => {
    if (exported.has(name)) return exported.get(name);
    const filename = join(folder, name);
    // The build writes nothing but ASCII.
    const source = `(function (exports, require, module, __filename, __dirname) {${readFileSync(filename, 'latin1')}\n})`;
    const script = new Script(source, { filename, ...compiledBefore(cacheOf(name)) });
    if (script.cachedDataRejected !== false) unsaved.add(name);
    scripts.set(name, script);
    const module = { exports: {} };
    script.runInThisContext()(module.exports, requireBy, module, filename, folder);
    exported.set(name, module.exports);
    if (name === worth) timer = setTimeout(save, SETTLED).unref();
    return module.exports;
  };
  const requireBy = (id: string): unknown => (id.startsWith('./') ? load(id.slice(2)) : require(id));
  const save = (): void => {
    clearTimeout(timer);
    if (unsaved.size === 0 || !scripts.has(worth)) return;
    prepare(own);
    for (const [name, script] of scripts) if (unsaved.delete(name)) write(cacheOf(name), script.createCachedData());
  };
  process.on('exit', save);
  return load(first);
}

function compiledBefore(path: string): { cachedData?: Uint8Array } {
  try {
    return { cachedData: readFileSync(path) };
  } catch {
    return {};
  }
}

function write(path: string, bytes: Uint8Array): void {
  // Another process may be reading it: a file is there as a whole or not at all.
  const unfinished = `${path}.${process.pid}`;
  try {
    writeFileSync(unfinished, bytes, { mode: 0o600 });
    renameSync(unfinished, path);
  } catch {
    remove(unfinished);
  }
}

function remove(path: string): void {
  try {
    rmSync(path, { force: true });
  } catch {
    // Not even its folder is one.
  }
}
