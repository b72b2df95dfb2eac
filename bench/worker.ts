/**
 * What is measured in a process of its own: `worker.mjs MODE ARGUMENTS...` prints its figures as JSON.
 *   engine LINES PAIRS            edits of a document, by our own code
 *   floor NAME WHERE LINES PAIRS  the same edits, by somebody else's
 *   catalog WAY FILE              opening the catalog
 *   files FOLDER                  parsing all files of a folder
 *   fixAll COMPONENTS SEED        fixing all of a drawn stack
 *   plans COMPONENTS STACKS       planning the upgrade of drawn stacks
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isClean } from './documents/document.ts';
import { AS_OF, type KnownPin } from './documents/known.ts';
import { stackDocument } from './documents/stack.ts';
import { BUNDLED, measureCatalog, openCompiled } from './inProcess/catalogs.ts';
import { engine } from './inProcess/engine.ts';
import { measureFixAll } from './inProcess/fixAll.ts';
import { FLOORS } from './inProcess/floor.ts';
import { requirePeer } from './inProcess/peers.ts';
import { measurePlans } from './inProcess/plans.ts';
import { type EditedText, editedTexts, type Where } from './inProcess/texts.ts';
import { PINS } from './inProcess/work.ts';

const [mode, ...args] = process.argv.slice(2);
process.stdout.write(JSON.stringify(run()));

function run(): Record<string, number> {
  const [first = '', second = '', third = '', fourth = ''] = args;
  switch (mode) {
    case 'engine': {
      const document = stackDocument(Number(first), pins());
      const { check, edit: apply } = engine(openCompiled(BUNDLED), document.lines.join('\n'));
      // What is wrong is found, and what is right is not: otherwise the figure would mean nothing.
      if (!isClean(document, check())) throw new Error('Something is found of the document.');
      let isWrong = false;
      return edited(Number(first), Number(second), 'all', ({ edit }) => {
        isWrong = !isWrong;
        if (isClean(document, apply(edit)) === isWrong) throw new Error('What is found is not right.');
      });
    }
    case 'floor': {
      const floor = FLOORS[first];
      if (floor === undefined) throw new Error(`There is no ${first}.`);
      const text = stackDocument(Number(third), pins()).lines.join('\n');
      return edited(Number(third), Number(fourth), second === 'end' ? 'end' : 'all', floor(text));
    }
    case 'catalog':
      return measureCatalog(first, second, AS_OF);
    case 'files':
      return parsed(first);
    case 'fixAll':
      return measureFixAll(Number(first), Number(second));
    case 'plans':
      return measurePlans(Number(first), Number(second));
    default:
      throw new Error(`There is no ${mode}.`);
  }
}

function pins(): readonly KnownPin[] {
  return JSON.parse(readFileSync(PINS, 'utf8')) as readonly KnownPin[];
}

/** Whoever edits a file does so for longer than this. */
const WARM_UP_MS = 5_000;

/**
 * Processor time of an edit, in milliseconds: all threads, and what is collected meanwhile. Before anything counts, at
 * least as many edits let the code warm up.
 */
function edited(lines: number, pairs: number, where: Where, next: (text: EditedText) => void): Record<string, number> {
  const texts = editedTexts(stackDocument(lines, pins()), 2 * pairs, where, mode === 'floor');
  const end = performance.now() + WARM_UP_MS;
  do for (const text of texts.slice(0, 2 * pairs)) next(text);
  while (performance.now() < end);
  const before = process.cpuUsage();
  for (const text of texts.slice(2 * pairs)) next(text);
  const { user, system } = process.cpuUsage(before);
  return { cpu: (user + system) / 1000 / (2 * pairs) };
}

/** Parses all files of a folder with js-yaml: the least that a check of them has to do. */
function parsed(folder: string): Record<string, number> {
  const { load } = requirePeer('js-yaml') as { load: (text: string) => unknown };
  const files = readdirSync(folder).filter((name) => name.endsWith('.yaml'));
  for (const name of files) load(readFileSync(join(folder, name), 'utf8'));
  return { files: files.length };
}
