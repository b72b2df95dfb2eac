/** A plan as it was printed, read again: as far as it is checked. */
import { t } from '@vscode/l10n';
import type { PrintedPlan, PrintedStep } from '../../../server/src/resolve/plan/verify/printed.ts';

/** What a file holds. */
export interface ReadPlan {
  readonly plan: PrintedPlan;
  /** Whether there is a plan in it at all. */
  readonly found: boolean;
  /** The stack that it was made for, as far as it says so. */
  readonly stack: { readonly document: number | undefined; readonly environment: string | undefined };
}

/** Why a text is no plan, in a few words. */
export interface Unfit {
  readonly unfit: string;
}

interface Fields {
  readonly [name: string]: unknown;
}

/** Reads the output of `stackpin plan --format json`; what the check does not need is not looked at. */
export function readPlan(text: string): ReadPlan | Unfit {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    // What Node says of it quotes the file, which may be any.
    return { unfit: t('it is no JSON') };
  }
  if (!isObject(value)) return { unfit: t('it is no JSON object') };
  const { version, found, steps } = value;
  if (version !== 1) return { unfit: t('"{0}" is not {1}', 'version', 1) };
  if (!Array.isArray(steps)) return { unfit: t('"{0}" is no list', 'steps') };
  const unfit =
    versionsProblem('start', value.start) ??
    versionsProblem('target', value.target) ??
    steps.map((step: unknown, place) => stepProblem(`steps[${place}]`, step)).find((one) => one !== undefined);
  if (unfit !== undefined) return { unfit };
  const { start, target } = value as unknown as PrintedPlan;
  return {
    plan: { start, target, steps: steps as readonly PrintedStep[] },
    found: found !== false,
    stack: stackOf(value.stack),
  };
}

function stackOf(value: unknown): ReadPlan['stack'] {
  const { document, environment } = isObject(value) ? value : {};
  return {
    document: typeof document === 'number' ? document + 1 : undefined,
    environment: typeof environment === 'string' ? environment : undefined,
  };
}

function stepProblem(at: string, value: unknown): string | undefined {
  if (!isObject(value)) return t('"{0}" is no object', at);
  const missing = ['component', 'instance', 'from', 'to'].find((name) => typeof value[name] !== 'string');
  return missing === undefined
    ? versionsProblem(`${at}.state`, value.state)
    : t('"{0}" is no text', `${at}.${missing}`);
}

function versionsProblem(at: string, value: unknown): string | undefined {
  if (!isObject(value)) return t('"{0}" is no object', at);
  return Object.values(value).every((version) => typeof version === 'string')
    ? undefined
    : t('"{0}" holds something else than versions', at);
}

function isObject(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
