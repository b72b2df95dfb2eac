/** The format of stack manifests: schemas/stack.schema.json and what it cannot say. */
import { t } from '@vscode/l10n';
import { validate, validateComponent } from '../../generated/validate-stack.js';
import type { DocumentFormat, PartProblem } from './format.ts';
import { isVersion } from './jsonSchema.ts';
import { isOtherKind } from './read.ts';
import { STACK_SCHEMA } from './schema.ts';
import { isComponentsPath } from './segments.ts';
import type { SchemaProblem } from './stack.ts';
import { type EntryNode, rangeOf, type YamlDocument } from './tree.ts';
import { validateDocument } from './validate.ts';

/** How stack manifests are checked against their schema. */
export const STACK_FORMAT: DocumentFormat = {
  words: {
    wrongType: (wanted, found) => t('A stack manifest has to be {0}, not {1}.', wanted, found),
    empty: () =>
      t(
        'This document is empty. A stack manifest begins with "apiVersion: stackpin/v1" and "kind: Stack", and pins its components under "components".',
      ),
    ruledOut: (subject) => t('{0} does not go with the other keys here. Remove it.', subject),
  },
  schema: STACK_SCHEMA,
  validate,
  validatePart: validateComponent,
  holdsParts: isComponentsPath,
  partPaths: (keysAt) => [
    ['components'],
    ...keysAt(['environments']).map((name) => ['environments', name, 'components']),
  ],
  checkPart: (entry) => (entry.value === undefined ? missingVersion(entry) : undefined),
  countsAsText: isVersion,
  isOtherKind: (root) => isOtherKind(root, 'stack'),
};

/** Checks a document against schemas/stack.schema.json; see `validateDocument`. */
export function validateStack(document: YamlDocument): SchemaProblem[] {
  return validateDocument(document, STACK_FORMAT);
}

/** The problem of a pin behind whose colon nothing stands. */
function missingVersion({ key }: EntryNode): PartProblem {
  const message = t('"{0}" has no version. Write one behind the colon, or "null" to remove the component.', key.text);
  return { message, range: rangeOf(key), keyword: 'required', suggestions: [] };
}
