import type { Rule } from '../rule.ts';
import { isDuplicateComponent } from './yaml.ts';

export const duplicateComponent: Rule = {
  code: 'duplicate-component',
  severity: 'error',
  title: 'Pinned twice in one mapping',
  document: ({ document }) =>
    document.problems.filter(isDuplicateComponent).map(({ range, first, key }) => {
      const name = key ?? '';
      return {
        range,
        message: `"${name}" is pinned twice in this mapping. Remove one, or give the second a name of its own and write "component: ${name}" in it.`,
        pins: [{ instance: name, component: name }],
        related: first === undefined ? [] : [{ range: first, message: 'It is pinned here first.' }],
      };
    }),
};
