/** Runs Microsoft's SARIF Multitool, which knows more than the schema does, and what GitHub asks besides. */
import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import type { Log } from 'sarif';
import { onTestFinished } from 'vitest';
import { multitool } from './setup.ts';

const CONFIGURATION = fileURLToPath(new URL('multitool.xml', import.meta.url));

/** What it says of one file: `severity rule id of the message: arguments`. */
export type Verdict = readonly string[];

/**
 * Has logs validated.
 * @param logs by name
 * @returns what is said of each, in order of position
 */
export async function validated(logs: { readonly [name: string]: string }): Promise<{ [name: string]: Verdict }> {
  const folder = mkdtempSync(join(tmpdir(), 'stackpin-sarif-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const paths = Object.entries(logs).map(([name, log]) => {
    const path = join(folder, `${name}.sarif`);
    writeFileSync(path, log);
    return path;
  });
  const output = join(folder, 'said.json');
  const options = ['--config', CONFIGURATION, '--rule-kind', 'Sarif;Gh', '--level', 'Error;Warning;Note', '-o', output];
  // It ends with 0 whatever it finds.
  await promisify(execFile)(multitool(), ['validate', ...paths, ...options]);
  const said: { [name: string]: string[] } = Object.fromEntries(Object.keys(logs).map((name) => [name, []]));
  for (const { ruleId, level, message, locations } of (JSON.parse(readFileSync(output, 'utf8')) as Log).runs.flatMap(
    ({ results }) => results ?? [],
  )) {
    const uri = locations?.[0]?.physicalLocation?.artifactLocation?.uri ?? '';
    const name = decodeURIComponent(uri.split('/').at(-1) ?? '').replace(/\.sarif$/, '');
    // A warning is what a result is that does not say (SARIF 2.1.0, 3.27.10).
    const line = `${level ?? 'warning'} ${ruleId} ${message.id}: ${message.arguments?.join(', ')}`;
    if (said[name] === undefined) throw new Error(`It says something of ${uri}, which it was not given: ${line}`);
    said[name].push(line);
  }
  return said;
}
