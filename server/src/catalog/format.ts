/** The format of catalogs: schemas/catalog.schema.json and what it cannot say. */
import { t } from '@vscode/l10n';
import catalogSchema from '../../../schemas/catalog.schema.json';
import { validate, validateComponent, validateId } from '../../generated/validate-catalog.js';
import type { DocumentFormat, PartProblem } from '../manifest/format.ts';
import { type SchemaReader, schemaReader } from '../manifest/jsonSchema.ts';
import { isOtherKind } from '../manifest/read.ts';
import { type EntryNode, rangeOf } from '../manifest/tree.ts';

/** The schema of catalogs. */
export const CATALOG_SCHEMA: SchemaReader = schemaReader(catalogSchema);

const TEXTLESS = new Set(['boolean', 'integer', 'object', 'array']);

/** How catalogs are validated. */
export const CATALOG_FORMAT: DocumentFormat = {
  words: {
    wrongType: (wanted, found) => t('A catalog has to be {0}, not {1}.', wanted, found),
    empty: () =>
      t(
        'This document is empty. A catalog begins with "apiVersion: stackpin/v1" and "kind: Catalog", and describes its components under "components".',
      ),
    ruledOut: (subject) =>
      t(
        '{0} does not go with the level of this rule. Level "broken" takes "breaks", "tested" takes "tested", the others "supported".',
        subject,
      ),
  },
  schema: CATALOG_SCHEMA,
  validate,
  validatePart: validateComponent,
  holdsParts: (path) => path.length === 1 && path[0] === 'components',
  partPaths: () => [['components']],
  checkPart: (entry) => (validateId(entry.key.text) ? undefined : badId(entry)),
  // An unquoted `1.30` is the version 1.30 here, and a codename may well be `true`.
  countsAsText: ({ type }) => typeof type !== 'string' || !TEXTLESS.has(type),
  isOtherKind: (root) => isOtherKind(root, 'catalog'),
};

function badId({ key }: EntryNode): PartProblem {
  const message =
    key.text.length > 64
      ? t('This name is no id. Write at most 64 lower-case letters, digits, dots and dashes, such as "cert-manager".')
      : t(
          '"{0}" is no id. Write at most 64 lower-case letters, digits, dots and dashes, such as "cert-manager".',
          key.text,
        );
  return { message, range: rangeOf(key), keyword: 'pattern', suggestions: [] };
}
