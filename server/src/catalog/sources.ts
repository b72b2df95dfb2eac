/** Fills in where a user's statements come from, when the file says it once for all of them. */
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
}

const LISTS = ['compatibility', 'requires', 'conflicts', 'carries'] as const;
const SINGLES = ['retirement', 'supportPolicy', 'upgrade'] as const;
const NAMES: { readonly [key in (typeof LISTS)[number] | (typeof SINGLES)[number]]: string } = {
  compatibility: 'This compatibility rule',
  requires: 'This requirement',
  conflicts: 'This conflict',
  carries: 'This carried component',
  retirement: 'The retirement',
  supportPolicy: 'The support policy',
  upgrade: 'The upgrade rule',
};

/**
 * A component with every statement's source and date filled in from the file's metadata.
 * @param missing is told of each statement that has no source anywhere: its path in the component and its name
 */
export function withSources(
  component: object,
  metadata: { readonly updated: IsoDate; readonly source?: string },
  missing: (path: readonly (string | number)[], what: string) => void,
): Omit<UserComponent, 'id'> {
  const written = component as WrittenComponent;
  const dated = <T extends Written>(statement: T, path: readonly (string | number)[], what: string): T => {
    const source = statement.source ?? metadata.source;
    if (source === undefined) missing(path, what);
    return { ...statement, source: source ?? '', checked: statement.checked ?? metadata.updated };
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
      source: table.source ?? metadata.source ?? written.homepage ?? '',
      checked: table.checked ?? metadata.updated,
      lines: (table.lines ?? []).map((line, index) => ({
        ...line,
        versions: line.versions ?? [],
        ...(line.withdrawn === undefined
          ? {}
          : {
              withdrawn: line.withdrawn.map((one, at) =>
                dated(one, ['versions', 'lines', index, 'withdrawn', at], 'This withdrawn version'),
              ),
            }),
      })),
    };
  }
  return filled as Omit<UserComponent, 'id'>;
}
