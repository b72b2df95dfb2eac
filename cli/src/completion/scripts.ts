/** Completion scripts. What they complete is written into them: no program runs while somebody types. */
import type { Shell } from './shells.ts';
import { allCommands, type CompletedCommand, type CompletedOption } from './tree.ts';

/** Writes the script for a shell, with a line break at the end. */
export function completionScript(shell: Shell, program: CompletedCommand): string {
  switch (shell) {
    case 'bash':
      return bash(program);
    case 'zsh':
      return zsh(program);
    case 'fish':
      return fish(program);
  }
}

/** GNU Bash manual, "Programmable Completion". It needs nothing but bash 3.2, which macOS has. */
function bash(program: CompletedCommand): string {
  const commands = allCommands(program);
  const cases = commands.map(({ words, options, commands: below, choices, takesFiles }) => {
    const flags = options.flatMap((option) => option.flags).join(' ');
    const names = [...below.map((one) => one.words.at(-1) ?? ''), ...choices].join(' ');
    return `    '${words.join(' ')}') options='${flags}' names='${names}' files='${takesFiles ? 'yes' : ''}' ;;`;
  });
  const paths = commands.filter(({ words }) => words.length > 0).map(({ words }) => `'${words.join(' ')}'`);
  const values = commands.flatMap(({ words, options }) =>
    options
      .filter(({ takesValue }) => takesValue)
      .map((option) => {
        const patterns = option.flags.map((flag) => `'${words.join(' ')} ${flag}'`).join('|');
        const reply = option.takesFile ? 'files=yes' : `names='${option.choices.join(' ')}'`;
        return `    ${patterns}) ${reply} value=yes ;;`;
      }),
  );
  return `# bash completion for stackpin
_stackpin() {
  local current="\${COMP_WORDS[COMP_CWORD]}" previous="\${COMP_WORDS[COMP_CWORD-1]}"
  local command='' next index options='' names='' files='' value=''
  for ((index = 1; index < COMP_CWORD; index++)); do
    next="\${command:+$command }\${COMP_WORDS[index]}"
    case "$next" in
    ${paths.join('|')}) command="$next" ;;
    esac
  done
  case "$command $previous" in
${values.join('\n')}
  esac
  if [[ -z $value ]]; then
    case "$command" in
${cases.join('\n')}
    esac
  fi
  COMPREPLY=()
  if [[ $current == -* && -z $value ]]; then
    COMPREPLY=($(compgen -W "$options" -- "$current"))
  else
    COMPREPLY=($(compgen -W "$names" -- "$current"))
    if [[ -n $files ]]; then
      local IFS=$'\\n'
      COMPREPLY+=($(compgen -f -- "$current"))
    fi
  fi
}
complete -o filenames -F _stackpin stackpin
`;
}

/** zsh manual, "Completion System": \`_arguments\` and \`_describe\`. */
function zsh(program: CompletedCommand): string {
  const functions = allCommands(program).map((command) => {
    const { options, commands: below, choices, takesFiles } = command;
    const lines = options.flatMap((option) => zshOption(option));
    if (below.length > 0) lines.push("'1: :->command'", "'*:: :->rest'");
    else if (choices.length > 0) lines.push(`'1: :(${choices.join(' ')})'`);
    else if (takesFiles) lines.push("'*: :_files'");
    const call = `  _arguments -s ${lines.map((line) => `\\\n    ${line}`).join(' ')}`;
    if (below.length === 0) return `${nameOf(command)}() {\n${call}\n}\n`;
    const described = below.map((one) => `      '${one.words.at(-1)}:${zshText(one.description)}'`).join('\n');
    const branches = below.map((one) => `      ${one.words.at(-1)}) ${nameOf(one)} ;;`).join('\n');
    return `${nameOf(command)}() {
  local state line commands
${call}
  case $state in
  command)
    commands=(
${described}
    )
    _describe command commands
    ;;
  rest)
    case $words[1] in
${branches}
    esac
    ;;
  esac
}
`;
    function nameOf(one: CompletedCommand): string {
      return ['_stackpin', ...one.words].join('_');
    }
  });
  return `#compdef stackpin\n${functions.join('\n')}\n
# Loaded by the completion system itself, or by \`source\`.
if [[ $funcstack[1] == _stackpin ]]; then _stackpin "$@"; else compdef _stackpin stackpin; fi
`;
}

function zshOption({ flags, description, takesValue, takesFile, choices }: CompletedOption): string[] {
  const value = !takesValue ? '' : takesFile ? ': :_files' : choices.length > 0 ? `: :(${choices.join(' ')})` : ': : ';
  return flags.map((flag) => `'${flag}[${zshText(description)}]${value}'`);
}

function zshText(text: string): string {
  return text.replaceAll("'", "'\\''").replaceAll(/[[\]:\\]/g, (one) => (one === '\\' ? one : `\\${one}`));
}

/** fish documentation, "complete". */
function fish(program: CompletedCommand): string {
  const lines = allCommands(program).flatMap(({ words, options, commands: below, choices, takesFiles }) => {
    const condition = fishCondition(words, below);
    const lead = `complete -c stackpin -n '${condition}'`;
    return [
      ...options.map((option) => `${lead}${fishOption(option)}`),
      ...below.map((one) => `${lead} -f -a ${one.words.at(-1)} -d ${fishText(one.description)}`),
      ...(choices.length > 0 ? [`${lead} -f -a '${choices.join(' ')}'`] : []),
      ...(takesFiles ? [`${lead} -F`] : []),
    ];
  });
  return `# fish completion for stackpin\ncomplete -c stackpin -f\n${lines.join('\n')}\n`;
}

function fishCondition(words: readonly string[], below: readonly CompletedCommand[]): string {
  const names = below.map((one) => one.words.at(-1)).join(' ');
  const [first] = words;
  if (first === undefined) return '__fish_use_subcommand';
  const seen = words.map((word) => `__fish_seen_subcommand_from ${word}`).join('; and ');
  return names === '' ? seen : `${seen}; and not __fish_seen_subcommand_from ${names}`;
}

function fishOption({ flags, description, takesValue, takesFile, choices }: CompletedOption): string {
  const names = flags.map((flag) => (flag.startsWith('--') ? ` -l ${flag.slice(2)}` : ` -s ${flag.slice(1)}`)).join('');
  const value = !takesValue
    ? ''
    : takesFile
      ? ' -r -F'
      : ` -x${choices.length > 0 ? ` -a '${choices.join(' ')}'` : ''}`;
  return `${names}${value} -d ${fishText(description)}`;
}

/** In single quotes, in which a backslash escapes itself and the quote. */
function fishText(text: string): string {
  return `'${text.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`;
}
