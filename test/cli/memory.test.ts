/** A tree of any size is checked in the memory that a few files take, and what is found in it. */
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { describe, expect, test } from 'vitest';
import { openCatalogs } from '../../cli/src/catalogs.ts';
import { checkInputs } from '../../cli/src/checking/checkInputs.ts';
import { keeping } from '../../cli/src/keeping.ts';
import { type TextChecker, textChecker } from '../../cli/src/oneFile.ts';
import { memoryHost, stackOf } from './support.ts';

setFlagsFromString('--expose-gc');
const collect: () => void = runInNewContext('gc');

/** How many of the objects that were made are still there. */
function counting() {
  const made: WeakRef<object>[] = [];
  return {
    add: (one: object) => void made.push(new WeakRef(one)),
    left: () => {
      collect();
      return made.filter((one) => one.deref() !== undefined).length;
    },
  };
}

/** Checks so many files over one base, and counts the parsed documents that are held in the midst of it. */
async function heldWith(count: number) {
  const inputs = Array.from({ length: count }, (_, index) => ({ name: `${index}`, path: `/home/${index}.yaml` }));
  const leaf = `${stackOf('kubernetes: 1.30.0', 'istio: 1.20.0', 'in-house: 1.0.0')}extends: [base.yaml]\n`;
  const files = { '/home/base.yaml': stackOf('containerd: 2.2.2') };
  const host = memoryHost({ ...files, ...Object.fromEntries(inputs.map(({ path }) => [path, leaf])) });
  const { catalog } = await openCatalogs([], host);
  const context = { catalog, date: '2026-11-24', severities: {} };
  const check = textChecker(context, [], host);
  const documents = counting();
  let most = 0;
  const checkText: TextChecker = async (text, path) => {
    // Not at every file: collecting takes a while.
    if (path !== undefined && /[37]9\.yaml$/.test(path)) most = Math.max(most, documents.left());
    const checked = await check(text, path);
    documents.add(checked.analysis.file);
    return checked;
  };
  const options = {
    format: 'json',
    asOf: undefined,
    catalog: [],
    failOn: 'error',
    quiet: false,
    verbose: false,
    threads: 1,
  } as const;
  const run = await checkInputs(
    inputs,
    { options, context, checkText, mends: () => true, checkThen: undefined, revision: undefined },
    host,
  );
  expect(run.outcomes.length).toBe(count + 1);
  return most;
}

test('no more documents are held at once of many files than of few', async () => {
  // The one that was checked last, and its neighbours while they are collected.
  expect(await heldWith(40)).toBeLessThanOrEqual(3);
  expect(await heldWith(160)).toBeLessThanOrEqual(3);
});

describe('what is kept of files that others share', () => {
  test('is what was asked for last, as much as there is room for', async () => {
    const keep = keeping<string>(10, (found) => found.length);
    const read: string[] = [];
    const get = (name: string, length: number) =>
      keep(name, async () => {
        read.push(name);
        return 'x'.repeat(length);
      });
    await get('a', 4);
    await get('b', 4);
    await get('a', 4);
    // For it the one goes that was not asked for longest.
    await get('c', 4);
    await get('a', 4);
    await get('b', 4);
    expect(read).toEqual(['a', 'b', 'c', 'b']);
    // Larger than all the room there is: it stays until the next.
    await get('whole', 100);
    await get('whole', 100);
    await get('a', 4);
    await get('whole', 100);
    expect(read.slice(4)).toEqual(['whole', 'a', 'whole']);
  });

  test('is found out once, also when it is asked for again meanwhile', async () => {
    const keep = keeping<number>(10, () => 1);
    let found = 0;
    const find = async () => ++found;
    expect(await Promise.all([keep('a', find), keep('a', find)])).toEqual([1, 1]);
  });
});
