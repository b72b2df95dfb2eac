import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { printable, widthOf, wrapped } from '../../cli/src/report/columns.ts';
import { excerpt } from '../../cli/src/report/excerpt.ts';
import { prettyReport } from '../../cli/src/report/pretty.ts';
import type { CheckedFinding, CheckedStack, CheckResult } from '../../cli/src/report/result.ts';

/** The excerpt of a line whose range stands between the marks `[` and `]`. */
function shown(marked: string, columns = 60): string {
  const start = marked.indexOf('[');
  const end = marked.indexOf(']') - 1;
  const { line, marks } = excerpt(marked.replace('[', '').replace(']', ''), start, end, columns);
  return `${line}\n${marks}`;
}

describe('the excerpt', () => {
  test('underlines the range', () => {
    expect(shown('  istio: [1.28.1]  # mesh')).toBe('  istio: 1.28.1  # mesh\n         ^^^^^^');
  });

  test('puts one mark where a range is empty, even at the end of the line', () => {
    expect(shown('  istio:[]')).toBe('  istio:\n        ^');
    expect(shown('[]')).toBe('\n^');
  });

  test('widens tabs to their stops, so that the marks stand under the range', () => {
    expect(shown('\tistio:\t[1.28.1]')).toBe('    istio:  1.28.1\n            ^^^^^^');
    expect(shown('[\t]x')).toBe('    x\n^^^^');
  });

  test('gives wide characters two columns, and combining ones none', () => {
    expect(shown('  名前: [値段]')).toBe('  名前: 値段\n        ^^^^');
    expect(shown('  e\u0301a\u0308: [1]')).toBe('  e\u0301a\u0308: 1\n      ^');
    expect(shown('  👩‍👩‍👧: [1]')).toBe('  👩‍👩‍👧: 1\n      ^');
  });

  test('shows what a terminal would obey, or would reorder the line, as a code', () => {
    expect(shown('a\u001b(2J: [1]')).toBe('a\\u{1b}(2J: 1\n            ^');
    expect(shown('a\u202eb: [1]')).toBe('a\\u{202e}b: 1\n            ^');
  });

  test('cuts a long line around the range', () => {
    const line = `${'a'.repeat(100)}[bbb]${'c'.repeat(100)}`;
    expect(shown(line, 30)).toBe('...aaaaaaaabbbccccccccccccc...\n           ^^^');
    expect(shown(`[bbb]${'c'.repeat(100)}`, 30)).toBe('bbbccccccccccccccccccccc...\n^^^');
    expect(shown(`${'a'.repeat(100)}[bbb]`, 30)).toBe('...aaaaaaaaaaaaaaaaaaaaabbb\n                        ^^^');
    expect(shown(`[${'b'.repeat(100)}]`, 30)).toBe(`${'b'.repeat(24)}...\n${'^'.repeat(24)}`);
  });

  test('looks at the neighbourhood alone of a line of megabytes', () => {
    expect(shown(`${'a'.repeat(5_000_000)}[bbb]${'c'.repeat(5_000_000)}`, 30)).toBe(
      '...aaaaaaaabbbccccccccccccc...\n           ^^^',
    );
  });

  test('never takes more columns than it has, and its marks stay under it', () => {
    const anyLine = fc.string({
      unit: fc.constantFrom('a', '\t', '値', '👩‍👩‍👧', '\u0301', '\u001b', ' '),
      maxLength: 60,
    });
    fc.assert(
      fc.property(anyLine, fc.nat(70), fc.nat(20), fc.integer({ min: 20, max: 50 }), (text, start, length, columns) => {
        const { line, marks } = excerpt(text, Math.min(start, text.length), start + length, columns);
        expect(widthOf(line)).toBeLessThanOrEqual(columns);
        expect(marks).toMatch(/^ *\^+$/);
      }),
    );
  });
});

describe('text', () => {
  test('is broken at spaces, and what has none is left whole', () => {
    expect(wrapped(['one', 'two', 'three', 'https://example.org/a-long-address', '(not broken)'], 10, '  ')).toBe(
      'one two\n  three\n  https://example.org/a-long-address\n  (not broken)',
    );
    expect(wrapped(['one', 'two'], undefined, '  ')).toBe('one two');
  });

  test('cannot speak to the terminal', () => {
    expect(printable('a\u001b]0;title\u0007b\nc')).toBe('a\\u{1b}]0;title\\u{7}b\\u{a}c');
  });
});

const TEXT = 'components:\n  mesh: 2.0.0\n  cluster: 1.4.0\n';
const FINDING: CheckedFinding = {
  code: 'unsupported',
  severity: 'warning',
  range: { start: 20, end: 25 },
  message: 'Mesh 2.0.0 supports Cluster 1.2 to 1.3, not 1.4.0.',
  components: ['mesh', 'cluster'],
  pins: [],
  acknowledged: null,
  environments: [null],
  evidence: [
    { statement: 'Mesh 2.0 needs an old Cluster.', source: 'https://mesh.example/2.0', checked: '2026-11-01' },
  ],
  related: [{ range: { start: 28, end: 42 }, message: 'Cluster 1.4.0 is pinned here.' }],
  tags: [],
  fixes: [{ title: 'Set mesh to 2.1.0: resolves 1 finding', kind: 'quickfix', preferred: true, changes: [] }],
};
const STACK: CheckedStack = { document: 0, name: 'shop', environment: null, pins: 2, pairs: 1, pairsKnown: 1 };

function report(
  finding: Partial<CheckedFinding>,
  options: Partial<Parameters<typeof prettyReport>[1]> = {},
  stacks = [STACK],
): string {
  const result: CheckResult = {
    asOf: '2026-11-24',
    catalog: { version: '1.0.0', updated: '2026-11-01' },
    extraCatalogs: [],
    named: (path: string) => path,
    files: [{ path: 'a.stack.yaml', text: TEXT, stacks, findings: [{ ...FINDING, ...finding }], acknowledged: [] }],
  };
  return prettyReport(result, { lists: () => true, quiet: false, colour: false, columns: undefined, ...options });
}

describe('the report for people', () => {
  test('tells place, reason, source, related place and fix, then the figures', () => {
    expect(report({})).toBe(`a.stack.yaml:2:9: warning[unsupported]: Mesh 2.0.0 supports Cluster 1.2 to 1.3, not 1.4.0.
2 |   mesh: 2.0.0
  |         ^^^^^
  = source: Mesh 2.0 needs an old Cluster.
            https://mesh.example/2.0 (read 2026-11-01)
  = see:    a.stack.yaml:3:3: Cluster 1.4.0 is pinned here.
  = fix:    Set mesh to 2.1.0: resolves 1 finding

a.stack.yaml: stack shop: 2 pins, 1 of 1 pair has a statement

1 file, 1 stack: 1 warning
as of 2026-11-24, catalog 1.0.0 (2026-11-01)
`);
  });

  test('does not say twice what the message says, names environments, and fits a narrow terminal', () => {
    const [evidence] = FINDING.evidence;
    const statement = 'Mesh 2.0.0 supports Cluster 1.2 to 1.3.';
    const finding = {
      environments: [null, 'production'],
      evidence: evidence === undefined ? [] : [{ ...evidence, statement }],
    };
    expect(report(finding, { columns: 50 })).toBe(`a.stack.yaml:2:9: warning[unsupported]: Mesh 2.0.0
  supports Cluster 1.2 to 1.3, not 1.4.0.
2 |   mesh: 2.0.0
  |         ^^^^^
  = in:     environment production, and without
            one
  = source: https://mesh.example/2.0
            (read 2026-11-01)
  = see:    a.stack.yaml:3:3: Cluster 1.4.0 is
            pinned here.
  = fix:    Set mesh to 2.1.0: resolves 1 finding

a.stack.yaml: stack shop: 2 pins, 1 of 1 pair has
  a statement

1 file, 1 stack: 1 warning
as of 2026-11-24, catalog 1.0.0 (2026-11-01)
`);
  });

  test('names no environments when it holds in every stack of the file', () => {
    const stacks = [STACK, { ...STACK, environment: 'production' }];
    expect(report({ environments: [null, 'production'] }, {}, stacks)).not.toContain('environment production, and');
    expect(report({ environments: ['production'] }, {}, stacks)).toContain('\n  = in:     environment production\n');
  });

  test('marks a range over several lines up to the end of its first', () => {
    const finding = { range: { start: 14, end: 42 }, evidence: [], related: [], fixes: [] };
    expect(
      report(finding, { quiet: true }),
    ).toBe(`a.stack.yaml:2:3: warning[unsupported]: Mesh 2.0.0 supports Cluster 1.2 to 1.3, not 1.4.0.
2 |   mesh: 2.0.0
  |   ^^^^^^^^^^^
`);
  });

  test('counts what it does not list', () => {
    expect(
      report({ severity: 'hint' }, { lists: (severity) => severity !== 'hint' }),
    ).toBe(`a.stack.yaml: stack shop: 2 pins, 1 of 1 pair has a statement

1 file, 1 stack: 1 hint (see --verbose)
as of 2026-11-24, catalog 1.0.0 (2026-11-01)
`);
  });
});
