/** Other versions that a repository's own files have of what a manifest pins: as diagnostics on the pins, with fixes. */
import { t } from '@vscode/l10n';
import {
  type CodeAction,
  type CodeActionContext,
  CodeActionKind,
  type Diagnostic,
  DiagnosticSeverity,
  type Range,
} from 'vscode-languageserver-types';
import { names } from '../../adopt/compare.ts';
import { type Recognised, recognise } from '../../adopt/recognise.ts';
import type { Reading } from '../../adopt/sighting.ts';
import type { ResolvedPin } from '../../analysis/analysis.ts';
import { isInherited, nameOfPin } from '../../analysis/texts.ts';
import type { Catalog } from '../../catalog/model.ts';
import { rangeOf } from '../../manifest/tree.ts';
import { placesOf } from '../../resolve/fix/places.ts';
import { list } from '../../words.ts';
import { asksFor } from '../actionKinds.ts';
import { checkedFixing } from '../checkedFixing.ts';
import { SOURCE } from '../diagnostics.ts';
import { type CheckedDocument, type ClientTraits, toRange } from '../document.ts';
import { workspaceEdit } from '../workspaceEdit.ts';

/** The code of these diagnostics. They are of the editor alone, so it is none of those that a check finds. */
export const DRIFT = 'drift';

const PAGE = 'https://github.com/stackpin/stackpin/blob/main/docs/import.md#in-the-editor';

/** A file that says something of versions. */
export interface SourceFile {
  readonly uri: string;
  /** As it is shown to people. */
  readonly path: string;
  readonly reading: Reading;
}

export interface DriftSources {
  readonly files: readonly SourceFile[];
}

export interface DriftAnswers {
  readonly diagnostics: readonly Diagnostic[];
  /** Quick fixes for those that stand in a range. */
  actions(range: Range, context: CodeActionContext): CodeAction[];
}

/** A version that files have, and a pin has not. */
interface Drift {
  readonly document: number;
  readonly pin: ResolvedPin;
  readonly version: string;
  /** At least one. */
  readonly places: readonly Recognised[];
}

const recognised = new WeakMap<DriftSources, WeakMap<Catalog, readonly Recognised[]>>();

/** Makes them for one state of a manifest and of the files. */
export function driftAnswers(checked: CheckedDocument, sources: DriftSources, traits: ClientTraits): DriftAnswers {
  const uris = new Map(sources.files.map(({ path, uri }) => [path, uri]));
  const told = driftsIn(checked, sources).map((drift) => ({
    drift,
    diagnostic: diagnosticOf(drift, checked, uris, traits.diagnostics),
  }));
  return {
    diagnostics: told.map(({ diagnostic }) => diagnostic),
    actions: (range, { only }) =>
      only !== undefined && !asksFor(CodeActionKind.QuickFix, only)
        ? []
        : told
            .filter(({ diagnostic }) => touches(diagnostic.range, range))
            .flatMap(({ drift, diagnostic }) => actionOf(drift, diagnostic, checked, traits.codeActions) ?? []),
  };
}

function driftsIn({ analysis }: CheckedDocument, sources: DriftSources): readonly Drift[] {
  return analysis.manifests.flatMap(({ document: { index } }) => {
    const stacks = analysis.stacks.filter(({ document }) => document === index);
    const catalog = analysis.context.documents?.get(index)?.catalog ?? analysis.context.catalog;
    // A version that any environment pins is one that somebody knows of.
    const pins = new Map<string, ResolvedPin[]>();
    for (const pin of stacks.flatMap((stack) => stack.pins))
      if (pin.component !== undefined) pins.set(pin.component.id, [...(pins.get(pin.component.id) ?? []), pin]);
    const drifts = new Map<string, { pin: ResolvedPin; version: string; places: Recognised[] }>();
    for (const place of foundIn(sources, catalog)) {
      const own = pins.get(place.component) ?? [];
      const isPinned = own.some(
        ({ entry, component }) => component !== undefined && names(component, entry.version?.text ?? '', place.version),
      );
      // What a base pins is told in the base.
      const pin = own.find((one) => !isInherited(one) && one.entry.version !== undefined);
      if (isPinned || pin === undefined) continue;
      const key = `${place.component}\n${place.version}`;
      const known = drifts.get(key) ?? { pin, version: place.version, places: [] };
      drifts.set(key, known);
      known.places.push(place);
    }
    return [...drifts.values()].map((drift) => ({ document: index, ...drift }));
  });
}

/** What the files say, by a catalog. To find charts all of it is decoded, so it is kept. */
function foundIn(sources: DriftSources, catalog: Catalog): readonly Recognised[] {
  const kept = recognised.get(sources) ?? new WeakMap<Catalog, readonly Recognised[]>();
  recognised.set(sources, kept);
  const found =
    kept.get(catalog) ??
    recognise(
      sources.files.map(({ reading }) => reading),
      catalog,
    ).found;
  kept.set(catalog, found);
  return found;
}

function diagnosticOf(
  { pin, version, places }: Drift,
  { lines }: CheckedDocument,
  uris: ReadonlyMap<string, string>,
  traits: ClientTraits['diagnostics'],
): Diagnostic {
  const { version: node } = pin.entry;
  const where = places.map(({ path, line }) => `${path}:${line}`);
  const [first = '', ...others] = where;
  const name = nameOfPin(pin);
  const message =
    others.length === 0
      ? t('{0} has another version of this: {1}. The pin is {2}.', first, version, name)
      : t('{0} and {1} more have another version of this: {2}. The pin is {3}.', first, others.length, version, name);
  const diagnostic: Diagnostic = {
    range: toRange(lines, node === undefined ? rangeOf(pin.entry.key) : rangeOf(node)),
    severity: DiagnosticSeverity.Information,
    code: DRIFT,
    source: SOURCE,
    message,
  };
  if (traits.codeDescription) diagnostic.codeDescription = { href: PAGE };
  if (traits.relatedInformation) {
    diagnostic.relatedInformation = places.flatMap(({ path, line, component }) => {
      const uri = uris.get(path);
      if (uri === undefined) return [];
      const start = { line: line - 1, character: 0 };
      return [{ location: { uri, range: { start, end: start } }, message: t('{0} is {1} here.', component, version) }];
    });
  }
  return diagnostic;
}

/** The fix, which was tried: what would come of it stands in its title. */
function actionOf(
  { document, pin, version, places }: Drift,
  diagnostic: Diagnostic,
  checked: CheckedDocument,
  traits: ClientTraits['codeActions'],
): CodeAction | undefined {
  const manifest = checked.analysis.manifests.find((one) => one.document.index === document);
  const [place] = manifest === undefined || pin.entry.locked ? [] : placesOf(pin, manifest);
  const [source] = places;
  if (place === undefined || source === undefined) return undefined;
  const edits = [{ kind: place, pin, to: version }];
  const { trials } = checkedFixing(checked);
  const tried = trials.outcome(document, edits);
  const made = tried.kind === 'worse' ? trials.attempt(document, edits, () => true) : tried;
  if (made === undefined || !('changes' in made)) return undefined;
  const { instance } = pin.entry;
  const title =
    tried.kind === 'worse'
      ? t(
          'Set {0} to {1}, as {2} has it: brings {3}',
          instance,
          version,
          source.path,
          list([...new Set(tried.came.map(({ code }) => code))]),
        )
      : t('Set {0} to {1}, as {2} has it', instance, version, source.path);
  return {
    title,
    kind: CodeActionKind.QuickFix,
    diagnostics: [diagnostic],
    edit: workspaceEdit(checked, made.changes, traits),
  };
}

function touches(a: Range, b: Range): boolean {
  return !isBefore(a.end, b.start) && !isBefore(b.end, a.start);
}

function isBefore(a: Range['start'], b: Range['start']): boolean {
  return a.line < b.line || (a.line === b.line && a.character < b.character);
}
