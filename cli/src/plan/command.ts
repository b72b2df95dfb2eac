/** The command `stackpin plan` and its options. */
import { t } from '@vscode/l10n';
import { type Command, InvalidArgumentError, Option } from 'commander';
import { PLAN_FORMATS } from '../choices.ts';
import { moreAbout, statusHelp } from '../commandHelp.ts';
import type { ConfigOptions, Settings } from '../config/settings.ts';
import type { Host } from '../host.ts';
import { configOptions, day, place, whole } from '../options.ts';
import { STATUS, type Status } from '../status.ts';
import type { PlanOptions } from './plan.ts';

/** What commander gives for the options: what is not written is absent. */
type Written = { readonly [name in keyof PlanOptions]?: Exclude<PlanOptions[name], undefined> } & ConfigOptions;

/** A plan has one target. */
const TARGETS = ['to', 'set', 'newest', 'supportedUntil'];

/** Steps that take longer are no steps of one plan. */
const MOST_DAYS = 3650;

/** Adds the command to the program. */
export function addPlan(program: Command, host: Host, done: (status: Status) => void): void {
  const target = (flags: string, words: string, own: string): Option =>
    new Option(flags, words).conflicts(TARGETS.filter((name) => name !== own));
  configOptions(program.command('plan'))
    .summary(t('plan an upgrade, or tell until when a stack is in support'))
    .description(
      t(
        'Plans an upgrade in steps of one component each, so that every state on the way is good and every step is one that upstream allows. Without a target it tells until when each component is in support.',
      ),
    )
    .argument('<FILE>', t('the manifest to start from, or - for standard input'))
    .addOption(target('--to <file>', t('to what this manifest pins'), 'to'))
    .addOption(target('--set <pin=version...>', t('to these versions, lines or ranges, and what they need'), 'set'))
    .addOption(target('--newest', t('to the newest versions that go together'), 'newest'))
    .addOption(
      target('--supported-until <day>', t('to versions in support until this day'), 'supportedUntil').argParser(day),
    )
    .addOption(
      new Option(
        '--days-per-step <days>',
        t('tell the last safe day to start; without a target, of the plan that keeps the stack in support'),
      ).argParser(days),
    )
    .option('--environment <name>', t('the stack of this environment (default: the one without)'))
    .addOption(new Option('--document <number>', t('the stack of this document of the file, from 1')).argParser(place))
    .addOption(
      new Option('--verify <file>', t('check a plan that {0} printed, and make none', '--format json')).conflicts([
        ...TARGETS,
        'daysPerStep',
        'format',
      ]),
    )
    .addOption(
      new Option(
        '--format <format>',
        t('how to print it (default: {0} on a terminal, {1} elsewhere)', 'pretty', 'markdown'),
      ).choices(PLAN_FORMATS),
    )
    .option('--as-of <day>', t('judge support as of this day, YYYY-MM-DD (default: today, UTC)'), day)
    .showHelpAfterError(moreAbout('stackpin plan'))
    .addHelpText('after', planStatus())
    .action(async (path: string, written: Written) => {
      const { plan, withSettings } = await import('../commands.ts');
      const run = ({ catalog, severities }: Settings) =>
        plan(path, { ...optionsOf(written), catalog, severities }, host);
      done(await withSettings(written, host, run));
    });
}

function optionsOf(written: Written): PlanOptions {
  const { format, asOf, catalog = [], to, set, newest = false, supportedUntil, daysPerStep } = written;
  const { document, environment, verify } = written;
  return { format, asOf, catalog, to, set, newest, supportedUntil, daysPerStep, document, environment, verify };
}

function days(text: string): number {
  const count = whole(text);
  if (count === undefined || count > MOST_DAYS)
    throw new InvalidArgumentError(t('Write a whole number of days from {0} to {1}, such as {2}.', 1, MOST_DAYS, 7));
  return count;
}

function planStatus(): string {
  return statusHelp(
    new Map([
      [STATUS.good, t('a plan, or nothing to do; under {0}, a plan that holds', '--verify')],
      [STATUS.findings, t('no plan, or none that was found; under {0}, a plan that does not hold', '--verify')],
      [STATUS.unusable, t('bad usage, or input that cannot be read')],
    ]),
  );
}
