/**
 * The one place from which Stackpin asks a network for anything: the bytes of an address that a person names in a command, over
 * https. Nothing is sent but the address; nothing is kept.
 */
import { t } from '@vscode/l10n';
import { version } from '../../../package.json';

/** Why something was not loaded: a clause without a full stop. */
export interface DownloadFailure {
  readonly failed: string;
}

/** What a host lends: the network, and a clock to give up by. */
export interface DownloadHost {
  /** As in the Fetch standard. */
  readonly fetch: (address: string, init: RequestInit) => Promise<Response>;
  /** Runs an action after so many milliseconds; the result cancels it. */
  schedule(action: () => void, delay: number): () => void;
  /** A browser follows redirections by itself, and shows only where they end. */
  readonly followsByItself: boolean;
}

/** What is asked besides the address; Node's types lack a part of the standard. */
interface Asked extends RequestInit {
  readonly cache: 'no-store';
}

/** Milliseconds until the headers of an answer are there, between two parts of it, and for all of it. */
export const CONNECT_PATIENCE = 30_000;
export const IDLE_PATIENCE = 30_000;
export const WHOLE_PATIENCE = 600_000;
/** Redirections that are followed. */
export const MOST_REDIRECTIONS = 3;

const REDIRECTIONS = [301, 302, 303, 307, 308];

/**
 * Loads an address. It may lead to other hosts: what comes from there is believed by its signature, and not by its address.
 * @param most bytes; what is longer is not loaded further
 */
export async function download(
  address: string,
  most: number,
  host: DownloadHost,
): Promise<Uint8Array | DownloadFailure> {
  const wrong = wrongAddress(address);
  if (wrong !== undefined) return { failed: wrong };
  const patience = patienceOf(host);
  try {
    const response = await answered(address, patience, host);
    return 'failed' in response ? response : await bodyOf(response, most, patience);
  } catch (error) {
    return { failed: patience.whyEnded() ?? reasonOf(error) };
  } finally {
    patience.end();
  }
}

/** What is wrong with an address, or undefined. */
export function wrongAddress(address: string): string | undefined {
  if (!URL.canParse(address)) return t('it is no address');
  const { protocol, username, password } = new URL(address);
  if (protocol !== 'https:') return t('only addresses with https are loaded, and not with {0}', protocol.slice(0, -1));
  if (username !== '' || password !== '') return t('an address with a name or a password in it is not used');
  return undefined;
}

/** Waiting that ends: the request is given up when nothing comes, or when all of it takes too long. */
interface Patience {
  readonly signal: AbortSignal;
  /** From now on, so many milliseconds until the next sign of life. */
  wait(delay: number, why: string): void;
  whyEnded(): string | undefined;
  end(): void;
}

function patienceOf({ schedule }: DownloadHost): Patience {
  const controller = new AbortController();
  let ended: string | undefined;
  let cancel = (): void => undefined;
  const giveUp = (why: string): void => {
    ended ??= why;
    controller.abort();
  };
  const cancelWhole = schedule(
    () => giveUp(t('it was not all there after {0} minutes', WHOLE_PATIENCE / 60_000)),
    WHOLE_PATIENCE,
  );
  return {
    signal: controller.signal,
    wait: (delay, why) => {
      cancel();
      cancel = schedule(() => giveUp(why), delay);
    },
    whyEnded: () => ended,
    end: () => {
      cancel();
      cancelWhole();
      // What is still coming is of no use.
      controller.abort();
    },
  };
}

/** The answer at the end of all redirections. */
async function answered(
  first: string,
  patience: Patience,
  { fetch, followsByItself }: DownloadHost,
): Promise<Response | DownloadFailure> {
  let address = first;
  for (let followed = 0; ; followed += 1) {
    patience.wait(CONNECT_PATIENCE, t('no answer came within {0} seconds', CONNECT_PATIENCE / 1000));
    const asked: Asked = {
      redirect: followsByItself ? 'follow' : 'manual',
      signal: patience.signal,
      cache: 'no-store',
      credentials: 'omit',
      referrerPolicy: 'no-referrer',
      // A browser says itself what it is, and asks the server first where anything else is to be said.
      ...(followsByItself ? {} : { headers: { 'user-agent': `stackpin/${version}`, accept: '*/*' } }),
    };
    const response = await fetch(address, asked);
    const location = REDIRECTIONS.includes(response.status) ? response.headers.get('location') : null;
    if (location === null) return statusFailure(response, followsByItself) ?? response;
    await response.body?.cancel();
    if (followed === MOST_REDIRECTIONS)
      return { failed: t('it was redirected more than {0} times', MOST_REDIRECTIONS) };
    if (!URL.canParse(location, address)) return { failed: t('it was redirected to what is no address') };
    address = new URL(location, address).href;
    const wrong = wrongAddress(address);
    if (wrong !== undefined) return { failed: t('it was redirected to {0}, and {1}', address.slice(0, 200), wrong) };
  }
}

function statusFailure(
  { ok, status, statusText, url }: Response,
  followsByItself: boolean,
): DownloadFailure | undefined {
  if (!ok) return { failed: t('the server answers {0}', plain(`${status} ${statusText}`.trimEnd())) };
  const wrong = followsByItself ? wrongAddress(url) : undefined;
  return wrong === undefined ? undefined : { failed: t('it was redirected to {0}, and {1}', url.slice(0, 200), wrong) };
}

/** The bytes of an answer. What it says of its length is believed only where that is too much. */
async function bodyOf(response: Response, most: number, patience: Patience): Promise<Uint8Array | DownloadFailure> {
  const tooLong = { failed: t('it is longer than the {0} bytes that are expected', most) };
  const isPacked = response.headers.get('content-encoding') !== null;
  const declared = Number(response.headers.get('content-length') ?? 0);
  if (declared > most && !isPacked) return tooLong;
  const reader = response.body?.getReader();
  const parts: Uint8Array[] = [];
  let length = 0;
  while (reader !== undefined) {
    patience.wait(IDLE_PATIENCE, t('nothing more came for {0} seconds', IDLE_PATIENCE / 1000));
    const { done, value } = await reader.read();
    if (done) break;
    parts.push(value);
    length += value.length;
    if (length > most) return tooLong;
  }
  if (!isPacked && length < declared) return { failed: t('it ended after {0} of {1} bytes', length, declared) };
  const whole = new Uint8Array(length);
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

/** What happened, as far down as the host tells it: "fetch failed" says nothing. */
function reasonOf(error: unknown): string {
  const { message, cause } = error as Error;
  if (!(cause instanceof Error)) return plain(message);
  return plain(cause.message !== '' ? cause.message : ((cause as { readonly code?: string }).code ?? message));
}

/** Words of a server or about it, in one line that no terminal takes for anything else. */
function plain(text: string): string {
  return text.replace(/[^ -~]+/g, ' ').slice(0, 200);
}
