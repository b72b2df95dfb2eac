/** Checking again after an edit: the diagnostics of checking anew, whatever is edited. */
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { AnalysisContext } from '../../server/src/analysis/analysis.ts';
import { analyze } from '../../server/src/analysis/analyze.ts';
import { analysisMemory } from '../../server/src/analysis/memory.ts';
import { toDiagnostics } from '../../server/src/features/diagnostics.ts';
import { lineIndex } from '../../server/src/manifest/lines.ts';
import { parseYaml, reparse } from '../../server/src/manifest/parse.ts';
import type { YamlFile } from '../../server/src/manifest/tree.ts';
import { clientTraits } from '../../server/src/workspace/traits.ts';
import { bundledCatalog } from '../support/compiled.ts';

const CONTEXT: AnalysisContext = { catalog: bundledCatalog(), date: '2026-11-24', severities: {} };
const traits = clientTraits({ textDocument: { publishDiagnostics: { relatedInformation: true, dataSupport: true } } });

const BROKEN = readFileSync(new URL('../../examples/broken.stack.yaml', import.meta.url), 'utf8');
const LINKED = `apiVersion: stackpin/v1
kind: Stack
versions: &kube 1.30.0
components:
  kubernetes: *kube
  istio: &mesh {version: 1.20.3, allow: "<1.25"}
  edge: {<<: *mesh, component: istio}
  cert-manager: 1.19.1 # stackpin-ignore end-of-life
  helm: 3.12.0
environments:
  production:
    components:
      kubernetes: 1.34.2
      istio: 1.28.1
  stage:
    components:
      kubernetes: ~
      helm: ">=3.18 <5"
policy:
  supportWindow: 90d
acknowledge:
  - code: unsupported
    between: [istio, kubernetes]
    reason: we test it
`;

const piece = fc.constantFrom(
  ...[
    '1',
    '.',
    '0',
    ' ',
    '\n',
    ':',
    '"',
    '{',
    '}',
    '#',
    '- ',
    'a',
    '&mesh ',
    '*mesh',
    '*kube',
    '\n  ',
    '\n    version: ',
    '~',
  ],
  ...[
    '1.30.0',
    '1.34.2',
    '1.28.1',
    '>=1.30',
    '  kubernetes: 1.33.6\n',
    '  istio: 1.28.1\n',
    '      helm: 4.0.0\n',
    '---\nkind: Stack\ncomponents:\n  helm: 2.0.0\n',
  ],
  ...[
    '  cilium: 1.15.0\n',
    'components:\n',
    ' # stackpin-ignore',
    '180d',
    'end-of-life',
    'istio',
    'istoi',
    'kafka',
    '4.1.x',
  ],
);
const edits = fc.array(
  fc.record({
    at: fc.nat(),
    length: fc.oneof(fc.constant(0), fc.constant(1), fc.constant(6), fc.nat({ max: 80 })),
    insert: fc.oneof(piece, fc.constant('')),
  }),
  { minLength: 1, maxLength: 10 },
);

function diagnosticsOf(file: YamlFile, memory = analysisMemory()): unknown {
  const analysis = analyze(file, CONTEXT, undefined, memory);
  const checked = { uri: 'file:///w/a.stack.yaml', version: 1, lines: lineIndex(file.text), analysis };
  return {
    diagnostics: toDiagnostics(checked, traits.diagnostics),
    acknowledged: analysis.acknowledged.map(({ code, range, message }) => ({ code, range, message })),
    coverage: analysis.stacks.map(({ environment, coverage }) => ({ environment, coverage })),
  };
}

test('any edits, one after another, give what checking anew gives', () => {
  fc.assert(
    fc.property(fc.constantFrom(BROKEN, LINKED), edits, (start, changes) => {
      const memory = analysisMemory();
      let text = start;
      let file = parseYaml(text);
      diagnosticsOf(file, memory);
      for (const { at, length, insert } of changes) {
        const from = at % (text.length + 1);
        text = text.slice(0, from) + insert + text.slice(from + length);
        file = reparse(file, text).file;
        expect(diagnosticsOf(file, memory)).toEqual(diagnosticsOf(parseYaml(text)));
      }
    }),
    { numRuns: 150 },
  );
});
