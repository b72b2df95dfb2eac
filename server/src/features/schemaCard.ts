/** What the schema says of a key: for hover, and for the documentation of a key in completion. */
import { type KeyInfo, takesOnly } from '../manifest/jsonSchema.ts';
import { type Block, bullets, paragraph, type Span } from './prose.ts';

/** Title, description, what may stand there, the default and examples, as far as the schema names them. */
export function schemaBlocks(info: KeyInfo): Block[] {
  const { title, description, type, values, examples } = info;
  const allowed: Span[] =
    values.length === 0
      ? takesOnly('mapping', info) // Its keys are what completion is for.
        ? []
        : [`Takes ${type}.`]
      : ['One of ', ...values.flatMap((value, index): Span[] => [index === 0 ? '' : ', ', { code: value }]), '.'];
  const usual: Span[] = info.default === undefined ? [] : [' Default: ', { code: info.default }, '.'];
  return [
    ...(title === '' ? [] : [paragraph({ strong: title })]),
    ...(description === '' ? [] : [paragraph(...describedSpans(description))]),
    ...(allowed.length + usual.length === 0 ? [] : [paragraph(...allowed, ...usual)]),
    ...(examples.length === 0
      ? []
      : [paragraph('For example:'), bullets(examples.map((example) => [{ code: example }]))]),
  ];
}

/** The schema's descriptions mark code by backticks and nothing else. */
function describedSpans(description: string): Span[] {
  return description
    .split('`')
    .map((part, index): Span => (index % 2 === 1 ? { code: part } : part))
    .filter((span) => span !== '');
}
