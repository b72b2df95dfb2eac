/** Whether something can be called by a new name. */
import { t } from '@vscode/l10n';
import type { Catalog } from '../../catalog/model.ts';
import type { YamlDocument } from '../../manifest/tree.ts';
import { fileName } from '../fileName.ts';
import { anchorsIn, isNameCharacter } from './anchors.ts';
import { type LinkedStack, pinsNamed, reached } from './linkedFiles.ts';
import { Refused } from './refused.ts';

/** What a person means: without the spaces around it. */
export function nameAsTyped(typed: string): string {
  return typed.trim();
}

/**
 * Checks that pins can be called so in all of their stacks: the name is free, and says nothing of what they are.
 * @param stacks in which the name that they have means them
 * @throws Refused
 */
export function checkName(newName: string, oldName: string, stacks: readonly LinkedStack[], catalog: Catalog): void {
  if (newName === '') throw new Refused(t('A name cannot be empty.'));
  if (/\p{Cc}/u.test(newName))
    throw new Refused(t('A name stands in one line, without tabs and other control characters.'));
  for (const stack of stacks) {
    for (const one of [stack, ...reached(stack, ({ bases }) => bases)]) {
      const file = fileName(one.file.uri);
      if (pinsNamed(one.names, newName).length > 0)
        throw new Refused(t('"{0}" is the name of another pin already, in {1}.', newName, file));
      if (one.names.mentions.some(({ text }) => text === newName))
        throw new Refused(
          t('"{0}" is named under "acknowledge" in {1}, which would mean this pin then.', newName, file),
        );
    }
  }
  const becomes = stacks.some(({ names }) =>
    pinsNamed(names, oldName).some(({ componentPlace, removed }) => componentPlace === undefined && !removed),
  );
  if (becomes && catalog.summary(newName) !== undefined)
    throw new Refused(
      t('"{0}" is a component of the catalog, which this pin would become by the name. Choose another one.', newName),
    );
}

/**
 * Checks that an anchor can be called so.
 * @throws Refused
 */
export function checkAnchorName(newName: string, document: YamlDocument): void {
  if (newName === '') throw new Refused(t('A name cannot be empty.'));
  // YAML 1.2.2, section 6.9.2; a colon is allowed there, and means the end of the name to many readers.
  if (![...newName].every(isNameCharacter) || /[:\p{Cc}]/u.test(newName))
    throw new Refused(t('The name of an anchor has no spaces, commas, colons and brackets.'));
  if (anchorsIn(document).some(({ name }) => name === newName))
    throw new Refused(t('"{0}" is the name of another anchor in this document already.', newName));
}
