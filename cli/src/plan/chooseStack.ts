/** Which of the stacks that a file holds a command is about. */
import { t } from '@vscode/l10n';
import type { EffectiveStack } from '../../../server/src/analysis/analysis.ts';
import { nearTexts } from '../../../server/src/manifest/nearTexts.ts';
import { inQuotes, list, sentences } from '../../../server/src/words.ts';
import type { LoadedFile, Problems } from '../oneFile.ts';
import { printable } from '../report/columns.ts';

export interface Choice {
  /** Position of the document in the file, from 1; undefined where nobody said. */
  readonly document: number | undefined;
  /** Undefined is the stack without an environment. */
  readonly environment: string | undefined;
}

/** Finds the stack, or says how to name one. */
export function chooseStack(file: LoadedFile, { document, environment }: Choice): EffectiveStack | Problems {
  const { stacks } = file.analysis;
  const documents = [...new Set(stacks.map((stack) => stack.document))];
  const [only] = documents;
  if (only === undefined) return noStack(file);
  if (document === undefined && documents.length > 1)
    return problem(
      t(
        '{0} holds {1} stacks: {2}. Say which with {3}.',
        file.name,
        documents.length,
        namesOf(stacks),
        '--document NUMBER',
      ),
    );
  const chosen = document === undefined ? only : document - 1;
  const own = stacks.filter((stack) => stack.document === chosen);
  if (own.length === 0)
    return problem(
      t('{0} has no stack as its document {1}. It holds {2}.', file.name, document ?? '', namesOf(stacks)),
    );
  return inEnvironment(file.name, own, environment);
}

/** @param stacks those of one document */
function inEnvironment(
  file: string,
  stacks: readonly EffectiveStack[],
  environment: string | undefined,
): EffectiveStack | Problems {
  const names = stacks.flatMap((stack) => stack.environment ?? []);
  const found = stacks.find((stack) => stack.environment === (environment ?? null));
  if (environment === undefined && found?.pins.length === 0 && names.length > 0)
    return problem(
      t(
        '{0} pins nothing outside its environments. Say which with {1}: {2}.',
        file,
        '--environment NAME',
        quoted(names),
      ),
    );
  if (found !== undefined) return found;
  const near = nearTexts(environment ?? '', names);
  const advice =
    near.length > 0
      ? t({ message: 'Did you mean {0}?', comment: 'names in quotes', args: [quoted(near, 'or')] })
      : names.length > 0
        ? t('It has {0}.', quoted(names))
        : t('It has none.');
  return problem(sentences(t('{0} has no environment "{1}".', file, environment ?? ''), advice));
}

/**
 * Finds the stack of a target file: that of the same environment where it has one, otherwise the one without.
 * @param start what the plan starts from
 */
export function counterpart(file: LoadedFile, start: EffectiveStack): EffectiveStack | Problems {
  const { stacks } = file.analysis;
  const bare = stacks.filter((stack) => stack.environment === null);
  const [only, ...others] = bare;
  const base = others.length === 0 ? only : bare.find(({ name }) => name !== undefined && name === start.name);
  if (base === undefined) {
    if (only === undefined) return noStack(file);
    const [count, names] = [bare.length, namesOf(stacks)];
    return problem(
      start.name === undefined
        ? t('{0} holds {1} stacks, and none is called by a name like that of the plan: {2}.', file.name, count, names)
        : t(
            '{0} holds {1} stacks, and none is called "{2}" like that of the plan: {3}.',
            file.name,
            count,
            start.name,
            names,
          ),
    );
  }
  const same = stacks.find((one) => one.document === base.document && one.environment === start.environment);
  return same ?? base;
}

/** "1 (payments), 2 and 3 (edge)". */
function namesOf(stacks: readonly EffectiveStack[]): string {
  const bare = stacks.filter(({ environment }) => environment === null);
  return list(
    bare.map(({ document, name }) =>
      name === undefined ? `${document + 1}` : t('{0} ({1})', document + 1, printable(name)),
    ),
  );
}

function quoted(names: readonly string[], word: 'and' | 'or' = 'and'): string {
  return list(
    names.map((name) => inQuotes(printable(name))),
    word,
  );
}

function noStack({ name }: LoadedFile): Problems {
  return problem(t('{0} holds no stack. To see why: {1}', name, `stackpin check ${name}`));
}

function problem(text: string): Problems {
  return { problems: [text] };
}
