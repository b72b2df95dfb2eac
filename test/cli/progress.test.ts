import { expect, test } from 'vitest';
import { startProgress } from '../../cli/src/progress.ts';
import { memoryHost } from './support.ts';

const TERMINAL = { terminal: true, colour: true, columns: 40 };

/** A host whose timers go off when `elapse` is called. */
function hostAt(errors: typeof TERMINAL) {
  const waiting = new Set<() => void>();
  const schedule = (action: () => void) => {
    waiting.add(action);
    return () => waiting.delete(action);
  };
  const host = memoryHost({}, { errors, schedule });
  const elapse = () => {
    for (const action of waiting) action();
  };
  return { host, elapse, waiting };
}

test('a long run at a terminal shows where it is, within one line, and clears it at the end', () => {
  const { host, elapse } = hostAt(TERMINAL);
  const progress = startProgress(host);
  progress.show(1, 3, 'a.stack.yaml', 100);
  elapse();
  progress.show(2, 3, 'b.stack.yaml', 100);
  progress.show(3, 3, 'a/very/long/path/to/a/manifest.stack.yaml', 100);
  progress.end();
  expect(host.warned).toEqual([
    '\r\u001b[KChecking 2 of 3: b.stack.yaml',
    '\r\u001b[KChecking 3 of 3: a/very/long/path/to/a/',
    '\r\u001b[K',
  ]);
});

test('a large file is named at once, since no timer goes off while it is checked', () => {
  const { host } = hostAt(TERMINAL);
  const progress = startProgress(host);
  progress.show(1, 1, 'large.stack.yaml', 10_000_000);
  progress.end();
  expect(host.warned).toEqual(['\r\u001b[KChecking 1 of 1: large.stack.yaml', '\r\u001b[K']);
});

test('a short run shows nothing and leaves no timer behind', () => {
  const { host, waiting } = hostAt(TERMINAL);
  const progress = startProgress(host);
  progress.show(1, 1, 'a.stack.yaml', 100);
  progress.end();
  expect(host.warned).toEqual([]);
  expect(waiting.size).toBe(0);
});

test('a log sees nothing of it', () => {
  const { host, elapse } = hostAt({ ...TERMINAL, terminal: false });
  const progress = startProgress(host);
  elapse();
  progress.show(1, 1, 'a.stack.yaml', 100);
  progress.end();
  expect(host.warned).toEqual([]);
});
