/** The command `stackpin diff` and its options. */
import { t } from '@vscode/l10n';
import { type Command, Option } from 'commander';
import { DIFF_FORMATS, FLOORS } from '../choices.ts';
import { moreAbout, statusHelp } from '../commandHelp.ts';
import type { ConfigOptions, Settings } from '../config/settings.ts';
import type { Host } from '../host.ts';
import { configOptions, day } from '../options.ts';
import { STATUS, type Status } from '../status.ts';
import type { DiffOptions } from './diff.ts';

/** What commander gives for the options: what is not written is absent. */
type Written = Pick<DiffOptions, 'format' | 'failOn'> & Partial<DiffOptions> & ConfigOptions;

/** Adds the command to the program. */
export function addDiff(program: Command, host: Host, done: (status: Status) => void): void {
  configOptions(program.command('diff'))
    .summary(t('tell what a change of a manifest means'))
    .description(
      t(
        'Compares two manifests: pins that came, went or moved, what is found besides and no longer, and until when the stacks are in support. With one file it is compared with the last commit.',
      ),
    )
    .argument('<BEFORE>', t('a file, - for standard input, or REVISION:PATH for a file at a revision of git'))
    .argument('[AFTER]', t('the same'))
    .addOption(new Option('--format <format>', t('how to print it')).choices(DIFF_FORMATS).default('pretty'))
    .addOption(
      new Option('--fail-on <severity>', t('the least severity of what is found besides that fails'))
        .choices(FLOORS)
        .default('never'),
    )
    .option('--as-of <day>', t('judge support as of this day, YYYY-MM-DD (default: today, UTC)'), day)
    .showHelpAfterError(moreAbout('stackpin diff'))
    .addHelpText(
      'after',
      statusHelp(
        new Map([
          [STATUS.good, t('compared, and nothing that fails')],
          [STATUS.findings, t('findings besides that fail')],
          [STATUS.unusable, t('bad usage, or input that cannot be read')],
        ]),
      ),
    )
    .action(async (first: string, second: string | undefined, written: Written) => {
      const { format, failOn, asOf } = written;
      const { diff, withSettings } = await import('../commands.ts');
      const run = ({ catalog, severities }: Settings) =>
        diff(first, second, { format, failOn, asOf, catalog, severities }, host);
      done(await withSettings(written, host, run));
    });
}
