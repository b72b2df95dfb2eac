/** The user's settings: read from whatever a client sends, never fatal. docs/language-server.md describes them. */

import { t } from '@vscode/l10n';
import type { SeveritySettings } from '../analysis/analysis.ts';
import { CODES, type Code, type Severity } from '../analysis/finding.ts';
import { isIsoDate } from '../catalog/dates.ts';

export interface Settings {
  readonly severity: SeveritySettings;
  /** Extra catalog files, as the user wrote them; later ones lie on top. */
  readonly catalogs: readonly string[];
  /** Whether inlay hints are shown; they are where nobody says it. */
  readonly inlayHints?: boolean | undefined;
  /** Whether those are among them that tell of support that ends; they are where nobody says it. */
  readonly supportHints?: boolean | undefined;
  /** Files, folders and patterns whose versions are compared with the pins, as the user wrote them. */
  readonly driftSources?: readonly string[] | undefined;
}

export interface SettingsReading {
  readonly settings: Settings;
  /** What could not be used, and what to do; one sentence or two each. */
  readonly problems: readonly string[];
}

/** Options of `initialize`: settings for clients that have no other way, and what no setting can say. */
export interface InitializationOptions extends SettingsReading {
  /** `asOf`: the day as of which support is judged, instead of today. */
  readonly asOf: string | undefined;
  /** `bundledCatalog`: where the catalog that came with this server is, for hosts that cannot know it themselves. */
  readonly bundledCatalog: string | undefined;
  /** `catalogUpdates`: a folder in which the client keeps updates of the catalog. */
  readonly catalogUpdates: string | undefined;
  /** `updatedCatalog`: the text of a catalog that an update brought, for a server that reads no files. */
  readonly updatedCatalog: string | undefined;
}

const SEVERITIES: readonly (Severity | 'off')[] = ['error', 'warning', 'information', 'hint', 'off'];

/** Keys under `stackpin` that belong to the client. */
const OF_THE_CLIENT = new Set(['trace', 'catalog']);

type Values = { readonly [key: string]: unknown };

function isValues(value: unknown): value is Values {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isCode(text: string): text is Code {
  return (CODES as readonly string[]).includes(text);
}

function shown(value: unknown): string {
  const text = JSON.stringify(value) ?? String(value);
  return text.length > 60 ? `${text.slice(0, 57)}...` : text;
}

function readSeverity(value: unknown, problems: string[]): SeveritySettings {
  if (value === undefined || value === null) return {};
  if (!isValues(value)) {
    problems.push(
      t('{0} has to be an object of codes and severities, not {1}. It is ignored.', 'stackpin.severity', shown(value)),
    );
    return {};
  }
  const severity: { [code in Code]?: Severity | 'off' } = {};
  for (const [code, wanted] of Object.entries(value)) {
    const known = SEVERITIES.find((one) => one === wanted);
    if (!isCode(code))
      problems.push(t('{0} names the code "{1}", which does not exist. It is ignored.', 'stackpin.severity', code));
    else if (known !== undefined) severity[code] = known;
    else if (wanted !== undefined && wanted !== null) {
      problems.push(
        t(
          '{0} has to be one of {1}, not {2}. It is ignored.',
          `stackpin.severity.${code}`,
          SEVERITIES.join(', '),
          shown(wanted),
        ),
      );
    }
  }
  return severity;
}

function readPaths(name: string, value: unknown, problems: string[]): readonly string[] {
  if (value === undefined || value === null) return [];
  if (!Array.isArray(value)) {
    problems.push(t('{0} has to be a list of paths, not {1}. It is ignored.', name, shown(value)));
    return [];
  }
  return value.filter((path: unknown): path is string => {
    if (typeof path === 'string' && path.trim() !== '') return true;
    problems.push(t('{0} has an entry that is no path: {1}. It is ignored.', name, shown(path)));
    return false;
  });
}

function readDriftSources(value: unknown, problems: string[]): readonly string[] | undefined {
  if (value === undefined || value === null) return undefined;
  if (isValues(value)) {
    const paths = readPaths('stackpin.drift.sources', value.sources, problems);
    return paths.length > 0 ? paths : undefined;
  }
  problems.push(
    t(
      '{0} has to be an object like {1}, not {2}. It is ignored.',
      'stackpin.drift',
      '{"sources": ["deploy"]}',
      shown(value),
    ),
  );
  return undefined;
}

function readInlayHints(value: unknown, problems: string[]): boolean | undefined {
  if (value === undefined || value === null) return undefined;
  if (!isValues(value)) {
    problems.push(
      t(
        '{0} has to be an object like {1}, not {2}. It is ignored.',
        'stackpin.inlayHints',
        '{"enabled": true}',
        shown(value),
      ),
    );
    return undefined;
  }
  const { enabled } = value;
  if (typeof enabled === 'boolean' || enabled === undefined || enabled === null) return enabled ?? undefined;
  problems.push(
    t('{0} has to be true or false, not {1}. It is ignored.', 'stackpin.inlayHints.enabled', shown(enabled)),
  );
  return undefined;
}

/** What is wrong with the value as a whole is told once, by `readInlayHints`. */
function readSupportHints(value: unknown, problems: string[]): boolean | undefined {
  const support = isValues(value) ? (value.support ?? undefined) : undefined;
  if (typeof support === 'boolean' || support === undefined) return support;
  problems.push(
    t('{0} has to be true or false, not {1}. It is ignored.', 'stackpin.inlayHints.support', shown(support)),
  );
  return undefined;
}

/** Keys under `stackpin` that hold settings of the server. */
const OF_THE_SERVER = new Set(['severity', 'catalogs', 'inlayHints', 'drift']);

function read(values: Values, others: ReadonlySet<string>): SettingsReading {
  const problems: string[] = [];
  for (const key of Object.keys(values)) {
    if (OF_THE_SERVER.has(key) || others.has(key)) continue;
    problems.push(t('{0} is no setting of Stackpin. It is ignored.', `stackpin.${key}`));
  }
  const settings: Settings = {
    severity: readSeverity(values.severity, problems),
    catalogs: readPaths('stackpin.catalogs', values.catalogs, problems),
    inlayHints: readInlayHints(values.inlayHints, problems),
    supportHints: readSupportHints(values.inlayHints, problems),
    driftSources: readDriftSources(values.drift, problems),
  };
  return { settings, problems };
}

/**
 * Reads the section `stackpin` of a client's configuration. Absent, null and `{}` are alike; what is unknown or wrong is
 * left out and told in `problems`.
 */
export function readSettings(value: unknown): SettingsReading {
  if (value === undefined || value === null) return read({}, OF_THE_CLIENT);
  if (isValues(value)) return read(value, OF_THE_CLIENT);
  const { settings } = read({}, OF_THE_CLIENT);
  return {
    settings,
    problems: [t('The settings of Stackpin have to be an object, not {0}. They are ignored.', shown(value))],
  };
}

/** What no setting can say, where nobody says it. */
const NO_OTHERS: Omit<InitializationOptions, keyof SettingsReading> = {
  asOf: undefined,
  bundledCatalog: undefined,
  catalogUpdates: undefined,
  updatedCatalog: undefined,
};

/** Reads `initializationOptions`: the settings, either directly or under `stackpin`, and what no setting can say. */
export function readInitializationOptions(value: unknown): InitializationOptions {
  const options = isValues(value) && Object.hasOwn(value, 'stackpin') ? value.stackpin : value;
  if (!isValues(options)) return { ...readSettings(options), ...NO_OTHERS };
  const { settings, problems } = read(options, new Set([...OF_THE_CLIENT, ...Object.keys(NO_OTHERS)]));
  const complaints = [...problems];
  const asOf = readDay(options.asOf, complaints);
  const bundledCatalog = readAddress('bundledCatalog', options.bundledCatalog, complaints);
  const catalogUpdates = readAddress('catalogUpdates', options.catalogUpdates, complaints);
  const updatedCatalog = readCatalogText(options.updatedCatalog, complaints);
  return { settings, problems: complaints, asOf, bundledCatalog, catalogUpdates, updatedCatalog };
}

function readDay(value: unknown, problems: string[]): string | undefined {
  if (value === undefined || value === null) return undefined;
  if (typeof value === 'string' && isIsoDate(value)) return value;
  problems.push(t('{0} has to be a day like {1}, not {2}. Today is used.', 'asOf', '2026-01-31', shown(value)));
  return undefined;
}

function readAddress(name: string, value: unknown, problems: string[]): string | undefined {
  if (value === undefined || value === null) return undefined;
  if (typeof value === 'string' && value.trim() !== '') return value;
  problems.push(t('{0} has to be the address of a file, not {1}. It is ignored.', name, shown(value)));
  return undefined;
}

function readCatalogText(value: unknown, problems: string[]): string | undefined {
  if (value === undefined || value === null) return undefined;
  if (typeof value === 'string') return value;
  problems.push(t('{0} has to be the text of a catalog, not {1}. It is ignored.', 'updatedCatalog', shown(value)));
  return undefined;
}

/** What `workspace/didChangeConfiguration` carries for us: the section `stackpin`, or nothing. */
export function sectionOf(settings: unknown): unknown {
  return isValues(settings) ? settings.stackpin : undefined;
}
