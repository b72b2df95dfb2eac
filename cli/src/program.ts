/** The commands and options of `stackpin`. */

import { resolve } from 'node:path';
import { t } from '@vscode/l10n';
import { Command, CommanderError, Option } from 'commander';
import { version } from '../../package.json';
import { speakLanguageOf } from '../../server/src/localization.ts';
import { addCatalog } from './catalog/commands.ts';
import type { CheckOptions } from './check.ts';
import { FLOORS, FORMATS } from './choices.ts';
import { HELP, moreAbout, statusHelp } from './commandHelp.ts';
import { addCompletion } from './completion/command.ts';
import type { ConfigOptions, Settings } from './config/settings.ts';
import { addDiff } from './diff/command.ts';
import type { FixOptions } from './fix/fix.ts';
import type { Host } from './host.ts';
import { addImport } from './import/command.ts';
import { addInit } from './init/command.ts';
import type { LoadOptions } from './oneFile.ts';
import { configOptions, day, threadCount } from './options.ts';
import { addReport } from './page/command.ts';
import { addPlan } from './plan/command.ts';
import { STATUS, type Status } from './status.ts';
import { usageError } from './usageErrors.ts';
import { addVersions } from './versions/command.ts';

const VERSION_OPTIONS = ['-V', '--version'];

/**
 * Runs the command line.
 * @param args without the program's own name
 */
export async function run(args: readonly string[], host: Host): Promise<Status> {
  const log = (message: string) => host.warn(`stackpin: ${message}\n`);
  await speakLanguageOf(host.locale, host.bundledCatalog, host, log, 'cli');
  const output: string[] = [];
  let status: Status = STATUS.good;
  // The catalog is read for its version, so only when that is asked for.
  const about = args.some((arg) => VERSION_OPTIONS.includes(arg)) ? await versionText(host) : version;
  const program = programFor(host, about, output, (result) => {
    status = result;
  });
  try {
    // Without a command there is nothing to do, and what one could do is said where errors are.
    if (args.length === 0) program.help({ error: true });
    await program.parseAsync(args, { from: 'user' });
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    status = error.exitCode === 0 ? STATUS.good : STATUS.unusable;
    const [first = ''] = args;
    if (error.code === 'commander.unknownCommand' && (await host.inspect(resolve(host.folder, first))) !== undefined) {
      host.warn(`${t('To check it: {0}', `stackpin check ${first}`)}\n`);
    }
  }
  if (output.length > 0) await host.write(output.join(''));
  return status;
}

/**
 * The program with all its commands.
 * @param about what `--version` prints
 * @param output gets what help prints
 * @param done gets the status that a command ends with
 */
export function programFor(host: Host, about: string, output: string[], done: (status: Status) => void): Command {
  const program = new Command('stackpin')
    .description(
      t('Checks composed stack manifests: which pins go together, which are out of support, and who says so.'),
    )
    .version(about, VERSION_OPTIONS.join(', '), t('print the version of the program and of its catalog'))
    .helpOption('-h, --help', t('print this help'))
    .helpCommand('help [COMMAND]', t('print the help of a command'))
    .configureHelp(HELP)
    .exitOverride()
    .configureOutput({
      writeOut: (text) => output.push(text),
      writeErr: (text) => host.warn(text),
      outputError: (text, write) => write(`stackpin: ${usageError(text)}\n`),
      getOutHelpWidth: () => host.output.columns ?? 80,
      getErrHelpWidth: () => host.errors.columns ?? 80,
    })
    .showHelpAfterError(t('Run "{0}" to see the commands.', 'stackpin --help'));
  addCheck(program, host, done);
  addFix(program, host, done);
  addDiff(program, host, done);
  addPlan(program, host, done);
  addReport(program, host, done);
  addImport(program, host, done);
  addExplain(program, host, done);
  addVersions(program, host, done);
  addInit(program, host, done);
  addCatalog(program, host, done);
  addCompletion(program, host, done);
  program
    .command('lsp')
    .summary(t('run the language server'))
    .description(t('Runs the language server; an editor starts it.'))
    .option('--stdio', t('speak the protocol over standard input and output (the default)'))
    .allowUnknownOption()
    .allowExcessArguments()
    .action(() => host.startServer());
  return program;
}

/** What commander gives for the options: what is not written is absent. */
type WrittenOptions = Pick<CheckOptions, 'format' | 'failOn'> &
  Partial<CheckOptions> &
  ConfigOptions & { readonly baseline?: string; readonly changedSince?: string };

function beforeOf({ baseline, changedSince: revision }: WrittenOptions): CheckOptions['before'] {
  if (baseline !== undefined) return { baseline };
  return revision === undefined ? undefined : { revision };
}

function addCheck(program: Command, host: Host, done: (status: Status) => void): void {
  configOptions(program.command('check'))
    .summary(t('check manifests'))
    .description(
      t(
        'Checks files, every manifest under folders ({0}; without what {1} leaves out), or standard input.',
        '*.stack.yaml, *.stack.yml, stackpin.yaml, stackpin.yml',
        '.gitignore',
      ),
    )
    .argument('[PATH...]', t('files, folders, or - for standard input (default: the current folder)'))
    .addOption(new Option('--format <format>', t('how to report')).choices(FORMATS).default('pretty'))
    .option('--as-of <day>', t('judge support as of this day, YYYY-MM-DD (default: today, UTC)'), day)
    .addOption(new Option('--fail-on <severity>', t('the least severity that fails')).choices(FLOORS).default('error'))
    .addOption(new Option('-q, --quiet', t('list only what fails, without figures')).conflicts('verbose'))
    .option('-v, --verbose', t('list hints as well'))
    .addOption(
      new Option('--baseline <file>', t('leave out the findings that this file names')).conflicts([
        'changedSince',
        'writeBaseline',
      ]),
    )
    .addOption(
      new Option(
        '--write-baseline <file>',
        t('write all findings to this file, for --baseline; nothing fails'),
      ).conflicts('changedSince'),
    )
    .option('--changed-since <revision>', t('leave out what was found at this revision of git'))
    .addOption(
      new Option('--threads <number>', t('threads that check (default: as many as there are cores)')).argParser(
        threadCount,
      ),
    )
    .showHelpAfterError(moreAbout('stackpin check'))
    .addHelpText('after', checkStatus())
    .action(async (paths: string[], written: WrittenOptions, command: Command) => {
      const { asOf, quiet = false, verbose = false, writeBaseline, threads } = written;
      const { check, withSettings } = await import('./commands.ts');
      const before = beforeOf(written);
      const isWritten = (name: string) => command.getOptionValueSource(name) !== 'default';
      const run = ({ catalog, severities, leftOut, ...own }: Settings): Promise<Status> => {
        const format = isWritten('format') ? written.format : (own.format ?? written.format);
        const failOn = isWritten('failOn') ? written.failOn : (own.failOn ?? written.failOn);
        const options = {
          format,
          failOn,
          asOf,
          catalog,
          severities,
          leftOut,
          quiet,
          verbose,
          before,
          writeBaseline,
          threads,
        };
        return check(paths, options, host);
      };
      done(await withSettings(written, host, run));
    });
}

function addFix(program: Command, host: Host, done: (status: Status) => void): void {
  configOptions(program.command('fix'))
    .summary(t('apply the least change that makes stacks good'))
    .description(
      t(
        'Sets the fewest versions that make each stack good, and changes nothing else in the files: no downgrade, no version out of support and no larger jump than it takes. Files and folders are found as "{0}" finds them.',
        'stackpin check',
      ),
    )
    .argument('[PATH...]', t('files, folders, or - for standard input (default: the current folder)'))
    .option('-n, --dry-run', t('print a unified diff, and change nothing'))
    .option('--as-of <day>', t('judge support as of this day, YYYY-MM-DD (default: today, UTC)'), day)
    .showHelpAfterError(moreAbout('stackpin fix'))
    .addHelpText('after', fixStatus())
    .action(async (paths: string[], written: Partial<FixOptions> & ConfigOptions) => {
      const { asOf, dryRun = false } = written;
      const { fix, withSettings } = await import('./commands.ts');
      const run = ({ catalog, severities, leftOut }: Settings) =>
        fix(paths, { asOf, catalog, severities, leftOut, dryRun }, host);
      done(await withSettings(written, host, run));
    });
}

function fixStatus(): string {
  return statusHelp(
    new Map([
      [STATUS.good, t('no errors are left')],
      [STATUS.findings, t('errors are left')],
      [STATUS.unusable, t('bad usage, or a file that cannot be read or written (everything else is still fixed)')],
    ]),
  );
}

function addExplain(program: Command, host: Host, done: (status: Status) => void): void {
  configOptions(program.command('explain'))
    .summary(t('explain what is found in a manifest'))
    .description(
      t(
        'Explains what is found in one manifest: the steps that lead to it, each with who says so. Without a code or a pin, every error and warning about versions.',
      ),
    )
    .argument('<FILE>', t('the manifest, or - for standard input'))
    .argument('[WANTED]', t('a code such as {0}, or a pin by its name or its component', 'unsatisfiable'))
    .option('--as-of <day>', t('judge support as of this day, YYYY-MM-DD (default: today, UTC)'), day)
    .showHelpAfterError(moreAbout('stackpin explain'))
    .addHelpText('after', explainStatus())
    .action(async (path: string, wanted: string | undefined, written: Partial<LoadOptions> & ConfigOptions) => {
      const { asOf } = written;
      const { explain, withSettings } = await import('./commands.ts');
      const run = ({ catalog, severities }: Settings) => explain(path, wanted, { asOf, catalog, severities }, host);
      done(await withSettings(written, host, run));
    });
}

function explainStatus(): string {
  return statusHelp(
    new Map([
      [STATUS.good, t('explained, or nothing to explain')],
      [STATUS.unusable, t('bad usage, or input that cannot be read')],
    ]),
  );
}

function checkStatus(): string {
  return statusHelp(
    new Map([
      [STATUS.good, t('nothing that fails')],
      [STATUS.findings, t('findings that fail')],
      [STATUS.unusable, t('bad usage, or input that cannot be read (everything else is still checked)')],
      [STATUS.interrupted, t('interrupted; what was checked until then is reported')],
      [STATUS.terminated, t('the same, ended by SIGTERM')],
    ]),
  );
}

async function versionText(host: Host): Promise<string> {
  const { bundledCatalog } = await import('./commands.ts');
  const catalog = await bundledCatalog(host, (problem) => host.warn(`stackpin: ${problem}\n`));
  if (catalog === undefined) return t('stackpin {0}, without a catalog', version);
  const { metadata } = catalog;
  return t('stackpin {0}, catalog {1} ({2})', version, metadata.version, metadata.updated);
}
