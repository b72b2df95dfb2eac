import { expect, test } from 'vitest';
import { recent } from '../../server/src/workspace/recent.ts';

test('what was not used for longest is forgotten, and told', () => {
  const dropped: string[] = [];
  const map = recent<number>(2, (key) => dropped.push(key));
  map.set('a', 1);
  map.set('b', 2);
  expect(map.get('a')).toBe(1);
  map.set('c', 3);
  expect(dropped).toEqual(['b']);
  expect(['a', 'b', 'c'].map((key) => map.get(key))).toEqual([1, undefined, 3]);
  map.set('a', 4);
  map.delete('c');
  map.set('d', 5);
  expect(dropped).toEqual(['b']);
});
