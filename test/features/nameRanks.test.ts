import { expect, test } from 'vitest';
import { nameRanks } from '../../server/src/features/nameRanks.ts';
import { testCatalog } from '../support/catalog.ts';
import { open } from './open.ts';

const pinsOf = (components: string) => {
  const [stack] = open(`apiVersion: stackpin/v1\nkind: Stack\ncomponents:\n${components}`).analysis.stacks;
  return stack?.described ?? [];
};

test('ranks are worked out once for the pins of a stack: what is being typed is none of them', () => {
  const catalog = testCatalog();
  const pins = pinsOf('  kubernetes: 1.34.2\n  cil: 1\n');
  const ranked = nameRanks(pins, catalog);
  expect(pins.map(({ entry }) => entry.instance)).toEqual(['kubernetes']);
  expect(nameRanks([...pins], catalog)).toBe(ranked);
  expect(nameRanks(pinsOf('  istio: 1.28.1\n'), catalog)).not.toBe(ranked);
});
