/** Which of the stacks that a file holds a command is about. */
import type { EffectiveStack } from '../../../server/src/analysis/analysis.ts';
import { list } from '../../../server/src/analysis/texts.ts';
import { nearTexts } from '../../../server/src/manifest/nearTexts.ts';
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
  if (only === undefined) return problem(`${file.name} holds no stack. To see why: stackpin check ${file.name}`);
  if (document === undefined && documents.length > 1)
    return problem(
      `${file.name} holds ${documents.length} stacks: ${namesOf(stacks)}. Say which with --document NUMBER.`,
    );
  const chosen = document === undefined ? only : document - 1;
  const own = stacks.filter((stack) => stack.document === chosen);
  if (own.length === 0)
    return problem(`${file.name} has no stack as its document ${document}. It holds ${namesOf(stacks)}.`);
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
      `${file} pins nothing outside its environments. Say which with --environment NAME: ${quoted(names)}.`,
    );
  if (found !== undefined) return found;
  const near = nearTexts(environment ?? '', names);
  const advice =
    near.length > 0
      ? `Did you mean ${quoted(near, 'or')}?`
      : names.length > 0
        ? `It has ${quoted(names)}.`
        : 'It has none.';
  return problem(`${file} has no environment "${environment ?? ''}". ${advice}`);
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
    return only === undefined
      ? problem(`${file.name} holds no stack. To see why: stackpin check ${file.name}`)
      : problem(
          `${file.name} holds ${bare.length} stacks, and none is called ${start.name === undefined ? 'by a name' : `"${start.name}"`} like that of the plan: ${namesOf(stacks)}.`,
        );
  }
  const same = stacks.find((one) => one.document === base.document && one.environment === start.environment);
  return same ?? base;
}

/** "1 (payments), 2 and 3 (edge)". */
function namesOf(stacks: readonly EffectiveStack[]): string {
  const bare = stacks.filter(({ environment }) => environment === null);
  return list(
    bare.map(({ document, name }) => (name === undefined ? `${document + 1}` : `${document + 1} (${printable(name)})`)),
  );
}

function quoted(names: readonly string[], word: 'and' | 'or' = 'and'): string {
  return list(
    names.map((name) => `"${printable(name)}"`),
    word,
  );
}

function problem(text: string): Problems {
  return { problems: [text] };
}
