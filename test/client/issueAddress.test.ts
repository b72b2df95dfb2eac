import { assert, property, string } from 'fast-check';
import { expect, test } from 'vitest';
import { issueAddress } from '../../client/src/commands/issueAddress.ts';

test('the page of a new issue has the very title and body', () => {
  assert(
    property(string({ unit: 'grapheme' }), string({ unit: 'grapheme' }), (title, body) => {
      const { origin, pathname, searchParams, hash } = new URL(issueAddress(title, body));
      expect([origin + pathname, hash]).toEqual(['https://github.com/stackpin/stackpin/issues/new', '']);
      expect([searchParams.get('title'), searchParams.get('body')]).toEqual([title, body]);
    }),
  );
});
