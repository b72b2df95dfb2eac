/** Names of findings by which they are known again when the lines around them move. */
import { createHash } from 'node:crypto';
import type { Finding } from '../../../server/src/analysis/finding.ts';

/** Raised when other parts of a finding make its name; then nothing that was written down before is known again. */
export const FINGERPRINT_VERSION = 1;

/** What a name is made of. */
type Named = Pick<Finding, 'code' | 'pins' | 'environments' | 'range'>;

/**
 * One name for each finding of a file, in their order. It says what is found, about which pins, and of which words of the file,
 * and neither where they stand nor in which language it is told: 32 hexadecimal digits, and for the second and later of the same a
 * number behind them.
 */
export function fingerprints(findings: readonly Named[], text: string): string[] {
  const seen = new Map<string, number>();
  return findings.map(({ code, pins, environments, range }) => {
    const names = pins.map(({ instance, component }) => [instance, component]);
    const parts = [code, names, environments, text.slice(range.start, range.end)];
    const name = createHash('sha256').update(JSON.stringify(parts)).digest('hex').slice(0, 32);
    const count = (seen.get(name) ?? 0) + 1;
    seen.set(name, count);
    return count === 1 ? name : `${name}:${count}`;
  });
}
