/** The command `stackpin versions` and its options. */
import { t } from '@vscode/l10n';
import { type Command, Option } from 'commander';
import { VERSIONS_FORMATS } from '../choices.ts';
import { moreAbout, statusHelp } from '../commandHelp.ts';
import type { ConfigOptions, Settings } from '../config/settings.ts';
import type { Host } from '../host.ts';
import { configOptions, day, place } from '../options.ts';
import { STATUS, type Status } from '../status.ts';
import type { VersionsOptions } from './versions.ts';

/** What commander gives for the options: what is not written is absent. */
type Written = Pick<VersionsOptions, 'format'> & Partial<VersionsOptions> & ConfigOptions;

/** Adds the command to the program. */
export function addVersions(program: Command, host: Host, done: (status: Status) => void): void {
  configOptions(program.command('versions'))
    .summary(t('list the versions of a component'))
    .description(
      t(
        'Lists the versions of a component, newest first, each with its support; with a manifest, whether each fits the other pins of it.',
      ),
    )
    .argument('<COMPONENT>', t('its id, such as {0}; with a manifest, also the name of a pin', 'kubernetes'))
    .option('--with <file>', t('tell whether each version fits this manifest (- is standard input)'))
    .option('-a, --all', t('every version, not only the newest of each release line'))
    .addOption(new Option('--format <format>', t('how to print it')).choices(VERSIONS_FORMATS).default('pretty'))
    .option('--environment <name>', t('the stack of this environment (default: the one without)'))
    .addOption(new Option('--document <number>', t('the stack of this document of the file, from 1')).argParser(place))
    .option('--as-of <day>', t('judge support as of this day, YYYY-MM-DD (default: today, UTC)'), day)
    .showHelpAfterError(moreAbout('stackpin versions'))
    .addHelpText(
      'after',
      statusHelp(
        new Map([
          [STATUS.good, t('listed')],
          [STATUS.unusable, t('bad usage, or input that cannot be read')],
        ]),
      ),
    )
    .action(async (name: string, written: Written) => {
      const { format, with: file, all = false, environment, document, asOf } = written;
      const { versions, withSettings } = await import('../commands.ts');
      const run = ({ catalog, severities }: Settings) =>
        versions(name, { format, with: file, all, environment, document, asOf, catalog, severities }, host);
      done(await withSettings(written, host, run));
    });
}
