/** `stackpin diff`: what a change of a manifest means. */
import { t } from '@vscode/l10n';
import type { DiffFormat, Floor } from '../choices.ts';
import { complain } from '../complain.ts';
import type { Host } from '../host.ts';
import type { LoadOptions } from '../oneFile.ts';
import { reaches } from '../report/result.ts';
import { STATUS, type Status } from '../status.ts';
import { changesBetween } from './changes.ts';
import { diffJson } from './diffJson.ts';
import { diffMarkdown } from './diffMarkdown.ts';
import { diffText } from './diffText.ts';
import { readSides } from './sides.ts';

export interface DiffOptions extends LoadOptions {
  readonly format: DiffFormat;
  /** What is found besides and is as severe makes the status 1. */
  readonly failOn: Floor;
}

/**
 * Runs the command.
 * @param first what was before, or the file to compare with the last commit
 * @param second what is after
 */
export async function diff(
  first: string,
  second: string | undefined,
  options: DiffOptions,
  host: Host,
): Promise<Status> {
  const sides = await readSides(first, second, options, host);
  if ('problems' in sides) return complain(sides.problems, host);
  const [before, after] = sides;
  const changes = changesBetween(before.file.analysis, after.file.analysis);
  const title = t('{0} to {1}', before.name, after.name);
  switch (options.format) {
    case 'pretty':
      await host.write(diffText(changes, title, host.output.colour));
      break;
    case 'markdown':
      await host.write(diffMarkdown(changes, title));
      break;
    case 'json':
      await host.write(diffJson(changes, before, after, after.file.context.date));
  }
  const fails = changes.gained.some(({ severity }) => reaches(options.failOn, severity));
  return fails ? STATUS.findings : STATUS.good;
}
