/** Base images of a Dockerfile: https://docs.docker.com/reference/dockerfile/#from. */
import { type Notes, notesOn, type Reading } from '../sighting.ts';
import { baseName } from '../yamlFormat.ts';

const NAMES = /^(?:Dockerfile|Containerfile)(?:\..+)?$|\.(?:Dockerfile|dockerfile)$/;

/** Reads a Dockerfile; undefined for any other file. */
export function dockerfile(path: string, text: string): Reading | undefined {
  if (!NAMES.test(baseName(path)) || !/^[ \t]*FROM\s/im.test(text)) return undefined;
  const { notes, reading } = notesOn(path);
  noteStages(text, notes);
  return reading;
}

function noteStages(text: string, notes: Notes): void {
  // Only what stands before the first FROM can be used in one.
  const defaults = new Map<string, string>();
  const stages = new Set<string>(['scratch']);
  let begun = false;
  for (const [index, line] of text.split(/\r\n|\n|\r/).entries()) {
    const argument = /^\s*ARG\s+(\w+)=(?:"([^"]*)"|'([^']*)'|(\S*))\s*$/i.exec(line);
    if (argument !== null && !begun)
      defaults.set(argument[1] ?? '', substituted(argument[2] ?? argument[3] ?? argument[4] ?? '', defaults));
    const from = /^\s*FROM\s+(?:--\S+\s+)*(\S+)(?:\s+AS\s+(\S+))?/i.exec(line);
    if (from === null) continue;
    begun = true;
    const image = substituted(from[1] ?? '', defaults);
    if (!stages.has(image.toLowerCase())) notes.image(image, index + 1);
    if (from[2] !== undefined) stages.add(from[2].toLowerCase());
  }
}

/** Puts the defaults of arguments in their places; those without one stay as they are. */
function substituted(text: string, defaults: ReadonlyMap<string, string>): string {
  return text.replace(
    /\$\{(\w+)(?::?-([^${}]*))?\}|\$(\w+)/g,
    (written, braced: string | undefined, fallback: string | undefined, bare: string | undefined) =>
      defaults.get(braced ?? bare ?? '') ?? fallback ?? written,
  );
}
