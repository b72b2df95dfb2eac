/**
 * Rules of the house for the bundled catalog that a schema cannot say. Each check gives messages that name the file, the
 * key and what to do.
 */
import { isIsoDate } from '../../server/src/catalog/dates.ts';
import type { CompatibilityRule, Component, IsoDate, Line, Statement } from '../../server/src/catalog/model.ts';
import { allVersions } from '../../server/src/catalog/queries.ts';
import { compareVersions, parseRange, parseVersion, satisfies, type Version } from '../../server/src/version/index.ts';

type Components = readonly Component[];

function fileOf(component: Component): string {
  return `catalog/components/${component.id}.yaml`;
}

/** All statements of a component with the path of their keys. */
function statementsOf(component: Component): [path: string, statement: Statement][] {
  const found: [string, Statement][] = [['versions', component.versions]];
  for (const key of ['retirement', 'supportPolicy', 'upgrade'] as const) {
    const statement = component[key];
    if (statement !== undefined) found.push([key, statement]);
  }
  for (const key of ['requires', 'conflicts', 'carries', 'compatibility'] as const) {
    (component[key] ?? []).forEach((statement, index) => {
      found.push([`${key}[${index}]`, statement]);
    });
  }
  for (const line of component.versions.lines) {
    (line.withdrawn ?? []).forEach((statement, index) => {
      found.push([`versions.lines "${line.line}" withdrawn[${index}]`, statement]);
    });
  }
  return found;
}

/** Every statement has an https address and the day on which it was read, not later than the catalog's own. */
export function lintSources(components: Components, updated: IsoDate): string[] {
  const problems: string[] = [];
  for (const component of components) {
    for (const [path, { source, checked }] of statementsOf(component)) {
      const place = `${fileOf(component)}: ${path}`;
      if (!/^https:\/\/[^\s]+\.[^\s]+$/.test(source))
        problems.push(`${place}: "${source}" is no https address. Write the page that says so.`);
      if (!isIsoDate(checked)) problems.push(`${place}: "${checked}" is no date. Write the day the source was read.`);
      else if (checked > updated)
        problems.push(`${place}: read on ${checked}, after the catalog's update on ${updated}. Correct one of them.`);
    }
  }
  return problems;
}

/** Versions and lines parse under the scheme of their component, stand in order and stand once. */
export function lintVersions(components: Components): string[] {
  const problems: string[] = [];
  for (const component of components) {
    const { scheme, lines } = component.versions;
    const lineOfVersion = new Map<string, string>();
    for (const { line, versions, withdrawn = [] } of lines) {
      const place = `${fileOf(component)}: line "${line}"`;
      if (parseVersion(line, scheme) === undefined)
        problems.push(`${place}: the name does not parse as ${scheme}. Correct it or the scheme.`);
      let before: Version | undefined;
      for (const text of versions) {
        const version = parseVersion(text, scheme);
        if (version === undefined)
          problems.push(`${place}: "${text}" does not parse as ${scheme}. Correct it or the scheme.`);
        else if (before !== undefined && compareVersions(before, version) >= 0) {
          problems.push(`${place}: "${text}" stands after "${before.text}", which is not older. Sort oldest first.`);
        }
        const other = lineOfVersion.get(text);
        if (other !== undefined) problems.push(`${place}: "${text}" stands in line "${other}" too. Keep one.`);
        lineOfVersion.set(text, line);
        before = version ?? before;
      }
      for (const { version } of withdrawn) {
        if (!versions.includes(version))
          problems.push(`${place}: withdrawn "${version}" is not in versions. Add it there.`);
      }
    }
  }
  return problems;
}

const DATE_KEYS = ['released', 'activeSupportEnds', 'supportEnds', 'extendedSupportEnds'] as const;

function lintLineDates(place: string, line: Line): string[] {
  const problems: string[] = [];
  let before: { key: string; date: IsoDate } | undefined;
  for (const key of DATE_KEYS) {
    const date = line[key];
    if (date === undefined) continue;
    if (!isIsoDate(date)) problems.push(`${place}: ${key} "${date}" is no day of the calendar.`);
    else if (before !== undefined && date < before.date) {
      problems.push(
        `${place}: ${key} ${date} lies before ${before.key} ${before.date}. Correct the one that is wrong.`,
      );
    }
    before = { key, date };
  }
  return problems;
}

/** Days exist, and follow each other: released, active support ends, support ends, extended support ends. */
export function lintDates(components: Components): string[] {
  return components.flatMap((component) =>
    component.versions.lines.flatMap((line) => lintLineDates(`${fileOf(component)}: line "${line.line}"`, line)),
  );
}

/** Ids, aliases and line names are unique; a name never means two things. */
export function lintNames(components: Components): string[] {
  const problems: string[] = [];
  const ids = new Set(components.map(({ id }) => id));
  const aliases = new Map<string, string>();
  for (const component of components) {
    for (const alias of component.aliases ?? []) {
      const place = `${fileOf(component)}: alias "${alias}"`;
      if (ids.has(alias)) problems.push(`${place} is the id of another component. Remove it.`);
      const other = aliases.get(alias.toLowerCase());
      if (other !== undefined) problems.push(`${place} is an alias of "${other}" too. Keep it where people mean it.`);
      aliases.set(alias.toLowerCase(), component.id);
    }
    const names = new Set<string>();
    for (const { line } of component.versions.lines) {
      if (names.has(line)) problems.push(`${fileOf(component)}: line "${line}" stands twice. Merge the two.`);
      names.add(line);
    }
  }
  return problems;
}

/** What rules name exists: ids, and in `anyOf` capabilities too. */
export function lintReferences(components: Components): string[] {
  const problems: string[] = [];
  const ids = new Set(components.map(({ id }) => id));
  const capabilities = new Set(components.flatMap(({ provides = [] }) => provides));
  for (const component of components) {
    const need = (path: string, id: string, known: boolean) => {
      if (!known)
        problems.push(`${fileOf(component)}: ${path}: "${id}" is in no file of the catalog. Add it or drop this.`);
    };
    for (const key of ['compatibility', 'conflicts', 'carries'] as const) {
      (component[key] ?? []).forEach((rule, index) => {
        need(`${key}[${index}].with`, rule.with, ids.has(rule.with));
      });
    }
    for (const { unless = [] } of component.conflicts ?? [])
      for (const id of unless) need('conflicts.unless', id, ids.has(id));
    for (const { anyOf } of component.requires ?? []) {
      for (const name of anyOf) need('requires.anyOf', name, ids.has(name) || capabilities.has(name));
    }
    for (const id of component.successors ?? []) need('successors', id, ids.has(id));
    const { follows } = component.supportPolicy ?? {};
    if (follows !== undefined) need('supportPolicy.follows', follows, ids.has(follows));
  }
  return problems;
}

/** Where a range stands and whose versions it is about. */
interface PlacedRange {
  readonly path: string;
  readonly text: string;
  readonly of: Component;
}

function rangesOf(component: Component, byId: ReadonlyMap<string, Component>): PlacedRange[] {
  const found: PlacedRange[] = [];
  const add = (path: string, text: string | undefined, of: Component | undefined) => {
    if (text !== undefined && of !== undefined) found.push({ path, text, of });
  };
  for (const key of ['requires', 'conflicts', 'carries', 'compatibility'] as const) {
    (component[key] ?? []).forEach((rule, index) => {
      add(`${key}[${index}].when`, rule.when, component);
    });
  }
  (component.compatibility ?? []).forEach((rule, index) => {
    for (const key of ['supported', 'tested', 'breaks'] as const) {
      add(`compatibility[${index}].${key}`, rule[key], byId.get(rule.with));
    }
  });
  (component.conflicts ?? []).forEach((rule, index) => {
    add(`conflicts[${index}].range`, rule.range, byId.get(rule.with));
  });
  (component.carries ?? []).forEach((rule, index) => {
    if (rule.same === undefined) add(`carries[${index}].versions`, rule.versions, byId.get(rule.with));
  });
  for (const { from, to } of component.upgrade?.hops ?? []) {
    add('upgrade.hops.from', from, component);
    add('upgrade.hops.to', to, component);
  }
  return found;
}

const parsedVersions = new WeakMap<Component, readonly Version[]>();

/** The versions that the catalog lists, parsed; a line without versions counts as one. */
function versionsOf(component: Component): readonly Version[] {
  const known = parsedVersions.get(component);
  if (known !== undefined) return known;
  const versions = allVersions(component).flatMap((text) => parseVersion(text, component.versions.scheme) ?? []);
  parsedVersions.set(component, versions);
  return versions;
}

function matching(component: Component, text: string): readonly Version[] {
  const range = parseRange(text, component.versions.scheme);
  return range === undefined ? [] : versionsOf(component).filter((version) => satisfies(version, range, 'as-release'));
}

/** Every range can be read under the scheme of the component it is about. */
export function lintRanges(components: Components): string[] {
  const byId = new Map(components.map((component) => [component.id, component]));
  return components.flatMap((component) =>
    rangesOf(component, byId)
      .filter(({ text, of }) => parseRange(text, of.versions.scheme) === undefined)
      .map(({ path, text, of }) => {
        const scheme = of.versions.scheme;
        return `${fileOf(component)}: ${path}: "${text}" is no range of ${of.id} (${scheme}). Write it as in ">=1.2 <1.3".`;
      }),
  );
}

/**
 * Ranges that match no version the catalog lists: mostly a typing error, or written for another scheme.
 * @param reasons why a pair of components may do so, by "component > other"
 */
export function lintEmptyRanges(components: Components, reasons: ReadonlyMap<string, string>): string[] {
  const byId = new Map(components.map((component) => [component.id, component]));
  return components.flatMap((component) =>
    rangesOf(component, byId)
      .filter(({ text, of }) => !reasons.has(`${component.id} > ${of.id}`) && matching(of, text).length === 0)
      .map(
        ({ path, text, of }) =>
          `${fileOf(component)}: ${path}: "${text}" matches no version of ${of.id}. Correct it, or give the reason in test/catalog/reasons.ts.`,
      ),
  );
}

/** A level carries its own range key and no other. */
export function lintLevels(components: Components): string[] {
  const problems: string[] = [];
  for (const component of components) {
    (component.compatibility ?? []).forEach(({ level, supported, tested, breaks }, index) => {
      const place = `${fileOf(component)}: compatibility[${index}]`;
      if ((level === 'broken') !== (breaks !== undefined)) {
        problems.push(`${place}: level ${level} ${level === 'broken' ? 'needs' : 'cannot have'} "breaks".`);
      }
      if (level === 'broken' && (supported !== undefined || tested !== undefined)) {
        problems.push(`${place}: level broken has "breaks" alone. Move the other range to a rule of its own.`);
      }
      if ((level === 'required' || level === 'supported') && supported === undefined) {
        problems.push(`${place}: level ${level} needs "supported".`);
      }
      if (level === 'tested' && tested === undefined) problems.push(`${place}: level tested needs "tested".`);
    });
  }
  return problems;
}

/** Whether a hard rule (`required`, `broken`) forbids one of the versions. */
function forbidden(hard: CompatibilityRule, other: Component, versions: readonly Version[]): Version | undefined {
  const text = hard.level === 'broken' ? hard.breaks : hard.supported;
  const range = text === undefined ? undefined : parseRange(text, other.versions.scheme);
  if (range === undefined) return undefined;
  return versions.find((version) => satisfies(version, range, 'as-release') === (hard.level === 'broken'));
}

/** No component forbids in one rule what it supports in another, unless a note of one of the two explains it. */
export function lintContradictions(components: Components): string[] {
  const byId = new Map(components.map((component) => [component.id, component]));
  const problems: string[] = [];
  for (const component of components) {
    const rules = component.compatibility ?? [];
    for (const hard of rules.filter(({ level }) => level === 'required' || level === 'broken')) {
      const other = byId.get(hard.with);
      if (other === undefined) continue;
      const own = new Set(matching(component, hard.when));
      for (const soft of rules) {
        if (soft.with !== hard.with || soft.level !== 'supported' || soft.supported === undefined) continue;
        if (hard.note !== undefined || soft.note !== undefined) continue;
        const shared = matching(component, soft.when).find((version) => own.has(version));
        const bad = shared && forbidden(hard, other, matching(other, soft.supported));
        if (bad === undefined || shared === undefined) continue;
        problems.push(
          `${fileOf(component)}: ${component.id} ${shared.text} supports ${other.id} ${bad.text} by one rule (${soft.source}) and forbids it by another (${hard.source}). Correct one, or explain it in a note.`,
        );
      }
    }
  }
  return problems;
}
