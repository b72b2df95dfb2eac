/** Lays users' catalogs over another one. Where they contradict what lies below, the upper one counts. */
import { compareVersions, parseVersion } from '../version/index.ts';
import { summaryOf } from './loader.ts';
import type {
  Catalog,
  CompatibilityRule,
  Component,
  ComponentSummary,
  Line,
  UserCatalog,
  UserComponent,
  VersionTable,
} from './model.ts';

/** How high the catalog lies that states a rule. No key of the format, and nothing that JSON shows. */
const HEIGHT = Symbol('height');

interface LaidRule extends CompatibilityRule {
  readonly [HEIGHT]?: number;
}

/** How high the catalog lies that states a rule: 0 is the lowest. A higher one is right where two contradict each other. */
export function heightOf(rule: CompatibilityRule): number {
  return (rule as LaidRule)[HEIGHT] ?? 0;
}

/** The height of the topmost catalog in one that was made here. */
const heights = new WeakMap<Catalog, number>();

/**
 * A catalog with `extras` laid over `base`, the last one on top. A component that `base` has too gets the extra lines and
 * statements added, and its texts replaced by those that are written; with `replace: true` it is replaced as a whole.
 * Entries of `base` stay undecoded until they are asked for.
 */
export function overlayCatalogs(base: Catalog, extras: readonly UserCatalog[]): Catalog {
  const layers = new Map<string, UserComponent[]>();
  const lowest = heights.get(base) ?? 0;
  for (const [index, extra] of extras.entries()) {
    for (const written of extra.components) {
      const component = lifted(written, lowest + index + 1);
      const below = component.replace === true ? undefined : layers.get(component.id);
      layers.set(component.id, [...(below ?? []), component]);
    }
  }
  if (layers.size === 0) return base;

  const components = new Map<string, Component>();
  const component = (id: string): Component | undefined => {
    const known = components.get(id);
    if (known !== undefined) return known;
    const laid = layers.get(id);
    if (laid === undefined) return base.component(id);
    const start = laid[0]?.replace === true ? undefined : base.component(id);
    const merged = laid.reduce<Component | undefined>((below, one) => overlay(below, one), start);
    if (merged !== undefined) components.set(id, merged);
    return merged;
  };
  const ids = [...new Set([...base.ids(), ...layers.keys()])].sort();
  const aliases = new Map<string, string>();
  for (const id of layers.keys()) {
    for (const alias of layers.get(id)?.flatMap((one) => one.aliases ?? []) ?? []) aliases.set(alias.toLowerCase(), id);
  }
  const summary = (id: string): ComponentSummary | undefined => {
    if (!layers.has(id)) return base.summary(id);
    const merged = component(id);
    return merged && summaryOf(merged);
  };
  const catalog: Catalog = {
    metadata: base.metadata,
    ids: () => ids,
    summary,
    idOfAlias: (alias) => aliases.get(alias.toLowerCase()) ?? base.idOfAlias(alias),
    component,
    decodedEntries: () => base.decodedEntries(),
  };
  heights.set(catalog, lowest + extras.length);
  return catalog;
}

/** A component whose rules say how high they lie. */
function lifted(component: UserComponent, height: number): UserComponent {
  if (component.compatibility === undefined) return component;
  const compatibility = component.compatibility.map((rule): LaidRule => ({ ...rule, [HEIGHT]: height }));
  return { ...component, compatibility };
}

/** A component from what a user wrote, with what is needed at least: a name, a layer, a scheme. */
function complete({ replace: _, ...written }: UserComponent): Component {
  return {
    name: written.id,
    layer: 'application',
    description: '',
    status: 'active',
    versions: { scheme: 'semver', lines: [], source: '', checked: '' },
    ...written,
  };
}

function joined<T>(above: readonly T[] | undefined, below: readonly T[] | undefined): readonly T[] {
  return [...(above ?? []), ...(below ?? [])];
}

function overlay(below: Component | undefined, above: UserComponent): Component {
  if (below === undefined || above.replace === true) return complete(above);
  const { replace: _, ...written } = above;
  return {
    ...below,
    ...written,
    aliases: joined(above.aliases, below.aliases),
    provides: joined(above.provides, below.provides),
    compatibility: joined(above.compatibility, below.compatibility),
    requires: joined(above.requires, below.requires),
    conflicts: joined(above.conflicts, below.conflicts),
    carries: joined(above.carries, below.carries),
    versions: above.versions === undefined ? below.versions : overlayTable(below.versions, above.versions),
  };
}

/** Lines of the same name become one, with the versions of both; the table below keeps its scheme and its source. */
function overlayTable(below: VersionTable, above: VersionTable): VersionTable {
  const { scheme } = below;
  const lines = new Map<string, Line>();
  for (const line of below.lines) lines.set(line.line, line);
  for (const written of above.lines) {
    // What comes from elsewhere says so itself, since the table keeps the address of what lies below.
    const line: Line = { ...(above.source === '' ? {} : { source: above.source }), ...written };
    const known = lines.get(line.line);
    const versions = [...new Set([...(known?.versions ?? []), ...line.versions])].sort((a, b) =>
      compareTexts(a, b, scheme),
    );
    lines.set(line.line, { ...known, ...line, versions, withdrawn: joined(line.withdrawn, known?.withdrawn) });
  }
  return { ...below, lines: [...lines.values()].sort((a, b) => compareTexts(b.line, a.line, scheme)) };
}

/** Texts that are no versions of the scheme keep their place. */
function compareTexts(a: string, b: string, scheme: VersionTable['scheme']): number {
  const [versionA, versionB] = [parseVersion(a, scheme), parseVersion(b, scheme)];
  return versionA === undefined || versionB === undefined ? 0 : compareVersions(versionA, versionB);
}
