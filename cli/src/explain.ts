/** `stackpin explain`: why something is found in one manifest, step by step, with who says so. */
import { t } from '@vscode/l10n';
import { judgedBy } from '../../server/src/features/plan/planWords.ts';
import { explain as explained } from '../../server/src/resolve/explain/explain.ts';
import { findingsFor } from '../../server/src/resolve/explain/select.ts';
import { list, sentences } from '../../server/src/words.ts';
import { complain } from './complain.ts';
import { displayName } from './files/find.ts';
import type { Host } from './host.ts';
import { type LoadedFile, type LoadOptions, loadOne } from './oneFile.ts';
import { printable, wordsOf, wrapped } from './report/columns.ts';
import { explanationReport } from './report/explanation.ts';
import { STATUS, type Status } from './status.ts';

/**
 * Runs the command.
 * @param path the manifest; `-` is standard input
 * @param wanted a code or a pin; undefined is every error and warning about versions
 */
export async function explain(
  path: string,
  wanted: string | undefined,
  options: LoadOptions,
  host: Host,
): Promise<Status> {
  const loaded = await loadOne(path, options, host);
  if ('problems' in loaded) return complain(loaded.problems, host);
  const { analysis, name, catalog } = loaded;
  const selection = findingsFor(analysis, wanted);
  if (selection.kind === 'unknown') return complain([unknown(wanted ?? '', name, selection.near)], host);
  if (selection.findings.length === 0) {
    await host.write(`${nothing(loaded, wanted)}\n`);
    return STATUS.good;
  }
  const file = {
    path: name,
    text: analysis.file.text,
    stacks: analysis.stacks.length,
    explanations: selection.findings.map((finding) => explained(analysis, finding)),
  };
  const { colour, columns } = host.output;
  const report = explanationReport(file, (one) => displayName(one, host), { colour, columns });
  const basis = judgedBy({ asOf: analysis.context.date }, { ...catalog.metadata, extras: [] });
  await host.write(`${report}\n${wrapped(wordsOf(basis), columns, '  ')}\n`);
  return STATUS.good;
}

function unknown(wanted: string, name: string, near: readonly string[]): string {
  const advice =
    near.length === 0
      ? t('Name one of its pins, or a code such as {0}.', 'unsatisfiable')
      : t('Did you mean {0}?', list(near.slice(0, 3), 'or'));
  return sentences(t('"{0}" is neither a code nor a pin of {1}.', printable(wanted), name), advice);
}

/** There is nothing to explain, and what there is besides. */
function nothing({ analysis, name }: LoadedFile, wanted: string | undefined): string {
  const nothing =
    wanted === undefined
      ? t('{0}: nothing to explain, there is no error or warning about versions.', name)
      : t('{0}: nothing to explain, there is nothing found for {1}.', name, wanted);
  const others = analysis.findings.filter(({ severity }) => severity === 'error' || severity === 'warning').length;
  return others === 0 ? nothing : sentences(nothing, t('What else is found: {0}', `stackpin check ${name}`));
}
