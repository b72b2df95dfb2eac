/** stackpin.1: what `--help` says of every command, and what surrounds them. */
import config from '../../schemas/config.schema.json';
import { commandList, commandSections, describedProgram, optionTerm } from './commands.ts';
import { bold, example, italic, prose, quoted, section, tagged } from './roff.ts';

export interface ManPageInput {
  readonly version: string;
  /** The day of the page, as YYYY-MM-DD. */
  readonly day: string;
  /** docs/cli.md, whose commands for hooks and CI are the examples. */
  readonly cliPage: string;
  /** Where the documentation is. */
  readonly homepage: string;
}

/** The page in roff. */
export function manPage({ version, day, cliPage, homepage }: ManPageInput): string {
  const program = describedProgram();
  const options = program.createHelp().visibleOptions(program);
  const parts = [
    '.\\" Made of the texts of the program itself.',
    `.TH STACKPIN 1 ${quoted(day)} ${quoted(`stackpin ${version}`)} "User Commands"`,
    // No word is broken, and none is moved from its neighbour: options are to be found and copied.
    '.nh',
    '.ad l',
    section('name', prose('stackpin - check composed stack manifests').replace(' - ', ' \\- ')),
    section(
      'synopsis',
      `${bold('stackpin')} ${italic('command')} [${italic('option')}...] [${italic('argument')}...]`,
      '.br',
      `${bold('stackpin')} ${bold('--help')} | ${bold('--version')}`,
      '.br',
      `${bold('stackpin-language-server')} [${italic('option')}...]`,
    ),
    section('description', prose(program.description()), ...DESCRIPTION),
    section(
      'options',
      prose('Every command takes --help; what else it takes is listed with it.'),
      ...options.map((one) => tagged(optionTerm(one), prose(one.description))),
    ),
    section('commands', ...commandList(program), ...commandSections(program)),
    section('files', ...FILES),
    section('environment', ...ENVIRONMENT),
    section('examples', ...examples(cliPage)),
    section('see also', `.UR ${homepage}`, prose('The documentation, with a page for every finding'), '.UE'),
  ];
  return `${parts.join('\n')}\n`;
}

const DESCRIPTION = [
  '.PP',
  prose(
    'A stack manifest is a YAML file that pins the versions of the components of a platform. What goes together, and until when each is in support, is in a catalog that comes with the program: every statement has a source and the day on which it was read. What nobody states is never reported.',
  ),
  '.PP',
  `${prose('Checking needs no network.')}\n${bold('stackpin-language-server')}, or ${bold('stackpin lsp')}, is the same checker for editors.`,
];

const FILES = [
  tagged(
    `${italic('*.stack.yaml')}, ${italic('*.stack.yml')}, ${italic('stackpin.yaml')}, ${italic('stackpin.yml')}`,
    prose('Stack manifests: what is found in folders.'),
  ),
  tagged(
    italic('stackpin.config.yaml'),
    prose(
      `${config.description} It is looked for in the working directory and upwards to the root of the repository. Its keys:`,
    ),
  ),
  '.RS',
  ...Object.entries(config.properties).map(([key, { description }]) =>
    tagged(bold(key), prose(description.replaceAll('`', '"'))),
  ),
  '.RE',
  tagged(italic('.stackpinignore'), prose('What is left out where folders are searched, written as a .gitignore is.')),
];

const ENVIRONMENT = [
  tagged(
    `${bold('LC_ALL')}, ${bold('LC_MESSAGES')}, ${bold('LANG')}`,
    prose('The first that is set tells the language: English, or Simplified Chinese for zh_CN.'),
  ),
  tagged(bold('NO_COLOR'), prose('No colours, even on a terminal.')),
  tagged(bold('FORCE_COLOR'), prose('Colours, even where there is no terminal; 0 is none. NO_COLOR wins.')),
  tagged(
    `${bold('NODE_COMPILE_CACHE')}, ${bold('XDG_CACHE_HOME')}`,
    prose('Where the compiled program is kept for the next start; NODE_DISABLE_COMPILE_CACHE keeps none.'),
  ),
];

/** The commands of the section on hooks and CI; what is behind # says what for. */
function examples(cliPage: string): string[] {
  const [, text = ''] = /^## In a hook or in CI\n+```sh\n([\s\S]*?)```/m.exec(cliPage) ?? [];
  const lines = [...text.matchAll(/^(.*?) {2,}# (\S)(.+)$/gm)];
  if (lines.length === 0) throw new Error('docs/cli.md has no examples under "In a hook or in CI".');
  return lines.flatMap(([, command = '', first = '', purpose = ''], index) => [
    ...(index === 0 ? [] : ['.PP']),
    prose(`${first.toUpperCase()}${purpose}${purpose.includes(':') ? '.' : ':'}`),
    example([command]),
  ]);
}
