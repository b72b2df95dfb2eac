/** The commands `stackpin import` and `stackpin drift`, and their options. */
import { t } from '@vscode/l10n';
import { type Command, Option } from 'commander';
import { moreAbout, statusHelp } from '../commandHelp.ts';
import type { Host } from '../host.ts';
import { added } from '../options.ts';
import { STATUS, type Status } from '../status.ts';
import type { DriftOptions } from './drift.ts';
import type { ImportOptions } from './import.ts';

/** What commander gives for the options: what is not written is absent. */
type WrittenImport = Pick<ImportOptions, 'format'> & Partial<ImportOptions>;
type WrittenDrift = Pick<DriftOptions, 'format'> & Partial<DriftOptions>;

/** Adds both commands to the program. */
export function addImport(program: Command, host: Host, done: (status: Status) => void): void {
  program
    .command('import')
    .summary(t('write a manifest from the files that you have'))
    .description(
      t(
        'Writes a stack manifest from charts, Helm releases, images and cluster configuration in a repository, and from what {0} and {1} print as JSON. What is not recognised is listed on standard error, and never guessed. Nothing that {2} leaves out is read.',
        'kubectl',
        'helm',
        '.gitignore',
      ),
    )
    .argument('[PATH...]', t('files, folders, or - for standard input (default: the current folder)'))
    .option('-o, --output <file>', t('write to this file (default: standard output)'))
    .option('--force', t('replace the file if it is there'))
    .option('--name <name>', t('the name of the stack (default: that of the current folder)'))
    .addOption(new Option('--format <format>', t('how to print it')).choices(['yaml', 'json']).default('yaml'))
    .option('--catalog <file>', t('lay a catalog of your own over the bundled one (repeatable)'), added)
    .showHelpAfterError(moreAbout('stackpin import'))
    .addHelpText(
      'after',
      statusHelp(
        new Map([
          [STATUS.good, t('written')],
          [STATUS.findings, t('no component was recognised')],
          [STATUS.unusable, t('bad usage, input that cannot be read, or a file that cannot be written')],
        ]),
      ),
    )
    .action(async (paths: string[], options: WrittenImport) => {
      const { format, output, force = false, name, catalog = [] } = options;
      const { importManifest } = await import('./importing.ts');
      done(await importManifest(paths, { format, output, force, name, catalog }, host));
    });
  addDrift(program, host, done);
}

function addDrift(program: Command, host: Host, done: (status: Status) => void): void {
  program
    .command('drift')
    .summary(t('compare a manifest with the files that you have'))
    .description(
      t(
        'Compares what a manifest pins with what the files say that "{0}" reads. Pins that no file speaks about are listed, and fail nothing.',
        'stackpin import',
      ),
    )
    .argument('<FILE>', t('the manifest'))
    .argument('[PATH...]', t('files, folders, or - for standard input (default: the current folder)'))
    .option('--environment <name>', t('the stack of this environment (default: the one without)'))
    .addOption(new Option('--format <format>', t('how to print it')).choices(['pretty', 'json']).default('pretty'))
    .option('--catalog <file>', t('lay a catalog of your own over the bundled one (repeatable)'), added)
    .showHelpAfterError(moreAbout('stackpin drift'))
    .addHelpText(
      'after',
      statusHelp(
        new Map([
          [STATUS.good, t('every version in the files is one that the manifest pins')],
          [STATUS.findings, t('another version, or a component that the manifest does not pin')],
          [STATUS.unusable, t('bad usage, or input that cannot be read')],
        ]),
      ),
    )
    .action(async (file: string, paths: string[], options: WrittenDrift) => {
      const { format, environment, catalog = [] } = options;
      const { drift } = await import('./importing.ts');
      done(await drift(file, paths, { format, environment, catalog }, host));
    });
}
