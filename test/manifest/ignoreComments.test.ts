import { expect, test } from 'vitest';
import { type IgnoreComment, ignoreComments } from '../../server/src/manifest/ignoreComments.ts';
import { parseYaml } from '../../server/src/manifest/parse.ts';

/** What is read of each comment, in a line. */
function readIn(text: string): string[] {
  return parseYaml(text).documents.flatMap((document) =>
    ignoreComments(document).map((comment) => {
      for (const { range, text: part } of [comment.keyword, ...comment.codes]) {
        expect(text.slice(range.start, range.end)).toBe(part);
      }
      expect(text.charAt(comment.range.start)).toBe('#');
      return inWords(comment);
    }),
  );
}

function inWords({ scope, codes, until, reason, fault }: IgnoreComment): string {
  const end = until === undefined ? '' : ` until ${until.text}`;
  const words = `${scope} ${codes.map((code) => code.text).join('+')}${end}: ${reason}`;
  return fault === undefined ? words : `${words} (${fault})`;
}

/** A comment in a line of its own. */
function above(comment: string): string {
  return readIn(`components:\n  ${comment}\n  mesh: 2.1.0\n`)[0] ?? 'none';
}

/** A comment behind a pin. */
function behind(comment: string): string {
  return readIn(`components:\n  mesh: 2.1.0 ${comment}\n`)[0] ?? 'none';
}

test('as it is to be written', () => {
  expect(above('# stackpin-ignore-next-line unsupported until 2027-01-31: a vendor build')).toBe(
    'next-line unsupported until 2027-01-31: a vendor build',
  );
  expect(above('# stackpin-ignore-next-line unsupported, end-of-life: until the move: May')).toBe(
    'next-line unsupported+end-of-life: until the move: May',
  );
  expect(behind('# stackpin-ignore outdated-patch: held back')).toBe('line outdated-patch: held back');
  expect(behind('# stackpin-ignore-next-line untested: tried')).toBe('next-line untested: tried');
});

test('what is written a little otherwise is read as well', () => {
  expect(above('#stackpin-ignore-next-line unsupported:a vendor build')).toBe('next-line unsupported: a vendor build');
  expect(above('#  Stackpin-Ignore-Next-Line   unsupported ,end-of-life   UNTIL 2027-01-31 :  tried  ')).toBe(
    'next-line unsupported+end-of-life until 2027-01-31: tried',
  );
  expect(above('# stackpin_ignore_next_line: unsupported end-of-life -- tried: twice')).toBe(
    'next-line unsupported+end-of-life: tried: twice',
  );
  expect(behind('# stackpin-ignore-line unsupported until 2027-01-31 – tried')).toBe(
    'line unsupported until 2027-01-31: tried',
  );
});

test('what cannot be read has a fault', () => {
  expect(above('# stackpin-ignore-next-line unsupported')).toBe('next-line unsupported:  (reason)');
  expect(above('# stackpin-ignore-next-line unsupported until 2027-01-31:')).toBe(
    'next-line unsupported until 2027-01-31:  (reason)',
  );
  expect(above('# stackpin-ignore-next-line')).toBe('next-line :  (code)');
  expect(above('# stackpin-ignore-next-line: a vendor build')).toBe('next-line a+vendor+build:  (reason)');
  expect(above('# stackpin-ignore-next-line until 2027-01-31: tried')).toBe(
    'next-line  until 2027-01-31: tried (code)',
  );
  expect(above('# stackpin-ignore-next-line unsupported until May: tried')).toBe(
    'next-line unsupported until May: tried (until)',
  );
  expect(above('# stackpin-ignore-next-line unsupported until: tried')).toBe('next-line unsupported: tried (until)');
  expect(above('# stackpin-ignore-next-line unsupported until 31 January 2027: tried')).toBe(
    'next-line unsupported until 31: tried (until)',
  );
  expect(above('# stackpin-ignore unsupported: tried')).toBe('next-line unsupported: tried (place)');
  expect(above('# stackpin-ignore-nextline unsupported: tried')).toBe('next-line unsupported: tried (keyword)');
  expect(behind('# stackpin-disable unsupported: tried')).toBe('line unsupported: tried (keyword)');
});

test('other comments, and what only looks like one, are left alone', () => {
  expect(above('# a vendor build')).toBe('none');
  expect(above('# stackpin ignores what stands under "values"')).toBe('none');
  expect(above('# see stackpin-ignore-next-line in the manual')).toBe('none');
  expect(readIn('components:\n  own: "# stackpin-ignore unsupported: tried"\n')).toEqual([]);
  expect(
    readIn('components:\n  own:\n    version: 1.0.0\n    notes: |\n      # stackpin-ignore unsupported: tried\n'),
  ).toEqual([]);
});

test('line ends, a mark at the beginning, several documents', () => {
  const text =
    '\uFEFF# stackpin-ignore unsupported: one\r\ncomponents:\r\n\tmesh: 2.1.0 # stackpin-ignore unsupported: two\r\n---\r\n# stackpin-ignore-next-line untested: three\r\ncomponents: {}\r\n';
  expect(readIn(text)).toEqual([
    'next-line unsupported: one (place)',
    'line unsupported: two',
    'next-line untested: three',
  ]);
});
