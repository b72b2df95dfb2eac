/** Tells a person at a terminal how far a long run is; a short one, or a log, sees nothing of it. */
import { t } from '@vscode/l10n';
import type { Host } from './host.ts';
import { cut, printable } from './report/columns.ts';

/** Milliseconds until a run counts as long. */
const PATIENCE = 500;
/** Characters of a text that takes long by itself: while it is checked no timer goes off. */
const LARGE = 2 ** 20;
/** Returns to the start of the line and clears it (ECMA-48, EL). */
const CLEAR_LINE = '\r\u001b[K';

export interface Progress {
  /** A file is about to be checked; `position` counts from 1, and `size` is in characters. */
  show(position: number, total: number, name: string, size: number): void;
  /** Removes what is shown and shows no more. */
  end(): void;
}

/** Starts the wait; `end` has to be called. */
export function startProgress({ errors, schedule, warn }: Pick<Host, 'errors' | 'schedule' | 'warn'>): Progress {
  if (!errors.terminal) return { show: () => undefined, end: () => undefined };
  let isLong = false;
  let isShown = false;
  const stopWaiting = schedule(() => {
    isLong = true;
  }, PATIENCE);
  return {
    show: (position, total, name, size) => {
      if (!isLong && size < LARGE) return;
      isShown = true;
      const text = t('Checking {0} of {1}: {2}', position, total, printable(name));
      warn(`${CLEAR_LINE}${cut(text, (errors.columns ?? 80) - 1)}`);
    },
    end: () => {
      stopWaiting();
      if (isShown) warn(CLEAR_LINE);
    },
  };
}
