/** Three pins of two lines each, of which no two may have lines of equal number: that cannot be, and only cases show it. */
import type { CompatibilityRule, Component } from '../../server/src/catalog/model.ts';
import type { CheckedDocument } from '../../server/src/features/document.ts';
import { sample } from '../catalog/sample.ts';
import { catalogOf } from '../support/compiled.ts';
import { open } from './open.ts';

function component(id: string, others: readonly string[]): Component {
  const compatibility = others.flatMap((other) =>
    ['1.0', '1.1'].map((line): CompatibilityRule => {
      const range = `~${line}`;
      const stated = { source: `https://${id}.example`, checked: '2026-11-01' };
      return { when: range, with: other, level: 'broken', breaks: range, ...stated };
    }),
  );
  const lines = ['1.1', '1.0'].map((line) => ({ line, versions: [`${line}.0`, `${line}.1`] }));
  return sample({ id, name: id.toUpperCase(), lines, compatibility });
}

export function byCases(): CheckedDocument {
  const components = [component('a', ['b', 'c']), component('b', ['c']), component('c', [])];
  const catalog = catalogOf({ name: 'made-up', version: '1', updated: '2026-11-01' }, components);
  return open('apiVersion: stackpin/v1\nkind: Stack\ncomponents: {a: "*", b: "*", c: "*"}\n', {}, catalog);
}
