/** Numbers as people read them. */
import { t } from '@vscode/l10n';

/** What is counted. */
export type Counted =
  | 'component'
  | 'compatibility rule'
  | 'error'
  | 'file'
  | 'finding'
  | 'hint'
  | 'information'
  | 'line'
  | 'major'
  | 'minor'
  | 'month'
  | 'pair'
  | 'pin'
  | 'problem'
  | 'stack'
  | 'statement'
  | 'step'
  | 'version'
  | 'warning';

/**
 * "1 file", "2 files", "1,234 files".
 * @param shown the number as it is written
 */
export function counted(count: number, thing: Counted, shown = grouped(count)): string {
  const isOne = count === 1;
  switch (thing) {
    case 'component':
      return isOne ? t('1 component') : t('{0} components', shown);
    case 'compatibility rule':
      return isOne ? t('1 compatibility rule') : t('{0} compatibility rules', shown);
    case 'error':
      return isOne ? t('1 error') : t('{0} errors', shown);
    case 'file':
      return isOne ? t('1 file') : t('{0} files', shown);
    case 'finding':
      return isOne ? t('1 finding') : t('{0} findings', shown);
    case 'hint':
      return isOne ? t('1 hint') : t('{0} hints', shown);
    case 'information':
      return t('{0} information', shown);
    case 'line':
      return isOne ? t('1 line') : t('{0} lines', shown);
    case 'major':
      return isOne ? t('1 major') : t('{0} majors', shown);
    case 'minor':
      return isOne ? t('1 minor') : t('{0} minors', shown);
    case 'month':
      return isOne ? t('1 month') : t('{0} months', shown);
    case 'pair':
      return isOne ? t('1 pair') : t('{0} pairs', shown);
    case 'pin':
      return isOne ? t('1 pin') : t('{0} pins', shown);
    case 'problem':
      return isOne ? t('1 problem') : t('{0} problems', shown);
    case 'stack':
      return isOne ? t('1 stack') : t('{0} stacks', shown);
    case 'statement':
      return isOne ? t('1 statement') : t('{0} statements', shown);
    case 'step':
      return isOne ? t('1 step') : t('{0} steps', shown);
    case 'version':
      return isOne ? t('1 version') : t('{0} versions', shown);
    case 'warning':
      return isOne ? t('1 warning') : t('{0} warnings', shown);
  }
}

/** "1,234". */
export function grouped(count: number): string {
  return count.toLocaleString('en');
}
