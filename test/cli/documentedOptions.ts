/** The options of a command as its help has them, and as docs/cli.md tells them in a table. */
import { readFileSync } from 'node:fs';
import { stackpin } from './support.ts';

const DOCS = new URL('../../docs/cli.md', import.meta.url);

/** Those that the tables of a section name, in alphabetical order. */
export function documentedOptions(title: string): string[] {
  const [, ...sections] = readFileSync(DOCS, 'utf8').split(/^## /m);
  const section = sections.find((one) => one.startsWith(`${title}\n`)) ?? '';
  return optionsIn((section.match(/^\| `-.*$/gm) ?? []).join('\n'));
}

/** Those of the help, without `--help` itself. */
export async function helpOptions(command: string): Promise<string[]> {
  const { out } = await stackpin([command, '--help']);
  return optionsIn((out.match(/^ +(?:-\w, )?--[a-z-]+/gm) ?? []).join('\n')).filter((option) => option !== '--help');
}

function optionsIn(text: string): string[] {
  return [...new Set(text.match(/--[a-z][a-z-]*/g))].sort();
}
