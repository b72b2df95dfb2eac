import { expect, test } from 'vitest';
import { createConfiguration } from '../../server/src/workspace/configuration.ts';
import { handTimers } from './timers.ts';

const INITIAL = { severity: { yaml: 'hint' }, catalogs: ['initial.yaml'] } as const;
const always = () => true;
const URI = 'file:///w/a.stack.yaml';

test('a client that cannot be asked: what it started with, then what it sends', async () => {
  const warnings: string[] = [];
  const configuration = createConfiguration(INITIAL, undefined, always, handTimers(), (problem) =>
    warnings.push(problem),
  );
  expect(await configuration.settingsFor(URI)).toEqual(INITIAL);
  configuration.take({ severity: { untested: 'off' } });
  expect(await configuration.settingsFor(URI)).toEqual({
    severity: { yaml: 'hint', untested: 'off' },
    catalogs: ['initial.yaml'],
  });
  configuration.take({ severity: { yaml: 'off' }, catalogs: ['mine.yaml'], oops: 1 });
  expect(await configuration.settingsFor(URI)).toEqual({ severity: { yaml: 'off' }, catalogs: ['mine.yaml'] });
  configuration.take(null);
  expect(await configuration.settingsFor(URI)).toEqual(INITIAL);
  expect(warnings).toEqual(['stackpin.oops is no setting of Stackpin. It is ignored.']);
});

test('a client that can be asked is asked once a document, until something changes', async () => {
  const asked: string[] = [];
  const timers = handTimers();
  const ask = async (uri: string) => {
    asked.push(uri);
    return { severity: { yaml: 'off' } };
  };
  const configuration = createConfiguration(INITIAL, ask, always, timers, () => undefined);
  const first = await configuration.settingsFor(URI);
  expect(first).toEqual({ severity: { yaml: 'off' }, catalogs: ['initial.yaml'] });
  expect(await configuration.settingsFor(URI)).toBe(first);
  await configuration.settingsFor('file:///w/b.stack.yaml');
  configuration.forget();
  await configuration.settingsFor(URI);
  expect(asked).toEqual([URI, 'file:///w/b.stack.yaml', URI]);
  expect(timers.count()).toBe(0);
});

test('what is asked about a document that was closed is answered, and not kept', async () => {
  const asked: string[] = [];
  const ask = async (uri: string) => {
    asked.push(uri);
    return { severity: { yaml: 'off' } };
  };
  const open = new Set([URI]);
  const configuration = createConfiguration(
    INITIAL,
    ask,
    (uri) => open.has(uri),
    handTimers(),
    () => undefined,
  );
  await configuration.settingsFor(URI);
  open.delete(URI);
  configuration.forget(URI);
  expect(await configuration.settingsFor(URI)).toEqual({ severity: { yaml: 'off' }, catalogs: ['initial.yaml'] });
  await configuration.settingsFor(URI);
  expect(asked).toEqual([URI, URI, URI]);
});

test.each([[null], [undefined], [{}]])('the answer %j is no settings', async (answer) => {
  const warnings: string[] = [];
  const configuration = createConfiguration(
    INITIAL,
    async () => answer,
    always,
    handTimers(),
    (problem) => warnings.push(problem),
  );
  expect(await configuration.settingsFor(URI)).toEqual(INITIAL);
  expect(warnings).toEqual([]);
});

test('a wrong setting is told once, however often it is read', async () => {
  const warnings: string[] = [];
  const ask = async () => ({ severity: { nope: 'off' } });
  const configuration = createConfiguration(INITIAL, ask, always, handTimers(), (problem) => warnings.push(problem));
  await configuration.settingsFor(URI);
  configuration.forget();
  await configuration.settingsFor(URI);
  expect(warnings).toEqual(['stackpin.severity names the code "nope", which does not exist. It is ignored.']);
});

test('a client that does not answer, or answers with an error, is done without', async () => {
  const warnings: string[] = [];
  const timers = handTimers();
  const silent = createConfiguration(
    INITIAL,
    () => new Promise(() => undefined),
    always,
    timers,
    (problem) => warnings.push(problem),
  );
  const answer = silent.settingsFor(URI);
  timers.ring();
  expect(await answer).toEqual(INITIAL);
  const failing = createConfiguration(
    INITIAL,
    () => Promise.reject(new Error('no such method')),
    always,
    handTimers(),
    (problem) => warnings.push(problem),
  );
  expect(await failing.settingsFor(URI)).toEqual(INITIAL);
  expect(warnings).toEqual([
    'The client did not give its settings (no answer). The ones it started with are used.',
    'The client did not give its settings (no such method). The ones it started with are used.',
  ]);
});
