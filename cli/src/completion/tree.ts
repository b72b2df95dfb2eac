/** The commands and options of the program as completion scripts need them. */
import type { Command, Option } from 'commander';

export interface CompletedOption {
  /** `--format`, `-q`. */
  readonly flags: readonly string[];
  readonly description: string;
  /** It takes a value. */
  readonly takesValue: boolean;
  /** The value is a path. */
  readonly takesFile: boolean;
  /** All values it can have, where they are known. */
  readonly choices: readonly string[];
}

export interface CompletedCommand {
  /** The words that lead to it, without the program: `['catalog', 'show']`. */
  readonly words: readonly string[];
  readonly description: string;
  readonly options: readonly CompletedOption[];
  readonly commands: readonly CompletedCommand[];
  /** All values of its first argument, where they are known. */
  readonly choices: readonly string[];
  /** Its arguments are paths. */
  readonly takesFiles: boolean;
}

/** Names of arguments that are paths. */
const PATHS = new Set(['PATH', 'FILE', 'BEFORE', 'AFTER', 'SOURCE']);

/** Reads it off commander's own. */
export function commandTree(command: Command, words: readonly string[] = []): CompletedCommand {
  const [first] = command.registeredArguments;
  const help = command.createHelp();
  return {
    words,
    description: command.summary() || command.description(),
    options: help.visibleOptions(command).map(completed),
    commands: help
      .visibleCommands(command)
      .filter((one) => one.name() !== 'help')
      .map((one) => commandTree(one, [...words, one.name()])),
    choices: first?.argChoices ?? [],
    takesFiles: command.registeredArguments.some((one) => PATHS.has(one.name())),
  };
}

function completed({ short, long, description, required, optional, flags, argChoices }: Option): CompletedOption {
  return {
    flags: [short, long].filter((flag) => flag !== undefined),
    description,
    takesValue: required || optional,
    takesFile: /<(?:file|folder)\d?>/.test(flags),
    choices: argChoices ?? [],
  };
}

/** All commands, each before those below it. */
export function allCommands(root: CompletedCommand): CompletedCommand[] {
  return [root, ...root.commands.flatMap(allCommands)];
}
