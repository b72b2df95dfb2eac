/** The command `stackpin init` and its options. */
import { t } from '@vscode/l10n';
import { type Command, Option } from 'commander';
import { moreAbout, statusHelp } from '../commandHelp.ts';
import type { Host } from '../host.ts';
import { STATUS, type Status } from '../status.ts';
import type { InitOptions } from './init.ts';

/** Adds the command to the program. */
export function addInit(program: Command, host: Host, done: (status: Status) => void): void {
  program
    .command('init')
    .summary(t('begin a manifest from a template'))
    .description(t('Prints a manifest to go on from, or writes it to a file.'))
    .option('--template <name>', t('which one'), 'empty')
    .addOption(new Option('--list', t('name the templates')).conflicts(['output', 'force']))
    .option('-o, --output <file>', t('write it to this file'))
    .option('--force', t('take the place of a file that is there'))
    .showHelpAfterError(moreAbout('stackpin init'))
    .addHelpText(
      'after',
      statusHelp(
        new Map([
          [STATUS.good, t('printed or written')],
          [STATUS.unusable, t('bad usage, or a file that is there or cannot be written')],
        ]),
      ),
    )
    .action(async ({ template = 'empty', list = false, output, force = false }: Partial<InitOptions>) => {
      const { init } = await import('../commands.ts');
      done(await init({ template, list, output, force }, host));
    });
}
