/** `stackpin plan`: an ordered upgrade from a stack to a target, or until when the stack is in support. */

import { resolve } from 'node:path';
import { t } from '@vscode/l10n';
import type { EffectiveStack } from '../../../server/src/analysis/analysis.ts';
import { contextOf } from '../../../server/src/analysis/ownCatalogs.ts';
import type { IsoDate } from '../../../server/src/catalog/model.ts';
import { planMarkdown } from '../../../server/src/features/plan/planMarkdown.ts';
import { planReport } from '../../../server/src/resolve/plan/planReport.ts';
import type { PlanReport, Wish } from '../../../server/src/resolve/plan/report.ts';
import { complain } from '../catalog/shared.ts';
import type { PlanFormat } from '../choices.ts';
import { displayName } from '../files/find.ts';
import type { Host } from '../host.ts';
import { type LoadedFile, type LoadOptions, loadEach, type Problems } from '../oneFile.ts';
import { STATUS, type Status } from '../status.ts';
import { type Choice, chooseStack, counterpart } from './chooseStack.ts';
import { planJson } from './planJson.ts';
import { planPretty } from './planPretty.ts';
import { unreadParts } from './unreadParts.ts';
import { verify } from './verify.ts';

export interface PlanOptions extends Choice, LoadOptions {
  /** Undefined: for people on a terminal, Markdown elsewhere. */
  readonly format: PlanFormat | undefined;
  /** Path of a manifest that pins the target. */
  readonly to: string | undefined;
  /** "kubernetes=1.35". */
  readonly set: readonly string[] | undefined;
  readonly newest: boolean;
  readonly supportedUntil: IsoDate | undefined;
  readonly daysPerStep: number | undefined;
  /** Path of a plan to be checked, in place of making one. */
  readonly verify: string | undefined;
}

/** Steps of one search: some seconds at most. */
const MOST_STEPS = 100_000;

/**
 * Runs the command.
 * @param path of the manifest, as given; `-` is standard input
 */
export async function plan(path: string, options: PlanOptions, host: Host): Promise<Status> {
  if (options.verify !== undefined) return verify(path, options.verify, options, host);
  const { to } = options;
  if (path === '-' && to === '-') return complain([t('standard input can be one of the two manifests only.')], host);
  const loaded = await loadEach(to === undefined ? [path] : [path, to], options, host);
  if ('problems' in loaded) return complain(loaded.problems, host);
  const [file, target] = loaded;
  if (file === undefined) return STATUS.unusable;
  const stack = chooseStack(file, options);
  if ('problems' in stack) return complain(stack.problems, host);
  const wish = wishOf(options, stack, target);
  if ('problems' in wish) return complain(wish.problems, host);

  const context = contextOf(file.context, stack.document);
  const parts = planReport(stack, wish, options.daysPerStep, context, { steps: MOST_STEPS });
  const report = finished(parts);
  if ('problems' in report) return complain(report.problems, host);
  for (const words of loaded.flatMap(unreadParts)) host.warn(`stackpin: ${words}\n`);
  await host.write(textOf(report, file, options, host));
  return statusOf(report, host);
}

/** Goes through all parts at once. */
function finished<T>(parts: Generator<undefined, T>): T {
  for (;;) {
    const { done, value } = parts.next();
    if (done === true) return value;
  }
}

function wishOf(options: PlanOptions, start: EffectiveStack, target: LoadedFile | undefined): Wish | Problems {
  const { set, newest, supportedUntil, daysPerStep } = options;
  if (target !== undefined) {
    const stack = counterpart(target, start);
    return 'problems' in stack ? stack : { kind: 'stack', stack, name: target.name };
  }
  if (set !== undefined) return settings(set);
  if (newest) return { kind: 'newest' };
  if (supportedUntil !== undefined) return { kind: 'supported-until', day: supportedUntil };
  return { kind: daysPerStep === undefined ? 'none' : 'stay-supported' };
}

function settings(texts: readonly string[]): Wish | Problems {
  const versions = new Map<string, string>();
  const problems: string[] = [];
  for (const text of texts) {
    const at = text.indexOf('=');
    const [name, version] = [text.slice(0, at).trim(), text.slice(at + 1).trim()];
    if (at < 0 || name === '' || version === '')
      problems.push(
        t(
          '"{0}" is no target: write {1}, such as {2}, and the manifest before {3}.',
          text,
          'PIN=VERSION',
          'kubernetes=1.35',
          '--set',
        ),
      );
    else if (versions.has(name)) problems.push(t('{0} names {1} twice.', '--set', name));
    else versions.set(name, version);
  }
  return problems.length > 0 ? { problems } : { kind: 'set', versions };
}

function textOf(report: PlanReport, file: LoadedFile, { format, catalog }: PlanOptions, host: Host): string {
  const { output } = host;
  const extras = catalog.map((path) => displayName(resolve(host.folder, path), host));
  const catalogs = { ...file.catalog.metadata, extras };
  switch (format ?? (output.terminal ? 'pretty' : 'markdown')) {
    case 'json':
      return planJson(report);
    case 'markdown':
      return planMarkdown(report, catalogs);
    case 'pretty':
      return planPretty(file.name, report, catalogs, output);
  }
}

function statusOf({ plan: { found }, faults = [] }: PlanReport, host: Host): Status {
  if (!found) return STATUS.findings;
  if (faults.length === 0) return STATUS.good;
  complain([t('its own checker does not agree with this plan, which is a fault in Stackpin; please report it:')], host);
  complain(faults, host);
  return STATUS.findings;
}
