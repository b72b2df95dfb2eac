/** Which findings a client asks about when it asks for code actions. */
import type { Diagnostic, Position, Range } from 'vscode-languageserver-types';
import type { Finding } from '../analysis/finding.ts';
import { SOURCE, toDiagnostics } from './diagnostics.ts';
import { type CheckedDocument, type ClientTraits, toRange } from './document.ts';

/**
 * The diagnostics that a question for code actions is about: those that the client names. Where none of them holds, its own are
 * older than the text, or it was told of none yet; then it is about what stands in the range that it asks for.
 * @param range as the client has it now
 */
export function diagnosticsAsked(
  checked: CheckedDocument,
  range: Range,
  named: readonly Diagnostic[],
  traits: ClientTraits['diagnostics'],
): readonly Diagnostic[] {
  if (named.some((one) => findingOf(checked, one) !== undefined)) return named;
  return toDiagnostics(checked, traits).filter((one) => touches(one.range, range));
}

/**
 * The finding that a diagnostic is about: the one of its code that stands where its data says, if that was made from this version,
 * or where the client has it. Of several, the one with the same fix.
 */
export function findingOf(checked: CheckedDocument, diagnostic: Diagnostic): Finding | undefined {
  if (diagnostic.source !== SOURCE) return undefined;
  const data = isRecord(diagnostic.data) ? diagnostic.data : {};
  const alike = checked.analysis.findings.filter(({ code }) => code === diagnostic.code);
  const ofData = data.version === checked.version ? alike.filter(({ range }) => isWithin(range, data.range)) : [];
  const standing =
    ofData.length > 0
      ? ofData
      : alike.filter(({ range }) => isSameRange(toRange(checked.lines, range), diagnostic.range));
  return standing.find(({ fix }) => fix !== undefined && isWithin(fix, data.fix)) ?? standing[0];
}

/** Whether a value has come back. Clients keep no order of keys, and may add some. */
function isWithin(ours: unknown, theirs: unknown): boolean {
  if (!isRecord(ours) || !isRecord(theirs)) return ours === theirs;
  return Object.entries(ours).every(([key, value]) => isWithin(value, theirs[key]));
}

function isRecord(value: unknown): value is { readonly [key: string]: unknown } {
  return typeof value === 'object' && value !== null;
}

function isSameRange(a: Range, b: Range): boolean {
  return isSamePosition(a.start, b.start) && isSamePosition(a.end, b.end);
}

function isSamePosition(a: Position, b: Position): boolean {
  return a.line === b.line && a.character === b.character;
}

/** Whether two ranges have a position in common, be it an end. */
function touches(a: Range, b: Range): boolean {
  return !isBefore(a.end, b.start) && !isBefore(b.end, a.start);
}

function isBefore(a: Position, b: Position): boolean {
  return a.line < b.line || (a.line === b.line && a.character < b.character);
}
