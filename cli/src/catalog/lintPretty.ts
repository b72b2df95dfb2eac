/** The report of the lint for people. */
import { t } from '@vscode/l10n';
import { pathText } from '../../../server/src/catalog/lint/problem.ts';
import { lineIndex } from '../../../server/src/manifest/lines.ts';
import { enumeration } from '../../../server/src/words.ts';
import type { Output } from '../host.ts';
import { findingBlock, type Note, note, type Style, styleOf } from '../report/block.ts';
import { printable, wordsOf, wrapped } from '../report/columns.ts';
import { counted } from '../report/numbers.ts';
import { type LintedFile, type LintResult, summarise } from './lintResult.ts';

/** Writes a result for a terminal or a log. */
export function lintPretty(result: LintResult, output: Pick<Output, 'colour' | 'columns'>): string {
  const style = styleOf(output);
  const { files } = result;
  const indexes = files.map(({ text }) => lineIndex(text));
  const blocks = files.flatMap((file, index) =>
    file.problems.map(({ range, severity, code, message, path, related }) => {
      const notes: Note[] = path.length === 0 ? [] : [note('at', pathText(path))];
      for (const place of related) {
        const position = indexes[place.file]?.positionAt(place.range.start);
        const at = position === undefined ? '' : `:${position.line + 1}:${position.character + 1}`;
        notes.push(note('see', `${files[place.file]?.name ?? ''}${at}: ${place.message}`));
      }
      const lines = indexes[index] ?? lineIndex(file.text);
      return `${findingBlock({ path: file.name, lines, range, severity, code, message, notes }, style)}\n\n`;
    }),
  );
  const read = files.map((file) => `${fileLine(file, style)}\n`);
  return `${blocks.join('')}${read.join('')}\n${figures(result, style)}\n`;
}

function fileLine({ name, reading }: LintedFile, { colours, columns }: Style): string {
  const { metadata, components } = reading.readable;
  const lines = components.flatMap(({ versions }) => versions?.lines ?? []);
  const versions = lines.reduce((sum, line) => sum + line.versions.length, 0);
  const rules = components.reduce((sum, { compatibility = [] }) => sum + compatibility.length, 0);
  const holds = t(
    'catalog {0}: {1}, {2}, {3}',
    printable(metadata.name),
    counted(components.length, 'component'),
    counted(versions, 'version'),
    counted(rules, 'compatibility rule'),
  );
  const path = printable(name);
  const line = wrapped([`${path}:`, ...wordsOf(holds)], columns, '  ');
  return colours.bold(path) + line.slice(path.length);
}

function figures(result: LintResult, { colours, columns, of }: Style): string {
  const { files, errors, warnings } = summarise(result);
  const found = [
    ...(errors === 0 ? [] : [of.error(counted(errors, 'error'))]),
    ...(warnings === 0 ? [] : [of.warning(counted(warnings, 'warning'))]),
  ];
  const { version, updated } = result.catalog;
  const over = wrapped(wordsOf(t('over the bundled catalog {0} ({1})', version, updated)), columns, '  ');
  const all = found.length === 0 ? colours.green(t('nothing found')) : enumeration(found);
  return `${t('{0}: {1}', counted(files, 'file'), all)}\n${over}`;
}
