/** What options let one choose. Apart from the commands, which are loaded when they are run. */

export const FORMATS = ['pretty', 'json', 'sarif', 'github', 'gitlab', 'junit'] as const;
export type Format = (typeof FORMATS)[number];

export const PLAN_FORMATS = ['pretty', 'markdown', 'json'] as const;
export type PlanFormat = (typeof PLAN_FORMATS)[number];

export const DIFF_FORMATS = ['pretty', 'markdown', 'json'] as const;
export type DiffFormat = (typeof DIFF_FORMATS)[number];

export const VERSIONS_FORMATS = ['pretty', 'json'] as const;
export type VersionsFormat = (typeof VERSIONS_FORMATS)[number];

export const CATALOG_FORMATS = ['pretty', 'json'] as const;
export type CatalogFormat = (typeof CATALOG_FORMATS)[number];

/** The least severity that makes a check fail; `never` is below none. */
export const FLOORS = ['error', 'warning', 'information', 'never'] as const;
export type Floor = (typeof FLOORS)[number];

/** The same for problems of a catalog. */
export const LINT_FLOORS = ['error', 'warning', 'never'] as const;
export type LintFloor = (typeof LINT_FLOORS)[number];
