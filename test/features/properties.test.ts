/** Whatever the text, every feature answers. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { InlayHint } from 'vscode-languageserver-types';
import { codeActions } from '../../server/src/features/codeActions.ts';
import { complete } from '../../server/src/features/completion.ts';
import { resolveCompletion } from '../../server/src/features/completionDocs.ts';
import { toDiagnostics } from '../../server/src/features/diagnostics.ts';
import type { CheckedDocument } from '../../server/src/features/document.ts';
import { hover } from '../../server/src/features/hover.ts';
import { inlayHints, resolveInlayHint } from '../../server/src/features/inlayHints.ts';
import { pinExactly } from '../../server/src/features/pinExactly.ts';
import { ALL, applied, open } from './open.ts';

const MANIFEST = `apiVersion: stackpin/v1
kind: Stack
metadata: {name: "platform", labels: {team: a}}
components:
  kubernetes: "1.34"
  istio: {version: 1.27.4, locked: true} # pinned
  db: &db
    component: postgresql
    version: 17.5
  other: *db
environments:
  edge:
    components:
      <<: {cilium: '1.19.0'}
      istio: 1.22.8
policy:
  prereleases: deny
acknowledge:
  - code: incompatible
    reason: we know
`;

/** A manifest with a few pieces taken out and put in: most of what a person's typing passes through. */
const mutated = fc
  .array(
    fc.record({
      at: fc.nat(MANIFEST.length),
      drop: fc.nat(12),
      put: fc.oneof(
        fc.string({ maxLength: 4 }),
        fc.constantFrom(':', '{', '[', '"', "'", '\t', '\n', '- ', '#', '*db', '|\n', '🚀', '---\n'),
      ),
    }),
    { maxLength: 4 },
  )
  .map((changes) =>
    changes.reduce((text, { at, drop, put }) => text.slice(0, at) + put + text.slice(at + drop), MANIFEST),
  );

function hints(checked: CheckedDocument): Promise<InlayHint[]> {
  const all = { start: { line: 0, character: 0 }, end: checked.lines.positionAt(Number.POSITIVE_INFINITY) };
  const pace = { isCancelled: () => false, pause: async () => undefined };
  return inlayHints(checked, all, ALL, pace);
}

async function askEverything(text: string, at: number): Promise<void> {
  const checked = open(text);
  const position = checked.lines.positionAt(at);
  const diagnostics = toDiagnostics(checked, ALL.diagnostics);
  expect(diagnostics).toHaveLength(checked.analysis.findings.length);
  for (const action of codeActions(checked, { diagnostics }, { literals: true, documentChanges: false })) {
    for (const edits of Object.values(action.edit?.changes ?? {})) expect(applied(text, edits)).not.toBe(text);
  }
  hover(checked, position, 'markdown');
  const [hint] = await hints(checked);
  const { textEdits } = hint === undefined ? { textEdits: undefined } : resolveInlayHint(checked, hint, ALL);
  if (textEdits !== undefined) expect(applied(text, textEdits)).not.toBe(text);
  const range = { start: position, end: position };
  const asked = { diagnostics: [], only: ['source'] };
  for (const { edit } of pinExactly(checked, range, asked, { literals: true, documentChanges: false })) {
    for (const edits of Object.values(edit?.changes ?? {})) expect(applied(text, edits)).not.toBe(text);
  }
  const { items } = complete(checked, position, ALL.completion, () => false);
  for (const item of items.slice(0, 3)) resolveCompletion(checked, item, ALL.completion);
  for (const { textEdit } of items) {
    // An edit stays in its line and holds the position: clients ignore others.
    const range = textEdit !== undefined && 'range' in textEdit ? textEdit.range : undefined;
    expect(range?.start.line).toBe(position.line);
    expect(range?.end.line).toBe(position.line);
    expect(range?.start.character).toBeLessThanOrEqual(position.character);
    expect(range?.end.character).toBeGreaterThanOrEqual(position.character);
  }
}

test('a manifest with pieces taken out and put in', async () => {
  await fc.assert(
    fc.asyncProperty(mutated, fc.nat(600), (text, at) => askEverything(text, at)),
    {
      numRuns: 300,
      examples: [
        // A bracket left open: the text on its line does not reach to the next.
        [MANIFEST.replace('1.27.4', '1{.27.4'), MANIFEST.indexOf('    version: 17.5') + 1],
        // What a fix would write stands there already, as part of something else.
        [`{${MANIFEST}`, 0],
      ],
    },
  );
});

test('any text at all', async () => {
  await fc.assert(
    fc.asyncProperty(fc.string({ unit: 'binary', maxLength: 60 }), fc.nat(60), (text, at) => askEverything(text, at)),
    {
      numRuns: 200,
      // Between CR and LF.
      examples: [[`${'𐀀'.repeat(6)}\r\n`, 13]],
    },
  );
});
