/** What the schema says of a key: for hover, and for the documentation of a key in completion. */
import { t } from '@vscode/l10n';
import { type KeyInfo, takesOnly } from '../manifest/jsonSchema.ts';
import { type Block, bullets, filled, inRow, joined, paragraph, type Span } from './prose.ts';
import { said } from './schemaWords.ts';

/** Title, description, what may stand there, the default and examples, as far as the schema names them. */
export function schemaBlocks(info: KeyInfo): Block[] {
  const { title, description, type, values, examples } = info;
  const allowed: Span[] =
    values.length === 0
      ? takesOnly('mapping', info) // Its keys are what completion is for.
        ? []
        : [t('Takes {0}.', type)]
      : filled(t('One of {0}.'), joined(values.map((value): Span => ({ code: value }))));
  const usual: Span[] = info.default === undefined ? [] : filled(t('Default: {0}.'), { code: info.default });
  return [
    ...(title === '' ? [] : [paragraph({ strong: said(title) })]),
    ...(description === '' ? [] : [paragraph(...describedSpans(said(description)))]),
    ...(allowed.length + usual.length === 0 ? [] : [paragraph(...inRow(allowed, usual))]),
    ...(examples.length === 0
      ? []
      : [paragraph(t('For example:')), bullets(examples.map((example) => [{ code: example }]))]),
  ];
}

/** The schema's descriptions mark code by backticks and nothing else. */
function describedSpans(description: string): Span[] {
  return description
    .split('`')
    .map((part, index): Span => (index % 2 === 1 ? { code: part } : part))
    .filter((span) => span !== '');
}
