/** The command `stackpin report` and its options. */
import type { Command } from 'commander';
import type { Host } from '../host.ts';
import { added, day } from '../options.ts';
import type { Status } from '../status.ts';
import type { ReportOptions } from './reportPage.ts';

/** What commander gives for the options: what is not written is absent. */
type Written = Pick<ReportOptions, 'html'> & Partial<ReportOptions>;

/** Adds the command to the program. */
export function addReport(program: Command, host: Host, done: (status: Status) => void): void {
  program
    .command('report')
    .summary('write a page: what goes together, who says so, and until when it is in support')
    .description(
      'Writes one HTML page about manifests that needs nothing else: each stack as a compatibility matrix with the evidence, ' +
        'and a timeline of support. Files and folders are found as "stackpin check" finds them.',
    )
    .argument('[PATH...]', 'files, folders, or - for standard input (default: the current folder)')
    .requiredOption('--html <file>', 'the file to write, or - for standard output')
    .option('--as-of <day>', 'judge support as of this day, YYYY-MM-DD (default: today, UTC)', day)
    .option('--catalog <file>', 'lay a catalog of your own over the bundled one (repeatable)', added)
    .showHelpAfterError('Run "stackpin report --help" to see its options.')
    .addHelpText('after', EXIT_STATUS)
    .action(async (paths: string[], written: Written) => {
      const { html, asOf, catalog = [] } = written;
      const { reportPage } = await import('../commands.ts');
      done(await reportPage(paths, { html, asOf, catalog }, host));
    });
}

const EXIT_STATUS = `
Exit status:
  0  the page is written, whatever it tells
  2  bad usage, input that cannot be read (everything else is still in the page), or a file that cannot be written`;
