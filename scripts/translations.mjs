// Joins the translations of l10n/: one file for the server, one for the command line, which says more, and one for the client, which the editor reads.
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';

/** The one file whose words the client says; VS Code reads it under a name of its own. */
const CLIENT = 'client.json';

/** The files whose words the command line alone says; the extension does without them. */
export const OF_THE_COMMAND_LINE = ['ci.json', 'cli.json', 'commands.json', 'import.json'];

/**
 * Writes dist/l10n/.
 * @param {URL} root of the repository
 */
export function writeTranslations(root) {
  mkdirSync(new URL('dist/l10n/cli/', root), { recursive: true });
  for (const language of readdirSync(new URL('l10n/', root))) {
    const read = (/** @type {string} */ file) =>
      JSON.parse(readFileSync(new URL(`l10n/${language}/${file}`, root), 'utf8'));
    const files = readdirSync(new URL(`l10n/${language}/`, root)).sort();
    const others = files.filter((file) => file !== CLIENT);
    const joined = (/** @type {readonly string[]} */ names) => Object.assign({}, ...names.map(read));
    const write = (/** @type {string} */ name, /** @type {object} */ contents) =>
      writeFileSync(new URL(`dist/l10n/${name}`, root), JSON.stringify(contents));
    write(`${language}.json`, joined(others.filter((file) => !OF_THE_COMMAND_LINE.includes(file))));
    write(`cli/${language}.json`, joined(others));
    if (files.includes(CLIENT)) write(`bundle.l10n.${language}.json`, read(CLIENT));
  }
}
