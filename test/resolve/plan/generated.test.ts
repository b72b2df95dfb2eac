import fc from 'fast-check';
import { expect, test } from 'vitest';
import { allVersions } from '../../../server/src/catalog/queries.ts';
import { catalogOf } from '../../support/compiled.ts';
import { fewestSteps, smallCatalog } from './drawCatalog.ts';
import { planned, printed, stackOf, toVerify } from './plans.ts';

test('as few steps as a plain search finds that looks at every version by the rules of the checker', () => {
  let found = 0;
  let refused = 0;
  fc.assert(
    fc.property(smallCatalog, (components) => {
      const catalog = catalogOf({ name: 'drawn', version: '1', updated: '2026-11-01' }, components);
      const read = components.flatMap(({ id }) => catalog.component(id) ?? []);
      const oldest = read.map((component) => `  ${component.id}: ${allVersions(component).at(-1)}\n`);
      const stack = stackOf(catalog, oldest.join(''));
      const plan = planned(stack, new Map(read.map((component) => [component.id, allVersions(component)[0] ?? ''])));
      const request = toVerify(stack, printed(plan));
      const fewest = fewestSteps(request, read);
      expect(plan.found ? plan.steps.length : undefined).toBe(fewest);
      expect(plan.proven).toBe(true);
      if (fewest !== undefined) found += 1;
      else {
        refused += 1;
        expect(plan.blockedBy.map(({ statement }) => statement)).not.toContain('');
        expect([plan.blockedBy.length > 0, plan.blockedByProven]).toEqual([true, true]);
      }
    }),
    { seed: 20261124, numRuns: 400 },
  );
  expect([found > 100, refused > 100]).toEqual([true, true]);
});
