/** What the catalog says in one word, in the language that is spoken. Its own files and JSON keep the English one. */
import { t } from '@vscode/l10n';
import type { ComponentStatus, Level } from '../../../server/src/catalog/model.ts';

/** How strong a rule is. */
export function levelWord(level: Level): string {
  switch (level) {
    case 'required':
      return t('required');
    case 'supported':
      return t('supported');
    case 'recommended':
      return t('recommended');
    case 'tested':
      return t('tested');
    case 'broken':
      return t('broken');
  }
}

/** What became of a component. */
export function statusWord(status: ComponentStatus): string {
  switch (status) {
    case 'active':
      return t('active');
    case 'maintenance':
      return t('maintenance');
    case 'retired':
      return t('retired');
    case 'archived':
      return t('archived');
  }
}
