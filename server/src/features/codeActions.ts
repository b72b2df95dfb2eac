/** Quick fixes: from the data of the client's diagnostics to edits of the document. */
import {
  type CodeAction,
  type CodeActionContext,
  CodeActionKind,
  type Diagnostic,
  type Range,
  type TextEdit,
  type WorkspaceEdit,
} from 'vscode-languageserver-types';
import { acknowledgingFix } from '../analysis/acknowledgingFix.ts';
import { CODES, type Finding, type Fix } from '../analysis/finding.ts';
import { fixesFor } from '../resolve/fix/fixesFor.ts';
import { fixing } from '../resolve/fix/fixing.ts';
import { type DiagnosticData, SOURCE } from './diagnostics.ts';
import { type CheckedDocument, type ClientTraits, toRange } from './document.ts';

type Fixable = Pick<Finding, 'code' | 'range' | 'fix'>;

/**
 * The quick fixes for the diagnostics that the client names, best first for each. Equal edits for several diagnostics
 * become one action. Empty when the client asks for other kinds.
 */
export function codeActions(
  checked: CheckedDocument,
  context: CodeActionContext,
  traits: ClientTraits['codeActions'],
): CodeAction[] {
  if (!asksFor(CodeActionKind.QuickFix, context.only)) return [];
  const actions = new Map<string, CodeAction & { diagnostics: Diagnostic[] }>();
  const add = (fix: Fix, diagnostic: Diagnostic): void => {
    const edits = editsOf(checked, fix);
    const key = JSON.stringify(edits);
    const known = actions.get(key);
    if (known === undefined) actions.set(key, actionOf(checked, fix, edits, diagnostic, traits));
    else {
      known.diagnostics.push(diagnostic);
      if (fix.preferred) known.isPreferred = true;
    }
  };
  const fixables = context.diagnostics.flatMap((diagnostic) => {
    const fixable = findingOf(checked, diagnostic);
    return fixable === undefined ? [] : [{ diagnostic, fixable }];
  });
  const made = fixing(checked.analysis);
  for (const { diagnostic, fixable } of fixables) {
    for (const fix of fixesFor(made, fixable)) add(fix, diagnostic);
  }
  // What mends comes before what accepts.
  for (const { diagnostic, fixable } of fixables) {
    const fix = acknowledgingFix(checked.analysis, fixable);
    if (fix !== undefined) add(fix, diagnostic);
  }
  return [...actions.values()];
}

function isSameFixable(a: Fixable, b: Fixable): boolean {
  const same = a.code === b.code && a.range.start === b.range.start && a.range.end === b.range.end;
  return same && JSON.stringify(a.fix) === JSON.stringify(b.fix);
}

/** Kinds are paths: a client that asks for `quickfix` wants `quickfix.x` too, and the empty kind stands for all. */
function asksFor(kind: CodeActionKind, only: readonly CodeActionKind[] | undefined): boolean {
  return only === undefined || only.some((wanted) => wanted === '' || kind === wanted || kind.startsWith(`${wanted}.`));
}

/**
 * What a diagnostic is about. Its own data counts as long as the document is the one it was made from; otherwise, or
 * when the client dropped the data, the finding that stands at its place now.
 */
function findingOf(checked: CheckedDocument, diagnostic: Diagnostic): Finding | undefined {
  if (diagnostic.source !== SOURCE) return undefined;
  const { data } = diagnostic;
  if (isDiagnosticData(data) && data.version === checked.version)
    return checked.analysis.findings.find((one) => isSameFixable(one, data));
  return checked.analysis.findings.find(
    ({ code, range }) => code === diagnostic.code && isSameRange(toRange(checked.lines, range), diagnostic.range),
  );
}

function isSameRange(a: Range, b: Range): boolean {
  return (
    a.start.line === b.start.line &&
    a.start.character === b.start.character &&
    a.end.line === b.end.line &&
    a.end.character === b.end.character
  );
}

function isRecord(value: unknown): value is { readonly [key: string]: unknown } {
  return typeof value === 'object' && value !== null;
}

/** Data comes back through the client: its shape is checked before it is used. */
function isDiagnosticData(data: unknown): data is DiagnosticData {
  if (!isRecord(data) || !isRecord(data.range) || !isRecord(data.fix)) return false;
  const { code, version, range, fix } = data;
  if (!CODES.some((one) => one === code) || typeof version !== 'number') return false;
  if (typeof range.start !== 'number' || typeof range.end !== 'number') return false;
  if (fix.kind === 'replace') {
    return (
      Array.isArray(fix.choices) &&
      fix.choices.every((one) => isRecord(one) && typeof one.title === 'string' && typeof one.newText === 'string')
    );
  }
  if (fix.kind === 'changes') return Array.isArray(fix.choices) && fix.choices.every(isChoice);
  return (
    fix.kind === 'pins' &&
    typeof fix.goal === 'string' &&
    Array.isArray(fix.pins) &&
    fix.pins.every((one) => isRecord(one) && typeof one.document === 'number' && typeof one.instance === 'string')
  );
}

function isChoice(choice: unknown): boolean {
  if (!isRecord(choice) || typeof choice.title !== 'string' || !Array.isArray(choice.changes)) return false;
  return choice.changes.every(
    (one) =>
      isRecord(one) &&
      typeof one.newText === 'string' &&
      isRecord(one.range) &&
      typeof one.range.start === 'number' &&
      typeof one.range.end === 'number',
  );
}

function editsOf({ lines }: CheckedDocument, fix: Fix): TextEdit[] {
  return fix.changes.map(({ range, newText }) => ({ range: toRange(lines, range), newText }));
}

function actionOf(
  { uri, version }: CheckedDocument,
  { title, preferred }: Fix,
  edits: TextEdit[],
  diagnostic: Diagnostic,
  { documentChanges }: ClientTraits['codeActions'],
): CodeAction & { diagnostics: Diagnostic[] } {
  const edit: WorkspaceEdit = documentChanges
    ? { documentChanges: [{ textDocument: { uri, version }, edits }] }
    : { changes: { [uri]: edits } };
  return {
    title,
    kind: CodeActionKind.QuickFix,
    diagnostics: [diagnostic],
    ...(preferred ? { isPreferred: true } : {}),
    edit,
  };
}
