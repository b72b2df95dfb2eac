/** Findings as LSP diagnostics. */
import { type Diagnostic, DiagnosticSeverity, DiagnosticTag, type Location } from 'vscode-languageserver-types';
import { addressOf } from '../analysis/codes.ts';
import type { Code, FixData, Related, Severity } from '../analysis/finding.ts';
import type { LineIndex } from '../manifest/lines.ts';
import type { OffsetRange } from '../manifest/tree.ts';
import { type CheckedDocument, type ClientTraits, toRange } from './document.ts';

/** Shown before every message, and tells our diagnostics from others. */
export const SOURCE = 'stackpin';

/** Travels with a diagnostic, so that its finding is known again when fixes are asked for; plain JSON. */
export interface DiagnosticData {
  readonly code: Code;
  /** Version of the document that `range` is about. */
  readonly version: number;
  readonly range: OffsetRange;
  readonly fix: FixData;
}

const SEVERITIES: { readonly [severity in Severity]: DiagnosticSeverity } = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  information: DiagnosticSeverity.Information,
  hint: DiagnosticSeverity.Hint,
};

const TAGS = { unnecessary: DiagnosticTag.Unnecessary, deprecated: DiagnosticTag.Deprecated } as const;

/**
 * All findings of a document, in order of position.
 * @param traits decides which optional parts a diagnostic has
 */
export function toDiagnostics(checked: CheckedDocument, traits: ClientTraits['diagnostics']): Diagnostic[] {
  const { uri, version, lines, analysis } = checked;
  return analysis.findings.map((finding) => {
    const { code, severity, range, message, related, fix } = finding;
    const tags = finding.tags.map((tag) => TAGS[tag]).filter((tag) => traits.tags.includes(tag));
    const diagnostic: Diagnostic = {
      range: toRange(lines, range),
      severity: SEVERITIES[severity],
      code,
      source: SOURCE,
      message,
    };
    if (traits.codeDescription) diagnostic.codeDescription = { href: addressOf(finding) };
    if (tags.length > 0) diagnostic.tags = tags;
    if (traits.relatedInformation && related.length > 0) {
      diagnostic.relatedInformation = related.map((place) => ({
        location: locationOf(place, uri, lines),
        message: place.message,
      }));
    }
    if (traits.data && fix !== undefined) {
      diagnostic.data = { code, version, range, fix } satisfies DiagnosticData;
    }
    return diagnostic;
  });
}

/** In the file that was checked, or in a base of it. */
function locationOf({ layer, range }: Related, uri: string, lines: LineIndex): Location {
  if (layer === undefined) return { uri, range: toRange(lines, range) };
  return { uri: layer.uri, range: toRange(layer.manifest.document.source, range) };
}
