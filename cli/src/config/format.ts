/** The format of configuration files: schemas/config.schema.json. */
import { t } from '@vscode/l10n';
import configSchema from '../../../schemas/config.schema.json';
import { validate } from '../../../server/generated/validate-config.js';
import type { DocumentFormat } from '../../../server/src/manifest/format.ts';
import { schemaReader } from '../../../server/src/manifest/jsonSchema.ts';

/** How configuration files are validated. */
export const CONFIG_FORMAT: DocumentFormat = {
  words: {
    wrongType: (wanted, found) => t('A configuration has to be {0}, not {1}.', wanted, found),
    empty: () => t('This document is empty.'),
    ruledOut: (subject) => t('{0} is not allowed here.', subject),
  },
  schema: schemaReader(configSchema),
  validate,
  validatePart: validate,
  holdsParts: () => false,
  partPaths: () => [],
  checkPart: () => undefined,
  countsAsText: () => false,
  isOtherKind: () => false,
};
