/**
 * What the fuzzer found once: `found/<target>/<name>.json` holds the input as a JSON string (it may be no text that a file can
 * hold), any other file of such a folder is the input itself.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';

const FOLDER = new URL('./found/', import.meta.url);

export interface Found {
  readonly name: string;
  readonly input: string;
}

/** The fixtures of a target, by name. */
export function foundOf(target: string): Found[] {
  const folder = new URL(`${target}/`, FOLDER);
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .sort()
    .map((name) => {
      const text = readFileSync(new URL(name, folder), 'utf8');
      return { name, input: name.endsWith('.json') ? String(JSON.parse(text)) : text };
    });
}
