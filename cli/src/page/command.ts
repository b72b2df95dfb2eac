/** The command `stackpin report` and its options. */
import { t } from '@vscode/l10n';
import type { Command } from 'commander';
import { moreAbout, statusHelp } from '../commandHelp.ts';
import type { ConfigOptions, Settings } from '../config/settings.ts';
import type { Host } from '../host.ts';
import { configOptions, day } from '../options.ts';
import { STATUS, type Status } from '../status.ts';
import type { ReportOptions } from './reportPage.ts';

/** What commander gives for the options: what is not written is absent. */
type Written = Pick<ReportOptions, 'html'> & Partial<ReportOptions> & ConfigOptions;

/** Adds the command to the program. */
export function addReport(program: Command, host: Host, done: (status: Status) => void): void {
  configOptions(program.command('report'))
    .summary(t('write a page: what goes together, who says so, and until when it is in support'))
    .description(
      t(
        'Writes one HTML page about manifests that needs nothing else: each stack as a compatibility matrix with the evidence, and a timeline of support. Files and folders are found as "{0}" finds them.',
        'stackpin check',
      ),
    )
    .argument('[PATH...]', t('files, folders, or - for standard input (default: the current folder)'))
    .requiredOption('--html <file>', t('the file to write, or - for standard output'))
    .option('--as-of <day>', t('judge support as of this day, YYYY-MM-DD (default: today, UTC)'), day)
    .showHelpAfterError(moreAbout('stackpin report'))
    .addHelpText('after', status())
    .action(async (paths: string[], written: Written) => {
      const { html, asOf } = written;
      const { reportPage, withSettings } = await import('../commands.ts');
      const run = ({ catalog, severities, leftOut }: Settings) =>
        reportPage(paths, { html, asOf, catalog, severities, leftOut }, host);
      done(await withSettings(written, host, run));
    });
}

function status(): string {
  return statusHelp(
    new Map([
      [STATUS.good, t('the page is written, whatever it tells')],
      [
        STATUS.unusable,
        t(
          'bad usage, input that cannot be read (everything else is still in the page), or a file that cannot be written',
        ),
      ],
    ]),
  );
}
