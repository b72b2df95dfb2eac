/** The commands `stackpin catalog ...` and their options. */
import { t } from '@vscode/l10n';
import { type Command, Option } from 'commander';
import { type IsoDate, LAYERS, type Layer } from '../../../server/src/catalog/model.ts';
import { CATALOG_FORMATS, type CatalogFormat, LINT_FLOORS } from '../choices.ts';
import { moreAbout, statusHelp } from '../commandHelp.ts';
import type { Host } from '../host.ts';
import { added, day } from '../options.ts';
import { STATUS, type Status } from '../status.ts';
import type { LintOptions } from './lint.ts';
import type { UpdateOptions } from './update/update.ts';

interface Written {
  readonly format: CatalogFormat;
  readonly catalog?: readonly string[];
  readonly asOf?: IsoDate;
  readonly layer?: Layer;
}

const commands = () => import('../commands.ts');

/** Adds the commands to the program. */
export function addCatalog(program: Command, host: Host, done: (status: Status) => void): void {
  const group = program
    .command('catalog')
    .summary(t('look into the catalog, update it, and check catalogs of your own'))
    .description(
      t('Shows what the bundled catalog says, with catalogs of your own laid over it, and checks such catalogs.'),
    )
    .helpCommand('help [COMMAND]', t('print the help of a command'))
    .showHelpAfterError(t('Run "{0}" to see its commands.', 'stackpin catalog --help'));

  common(group.command('list'))
    .summary(t('list components'))
    .description(t('Lists the components by layer, each with its latest version and the support of that.'))
    .addOption(new Option('--layer <layer>', t('only this layer')).choices(LAYERS))
    .addOption(asOf())
    .action(async (written: Written) => {
      const { format, catalog = [], asOf: date, layer } = written;
      const { list } = await commands();
      done(await list({ format, catalog, asOf: date, layer }, host));
    });
  common(group.command('show'))
    .summary(t('show a component'))
    .description(
      t('Shows a component: what it is, its release lines with their support, and all statements with their sources.'),
    )
    .argument('<COMPONENT>', t('its id, such as {0}', 'kubernetes'))
    .addOption(asOf())
    .action(async (id: string, written: Written) => {
      const { format, catalog = [], asOf: date } = written;
      const { show } = await commands();
      done(await show(id, { format, catalog, asOf: date }, host));
    });
  common(group.command('coverage'))
    .summary(t('count what the catalog says'))
    .description(t('Counts components, versions and statements, who makes them and when they were read.'))
    .action(async ({ format, catalog = [] }: Written) => {
      const { coverage } = await commands();
      done(await coverage({ format, catalog }, host));
    });
  common(group.command('lint'), t('lay a catalog between the bundled one and the files (repeatable)'))
    .summary(t('check catalogs of your own'))
    .description(
      t('Checks catalogs of your own: the format, versions and ranges, what they name, and where they conflict.'),
    )
    .argument(
      '<PATH...>',
      t('files (the last on top), folders to search for {0}, or - for standard input', '*.catalog.yaml'),
    )
    .addOption(
      new Option('--fail-on <severity>', t('the least severity that fails')).choices(LINT_FLOORS).default('error'),
    )
    .addHelpText('after', lintStatus())
    .action(async (paths: string[], written: Written & Pick<LintOptions, 'failOn'>) => {
      const { format, catalog = [], failOn } = written;
      const { lint } = await import('./lint.ts');
      done(await lint(paths, { format, catalog, failOn }, host));
    });
  addUpdate(group, host, done);
}

function addUpdate(group: Command, host: Host, done: (status: Status) => void): void {
  group
    .command('update')
    .summary(t('take a newer catalog, or tell which one is in use'))
    .description(
      t(
        'Takes a newer catalog that was signed by those who make Stackpin, and uses it from now on. Nothing else ever asks a network: without this command there are no updates.',
      ),
    )
    .argument('[SOURCE]', t('a file, a folder or an https address of an update'))
    .addOption(new Option('--status', t('only tell which catalog is in use')).conflicts('remove'))
    .option('--remove', t('go back to the catalog that comes with Stackpin'))
    .addOption(new Option('--format <format>', t('how to report')).choices(CATALOG_FORMATS).default('pretty'))
    .showHelpAfterError(moreAbout('stackpin catalog update'))
    .addHelpText('after', updateStatus())
    .action(async (from: string | undefined, written: Pick<UpdateOptions, 'format'> & Partial<UpdateOptions>) => {
      const { format, status = false, remove = false } = written;
      const { update } = await import('./update/update.ts');
      done(await update(from, { format, status, remove }, host));
    });
}

function updateStatus(): string {
  return statusHelp(
    new Map([
      [STATUS.good, t('updated, removed or told, or there is nothing newer')],
      [STATUS.findings, t('not updated; the catalog in use stays as it was')],
      [STATUS.unusable, t('bad usage')],
    ]),
  );
}

function common(
  command: Command,
  catalogs = t('lay a catalog of your own over the bundled one (repeatable)'),
): Command {
  return command
    .addOption(new Option('--format <format>', t('how to report')).choices(CATALOG_FORMATS).default('pretty'))
    .option('--catalog <file>', catalogs, added)
    .showHelpAfterError(moreAbout(`stackpin catalog ${command.name()}`));
}

function asOf(): Option {
  return new Option('--as-of <day>', t('tell support as of this day, YYYY-MM-DD (default: today, UTC)')).argParser(day);
}

function lintStatus(): string {
  return statusHelp(
    new Map([
      [STATUS.good, t('nothing that fails')],
      [STATUS.findings, t('problems that fail')],
      [STATUS.unusable, t('bad usage, or input that cannot be read (everything else is still linted)')],
    ]),
  );
}
