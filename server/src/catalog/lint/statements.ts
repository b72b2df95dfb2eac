/** Walks over everything that somebody has to answer for. */
import { t } from '@vscode/l10n';
import type { Statement, UserComponent } from '../model.ts';
import type { Path } from '../read.ts';
import type { Subject, Told } from './subject.ts';

const SINGLES = ['versions', 'retirement', 'supportPolicy', 'upgrade', 'series'] as const;
const LISTS = ['compatibility', 'requires', 'conflicts', 'carries', 'skew', 'removals', 'charts'] as const;

export interface PlacedStatement {
  /** Where it stands in the component. */
  readonly path: Path;
  readonly statement: Statement;
}

/** All statements of a component, withdrawn versions and the table of versions among them. */
export function statementsOf(component: UserComponent): PlacedStatement[] {
  const found: PlacedStatement[] = [];
  for (const key of SINGLES) {
    const statement = component[key];
    if (statement !== undefined) found.push({ path: [key], statement });
  }
  for (const key of LISTS) {
    (component[key] ?? []).forEach((statement, index) => {
      found.push({ path: [key, index], statement });
    });
  }
  (component.versions?.lines ?? []).forEach(({ withdrawn = [] }, line) => {
    withdrawn.forEach((statement, index) => {
      found.push({ path: ['versions', 'lines', line, 'withdrawn', index], statement });
    });
  });
  return found;
}

/** A rule of the house for the bundled catalog: everybody can look the source up. */
export function checkPublicSources({ written }: Subject): Told[] {
  const places = statementsOf(written).map(({ path, statement: { source } }) => ({
    path: [...path, 'source'],
    source,
  }));
  (written.versions?.lines ?? []).forEach(({ source }, index) => {
    if (source !== undefined) places.push({ path: ['versions', 'lines', index, 'source'], source });
  });
  return places
    .filter(({ source }) => !/^https:\/\/[^\s.]+\.\S+$/.test(source))
    .map(({ path, source }): Told => {
      const message = t('"{0}" is no https address. Write the page that says so.', source);
      return { code: 'bad-source', severity: 'error', path, message };
    });
}
