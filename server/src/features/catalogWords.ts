/** Words of the catalog's own vocabulary, as people read them in a sentence. What is written in a file stays as it is. */
import { t } from '@vscode/l10n';
import type { ComponentStatus } from '../catalog/model.ts';
import { said } from './schemaWords.ts';

/** "service mesh" for `service-mesh`. A layer that is none of the schema's stays as it is written. */
export function layerWords(layer: string): string {
  return said(layer.replaceAll('-', ' '));
}

/** Whether people still work on a component. */
export function statusWords(status: ComponentStatus): string {
  switch (status) {
    case 'active':
      return t('active');
    case 'maintenance':
      return t('in maintenance');
    case 'retired':
      return t('retired');
    case 'archived':
      return t('archived');
  }
}
