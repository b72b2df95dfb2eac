/** The command `stackpin completion`. */
import { t } from '@vscode/l10n';
import { Argument, type Command } from 'commander';
import { moreAbout } from '../commandHelp.ts';
import type { Host } from '../host.ts';
import { STATUS, type Status } from '../status.ts';
import { SHELLS, type Shell } from './shells.ts';

/** Adds the command to the program. */
export function addCompletion(program: Command, host: Host, done: (status: Status) => void): void {
  program
    .command('completion')
    .summary(t('print a script that completes commands in a shell'))
    .description(
      t(
        'Prints a script that completes commands, options and what they take. For {0}, add this to its start-up file: {1}',
        'bash',
        'source <(stackpin completion bash)',
      ),
    )
    .addArgument(new Argument('<SHELL>', t('the shell')).choices(SHELLS))
    .showHelpAfterError(moreAbout('stackpin completion'))
    .action(async (shell: Shell) => {
      const { commandTree, completionScript } = await import('../commands.ts');
      await host.write(completionScript(shell, commandTree(program)));
      done(STATUS.good);
    });
}
