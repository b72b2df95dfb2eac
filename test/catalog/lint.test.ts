/** The lint over the bundled catalog. What each check finds is shown in lint/. */
import { describe, expect, test } from 'vitest';
import { lintCatalogs } from '../../server/src/catalog/lint/lint.ts';
import { LINT_CODES, type LintProblem, pathText } from '../../server/src/catalog/lint/problem.ts';
import { emptyCatalog } from '../../server/src/catalog/loader.ts';
import { bundledFiles, bundledMetadata, readFiles } from './bundled.ts';
import { EMPTY_RANGE_REASONS } from './reasons.ts';

const metadata = bundledMetadata() ?? { name: '', version: '', updated: '' };
const { components, problems: misread } = readFiles(bundledFiles());
const [problems = []] = lintCatalogs([{ name: 'bundled', catalog: { metadata, components }, isWritten: () => true }], {
  base: emptyCatalog(metadata),
  house: true,
});

/** What the reader finds is among `misread`; empty ranges have reasons. */
const ELSEWHERE = new Set<string>(['yaml', 'schema', 'no-source', 'empty-range']);

/** "kserve > istio": what the reasons go by. */
function pairOf({ components: [own = '', other = own] }: LintProblem): string {
  return `${own} > ${other}`;
}

function shown({ components: [id], path, message }: LintProblem): string {
  return `catalog/components/${id}.yaml: ${pathText(path)}: ${message}`;
}

describe('the bundled catalog', () => {
  test('fits its schema, each file holding the component it is named after', () => {
    expect(misread).toEqual([]);
    expect(components.map(({ id }) => `catalog/components/${id}.yaml`)).toEqual(bundledFiles().map(({ path }) => path));
  });

  test.each(LINT_CODES.filter((code) => !ELSEWHERE.has(code)))('has nothing that the lint calls %s', (code) => {
    expect(problems.filter((problem) => problem.code === code).map(shown)).toEqual([]);
  });

  test('has ranges that match a version, or a reason in test/catalog/reasons.ts why not', () => {
    const unexplained = problems.filter(
      (problem) => problem.code === 'empty-range' && !EMPTY_RANGE_REASONS.has(pairOf(problem)),
    );
    expect(unexplained.map(shown)).toEqual([]);
  });

  test('has no reason that is no longer needed', () => {
    const needed = new Set(problems.filter(({ code }) => code === 'empty-range').map(pairOf));
    expect([...EMPTY_RANGE_REASONS.keys()].filter((pair) => !needed.has(pair))).toEqual([]);
  });
});
