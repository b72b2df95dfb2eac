/** Fills in where a user's statements come from, when the file says it once for all of them. */
import { t } from '@vscode/l10n';
import type { IsoDate, UserComponent } from './model.ts';

interface Written {
  readonly source?: string;
  readonly checked?: IsoDate;
}

/** Statements as the schema lets them be written: `source` and `checked` may be left to `metadata`. */
interface WrittenComponent {
  readonly homepage?: string;
  readonly versions?: Written & {
    readonly lines?: readonly { readonly versions?: readonly string[]; readonly withdrawn?: readonly Written[] }[];
  };
  readonly retirement?: Written;
  readonly supportPolicy?: Written;
  readonly upgrade?: Written;
  readonly compatibility?: readonly Written[];
  readonly requires?: readonly Written[];
  readonly conflicts?: readonly Written[];
  readonly carries?: readonly Written[];
  readonly skew?: readonly Written[];
  readonly removals?: readonly Written[];
  readonly charts?: readonly Written[];
  readonly series?: Written;
}

const LISTS = ['compatibility', 'requires', 'conflicts', 'carries', 'skew', 'removals', 'charts'] as const;
const SINGLES = ['retirement', 'supportPolicy', 'upgrade', 'series'] as const;
const NAMES: { readonly [key in (typeof LISTS)[number] | (typeof SINGLES)[number]]: () => string } = {
  compatibility: () => t('This compatibility rule'),
  requires: () => t('This requirement'),
  conflicts: () => t('This conflict'),
  carries: () => t('This carried component'),
  skew: () => t('This skew'),
  removals: () => t('This removal'),
  charts: () => t('This chart'),
  retirement: () => t('The retirement'),
  supportPolicy: () => t('The support policy'),
  upgrade: () => t('The upgrade rule'),
  series: () => t('The series'),
};

/** What a file's metadata say once for all its statements. */
export interface SourceDefaults {
  readonly updated?: IsoDate;
  readonly source?: string;
}

/** A statement that has no source or no date anywhere; the path begins in the component. */
export interface MissingSource {
  readonly path: readonly (string | number)[];
  readonly message: string;
}

/**
 * A component with every statement's source and date filled in from the file's metadata.
 * @param missing is told of each statement that lacks one and finds none there
 */
export function withSources(
  component: object,
  defaults: SourceDefaults,
  missing: (problem: MissingSource) => void,
): Omit<UserComponent, 'id'> {
  const written = component as WrittenComponent;
  const dated = <T extends Written>(statement: T, path: readonly (string | number)[], what: () => string): T => {
    const { source = defaults.source, checked = defaults.updated } = statement;
    if (source === undefined) {
      const message = t(
        '{0} has no source. Write the address of the page that says so as "source" here or under "metadata".',
        what(),
      );
      missing({ path, message });
    } else if (checked === undefined) {
      const message = t(
        '{0} has no date. Write the day on which its source was read as "checked" here, or as "updated" under "metadata".',
        what(),
      );
      missing({ path, message });
    }
    return { ...statement, source: source ?? '', checked: checked ?? '' };
  };
  const filled: Record<string, unknown> = { ...written };
  for (const key of LISTS) {
    const list = written[key];
    if (list !== undefined) filled[key] = list.map((one, index) => dated(one, [key, index], NAMES[key]));
  }
  for (const key of SINGLES) {
    const one = written[key];
    if (one !== undefined) filled[key] = dated(one, [key], NAMES[key]);
  }
  const table = written.versions;
  if (table !== undefined) {
    filled.versions = {
      scheme: 'semver',
      ...table,
      // A mere list of versions claims nothing that needs a witness; the home page is the best address there is.
      source: table.source ?? defaults.source ?? written.homepage ?? '',
      checked: table.checked ?? defaults.updated ?? '',
      lines: (table.lines ?? []).map((line, index) => ({
        ...line,
        versions: line.versions ?? [],
        ...(line.withdrawn === undefined
          ? {}
          : {
              withdrawn: line.withdrawn.map((one, at) =>
                dated(one, ['versions', 'lines', index, 'withdrawn', at], () => t('This withdrawn version')),
              ),
            }),
      })),
    };
  }
  return filled as Omit<UserComponent, 'id'>;
}
