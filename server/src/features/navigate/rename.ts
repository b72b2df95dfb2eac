/** Rename: of a pin that has a name of its own, wherever it is written, and of an anchor with its aliases. */
import { t } from '@vscode/l10n';
import type { Position, Range } from 'vscode-languageserver-types';
import { contextOf } from '../../analysis/ownCatalogs.ts';
import type { Catalog } from '../../catalog/model.ts';
import type { CheckedDocument } from '../document.ts';
import { fileName } from '../fileName.ts';
import { prepareAnchor, type Renamable, renameAnchor } from './anchorRename.ts';
import { family, type LinkedFiles, type LinkedStack, linkStacks, pinsNamed } from './linkedFiles.ts';
import { type FileEdit, nameEdits } from './nameEdits.ts';
import { checkName, nameAsTyped } from './newNames.ts';
import { rangeKey } from './places.ts';
import { type Occurrence, occurrencesOfInstance, pinsOf } from './references.ts';
import { Refused } from './refused.ts';
import { type SymbolAt, symbolAt } from './symbolAt.ts';

/**
 * What would be renamed at a position.
 * @throws Refused when nothing there can be
 */
export function prepareRename(checked: CheckedDocument, files: LinkedFiles, position: Position): Renamable {
  const { analysis, lines } = checked;
  const anchor = prepareAnchor(analysis.file.documents, checked, lines.offsetAt(position));
  if (anchor !== undefined) return anchor;
  const { place } = pinNamedAt(checked, files, position).symbol;
  return { range: place.range, placeholder: place.text };
}

/**
 * The edits of all files that rename what stands at a position; none where the name stays.
 * @throws Refused when it cannot be renamed, or not to this
 */
export function rename(
  checked: CheckedDocument,
  files: LinkedFiles,
  position: Position,
  typed: string,
): readonly FileEdit[] {
  const { analysis, lines } = checked;
  const anchor = renameAnchor(analysis.file.documents, checked, lines.offsetAt(position), typed);
  if (anchor !== undefined) return anchor;
  const { symbol, stacks, catalog } = pinNamedAt(checked, files, position);
  const instance = symbol.place.text;
  const newName = nameAsTyped(typed);
  if (newName === instance) return [];
  checkName(newName, instance, stacks, catalog);
  const occurrences = stacks.flatMap((stack) => occurrencesOfInstance(instance, stack));
  checkWritten(occurrences);
  return nameEdits(occurrences, newName);
}

interface NamedPin {
  readonly symbol: SymbolAt;
  /** All in which the name means this pin. */
  readonly stacks: readonly LinkedStack[];
  readonly catalog: Catalog;
}

/** The pin at a position, if its name is its own. */
function pinNamedAt({ uri, analysis }: CheckedDocument, files: LinkedFiles, position: Position): NamedPin {
  const file = files.files.find((one) => one.uri === uri);
  const symbol = file && symbolAt(file.stacks, position);
  const start = linkStacks(files).find(({ names }) => names === symbol?.names);
  if (symbol === undefined || start === undefined || (symbol.kind !== 'pin' && symbol.kind !== 'mention'))
    throw new Refused(t('Only the names of pins and of anchors can be renamed.'));
  const { text } = symbol.place;
  const { catalog } = contextOf(analysis.context, symbol.names.document);
  if (symbol.kind === 'pin' && symbol.part === 'component')
    throw new Refused(t('"{0}" says which component this is. Rename the key that it stands below.', text));
  if (symbol.kind === 'mention' && !pinsOf(start).some(({ instance }) => instance === text))
    throw new Refused(t('"{0}" is no pin of this stack, but a component. Only names of pins can be renamed.', text));
  const stacks = family(start, text);
  for (const { names, file: other } of stacks) {
    const isCatalogs = pinsNamed(names, text).some(
      ({ componentPlace, removed }) => componentPlace === undefined && !removed && catalog.summary(text) !== undefined,
    );
    if (!isCatalogs) continue;
    throw new Refused(
      other.uri === uri
        ? t(
            '"{0}" is the catalog\'s name of this component. To call the pin something else, write "component: {0}" below its key first.',
            text,
          )
        : t(
            '"{0}" is the catalog\'s name of this component in {1}. To call the pin something else, write "component: {0}" below its key there first.',
            text,
            fileName(other.uri),
          ),
    );
  }
  return { symbol, stacks, catalog };
}

/** An alias is renamed where its anchor stands. */
function checkWritten(occurrences: readonly Occurrence[]): void {
  const written = new Set(
    occurrences.filter(({ place }) => place.style !== 'alias').map(({ place, stack }) => placeKey(stack, place.range)),
  );
  for (const { place, stack } of occurrences) {
    if (place.style !== 'alias' || (place.of !== undefined && written.has(placeKey(stack, place.of)))) continue;
    throw new Refused(
      t(
        'The name in line {0} of {1} is an alias of a text elsewhere. Write the name there in full first.',
        place.range.start.line + 1,
        fileName(stack.file.uri),
      ),
    );
  }
}

function placeKey({ file }: LinkedStack, range: Range): string {
  return `${file.uri} ${rangeKey(range)}`;
}
