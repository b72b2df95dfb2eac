/** Small components for the tests of this folder. What is said of them is made up. */
import type { Component, Line } from '../../server/src/catalog/model.ts';
import type { Scheme } from '../../server/src/version/types.ts';

export const SOURCE = { source: 'https://example.com/releases', checked: '2026-08-22' } as const;

export interface Sample extends Partial<Component> {
  readonly id: string;
  readonly scheme?: Scheme;
  readonly lines?: readonly Line[];
}

/** A component with what is not given filled in. */
export function sample({ scheme = 'semver', lines = [], ...rest }: Sample): Component {
  return {
    name: rest.id,
    layer: 'tool',
    description: 'A sample.',
    status: 'active',
    versions: { scheme, lines, ...SOURCE },
    ...rest,
  };
}
