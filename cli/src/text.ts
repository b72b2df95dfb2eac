/** Bytes to text. */
import { t } from '@vscode/l10n';
import type { ReadFailure } from '../../server/src/environment.ts';

/** Decodes UTF-8, without a byte order mark, or says that the bytes are none. */
export function decode(bytes: Uint8Array): string | ReadFailure {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    const [first, second] = bytes;
    const isUtf16 = (first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff);
    return { failed: isUtf16 ? t('it is UTF-16 text; save it as UTF-8') : t('it is no UTF-8 text; save it as UTF-8') };
  }
}
