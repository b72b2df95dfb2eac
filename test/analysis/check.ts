/** Checks a text against the fixture catalog as of a fixed day. */
import { readFileSync } from 'node:fs';
import type { Analysis, SeveritySettings } from '../../server/src/analysis/analysis.ts';
import { analyze } from '../../server/src/analysis/analyze.ts';
import type { Finding } from '../../server/src/analysis/finding.ts';
import { once } from '../../server/src/analysis/once.ts';
import { emptyCatalog } from '../../server/src/catalog/loader.ts';
import type { Catalog, UserCatalog } from '../../server/src/catalog/model.ts';
import { overlayCatalogs } from '../../server/src/catalog/overlay.ts';
import { readCatalog } from '../../server/src/catalog/read.ts';
import { parseYaml } from '../../server/src/manifest/parse.ts';
import { fixesFor } from '../../server/src/resolve/fix/fixesFor.ts';
import { fixing } from '../../server/src/resolve/fix/fixing.ts';

/** The day as of which these tests check. */
export const TODAY = '2026-11-24';

/** The catalog of fixture.catalog.yaml; it never changes. */
export const fixtureCatalog = once((): Catalog => {
  const { catalog, problems } = readCatalog(readFileSync(new URL('fixture.catalog.yaml', import.meta.url), 'utf8'));
  if (catalog === undefined || problems.length > 0) throw new Error(JSON.stringify(problems));
  return catalogOf(catalog);
});

/** A catalog over nothing. */
export function catalogOf(catalog: UserCatalog): Catalog {
  return overlayCatalogs(emptyCatalog({ name: 'fixture', version: '1.0.0', updated: '2026-11-01' }), [catalog]);
}

const HEAD = 'apiVersion: stackpin/v1\nkind: Stack\n';

/** Checks a manifest; the two lines that every manifest begins with are put before `body`. */
export function check(body: string, severities: SeveritySettings = {}): Analysis {
  return analyze(parseYaml(HEAD + body), { catalog: fixtureCatalog(), date: TODAY, severities });
}

/** One finding in a line: code, the text it stands at, message. */
export function told(analysis: Analysis): string[] {
  return analysis.findings.map((finding) => `${finding.code} [${textAt(analysis, finding)}] ${finding.message}`);
}

function textAt(analysis: Analysis, { range }: Pick<Finding, 'range'>): string {
  return analysis.file.text.slice(range.start, range.end);
}

/** Applies the fix of the given title to the finding of a code; gives the titles there are and the whole text afterwards. */
export function fixed(analysis: Analysis, code: string, title?: string): { titles: string[]; text: string } {
  const finding = analysis.findings.find((one) => one.code === code);
  if (finding === undefined) throw new Error(`No finding ${code} among: ${told(analysis).join(' | ')}`);
  const fixes = fixesFor(fixing(analysis), finding);
  const chosen = title === undefined ? fixes[0] : fixes.find((fix) => fix.title === title);
  let { text } = analysis.file;
  for (const { range, newText } of [...(chosen?.changes ?? [])].sort((a, b) => b.range.start - a.range.start)) {
    text = text.slice(0, range.start) + newText + text.slice(range.end);
  }
  return { titles: fixes.map((fix) => fix.title), text: text.slice(HEAD.length) };
}
