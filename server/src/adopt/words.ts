/** Why something was not recognised, in words. */
import { t } from '@vscode/l10n';
import type { NotRecognised } from './sighting.ts';

/** One sentence: what to know, or what to do. */
export function reasonWords({ reason, component = '' }: NotRecognised): string {
  switch (reason) {
    case 'template':
      return t('it is a template: render it first, and import what comes out.');
    case 'malformed':
      return t('it cannot be read from here on.');
    case 'expression':
      return t('its value is not written here.');
    case 'unknown-image':
      return t('no component is known to be in this image.');
    case 'unknown-chart':
      return t('no component is known to be installed by this chart.');
    case 'unknown-repository':
      return t('the repository of this chart is not written in what was read.');
    case 'unknown-component':
      return t('the catalog does not have {0}.', component);
    case 'no-version':
      return t('{0} has no version here.', component);
    case 'latest':
      return t('{0} has a tag that names no version.', component);
    case 'digest':
      return t('{0} is given by a digest, which names no version.', component);
    case 'chart-range':
      return t('{0} is installed by any of several chart versions.', component);
    case 'chart-version':
      return t('the catalog does not say which version of {0} this chart version installs.', component);
    case 'not-a-version':
      return t('this is no version of {0} that can be read.', component);
  }
}
