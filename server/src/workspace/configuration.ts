/** Settings of each document, from wherever this client keeps them. */
import { t } from '@vscode/l10n';
import type { Environment } from '../environment.ts';
import { readSettings, type Settings, type SettingsReading } from './settings.ts';

/** Asks the client for the section `stackpin` as it holds for a document. */
export type AskClient = (uri: string) => Promise<unknown>;

export interface Configuration {
  /** The settings that hold for a document; asked once until `forget`. Never rejects. */
  settingsFor(uri: string): Promise<Settings>;
  /** Takes the section as a client sent it along; it counts for clients that cannot be asked. */
  take(section: unknown): void;
  /** Asks again from now on: about one document, or about all. */
  forget(uri?: string): void;
}

/** Milliseconds after which a client that does not answer is done without. */
const PATIENCE = 5_000;

/** Settings over settings: codes one by one; a list of catalogs as a whole, unless it is empty. None may be forgotten here. */
function over(below: Settings, above: Settings): { readonly [key in keyof Required<Settings>]: Settings[key] } {
  return {
    severity: { ...below.severity, ...above.severity },
    catalogs: above.catalogs.length > 0 ? above.catalogs : below.catalogs,
    inlayHints: above.inlayHints ?? below.inlayHints,
    supportHints: above.supportHints ?? below.supportHints,
    driftSources: above.driftSources ?? below.driftSources,
  };
}

/**
 * Makes the settings of a session.
 * @param initial from `initializationOptions`: what holds where the client says nothing else
 * @param ask undefined for clients that cannot be asked
 * @param isKept whether an answer about a document or a folder is to be kept: a check that was under way when its document was closed
 *   may still ask, and nobody would forget that answer
 * @param warn is called once for each thing that is wrong
 */
export function createConfiguration(
  initial: Settings,
  ask: AskClient | undefined,
  isKept: (uri: string) => boolean,
  environment: Pick<Environment, 'schedule'>,
  warn: (problem: string) => void,
): Configuration {
  let sent: Settings | undefined;
  const asked = new Map<string, Promise<Settings>>();
  const warned = new Set<string>();

  const warnOnce = (problem: string): void => {
    if (warned.has(problem)) return;
    warned.add(problem);
    warn(problem);
  };
  const taken = ({ settings, problems }: SettingsReading): Settings => {
    problems.forEach(warnOnce);
    return over(initial, settings);
  };
  const answerOf = (uri: string, question: AskClient): Promise<Settings> =>
    new Promise((resolve) => {
      const giveUp = (why: string): void => {
        warnOnce(t('The client did not give its settings ({0}). The ones it started with are used.', why));
        resolve(sent ?? initial);
      };
      const cancel = environment.schedule(() => giveUp(t('no answer')), PATIENCE);
      question(uri).then(
        (section) => {
          cancel();
          resolve(taken(readSettings(section)));
        },
        (error: unknown) => {
          cancel();
          giveUp(error instanceof Error ? error.message : String(error));
        },
      );
    });

  return {
    settingsFor(uri) {
      if (ask === undefined) return Promise.resolve(sent ?? initial);
      const known = asked.get(uri) ?? answerOf(uri, ask);
      if (isKept(uri)) asked.set(uri, known);
      return known;
    },
    take(section) {
      sent = taken(readSettings(section));
    },
    forget(uri) {
      if (uri === undefined) asked.clear();
      else asked.delete(uri);
    },
  };
}
