/** Folding ranges: where something begins and how far it goes. */
import { expect, test } from 'vitest';
import { type FoldingTraits, foldingRanges } from '../../../server/src/features/structure/folding.ts';
import { lineIndex } from '../../../server/src/manifest/lines.ts';
import { parseYaml } from '../../../server/src/manifest/parse.ts';

const LINES: FoldingTraits = { lineFoldingOnly: true, rangeLimit: undefined };

/** The text with `v` in front of each line that folds, and behind it how many lines go, and as what. */
function folded(text: string, traits: FoldingTraits = LINES): string {
  const lines = lineIndex(text);
  const ranges = foldingRanges(parseYaml(text), traits, () => false);
  return Array.from({ length: lines.lineCount }, (_, line) => {
    const here = ranges.filter(({ startLine }) => startLine === line);
    const marks = here.map(({ startCharacter, endLine, endCharacter, kind }) => {
      const place = startCharacter === undefined ? '' : ` ${startCharacter}-${endCharacter}`;
      return ` <${endLine - line}${place}${kind === undefined ? '' : ` ${kind}`}>`;
    });
    return lines.lineAt(line) + marks.join('');
  }).join('\n');
}

test('entries, items, texts, brackets and comments', () => {
  expect(
    folded(`# Pins of the
# payments teams.
apiVersion: stackpin/v1
metadata: {name: a,
  labels: {
    team: b
  }
}
components:
  kubernetes: 1.34.2
  istio:
    version: 1.28.1
    notes: |
      Held back

      until spring.

  # helm: 4.0.0
  # cilium: 1.19.0

environments:
  production:
    components:
      helm: ~
acknowledge:
  - code: incompatible
    between: [istio, kubernetes]
    reason: the vendor says
      that it works
  - {code: untested}
`),
  ).toBe(`# Pins of the <1 comment>
# payments teams.
apiVersion: stackpin/v1
metadata: {name: a, <3>
  labels: { <1>
    team: b
  }
}
components: <10>
  kubernetes: 1.34.2
  istio: <5>
    version: 1.28.1
    notes: | <3>
      Held back

      until spring.

  # helm: 4.0.0 <1 comment>
  # cilium: 1.19.0

environments: <3>
  production: <2>
    components: <1>
      helm: ~
acknowledge: <5>
  - code: incompatible <3>
    between: [istio, kubernetes]
    reason: the vendor says <1>
      that it works
  - {code: untested}
`);
});

test('a client that folds within lines sees both brackets', () => {
  const text = 'labels: {\n  team: a,\n  x: [\n    b]\n}\n';
  expect(folded(text, { ...LINES, lineFoldingOnly: false })).toBe(
    'labels: { <4 9-0>\n  team: a,\n  x: [ <1 6-5>\n    b]\n}\n',
  );
});

test('documents fold where there are several, and regions where they are marked', () => {
  expect(
    folded(`apiVersion: stackpin/v1
components:
  istio: 1.28.1

---
# region ours
kind: Stack
# endregion
components:
  istio: 1.27.4
---
kind: Stack
`),
  ).toBe(`apiVersion: stackpin/v1 <2>
components: <1>
  istio: 1.28.1

--- <5>
# region ours <2 region>
kind: Stack
# endregion
components: <1>
  istio: 1.27.4
--- <1>
kind: Stack
`);
});

test('of more ranges than a client takes, the innermost are left out', () => {
  const text =
    'components:\n  istio:\n    chart:\n      name: a\n  helm:\n    version: 4.0.0\npolicy:\n  unpinned: warn\n';
  expect(folded(text, { ...LINES, rangeLimit: 3 })).toBe(
    'components: <5>\n  istio: <2>\n    chart:\n      name: a\n  helm:\n    version: 4.0.0\npolicy: <1>\n  unpinned: warn\n',
  );
  expect(folded(text, { ...LINES, rangeLimit: 0 })).toBe(text);
});

test('what a merge key or an alias brings in folds where it is written', () => {
  expect(folded('base: &b\n  a: 1\n  b: 2\nx:\n  <<: *b\n  c: *b\n')).toBe(
    'base: &b <2>\n  a: 1\n  b: 2\nx: <2>\n  <<: *b\n  c: *b\n',
  );
});

test('text that is not finished folds as far as it goes', () => {
  expect(folded('components:\n  istio:\n    version: "1.28\n  helm: {version: 4.0.0\nenviron\n')).toBe(
    'components: <3>\n  istio: <1>\n    version: "1.28\n  helm: {version: 4.0.0\nenviron\n',
  );
  expect(folded('')).toBe('');
});
