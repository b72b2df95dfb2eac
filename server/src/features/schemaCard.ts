/** What the schema says of a key: for hover, and for the documentation of a key in completion. */
import { t } from '@vscode/l10n';
import { list } from '../analysis/texts.ts';
import type { KeyInfo } from '../manifest/jsonSchema.ts';
import { type Block, bullets, filled, joined, paragraph, type Span } from './prose.ts';
import { said } from './schemaWords.ts';

/** Title, description, what may stand there, the default and examples, as far as the schema names them. */
export function schemaBlocks(info: KeyInfo): Block[] {
  const { title, description, type, values, examples } = info;
  const only = values.length === 0 ? typeWords(type) : undefined;
  const allowed: Span[] =
    values.length === 0
      ? only === undefined
        ? []
        : [only]
      : filled(t('One of {0}.'), joined(values.map((value): Span => ({ code: value }))));
  const usual: Span[] = info.default === undefined ? [] : [' ', ...filled(t('Default: {0}.'), { code: info.default })];
  return [
    ...(title === '' ? [] : [paragraph({ strong: said(title) })]),
    ...(description === '' ? [] : [paragraph(...describedSpans(said(description)))]),
    ...(allowed.length + usual.length === 0 ? [] : [paragraph(...allowed, ...usual)]),
    ...(examples.length === 0
      ? []
      : [paragraph(t('For example:')), bullets(examples.map((example) => [{ code: example }]))]),
  ];
}

/** "Takes text or a list."; undefined for a mapping: its keys are what completion is for. */
function typeWords(type: string): string | undefined {
  return type === 'a mapping' ? undefined : t('Takes {0}.', list(type.split(/ or (?=an? )/).map(kindWords), 'or'));
}

function kindWords(kind: string): string {
  switch (kind) {
    case 'text':
      return t('text');
    case 'a version':
      return t('a version');
    case 'true or false':
      return t('true or false');
    case 'a whole number':
      return t('a whole number');
    case 'a mapping':
      return t('a mapping');
    case 'a list':
      return t('a list');
    default:
      return t('anything');
  }
}

/** The schema's descriptions mark code by backticks and nothing else. */
function describedSpans(description: string): Span[] {
  return description
    .split('`')
    .map((part, index): Span => (index % 2 === 1 ? { code: part } : part))
    .filter((span) => span !== '');
}
