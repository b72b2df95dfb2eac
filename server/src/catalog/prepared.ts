/** What is made of the versions of one component, to answer questions about them. */
import { compareVersions, isPrerelease, type PinVocabulary, parseVersion, type Version } from '../version/index.ts';
import type { Component, Line } from './model.ts';

export interface PreparedLine {
  readonly line: Line;
  /** Release numbers of the line's name; undefined for a line that is a mere name. */
  readonly numbers: readonly number[] | undefined;
}

const prepared = new WeakMap<Component, Prepared>();

/** What is made of the versions of a component; the same object each time. */
export function prepare(component: Component): Prepared {
  const known = prepared.get(component);
  if (known !== undefined) return known;
  const made = new Prepared(component);
  prepared.set(component, made);
  return made;
}

function withoutV(text: string): string {
  const trimmed = text.trim();
  return /^[vV]\d/.test(trimmed) ? trimmed.slice(1) : trimmed;
}

/** The versions that can be pinned from a line: those it lists, or its own name where upstream publishes no finer numbers. */
function pinnable(line: Line): readonly string[] {
  return line.versions.length > 0 ? line.versions : [line.line];
}

/**
 * What is made of the versions of a component, each part when it is first asked for: of most components one version is pinned, and
 * reading hundreds of others takes longer, and more memory, than all that is asked about that one.
 */
export class Prepared {
  readonly #component: Component;
  readonly vocabulary: PinVocabulary;
  /** Lines of versions that were asked for. */
  readonly #found = new Map<string, Line>();
  readonly #newestIn = new Map<string, string | undefined>();
  readonly #candidates = new WeakMap<object, readonly string[]>();
  #versions: readonly Version[] | undefined;
  #texts: readonly string[] | undefined;
  #lineOfText: ReadonlyMap<string, Line> | undefined;
  #lines: readonly PreparedLine[] | undefined;
  #lineNames: ReadonlyMap<string, Line> | undefined;
  #withdrawn: ReadonlySet<string> | undefined;

  constructor(component: Component) {
    this.#component = component;
    this.vocabulary = {
      scheme: component.versions.scheme,
      version: (text) => this.#spellingOf(text),
      line: (text) => this.lineNamed(text)?.line,
    };
  }

  /** Newest first. */
  get versions(): readonly Version[] {
    this.#versions ??= this.#read();
    return this.#versions;
  }

  get texts(): readonly string[] {
    this.#texts ??= this.versions.map(({ text }) => text);
    return this.#texts;
  }

  get lines(): readonly PreparedLine[] {
    const { scheme, lines } = this.#component.versions;
    this.#lines ??= lines.map((line) => ({ line, numbers: parseVersion(line.line, scheme)?.release }));
    return this.#lines;
  }

  /** The line of a name, codename or alias, in any case. */
  lineNamed(text: string): Line | undefined {
    this.#lineNames ??= namesOf(this.#component.versions.lines);
    return this.#lineNames.get(withoutV(text).toLowerCase());
  }

  get withdrawn(): ReadonlySet<string> {
    this.#withdrawn ??= new Set(
      this.#component.versions.lines.flatMap(({ withdrawn = [] }) => withdrawn.map(({ version }) => withoutV(version))),
    );
    return this.#withdrawn;
  }

  /**
   * The texts of some versions, worked out once.
   * @param by what tells which
   */
  candidates(by: object, isOne: (version: Version) => boolean): readonly string[] {
    const known = this.#candidates.get(by);
    if (known !== undefined) return known;
    const made = this.versions.filter(isOne).map(({ text }) => text);
    this.#candidates.set(by, made);
    return made;
  }

  /** The newest final release that upstream did not take back. */
  get newest(): string | undefined {
    return this.versions.find((one) => this.#isLatest(one))?.text;
  }

  /** The same of one line, for which no other is read. */
  newestIn({ line }: Line): string | undefined {
    if (this.#newestIn.has(line)) return this.#newestIn.get(line);
    const { scheme, lines } = this.#component.versions;
    let newest: Version | undefined;
    for (const text of lines.flatMap((one) => (one.line === line ? pinnable(one) : []))) {
      const version = parseVersion(text, scheme);
      if (version === undefined || !this.#isLatest(version)) continue;
      if (newest !== undefined && compareVersions(version, newest) <= 0) continue;
      if (this.listing(version)?.line === line) newest = version;
    }
    this.#newestIn.set(line, newest?.text);
    return newest?.text;
  }

  #isLatest(version: Version): boolean {
    return !isPrerelease(version) && !this.withdrawn.has(version.text);
  }

  /** The line that lists a version. */
  listing({ text }: Version): Line | undefined {
    if (this.#lineOfText !== undefined) return this.#lineOfText.get(text);
    const known = this.#found.get(text);
    if (known !== undefined) return known;
    const line = this.#component.versions.lines.find((one) => pinnable(one).some((listed) => isText(listed, text)));
    if (line !== undefined) this.#found.set(text, line);
    return line;
  }

  /** Reads all versions. */
  #read(): readonly Version[] {
    const { scheme, lines } = this.#component.versions;
    const versions: Version[] = [];
    const lineOfText = new Map<string, Line>();
    for (const line of lines) {
      for (const text of pinnable(line)) {
        const version = parseVersion(text, scheme);
        if (version === undefined || lineOfText.has(version.text)) continue;
        versions.push(version);
        lineOfText.set(version.text, line);
      }
    }
    versions.sort((a, b) => compareVersions(b, a));
    this.#lineOfText = lineOfText;
    return versions;
  }

  /** The catalog's spelling of a version that it lists. What stands for a line that lists none is the line's name, and no version. */
  #spellingOf(text: string): string | undefined {
    const { scheme, lines } = this.#component.versions;
    const isName = (lower: string): boolean =>
      lines.some(({ line, versions }) => versions.length === 0 && line.toLowerCase() === lower);
    const lower = withoutV(text).toLowerCase();
    const direct = isName(lower) ? undefined : this.#listed(lower);
    if (direct !== undefined) return direct;
    const version = parseVersion(text, scheme);
    return version && this.versions.find((one) => sameSpelling(one, version) && !isName(one.text.toLowerCase()))?.text;
  }

  /** The version that is written so in small letters: itself, if it is listed, or with capitals. */
  #listed(lower: string): string | undefined {
    const { scheme, lines } = this.#component.versions;
    const isKnown = this.#lineOfText?.has(lower) ?? this.#found.has(lower);
    if (isKnown || lines.some(({ versions }) => versions.some((listed) => isText(listed, lower))))
      return parseVersion(lower, scheme)?.text;
    const capitalised = lines.flatMap(({ versions }) =>
      versions.filter((listed) => withoutV(listed).toLowerCase() === lower),
    );
    return capitalised.flatMap((listed) => parseVersion(listed, scheme)?.text ?? []).at(-1);
  }
}

/** Whether a version that a catalog lists is read as a text; nearly all are written so. */
function isText(listed: string, text: string): boolean {
  return listed === text || (listed.includes(text) && withoutV(listed) === text);
}

/** Lines by their names, codenames and aliases in small letters. */
function namesOf(lines: readonly Line[]): ReadonlyMap<string, Line> {
  const names = new Map<string, Line>();
  const name = (text: string | undefined, line: Line) => {
    const key = text === undefined ? '' : withoutV(text).toLowerCase();
    if (key !== '' && !names.has(key)) names.set(key, line);
  };
  for (const line of lines) name(line.line, line);
  // Names of all lines come before codenames of any, so that a codename never hides a line.
  for (const line of lines) {
    name(line.codename, line);
    name(line.codename?.split(/\s+/)[0], line);
    for (const alias of line.aliases ?? []) name(alias, line);
  }
  return names;
}

/** `8.0 U3` and `8.0U3` are one version; `1.34` and `1.34.0` are not: the first names a line. */
function sameSpelling(a: Version, b: Version): boolean {
  return a.release.length === b.release.length && compareVersions(a, b) === 0;
}
