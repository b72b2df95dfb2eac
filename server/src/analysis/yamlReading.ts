/**
 * What YAML readers make of a plain scalar. Two resolutions are in use: YAML 1.2's core schema (yaml.org/spec/1.2.2,
 * section 10.3.2) and YAML 1.1's types (yaml.org/type), which many readers still follow.
 */
import { t } from '@vscode/l10n';

const INTEGER = /^[-+]?\d[\d_]*$/;
const FLOAT = /^[-+]?(\.\d[\d_]*|\d[\d_]*\.[\d_]*|\d[\d_]*)(e[-+]?\d+)?$/i;
const BINARY = /^[-+]?0b[01_]+$/i;
const OCTAL = /^[-+]?0o?[0-7_]+$/;
const HEXADECIMAL = /^[-+]?0x[\da-f_]+$/i;
/** Base 60, YAML 1.1 only: `1:30` is 90. */
const SEXAGESIMAL = /^[-+]?\d[\d_]*(:[0-5]?\d)+(\.[\d_]*)?$/;
const TIMESTAMP = /^\d{4}-\d{1,2}-\d{1,2}([Tt\s].*)?$/;
const BOOLEAN = /^(y|n|yes|no|on|off|true|false)$/i;
const NULL = /^(~|null|)$/i;

/**
 * What another YAML reader sees in a plain scalar.
 * @returns the value in words ("the number 1.3"), or undefined when every reader sees the text itself, or a number that prints the same
 */
export function otherReading(text: string): string | undefined {
  if (NULL.test(text)) return 'null';
  if (BOOLEAN.test(text)) return t('the boolean {0}', String(/^(y|yes|on|true)$/i.test(text)));
  if (TIMESTAMP.test(text)) return t('a date');
  if (SEXAGESIMAL.test(text))
    return t(
      'the number {0}',
      text.split(':').reduce((sum, part) => sum * 60 + Number(part), 0),
    );
  const digits = text.replace(/_/g, '').replace(/^\+/, '');
  if (BINARY.test(text)) return t('the number {0}', Number.parseInt(digits.replace(/0b/i, ''), 2));
  if (HEXADECIMAL.test(text)) return t('the number {0}', Number(digits));
  if (OCTAL.test(text) && /^[-+]?0o?\d/.test(text) && /[1-9]/.test(text))
    return t('the number {0}', Number.parseInt(digits.replace(/o/, ''), 8));
  if (INTEGER.test(text) || FLOAT.test(text)) {
    const value = Number(digits);
    return String(value) === text ? undefined : t('the number {0}', value);
  }
  return undefined;
}

/** Whether a text has to be quoted to be read as text by every YAML reader, in block and in flow context. */
function needsQuotes(text: string): boolean {
  if (otherReading(text) !== undefined || FLOAT.test(text)) return true;
  return /^[\s>|*&!%@`"'#?:,[\]{}-]/.test(text) || /(: |\s#|[,[\]{}])/.test(text) || /[:\s]$/.test(text);
}

/**
 * A text as a YAML scalar in the style of the scalar that it replaces.
 * @param style how the old scalar was written; undefined when nothing was
 */
export function scalarText(text: string, style: 'plain' | 'single' | 'double' | 'block' | undefined): string {
  if (style === 'single') return `'${text.replaceAll("'", "''")}'`;
  return style === 'double' || needsQuotes(text) ? JSON.stringify(text) : text;
}
