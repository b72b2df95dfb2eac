/** The commands `stackpin catalog ...` and their options. */
import { type Command, Option } from 'commander';
import { type IsoDate, LAYERS, type Layer } from '../../../server/src/catalog/model.ts';
import { FORMATS, type Format, LINT_FLOORS } from '../choices.ts';
import type { Host } from '../host.ts';
import { added, day } from '../options.ts';
import type { Status } from '../status.ts';
import type { LintOptions } from './lint.ts';

interface Written {
  readonly format: Format;
  readonly catalog?: readonly string[];
  readonly asOf?: IsoDate;
  readonly layer?: Layer;
}

const commands = () => import('../commands.ts');

/** Adds the commands to the program. */
export function addCatalog(program: Command, host: Host, done: (status: Status) => void): void {
  const group = program
    .command('catalog')
    .summary('look into the catalog, and check catalogs of your own')
    .description(
      'Shows what the bundled catalog says, with catalogs of your own laid over it, and checks such catalogs.',
    )
    .helpCommand('help [COMMAND]', 'print the help of a command')
    .showHelpAfterError('Run "stackpin catalog --help" to see its commands.');

  common(group.command('list'))
    .summary('list components')
    .description('Lists the components by layer, each with its latest version and the support of that.')
    .addOption(new Option('--layer <layer>', 'only this layer').choices(LAYERS))
    .addOption(asOf())
    .action(async (written: Written) => {
      const { format, catalog = [], asOf: date, layer } = written;
      const { list } = await commands();
      done(await list({ format, catalog, asOf: date, layer }, host));
    });
  common(group.command('show'))
    .summary('show a component')
    .description(
      'Shows a component: what it is, its release lines with their support, and all statements with their sources.',
    )
    .argument('<COMPONENT>', 'its id, such as kubernetes')
    .addOption(asOf())
    .action(async (id: string, written: Written) => {
      const { format, catalog = [], asOf: date } = written;
      const { show } = await commands();
      done(await show(id, { format, catalog, asOf: date }, host));
    });
  common(group.command('coverage'))
    .summary('count what the catalog says')
    .description('Counts components, versions and statements, who makes them and when they were read.')
    .action(async ({ format, catalog = [] }: Written) => {
      const { coverage } = await commands();
      done(await coverage({ format, catalog }, host));
    });
  common(group.command('lint'), 'lay a catalog between the bundled one and the files')
    .summary('check catalogs of your own')
    .description(
      'Checks catalogs of your own: the format, versions and ranges, what they name, and where they conflict.',
    )
    .argument('<PATH...>', 'files (the last on top), folders to search for *.catalog.yaml, or - for standard input')
    .addOption(
      new Option('--fail-on <severity>', 'the least severity that fails').choices(LINT_FLOORS).default('error'),
    )
    .addHelpText('after', EXIT_STATUS)
    .action(async (paths: string[], written: Written & Pick<LintOptions, 'failOn'>) => {
      const { format, catalog = [], failOn } = written;
      const { lint } = await import('./lint.ts');
      done(await lint(paths, { format, catalog, failOn }, host));
    });
}

function common(command: Command, catalogs = 'lay a catalog of your own over the bundled one'): Command {
  return command
    .addOption(new Option('--format <format>', 'how to report').choices(FORMATS).default('pretty'))
    .option('--catalog <file>', `${catalogs} (repeatable)`, added)
    .showHelpAfterError(`Run "stackpin catalog ${command.name()} --help" to see its options.`);
}

function asOf(): Option {
  return new Option('--as-of <day>', 'tell support as of this day, YYYY-MM-DD (default: today, UTC)').argParser(day);
}

const EXIT_STATUS = `
Exit status:
  0  nothing that fails
  1  problems that fail
  2  bad usage, or input that cannot be read (everything else is still linted)`;
