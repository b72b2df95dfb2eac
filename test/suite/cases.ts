/**
 * The cases of the suite: `<code>/<kind>.yaml`, or `<code>/<kind>-<what>.yaml` where a kind has more than one.
 *
 * The first line of a case is a comment that says what it shows; it is no part of any file. What follows is a marker fixture
 * (test/support/markers.ts) of one manifest or, with lines such as `=== base.stack.yaml`, of several files of one workspace. With a
 * folder `platform/` among them that folder is the workspace.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import type { Code } from '../../server/src/analysis/finding.ts';
import { type MarkedFile, readMarkedFiles } from '../support/markers.ts';

export const KINDS = ['positive', 'negative', 'composed', 'broken'] as const;

/**
 * What a case is for.
 * - `positive`: the code is found.
 * - `negative`: it looks alike, and the code is not found.
 * - `composed`: the code is found in a stack of several files, or in an environment.
 * - `broken`: the YAML is broken nearby; what can be found still is, and nothing that is false.
 */
export type Kind = (typeof KINDS)[number];

export interface Case {
  readonly code: Code;
  readonly kind: Kind;
  /** `<kind>` or `<kind>-<what>`. */
  readonly name: string;
  readonly title: string;
  readonly fixture: string;
}

const FOLDER = new URL('./', import.meta.url);
const NAME = /^(?<name>(?<kind>[a-z]+)(?:-[a-z-]+)?)\.yaml$/;
const TITLE = /^# (?<title>[A-Z].*\.)\n(?<fixture>[\s\S]+)$/;

/** The names of the folders of the suite. */
export function folders(): string[] {
  return readdirSync(FOLDER, { withFileTypes: true }).flatMap((entry) => (entry.isDirectory() ? [entry.name] : []));
}

/** The cases of a code, by name; none for a code that has no folder. */
export function casesOf(code: Code): Case[] {
  const folder = new URL(`${code}/`, FOLDER);
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .sort()
    .map((file) => {
      const { name, kind: prefix } = NAME.exec(file)?.groups ?? {};
      const kind = KINDS.find((one) => one === prefix);
      if (name === undefined || kind === undefined) throw new Error(`${code}/${file}: this is no name of a case.`);
      const { title, fixture } = TITLE.exec(readFileSync(new URL(file, folder), 'utf8'))?.groups ?? {};
      if (title === undefined || fixture === undefined)
        throw new Error(`${code}/${file}: its first line is no comment that says in a sentence what it shows.`);
      return { code, kind, name, title, fixture };
    });
}

/** The files of a fixture; what is named nothing is a manifest. */
export function filesOf(fixture: string): MarkedFile[] {
  return readMarkedFiles(/^=== /.test(fixture) ? fixture : `=== product.stack.yaml\n${fixture}`);
}
