import { expect, test } from 'vitest';
import { catalogWatchers } from '../../server/src/workspace/watchers.ts';

type Traits = Parameters<typeof catalogWatchers>[1];

function watch(traits: Traits, answer: () => Promise<unknown> = async () => undefined) {
  const registered: unknown[] = [];
  const warnings: string[] = [];
  const connection = {
    sendRequest: (_type: unknown, { registrations }: { registrations: readonly unknown[] }) => {
      registered.push(...registrations);
      return answer();
    },
  } as unknown as Parameters<typeof catalogWatchers>[0];
  return { registered, warnings, read: catalogWatchers(connection, traits, (message) => warnings.push(message)) };
}

/** A registration of a watcher. */
function watching(id: string, globPattern: unknown) {
  return { id, method: 'workspace/didChangeWatchedFiles', registerOptions: { watchers: [{ globPattern }] } };
}

test('each file is watched once', () => {
  const { registered, read } = watch({ registersWatchers: true, relativeWatchers: true });
  read(['file:///w/a.yaml']);
  read(['file:///w/a.yaml', 'file:///x/b%20%5B1%5D.yaml']);
  read(['file:///x/b%20%5B1%5D.yaml']);
  expect(registered).toEqual([
    watching('stackpin/catalogs/1', { baseUri: 'file:///w', pattern: 'a.yaml' }),
    watching('stackpin/catalogs/2', { baseUri: 'file:///x', pattern: 'b [[]1[]].yaml' }),
  ]);
});

test('a client without relative patterns watches by name', () => {
  const { registered, read } = watch({ registersWatchers: true, relativeWatchers: false });
  read(['file:///w/a.yaml']);
  expect(registered).toEqual([watching('stackpin/catalogs/1', '**/a.yaml')]);
});

test('a client that registers nothing is not asked', () => {
  const { registered, read } = watch({ registersWatchers: false, relativeWatchers: false });
  read(['file:///w/a.yaml']);
  expect(registered).toEqual([]);
});

test('a client that refuses is named in the log', async () => {
  const { warnings, read } = watch({ registersWatchers: true, relativeWatchers: false }, () =>
    Promise.reject(new Error('no')),
  );
  read(['file:///w/a.yaml']);
  await new Promise((resolve) => setImmediate(resolve));
  expect(warnings).toEqual(['The client does not watch file:///w/a.yaml: Error: no']);
});
