/** What is wrong with a user's own catalog, as LSP diagnostics at exact ranges. */
import { type Diagnostic, DiagnosticSeverity } from 'vscode-languageserver-types';
import type { LocatedPlace } from '../../catalog/lint/lintReadings.ts';
import { SOURCE } from '../diagnostics.ts';
import { type ClientTraits, toRange } from '../document.ts';
import type { CheckedCatalog } from './checkedCatalog.ts';

const DOCS = 'https://github.com/stackpin/stackpin/blob/main/docs/catalog-format.md';

/** All problems of a catalog, in order of position. */
export function catalogDiagnostics(checked: CheckedCatalog, traits: ClientTraits['diagnostics']): Diagnostic[] {
  const { lines, problems } = checked;
  return problems.map(({ code, severity, range, message, related }) => {
    const diagnostic: Diagnostic = {
      range: toRange(lines, range),
      severity: severity === 'error' ? DiagnosticSeverity.Error : DiagnosticSeverity.Warning,
      code,
      source: SOURCE,
      message,
    };
    if (traits.codeDescription) diagnostic.codeDescription = { href: `${DOCS}#${code}` };
    if (traits.relatedInformation && related.length > 0) {
      diagnostic.relatedInformation = related.map((place) => relatedPlace(place, checked));
    }
    return diagnostic;
  });
}

function relatedPlace({ file, range, message }: LocatedPlace, { uri, lines, files }: CheckedCatalog) {
  const other = files[file];
  // Places in this file are by far the most; its lines are counted already.
  if (other === undefined || other.uri === uri) return { location: { uri, range: toRange(lines, range) }, message };
  const location = { uri: other.uri, range: toRange(other.reading.document.source, range) };
  return { location, message };
}
