/**
 * The compatibility table as values: what one component's entry holds. The public form is schemas/catalog.schema.json;
 * docs/catalog-format.md describes each key. Optional keys are absent when upstream says nothing.
 */
import type { Scheme } from '../version/types.ts';

/** A calendar day, `YYYY-MM-DD`, in UTC. Text order is date order. */
export type IsoDate = string;

export const LAYERS = [
  'infrastructure',
  'operating-system',
  'runtime',
  'orchestrator',
  'packaging',
  'networking',
  'service-mesh',
  'ingress',
  'storage',
  'database',
  'messaging',
  'observability',
  'security',
  'policy',
  'delivery',
  'autoscaling',
  'machine-learning',
  'data-processing',
  'search',
  'identity',
  'platform',
  'language',
  'framework',
  'application',
  'web-server',
  'installer',
  'tool',
] as const;
export type Layer = (typeof LAYERS)[number];

export type ComponentStatus = 'active' | 'maintenance' | 'retired' | 'archived';

/** What a source says of a range: see docs/catalog-format.md, "Levels". */
export type Level = 'required' | 'supported' | 'recommended' | 'tested' | 'broken';

/** One upstream statement is always somewhere, and was read on some day. */
export interface Statement {
  /** Address of the page or file that says it. */
  readonly source: string;
  /** The day on which it was read. */
  readonly checked: IsoDate;
  /** What it says beyond the ranges, in our own words; one or two sentences. */
  readonly note?: string;
}

/** A release line: `1.34`, `2025.1`, `jammy`. */
export interface Line {
  readonly line: string;
  readonly codename?: string;
  /** Other names of the line, besides the codename and its first word. */
  readonly aliases?: readonly string[];
  readonly released?: IsoDate;
  /** End of active support: only critical fixes afterwards. */
  readonly activeSupportEnds?: IsoDate;
  /** End of all free upstream support. */
  readonly supportEnds?: IsoDate;
  /** End of paid or extended support. */
  readonly extendedSupportEnds?: IsoDate;
  /** Upstream says that the line has ended, without a date. */
  readonly ended?: boolean;
  readonly longTerm?: boolean;
  /** `versions` is upstream's full list up to the day the catalog was updated. */
  readonly complete?: boolean;
  /** Oldest first. */
  readonly versions: readonly string[];
  /** Versions that upstream took back. They stay in `versions`. */
  readonly withdrawn?: readonly (Statement & { readonly version: string })[];
  /** Address for the dates of this line, where it differs from the table's own. */
  readonly source?: string;
}

export interface VersionTable extends Statement {
  readonly scheme: Scheme;
  /** Newest first. */
  readonly lines: readonly Line[];
}

/** One statement about a pair. Exactly one of `supported`, `tested`, `breaks` carries the level's range; `tested` may stand beside `supported`. */
export interface CompatibilityRule extends Statement {
  /** Range of the component's own versions. */
  readonly when: string;
  /** Id of the other component. */
  readonly with: string;
  readonly level: Level;
  /** Versions of `with` that work (`required`, `supported`, `recommended`). */
  readonly supported?: string;
  /** Versions of `with` that upstream tests with. */
  readonly tested?: string;
  /** Versions of `with` that fail (`broken` only). */
  readonly breaks?: string;
  /** "openstack 2025.1": set where the rule follows from a series (series.ts), never in a file. */
  readonly inSeries?: string;
}

/** One of `anyOf` has to be in the stack. */
export interface Requirement extends Statement {
  readonly when: string;
  /** Ids or capabilities. */
  readonly anyOf: readonly string[];
}

/** Not run together. */
export interface Conflict extends Statement {
  readonly when: string;
  readonly with: string;
  /** Versions of `with` for which it holds. */
  readonly range: string;
  /** Ids whose presence lifts the conflict. */
  readonly unless?: readonly string[];
}

/** What a distribution brings along, for a range of its own versions. */
export interface Carried extends Statement {
  readonly when: string;
  readonly with: string;
  /** The carried version, or a range where only that is known. */
  readonly versions: string;
  /** The carried version repeats the own number: whole (`1.34.2+k3s1` brings 1.34.2) or major and minor only. */
  readonly same?: 'patch' | 'minor';
  /** Only the default: configuration can name another version. */
  readonly default?: boolean;
}

/** A rule that upstream states instead of dates. */
export interface SupportPolicy extends Statement {
  readonly kind:
    | 'latest-minors'
    | 'latest-majors'
    | 'latest-release'
    | 'months-after-release'
    | 'until-next-plus-months'
    | 'follows';
  readonly count?: number;
  readonly months?: number;
  /** Months for long-term lines, which outlast the rule for the others. */
  readonly longTermMonths?: number;
  readonly follows?: string;
  /** For `follows`: which line of the other component each own line goes with, where the numbers differ. */
  readonly lines?: { readonly [own: string]: string };
  /** A line also lives until so many months after the next one appeared, if that is later. */
  readonly orNextPlusMonths?: number;
}

/** How far one upgrade may go. */
export interface UpgradeRule extends Statement {
  readonly maxMinorSkip?: number;
  readonly maxMajorSkip?: number;
  readonly hops?: readonly { readonly from: string; readonly to: string }[];
  /** Any later release of the same major can be reached at once. */
  readonly anyWithinMajor?: boolean;
  /** Any later major can be reached at once. */
  readonly anyMajor?: boolean;
  /** Lines that have to be installed on the way. */
  readonly stops?: readonly string[];
  /** One upgrade may also go from a long-term line straight to the next long-term line. */
  readonly longTermToLongTerm?: boolean;
  /** The software itself refuses other upgrades. */
  readonly enforced?: boolean;
}

/** How far two parts of one component may be apart, in minors (or series). */
export interface Skew extends Statement {
  readonly when: string;
  /** The part that may lag or lead. */
  readonly part: string;
  /** The part it is measured against. */
  readonly of: string;
  readonly maxNewer?: number;
  readonly maxOlder?: number;
  /** The oldest version accepted, where the limit is no count. */
  readonly oldest?: string;
}

/** Something that a release took away. */
export interface Removal extends Statement {
  /** The first version without it. */
  readonly since: string;
  readonly kind: 'api' | 'feature' | 'default';
  readonly what: string;
  readonly replacement?: string;
}

/** The Helm chart that installs the component. A chart has versions of its own. */
export interface Chart extends Statement {
  readonly name: string;
  readonly repository: string;
  /** The newest chart version that installs each version of the component. */
  readonly versions: { readonly [version: string]: string };
}

/** The component is released as a part of a whole, with others of the same series. */
export interface Series extends Statement {
  /** Id of the whole. The rules about it say which own versions belong to which series. */
  readonly of: string;
  /** How many series apart two parts may be while an upgrade runs. */
  readonly apart: number;
}

export interface Component {
  readonly id: string;
  readonly name: string;
  readonly layer: Layer;
  readonly description: string;
  readonly homepage?: string;
  readonly repository?: string;
  /** SPDX name, where it was read. */
  readonly license?: string;
  readonly status: ComponentStatus;
  /** For `retired` and `archived`: when (if a date was published) and who says so. */
  readonly retirement?: Statement & { readonly date?: IsoDate };
  /** Ids of what takes its place, if it ended. */
  readonly successors?: readonly string[];
  /** Names people use for it: offered by did-you-mean, never accepted silently. */
  readonly aliases?: readonly string[];
  /** Capabilities: `container-runtime`, `cni`, `service-mesh`... */
  readonly provides?: readonly string[];
  readonly versions: VersionTable;
  readonly compatibility?: readonly CompatibilityRule[];
  readonly requires?: readonly Requirement[];
  readonly conflicts?: readonly Conflict[];
  readonly carries?: readonly Carried[];
  readonly supportPolicy?: SupportPolicy;
  readonly upgrade?: UpgradeRule;
  readonly skew?: readonly Skew[];
  readonly removals?: readonly Removal[];
  readonly charts?: readonly Chart[];
  readonly series?: Series;
}

/** What the index keeps of a component, so that names can be completed without decoding any entry. */
export interface ComponentSummary {
  readonly id: string;
  readonly name: string;
  readonly layer: Layer;
  readonly description: string;
  readonly status: ComponentStatus;
  readonly aliases: readonly string[];
  readonly provides: readonly string[];
}

export interface CatalogMetadata {
  readonly name: string;
  readonly version: string;
  readonly updated: IsoDate;
}

/** One component as a user's catalog writes it: what it adds to a component of the same id, or a component of its own. */
export type UserComponent = Partial<Omit<Component, 'id'>> & {
  readonly id: string;
  /** Take the place of the component of the same id instead of adding to it. */
  readonly replace?: boolean;
};

/** A `*.catalog.yaml` file, read. */
export interface UserCatalog {
  readonly metadata: CatalogMetadata;
  readonly components: readonly UserComponent[];
}

/** A read-only table. Entries are decoded when they are first asked for. */
export interface Catalog {
  readonly metadata: CatalogMetadata;
  /** All ids, in alphabetical order. */
  ids(): readonly string[];
  summary(id: string): ComponentSummary | undefined;
  /** The id that an alias stands for, or undefined. An id is not its own alias. */
  idOfAlias(alias: string): string | undefined;
  /** Decodes the entry on first use and keeps it. */
  component(id: string): Component | undefined;
  /** How many entries have been decoded so far: lets a test show that loading is lazy. */
  decodedEntries(): number;
}
