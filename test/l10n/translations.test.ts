import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { OF_THE_COMMAND_LINE } from '../../scripts/translations.mjs';
import { messagesOf, ROOT, typeScriptFiles } from './sources.ts';

const FILES = ['server/src', 'cli/src', 'client/src'].flatMap(typeScriptFiles);
const SAID = FILES.map((path) => ({ path, ...messagesOf(path) }));
const read = (path: string): { [key: string]: string } => JSON.parse(readFileSync(`${ROOT}${path}`, 'utf8'));
const LANGUAGES = readdirSync(`${ROOT}l10n`);
const placeholders = (text: string): string[] => [...new Set(text.match(/\{\w+\}/g))].sort();

test('what is said can be translated', () => {
  expect(SAID.flatMap(({ faults }) => faults)).toEqual([]);
});

for (const language of LANGUAGES) {
  const files = readdirSync(`${ROOT}l10n/${language}`);
  const translated = files.map((file) => [file, read(`l10n/${language}/${file}`)] as const);
  const wordsFor = (client: boolean) => translated.filter(([file]) => (file === 'client.json') === client);

  test(`${language}: everything the server and the command line say is translated, and nothing else`, () => {
    const said = SAID.filter(({ path }) => !path.startsWith('client/')).flatMap(({ messages }) => messages);
    const keys = new Set(wordsFor(false).flatMap(([, words]) => Object.keys(words)));
    expect(said.filter(({ key }) => !keys.has(key)).map(({ at, key }) => `${at}: ${key}`)).toEqual([]);
    for (const { key } of said) keys.delete(key);
    expect([...keys]).toEqual([]);
  });

  test(`${language}: what the server says is in no file of the command line, which the extension does without`, () => {
    const said = SAID.filter(({ path }) => path.startsWith('server/')).flatMap(({ messages }) => messages);
    const files = translated.filter(([file]) => OF_THE_COMMAND_LINE.includes(file));
    const keys = new Set(files.flatMap(([, words]) => Object.keys(words)));
    expect(said.filter(({ key }) => keys.has(key)).map(({ at, key }) => `${at}: ${key}`)).toEqual([]);
  });

  test(`${language}: everything the client says is translated, and nothing else`, () => {
    const said = SAID.filter(({ path }) => path.startsWith('client/')).flatMap(({ messages }) => messages);
    const keys = new Set(wordsFor(true).flatMap(([, words]) => Object.keys(words)));
    expect(said.filter(({ key }) => !keys.has(key)).map(({ at, key }) => `${at}: ${key}`)).toEqual([]);
    for (const { key } of said) keys.delete(key);
    expect([...keys]).toEqual([]);
  });

  test(`${language}: a text is translated once, and keeps what is put into it`, () => {
    const seen = new Map<string, string>();
    const faults: string[] = [];
    for (const [file, words] of translated) {
      for (const [key, translation] of Object.entries(words)) {
        const other = file === 'client.json' ? undefined : seen.get(key);
        if (other !== undefined) faults.push(`${file}: ${key}: also in ${other}`);
        if (file !== 'client.json') seen.set(key, file);
        const expected = placeholders(key);
        if (placeholders(translation).join() !== expected.join()) faults.push(`${file}: ${key}: ${translation}`);
      }
    }
    expect(faults).toEqual([]);
  });
}
