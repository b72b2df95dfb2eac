/** `stackpin versions`: the versions of a component with their support, and whether each fits a manifest. */
import { t } from '@vscode/l10n';
import type { AnalysisContext } from '../../../server/src/analysis/analysis.ts';
import { neighbourJudge } from '../../../server/src/analysis/neighbours.ts';
import type { Component } from '../../../server/src/catalog/model.ts';
import { allVersions, latestOf, lineOf } from '../../../server/src/catalog/queries.ts';
import { fitJudge } from '../../../server/src/features/versionFit.ts';
import { parseVersion } from '../../../server/src/version/index.ts';
import { sentences } from '../../../server/src/words.ts';
import { nameProblem } from '../catalog/unknownName.ts';
import { openCatalogs } from '../catalogs.ts';
import type { VersionsFormat } from '../choices.ts';
import { complain } from '../complain.ts';
import type { Host } from '../host.ts';
import { type LoadOptions, loadOne, type Problems } from '../oneFile.ts';
import { type Choice, chooseStack } from '../plan/chooseStack.ts';
import { STATUS, type Status } from '../status.ts';
import { type Beside, besideOf } from './beside.ts';
import type { ListedVersion } from './listed.ts';
import { versionsJson } from './versionsJson.ts';
import { versionsPretty } from './versionsPretty.ts';

export interface VersionsOptions extends LoadOptions, Choice {
  readonly format: VersionsFormat;
  /** The manifest that versions are to fit; `-` is standard input. */
  readonly with: string | undefined;
  /** Every version; otherwise the newest of each release line, and the one that is pinned. */
  readonly all: boolean;
}

/**
 * Runs the command.
 * @param name the id of a component, or the name of a pin of the manifest
 */
export async function versions(name: string, options: VersionsOptions, host: Host): Promise<Status> {
  const subject = await subjectOf(name, options, host);
  if ('problems' in subject) return complain(subject.problems, host);
  const { component, context, beside } = subject;
  const answer = {
    component,
    beside,
    date: context.date,
    catalog: context.catalog.metadata,
    versions: listed(subject, options.all),
    total: allVersions(component).length,
  };
  await host.write(options.format === 'json' ? versionsJson(answer) : versionsPretty(answer, host.output));
  return STATUS.good;
}

interface Subject {
  readonly component: Component;
  readonly context: AnalysisContext;
  /** Undefined where no manifest is named. */
  readonly beside: Beside | undefined;
}

async function subjectOf(name: string, options: VersionsOptions, host: Host): Promise<Subject | Problems> {
  const { with: path } = options;
  if (path === undefined) {
    if (options.environment !== undefined || options.document !== undefined)
      return {
        problems: [
          t('{0} says which stack of a manifest is meant. Name the manifest with {1}.', chosenBy(options), '--with'),
        ],
      };
    const { catalog, problems } = await openCatalogs(options.catalog, host);
    if (problems.length > 0) return { problems };
    const context: AnalysisContext = {
      catalog,
      date: options.asOf ?? host.today(),
      severities: options.severities ?? {},
    };
    const component = catalog.component(name);
    if (component === undefined) return { problems: problems.length > 0 ? problems : [unknown(name, catalog)] };
    return { component, context, beside: undefined };
  }
  const file = await loadOne(path, options, host);
  if ('problems' in file) return file;
  const stack = chooseStack(file, options);
  if ('problems' in stack) return stack;
  const { context } = file;
  const named = stack.pins.find(({ entry }) => entry.instance === name);
  const component = named === undefined ? context.catalog.component(name) : named.component;
  if (component === undefined) return { problems: [unknown(name, context.catalog)] };
  const beside = besideOf(file, stack, component, named);
  return 'problems' in beside ? beside : { component, context, beside };
}

function chosenBy({ environment }: Choice): string {
  return environment === undefined ? '--document' : '--environment';
}

function unknown(name: string, catalog: AnalysisContext['catalog']): string {
  const problem = nameProblem(name, catalog, 'stackpin versions');
  return sentences(problem.words, problem.advice);
}

/** Newest first. */
function listed({ component, context, beside }: Subject, all: boolean): ListedVersion[] {
  const judge = fitJudge(component, beside?.place, context);
  const neighbours = beside?.place && neighbourJudge(beside.stack, beside.place.pin, context);
  const pinned = new Set(beside?.pinned);
  return allVersions(component).flatMap((text): ListedVersion[] => {
    const version = parseVersion(text, component.versions.scheme);
    const line = version === undefined ? undefined : lineOf(component, version);
    const isPinned = pinned.has(text);
    const isLatest = line === undefined || text === latestOf(component, line);
    if (!all && !isPinned && !isLatest) return [];
    const { rank, against, facts } = judge(text);
    const isSpokenOf = [...(neighbours?.(text) ?? [])].some(({ verdict }) => verdict !== 'unknown');
    return [{ version: text, line, isPinned, isSpokenOf, rank, against, facts }];
  });
}
