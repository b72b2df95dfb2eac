/** What moves to a base leaves the stacks as they were: the same pins, and the same findings in one file or the other. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { CodeAction, CodeActionKind } from 'vscode-languageserver-types';
import { refactorings } from '../../../server/src/features/actions/refactorings.ts';
import { lineIndex } from '../../../server/src/manifest/lines.ts';
import { checkIn, type Files } from '../../composition/files.ts';
import { files } from '../../resolve/fix/draw.ts';
import { ALL, applied } from '../open.ts';

const ROOT = 'file:///stacks/';
const PATH = 'shop.stack.yaml';
const HEAD = 'apiVersion: stackpin/v1\nkind: Stack\n';

/** With the lines that every manifest begins with, at times with a policy. */
const drawn = fc.tuple(files, fc.constantFrom('', 'policy: {unpinned: warn, supportWindow: 400d}\n')).map(
  ([some, policy]): Files =>
    Object.fromEntries(
      Object.entries(some).map(([path, text]) => {
        const eol = text.includes('\r\n') ? '\r\n' : '\n';
        return [path, `${HEAD}${path === PATH ? policy : ''}`.replaceAll('\n', eol) + text];
      }),
    ),
);

async function actionsOf(some: Files, kind: CodeActionKind, lines: readonly [number, number]): Promise<CodeAction[]> {
  const text = some[PATH] ?? '';
  const analysis = checkIn(some, PATH);
  const checked = { uri: ROOT + PATH, version: 1, lines: lineIndex(text), analysis };
  const [first, last] = [Math.min(...lines), Math.max(...lines)];
  const range = { start: { line: first, character: 3 }, end: { line: last, character: 3 } };
  const host = { isTaken: async (uri: string) => uri.slice(ROOT.length) in some };
  return refactorings(checked, range, { diagnostics: [], only: [kind] }, ALL, host);
}

function filesAfter(some: Files, { edit }: CodeAction): Files {
  const after: { [path: string]: string } = { ...some };
  for (const change of edit?.documentChanges ?? []) {
    if ('kind' in change) continue;
    const path = change.textDocument.uri.slice(ROOT.length);
    after[path] = applied(after[path] ?? '', change.edits as Parameters<typeof applied>[1]);
  }
  return after;
}

/** Each pin of each stack of the file. */
function pinsOf(some: Files): string[] {
  return checkIn(some, PATH)
    .stacks.flatMap(({ environment, pins }) =>
      pins.map(({ entry }) => {
        const { instance, component, version, locked, allow } = entry;
        return JSON.stringify([environment, instance, component, version?.text, locked, allow?.text]);
      }),
    )
    .sort();
}

/** Codes with each pin that they are told of, in some of the files, whatever stack that is in. */
function toldIn(some: Files, paths: readonly string[]): string[] {
  const findings = paths.flatMap((path) => checkIn(some, path).findings);
  return [...new Set(findings.flatMap(({ code, pins }) => pins.map(({ instance }) => `${code} ${instance}`)))].sort();
}

/**
 * What a new base by itself may be told besides: it lacks what its pins need, or what counts in the place of what they carry. A
 * base that had pins before is another stack than this file, and may be told anything.
 */
function isOfBasesAlone(told: string, some: Files, kind: CodeActionKind): boolean {
  return (
    kind === 'refactor.move' ||
    told.startsWith('missing-requirement') ||
    Object.values(some).some((text) => text.includes('distro'))
  );
}

test.each<[CodeActionKind, number]>([
  ['refactor.extract', 10],
  ['refactor.move', 3],
])('%s keeps what every stack pins, and what is found', async (kind, least) => {
  let done = 0;
  await fc.assert(
    fc.asyncProperty(drawn, fc.nat(3), fc.nat(3), async (some, from, size) => {
      const lines = (some[PATH] ?? '').split(/\r?\n/);
      const first = lines.indexOf('components:') + 1 + from;
      const actions = await actionsOf(some, kind, [first, kind === 'refactor.move' ? first : first + size]);
      for (const action of actions.filter(({ disabled }) => disabled === undefined)) {
        done += 1;
        const after = filesAfter(some, action);
        const told = `${action.title}\n${JSON.stringify({ some, after }, null, 1)}`;
        expect(pinsOf(after), told).toEqual(pinsOf(some));
        const [before, now] = [toldIn(some, Object.keys(some)), toldIn(after, Object.keys(after))];
        expect(
          before.filter((one) => !now.includes(one) && !one.startsWith('missing-requirement')),
          told,
        ).toEqual([]);
        expect(
          toldIn(after, [PATH]).filter((one) => !before.includes(one)),
          told,
        ).toEqual([]);
        expect(
          now.filter((one) => !before.includes(one) && !isOfBasesAlone(one, some, kind)),
          told,
        ).toEqual([]);
      }
    }),
    { numRuns: 100 },
  );
  expect(done).toBeGreaterThan(least);
});
