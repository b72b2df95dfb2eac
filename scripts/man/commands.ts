/** The commands of `stackpin` as sections of the manual page, read off the program itself. */
import type { Command, Option } from 'commander';
import type { Host } from '../../cli/src/host.ts';
import { programFor } from '../../cli/src/program.ts';
import { bold, italic, literal, prose, subsection, tagged } from './roff.ts';

/** Describing commands runs none of them. */
const NO_HOST = new Proxy({} as Host, {
  get: (_, name) => {
    throw new Error(`Nothing may ask the host for ${String(name)}.`);
  },
});

/** The program, to be looked at. */
export function describedProgram(): Command {
  return programFor(NO_HOST, '', [], () => undefined);
}

/** A section for each command. */
export function commandSections(program: Command): string[] {
  return leaves(program).map(({ command, words }) => commandSection(command, words));
}

/** The commands and the words that lead to them, in the order of the help; not those that only lead to others. */
function leaves(command: Command, words: readonly string[] = []): { command: Command; words: readonly string[] }[] {
  const below = command
    .createHelp()
    .visibleCommands(command)
    .filter((one) => one.name() !== 'help');
  if (below.length === 0) return [{ command, words }];
  return below.flatMap((one) => leaves(one, [...words, one.name()]));
}

/** What each command is for, in a line. */
export function commandList(program: Command): string[] {
  return leaves(program).map(({ command, words }) => tagged(bold(words.join(' ')), prose(command.summary())));
}

/** Its usage: `stackpin check [option...] [PATH...]`. */
function usage(command: Command, words: readonly string[]): string {
  const args = command.registeredArguments.map((one) => {
    const name = `${italic(one.name())}${one.variadic ? '...' : ''}`;
    return one.required ? name : `[${name}]`;
  });
  return [bold(['stackpin', ...words].join(' ')), `[${italic('option')}...]`, ...args].join(' ');
}

function commandSection(command: Command, words: readonly string[]): string {
  const help = command.createHelp();
  const options = help.visibleOptions(command).filter(({ long }) => long !== '--help');
  return subsection(
    ['stackpin', ...words].join(' '),
    usage(command, words),
    '.PP',
    prose(command.description()),
    ...help.visibleArguments(command).map((one) => tagged(italic(one.name()), prose(help.argumentDescription(one)))),
    ...options.map((one) => tagged(optionTerm(one), prose(help.optionDescription(one)))),
    ...after(command),
  );
}

/** `-q, --quiet`, `--format <format>`: the flags bold, the value in italics. */
export function optionTerm({ flags }: Option): string {
  return flags
    .split(/(<[^>]+>|\[[^\]]+\]|, | )/)
    .map((part) => {
      if (part.startsWith('<')) return italic(part.slice(1, -1));
      if (part === '' || part === ' ' || part === ', ') return part;
      return part.startsWith('-') ? bold(part) : literal(part);
    })
    .join('');
}

/** What is said after the options: the exit status. */
function after(command: Command): string[] {
  const written: string[] = [];
  const width = () => WIDE;
  command.configureOutput({ writeOut: (text) => written.push(text), getOutHelpWidth: width, getErrHelpWidth: width });
  command.outputHelp();
  const lines = written.join('').slice(command.helpInformation().length).split('\n');
  return lines.flatMap((line) => {
    const [, status, meaning] = /^ {2}(\d+) {2}(.+)$/.exec(line) ?? [];
    if (status !== undefined && meaning !== undefined) return [tagged(bold(status), prose(meaning))];
    return line.trim() === '' ? [] : ['.PP', prose(line)];
  });
}

/** Columns in which no help is broken into lines. */
const WIDE = 10_000;
