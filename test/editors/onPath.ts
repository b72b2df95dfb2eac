/** The language server as the set-ups of docs/editors name it: a command on the path. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { ROOT, WORK } from './paths.ts';

/** The environment of a process that finds `stackpin-language-server`. */
export function withServerOnPath(more: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  const folder = join(WORK, 'bin');
  mkdirSync(folder, { recursive: true });
  const script = `#!/bin/sh\nexec '${process.execPath}' '${join(ROOT, 'dist/server/node.js')}' "$@"\n`;
  writeFileSync(join(folder, 'stackpin-language-server'), script, { mode: 0o755 });
  return { ...process.env, ...more, PATH: `${folder}${delimiter}${process.env.PATH}` };
}
