/** The commands and options of `stackpin`. */
import { resolve } from 'node:path';
import { Command, CommanderError, Option } from 'commander';
import { version } from '../../package.json';
import { speakLanguageOf } from '../../server/src/localization.ts';
import { addCatalog } from './catalog/commands.ts';
import type { CheckOptions } from './check.ts';
import { FLOORS, FORMATS } from './choices.ts';
import type { FixOptions } from './fix/fix.ts';
import type { Host } from './host.ts';
import type { LoadOptions } from './oneFile.ts';
import { added, day } from './options.ts';
import { addReport } from './page/command.ts';
import { addPlan } from './plan/command.ts';
import { STATUS, type Status } from './status.ts';

const VERSION_OPTIONS = ['-V', '--version'];

/**
 * Runs the command line.
 * @param args without the program's own name
 */
export async function run(args: readonly string[], host: Host): Promise<Status> {
  await speakLanguageOf(host.locale, host.bundledCatalog, host, (message) => host.warn(`stackpin: ${message}\n`));
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
      host.warn(`To check it: stackpin check ${first}\n`);
    }
  }
  if (output.length > 0) await host.write(output.join(''));
  return status;
}

function programFor(host: Host, about: string, output: string[], done: (status: Status) => void): Command {
  const program = new Command('stackpin')
    .description('Checks composed stack manifests: which pins go together, which are out of support, and who says so.')
    .version(about, VERSION_OPTIONS.join(', '), 'print the version of the program and of its catalog')
    .helpOption('-h, --help', 'print this help')
    .helpCommand('help [COMMAND]', 'print the help of a command')
    .exitOverride()
    .configureOutput({
      writeOut: (text) => output.push(text),
      writeErr: (text) => host.warn(text),
      outputError: (text, write) => write(text.replace(/^error: /, 'stackpin: ')),
      getOutHelpWidth: () => host.output.columns ?? 80,
      getErrHelpWidth: () => host.errors.columns ?? 80,
    })
    .showHelpAfterError('Run "stackpin --help" to see the commands.');
  addCheck(program, host, done);
  addFix(program, host, done);
  addPlan(program, host, done);
  addReport(program, host, done);
  addExplain(program, host, done);
  addCatalog(program, host, done);
  program
    .command('lsp')
    .summary('run the language server')
    .description('Runs the language server; an editor starts it.')
    .option('--stdio', 'speak the protocol over standard input and output (the default)')
    .allowUnknownOption()
    .allowExcessArguments()
    .action(() => host.startServer());
  return program;
}

/** What commander gives for the options: what is not written is absent. */
type WrittenOptions = Pick<CheckOptions, 'format' | 'failOn'> & Partial<CheckOptions>;

function addCheck(program: Command, host: Host, done: (status: Status) => void): void {
  program
    .command('check')
    .summary('check manifests')
    .description(
      'Checks files, every manifest under folders (*.stack.yaml, *.stack.yml, stackpin.yaml, stackpin.yml; without what ' +
        '.gitignore leaves out), or standard input.',
    )
    .argument('[PATH...]', 'files, folders, or - for standard input (default: the current folder)')
    .addOption(new Option('--format <format>', 'how to report').choices(FORMATS).default('pretty'))
    .option('--as-of <day>', 'judge support as of this day, YYYY-MM-DD (default: today, UTC)', day)
    .option('--catalog <file>', 'lay a catalog of your own over the bundled one (repeatable)', added)
    .addOption(new Option('--fail-on <severity>', 'the least severity that fails').choices(FLOORS).default('error'))
    .addOption(new Option('-q, --quiet', 'list only what fails, without figures').conflicts('verbose'))
    .option('-v, --verbose', 'list hints as well')
    .showHelpAfterError('Run "stackpin check --help" to see its options.')
    .addHelpText('after', EXIT_STATUS)
    .action(async (paths: string[], written: WrittenOptions) => {
      const { format, failOn, asOf, catalog = [], quiet = false, verbose = false } = written;
      const { check } = await import('./commands.ts');
      done(await check(paths, { format, failOn, asOf, catalog, quiet, verbose }, host));
    });
}

function addFix(program: Command, host: Host, done: (status: Status) => void): void {
  program
    .command('fix')
    .summary('apply the least change that makes stacks good')
    .description(
      'Sets the fewest versions that make each stack good, and changes nothing else in the files: no downgrade, no version ' +
        'out of support and no larger jump than it takes. Files and folders are found as "stackpin check" finds them.',
    )
    .argument('[PATH...]', 'files, folders, or - for standard input (default: the current folder)')
    .option('-n, --dry-run', 'print a unified diff, and change nothing')
    .option('--as-of <day>', 'judge support as of this day, YYYY-MM-DD (default: today, UTC)', day)
    .option('--catalog <file>', 'lay a catalog of your own over the bundled one (repeatable)', added)
    .showHelpAfterError('Run "stackpin fix --help" to see its options.')
    .addHelpText('after', FIX_STATUS)
    .action(async (paths: string[], written: Partial<FixOptions>) => {
      const { asOf, catalog = [], dryRun = false } = written;
      const { fix } = await import('./commands.ts');
      done(await fix(paths, { asOf, catalog, dryRun }, host));
    });
}

const FIX_STATUS = `
Exit status:
  0  no errors are left
  1  errors are left
  2  bad usage, or a file that cannot be read or written (everything else is still fixed)`;

function addExplain(program: Command, host: Host, done: (status: Status) => void): void {
  program
    .command('explain')
    .summary('explain what is found in a manifest')
    .description(
      'Explains what is found in one manifest: the steps that lead to it, each with who says so. Without a code or a pin, ' +
        'every error and warning about versions.',
    )
    .argument('<FILE>', 'the manifest, or - for standard input')
    .argument('[WANTED]', 'a code such as unsatisfiable, or a pin by its name or its component')
    .option('--as-of <day>', 'judge support as of this day, YYYY-MM-DD (default: today, UTC)', day)
    .option('--catalog <file>', 'lay a catalog of your own over the bundled one (repeatable)', added)
    .showHelpAfterError('Run "stackpin explain --help" to see its options.')
    .addHelpText('after', EXPLAIN_STATUS)
    .action(async (path: string, wanted: string | undefined, written: Partial<LoadOptions>) => {
      const { asOf, catalog = [] } = written;
      const { explain } = await import('./commands.ts');
      done(await explain(path, wanted, { asOf, catalog }, host));
    });
}

const EXPLAIN_STATUS = `
Exit status:
  0  explained, or nothing to explain
  2  bad usage, or input that cannot be read`;

const EXIT_STATUS = `
Exit status:
  0  nothing that fails
  1  findings that fail
  2  bad usage, or input that cannot be read (everything else is still checked)`;

async function versionText(host: Host): Promise<string> {
  const { bundledCatalog } = await import('./commands.ts');
  const catalog = await bundledCatalog(host, (problem) => host.warn(`stackpin: ${problem}\n`));
  if (catalog === undefined) return `stackpin ${version}, without a catalog`;
  const { metadata } = catalog;
  return `stackpin ${version}, catalog ${metadata.version} (${metadata.updated})`;
}
