/** Patterns of paths, as `stackpin.drift.sources` writes them. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fitsPattern } from '../../server/src/workspace/pathPattern.ts';

test.each<[pattern: string, fitting: readonly string[], others: readonly string[]]>([
  ['*.yaml', ['a.yaml', '.yaml'], ['a.yml', 'b/a.yaml', 'a.yaml.txt']],
  ['**/*.yaml', ['a.yaml', 'b/a.yaml', 'c/b/a.yaml'], ['a.yml']],
  ['**', ['a.yaml', 'c/b/a.yaml'], []],
  ['charts/**', ['charts/a.yaml', 'charts/b/a.yaml'], ['other/a.yaml', 'charts.yaml']],
  ['charts/*/Chart.yaml', ['charts/web/Chart.yaml'], ['charts/Chart.yaml', 'charts/a/b/Chart.yaml']],
  [
    '**/prod/**/values-?.yaml',
    ['prod/values-1.yaml', 'a/prod/b/values-2.yaml'],
    ['prod/values-12.yaml', 'values-1.yaml'],
  ],
  ['a*b*c', ['abc', 'aXbYc', 'abbcc'], ['abcd', 'ab']],
  ['a.(b|c)+', ['a.(b|c)+'], ['a.bb', 'a.b']],
])('%s', (pattern, fitting, others) => {
  expect(fitting.filter((path) => !fitsPattern(path, pattern))).toEqual([]);
  expect(others.filter((path) => fitsPattern(path, pattern))).toEqual([]);
});

/** By definition: a pattern is its first part, and what fits the rest. */
function fitsByDefinition(path: string, pattern: string): boolean {
  const ways = (
    items: readonly string[],
    parts: readonly string[],
    many: string,
    isOne: (a: string, b: string) => boolean,
  ): boolean => {
    const [part, ...more] = parts;
    if (part === undefined) return items.length === 0;
    if (part === many)
      return items.some((_, at) => ways(items.slice(at), more, many, isOne)) || ways([], more, many, isOne);
    const [item, ...rest] = items;
    return item !== undefined && isOne(item, part) && ways(rest, more, many, isOne);
  };
  return ways(path.split('/'), pattern.split('/'), '**', (name, part) =>
    ways([...name], [...part], '*', (character, one) => one === '?' || one === character),
  );
}

test('any path and any pattern: what the definition says', () => {
  const name = fc.string({ unit: fc.constantFrom('a', 'b'), maxLength: 4 });
  const part = fc.oneof(fc.constant('**'), fc.string({ unit: fc.constantFrom('a', 'b', '*', '?'), maxLength: 4 }));
  const joined = (one: fc.Arbitrary<string>) =>
    fc.array(one, { minLength: 1, maxLength: 4 }).map((all) => all.join('/'));
  let fitting = 0;
  fc.assert(
    fc.property(joined(name), joined(part), (path, pattern) => {
      const expected = fitsByDefinition(path, pattern);
      if (expected) fitting += 1;
      expect(fitsPattern(path, pattern)).toBe(expected);
    }),
    { numRuns: 3000 },
  );
  expect(fitting).toBeGreaterThan(100);
});
