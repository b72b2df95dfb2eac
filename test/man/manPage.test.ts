/** The manual page: whole, right in its language, and what the program says of itself. */
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import packageJson from '../../package.json';
import { manPage } from '../../scripts/man/manPage.ts';
import { literal, prose } from '../../scripts/man/roff.ts';
import { stackpin } from '../cli/support.ts';
import { readRoff } from './roff.ts';

const built = readFileSync(new URL('../../dist/man/stackpin.1', import.meta.url), 'utf8');
const cliPage = readFileSync(new URL('../../docs/cli.md', import.meta.url), 'utf8');
const { version, homepage } = packageJson;
const page = manPage({ version: '1.2.3', day: '2026-11-24', cliPage, homepage });
const text = readRoff(page);

test('what is built is what the program says', () => {
  const [, day = ''] = /^\.TH STACKPIN 1 "(\d{4}-\d\d-\d\d)"/m.exec(built) ?? [];
  expect(built).toBe(manPage({ version, day, cliPage, homepage }));
});

test('it begins with what the program is', () => {
  expect(text.slice(0, text.indexOf('\nCOMMANDS'))).toBe(`STACKPIN 1 2026-11-24 stackpin 1.2.3 User Commands

NAME
    stackpin - check composed stack manifests

SYNOPSIS
    stackpin command [option...] [argument...]
    stackpin --help | --version
    stackpin-language-server [option...]

DESCRIPTION
    Checks composed stack manifests: which pins go together, which are out of support, and who says so.

    A stack manifest is a YAML file that pins the versions of the components of a platform. What goes together, and until when each is in support, is in a catalog that comes with the program: every statement has a source and the day on which it was read. What nobody states is never reported.

    Checking needs no network. stackpin-language-server, or stackpin lsp, is the same checker for editors.

OPTIONS
    Every command takes --help; what else it takes is listed with it.
    -V, --version
        print the version of the program and of its catalog
    -h, --help
        print this help
`);
});

test('a command, whole', () => {
  const at = text.indexOf('\n  stackpin init\n');
  expect(text.slice(at, text.indexOf('\n\n  stackpin ', at + 1))).toBe(`
  stackpin init
    stackpin init [option...]

    Prints a manifest to go on from, or writes it to a file.
    --template name
        which one
    --list
        name the templates
    -o, --output file
        write it to this file
    --force
        take the place of a file that is there

    Exit status:
    0
        printed or written
    2
        bad usage, or a file that is there or cannot be written`);
});

test('it ends with files, the environment and examples', () => {
  expect(text.slice(text.indexOf('\nFILES'))).toBe(`
FILES
    *.stack.yaml, *.stack.yml, stackpin.yaml, stackpin.yml
        Stack manifests: what is found in folders.
    stackpin.config.yaml
        What stackpin.config.yaml says for the command line. Options of a command win over it. It is looked for in the working directory and upwards to the root of the repository. Its keys:
        catalogs
            Catalogs of your own to lay over the bundled one, the last on top. Paths begin at the folder of this file.
        severity
            How severe findings are, by their codes. What is not named keeps its default.
        failOn
            The least severity that makes "stackpin check" fail.
        format
            How "stackpin check" reports.
        ignore
            Files and folders to leave out where folders are searched, written as in ".gitignore". Paths begin at the folder of this file.
    .stackpinignore
        What is left out where folders are searched, written as a .gitignore is.

ENVIRONMENT
    LC_ALL, LC_MESSAGES, LANG
        The first that is set tells the language: English, or Simplified Chinese for zh_CN.
    NO_COLOR
        No colours, even on a terminal.
    FORCE_COLOR
        Colours, even where there is no terminal; 0 is none. NO_COLOR wins.
    NODE_COMPILE_CACHE, XDG_CACHE_HOME
        Where the compiled program is kept for the next start; NODE_DISABLE_COMPILE_CACHE keeps none.

EXAMPLES
    Before a commit: silent when all is well.

        stackpin check --quiet

    Stricter:

        stackpin check --fail-on warning

    In a pull request: only what it brings in.

        stackpin check --changed-since origin/main

    For code scanning:

        stackpin check --format sarif > stackpin.sarif

    Where catalogs of your own are kept:

        stackpin catalog lint catalogs/ --fail-on warning

    Another version of a file:

        git show main:platform.stack.yaml | stackpin check -

    One code, as lines of text:

        stackpin check --format json | jq -r '.files[].findings[] | select(.code == "end-of-life") | .message'

SEE ALSO
    The documentation, with a page for every finding
    <https://github.com/stackpin/stackpin#readme>
`);
});

test('every command with every option of its help is in it', async () => {
  const commands = [...text.matchAll(/^ {2}stackpin (.+)$/gm)].map(([, words = '']) => words.split(' '));
  expect(commands.map(([first]) => first)).toEqual(expect.arrayContaining(['check', 'catalog', 'lsp']));
  for (const words of commands) {
    const { out } = await stackpin([...words, '--help']);
    const section = text.split(`\n  stackpin ${words.join(' ')}\n`)[1]?.split(/\n\n {2}stackpin |\n\n[A-Z]/)[0] ?? '';
    const flags = (of: string, indent: number) =>
      [...of.matchAll(new RegExp(`^ {${indent}}((?:-\\w, )?--[a-z-]+)`, 'gm'))].map(([, flag]) => flag);
    expect(flags(section, 4), words.join(' ')).toEqual(flags(out, 2).filter((flag) => flag !== '-h, --help'));
    const statuses = (of: string, indent: number) =>
      [...of.matchAll(new RegExp(`^ {${indent}}(\\d+)\\b`, 'gm'))].map(([, status]) => status);
    expect(statuses(section, 4), words.join(' ')).toEqual(statuses(out, 2));
  }
});

test('texts come through as they are', () => {
  const strange =
    ".begins with a stop, 'quotes', \\backslash, a-b, --option, -o, ^~`, and goes on for more columns than a line has. New.";
  expect(readRoff(`${prose(strange)}\n`)).toBe(`    ${strange}\n`);
  expect(readRoff(`${literal(strange)}\n`)).toBe(`    ${strange}\n`);
  expect(readRoff(`${literal("'quoted")}\n`)).toBe("    'quoted\n");
  expect(() => prose('caf\u00e9')).toThrow('A manual page can have no "\u00e9": caf\u00e9');
});

test.each([
  ['an unknown macro', '.XX\n', '1: an unknown macro: .XX'],
  ['an unknown escape', 'a\\zb\n', '1: an unknown escape \\z: a\\zb'],
  ['an open font', '\\fBa\n', '1: a font is left open: \\fBa'],
  ['an open block', '.RS 4\na\n', 'something is left open'],
  ['a term that is missing', '.TP\n.PP\na\n', '1: nothing follows: .TP'],
  ['an empty line', 'a\n\nb\n', '2: a blank at the end or the beginning, or an empty line: '],
])('the reader refuses %s', (_, broken, message) => {
  expect(() => readRoff(broken)).toThrow(new Error(message));
});

/** What a formatter of the machine finds wrong; each runs where it is installed. */
test.each([
  ['mandoc', ['-T', 'lint', '-W', 'warning']],
  ['groff', ['-man', '-T', 'utf8', '-ww', '-z']],
])('%s has no complaint', (program, args) => {
  const { error, stdout, stderr } = spawnSync(program, args, { input: page, encoding: 'utf8' });
  if (error === undefined) expect(stdout + stderr).toBe('');
  else expect(error).toMatchObject({ code: 'ENOENT' });
});
