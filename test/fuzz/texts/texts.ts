/**
 * Texts that an editor has open: everything is asked about them. The server answers without a fault, what it offers can be
 * applied and does what it says, formatting changes white space alone, and after edits it knows what a server knows that
 * never saw the text before.
 */
import type { Diagnostic, TextEdit } from 'vscode-languageserver';
import { lineIndex } from '../../../server/src/manifest/lines.ts';
import { type Random, randomFrom } from '../random.ts';
import type { Attempts, Count, Target } from '../target.ts';
import { appliedEdits, editsOf } from './edits.ts';
import { mutated } from './mutate.ts';
import { MARKS, WORDS } from './pieces.ts';
import { type Asked, actionsAt, askAt, askWhole } from './questions.ts';
import { catalogSeeds, manifestSeeds, YAML_SUITE } from './seeds.ts';
import { type Asking, languageOf, startAsking } from './session.ts';
import { valuesOf } from './values.ts';

/** Places that are asked about in one text. */
const PLACES = 4;
const EDITS = 4;

/** The same places and edits whenever the same text is tried. */
function chanceOf(text: string): Random {
  let hash = 0;
  for (let at = 0; at < text.length; at += 1) hash = (Math.imul(hash, 31) + text.charCodeAt(at)) | 0;
  return randomFrom(hash);
}

async function tryText(asking: Asking, uri: string, text: string, count: Count): Promise<void> {
  const { client } = asking;
  const random = chanceOf(text);
  await client.open(uri, text, languageOf(uri));
  const found = await asking.diagnostics(uri);
  count('diagnostics', found.length);
  const asked: Asked = { asking, uri, text, found, random, count };
  await askWhole(asked);
  const lines = lineIndex(text);
  for (let left = PLACES; left > 0; left -= 1) {
    const told = found.length > 0 && left % 2 === 0 ? random.pick(found).range.start : undefined;
    const position = told ?? lines.positionAt(random.below(text.length + 1));
    await askAt(asked, position);
    for (const action of await actionsAt(asked, position)) {
      const edits = editsOf(action.edit, uri);
      if (edits.length === 0) continue;
      const after = appliedEdits(text, edits, action.title);
      count('edits applied', edits.length);
      if (action.kind === 'quickfix') await checkFixed(asked, action.title, action.diagnostics ?? [], after);
    }
  }
  await checkFormatted(asked);
  await checkEdited(asked);
  await client.close(uri);
}

const named = ({ code, message }: Diagnostic): string => `${code}: ${message}`;

/** What a fix was offered for is told less often than before. */
async function checkFixed(
  { asking, uri, text, found }: Asked,
  title: string,
  fixed: readonly Diagnostic[],
  after: string,
) {
  const lines = lineIndex(text);
  const at = ({ range }: Diagnostic): string => text.slice(lines.offsetAt(range.start), lines.offsetAt(range.end));
  // Of a key that is written twice one counts: when it has another name, the same is told of the one that counts then.
  const twice = new Set(found.filter(({ code }) => code === 'duplicate-component').map(at));
  const left = (await asking.fresh(after, uri)).map(named);
  for (const name of new Set(fixed.filter((one) => !twice.has(at(one))).map(named))) {
    const before = found.filter((one) => named(one) === name).length;
    if (left.filter((one) => one === name).length >= before)
      throw new Error(`"${title}" leaves what it was offered for: ${name}\n${after}`);
  }
}

async function checkFormatted({ asking, uri, text, count }: Asked): Promise<void> {
  const options = { tabSize: 2, insertSpaces: true };
  const format = async (of: string) =>
    (await asking.ask<TextEdit[]>('textDocument/formatting', { textDocument: { uri: of }, options })) ?? [];
  const edits = await format(uri);
  if (edits.length === 0) return;
  count('edits applied', edits.length);
  const after = appliedEdits(text, edits, 'formatting');
  if (withoutSpace(after) !== withoutSpace(text))
    throw new Error(`Formatting changes more than white space:\n${after}`);
  const [before, now] = [valuesOf(text), valuesOf(after)];
  if (before !== undefined && before !== now) throw new Error(`Formatting changes what the text means:\n${after}`);
  const other = uri.replace(/[^/]*$/, (name) => `formatted-${name}`);
  await asking.client.open(other, after, languageOf(uri));
  const again = await format(other);
  await asking.client.close(other);
  if (again.length > 0) throw new Error(`Formatting again changes it again: ${JSON.stringify(again)}\n${after}`);
}

const withoutSpace = (text: string): string => text.replace(/[ \t\r\n]/g, '');

/** Edits as one types them, and a few that nobody types. */
async function checkEdited({ asking, uri, text, random, count }: Asked): Promise<void> {
  let now = text;
  for (let version = 2; version < 2 + EDITS; version += 1) {
    const lines = lineIndex(now);
    const start = random.below(now.length + 1);
    const end = random.chance(50) ? start : Math.min(start + random.below(30), now.length);
    const range = { start: lines.positionAt(start), end: lines.positionAt(end) };
    const put = random.chance(70) ? random.pick(random.chance(50) ? MARKS : WORDS) : '';
    now = now.slice(0, lines.offsetAt(range.start)) + put + now.slice(lines.offsetAt(range.end));
    await asking.client.connection.sendNotification('textDocument/didChange', {
      textDocument: { uri, version },
      contentChanges: [{ range, text: put }],
    });
    if (random.chance(50)) await asking.ask('textDocument/documentSymbol', { textDocument: { uri } });
    count('edits typed');
  }
  const [known, anew] = [told(await asking.diagnostics(uri)), told(await asking.fresh(now, uri))];
  const [more, less] = [known.filter((one) => !anew.includes(one)), anew.filter((one) => !known.includes(one))];
  if (more.length + less.length > 0 || known.length !== anew.length)
    throw new Error(
      `After edits other things are told than of the same text anew:\n${more}\nnot ${less}\n${JSON.stringify(now)}`,
    );
}

/** Diagnostics as text, without the version of their document. */
function told(diagnostics: readonly Diagnostic[]): string[] {
  return diagnostics.map(({ data, ...rest }) => JSON.stringify({ ...rest, data: { ...data, version: 0 } }));
}

function attempts(uri: string, make: (random: Random) => string) {
  return async (): Promise<Attempts> => {
    const asking = await startAsking();
    return {
      make,
      async check(text, count) {
        await tryText(asking, uri, text, count);
        asking.complain();
      },
      end: () => asking.client.connection.dispose(),
    };
  };
}

const suite = YAML_SUITE.map(({ yaml }) => yaml);
const manifestTexts = manifestSeeds();
const catalogTexts = catalogSeeds();

export const manifests: Target = {
  name: 'manifests',
  about: 'manifests, mutated, with everything that an editor asks',
  inputs: 60,
  begin: attempts('file:///w/fuzzed.stack.yaml', (random) =>
    mutated(manifestTexts, random, [...suite, ...catalogTexts]),
  ),
};

export const catalogs: Target = {
  name: 'catalogs',
  about: 'catalogs of users, mutated, with everything that an editor asks',
  inputs: 30,
  begin: attempts('file:///w/fuzzed.catalog.yaml', (random) =>
    mutated(catalogTexts, random, [...suite, ...manifestTexts]),
  ),
};
