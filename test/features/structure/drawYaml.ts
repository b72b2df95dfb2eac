/** Documents in two hands: as a formatter leaves them, and with the white space of somebody in a hurry. */
import fc from 'fast-check';

type Value =
  | { readonly kind: 'scalar'; readonly text: string }
  | { readonly kind: 'block'; readonly header: string; readonly lines: readonly string[] }
  | { readonly kind: 'mapping'; readonly flow: boolean; readonly entries: readonly Entry[] }
  | { readonly kind: 'list'; readonly flow: boolean; readonly items: readonly Item[] };

interface Item {
  readonly value: Value;
  /** A blank line, and a comment, stand above it. */
  readonly blank: boolean;
  readonly comment: string | undefined;
  /** At the end of its line. */
  readonly remark: string | undefined;
}

interface Entry extends Item {
  readonly key: string;
  readonly anchor: string | undefined;
}

export interface TwoHands {
  readonly tidy: string;
  readonly untidy: string;
}

const scalar = fc.record({
  kind: fc.constant('scalar' as const),
  text: fc.constantFrom(
    '1.34.2',
    '"1.30"',
    "'>=1.27 <1.29'",
    'a b',
    '~',
    'https://a.example/x#y',
    '"a: [b,  c]"',
    '-1',
    '!!str 1',
  ),
});
const block = fc.record({
  kind: fc.constant('block' as const),
  header: fc.constantFrom('|', '>', '|-', '>-'),
  lines: fc
    .array(fc.constantFrom('text', '  deeper', 'with: colon', '# no comment', '', 'spaces  '), { maxLength: 3 })
    .map((lines) => ['first', ...lines, 'last']),
});
const remark = fc.option(fc.constantFrom('# why', '#  two  spaces'), { nil: undefined, freq: 5 });
const about = {
  blank: fc.boolean(),
  comment: fc.option(fc.constantFrom('# note', '# a: b'), { nil: undefined, freq: 4 }),
  remark,
};
const nothing = {
  blank: fc.constant(false),
  comment: fc.constant(undefined),
  remark: fc.constant(undefined),
};

const names = ['kubernetes', 'istio', '"quoted key"', 'reporting-db', 'a b', 'x', 'version', '<'];

/** A value; between brackets only scalars and collections between brackets. */
const { value } = fc.letrec<{ value: Value; flow: Value }>((tie) => ({
  flow: fc.oneof(
    { maxDepth: 2, withCrossShrink: true },
    scalar,
    fc.record({
      kind: fc.constant('mapping' as const),
      flow: fc.constant(true),
      entries: entriesOf(tie('flow') as fc.Arbitrary<Value>, true),
    }),
    fc.record({
      kind: fc.constant('list' as const),
      flow: fc.constant(true),
      items: fc.array(fc.record({ value: tie('flow') as fc.Arbitrary<Value>, ...nothing }), { maxLength: 3 }),
    }),
  ),
  value: fc.oneof(
    { maxDepth: 4, withCrossShrink: true },
    scalar,
    block,
    tie('flow') as fc.Arbitrary<Value>,
    fc.record({
      kind: fc.constant('mapping' as const),
      flow: fc.constant(false),
      entries: entriesOf(tie('value') as fc.Arbitrary<Value>, false),
    }),
    fc.record({
      kind: fc.constant('list' as const),
      flow: fc.constant(false),
      items: fc.array(fc.record({ value: tie('value') as fc.Arbitrary<Value>, ...about }), {
        minLength: 1,
        maxLength: 3,
      }),
    }),
  ),
}));

function entriesOf(held: fc.Arbitrary<Value>, flow: boolean): fc.Arbitrary<Entry[]> {
  return fc.uniqueArray(
    fc.record({
      key: fc.constantFrom(...names),
      value: held,
      anchor: flow ? fc.constant(undefined) : fc.option(fc.constant('&a'), { nil: undefined, freq: 6 }),
      ...(flow ? nothing : about),
    }),
    { selector: ({ key }) => key, minLength: flow ? 0 : 1, maxLength: 4 },
  );
}

/** A mapping at the root of a document. */
export const twoHands: fc.Arbitrary<TwoHands> = fc
  .tuple(entriesOf(value, false), fc.array(fc.nat(5), { minLength: 8, maxLength: 40 }))
  .map(([entries, whims]) => {
    const root: Value = { kind: 'mapping', flow: false, entries };
    let at = 0;
    const whim = (): number => {
      at += 1;
      return whims[at % whims.length] ?? 0;
    };
    const tidyHand = new Hand(() => 0);
    const untidyHand = new Hand(whim);
    return { tidy: tidyHand.write(root), untidy: untidyHand.write(root) };
  });

/** Writes a document. A whim of 0 everywhere is what a formatter leaves. */
class Hand {
  readonly #whim: () => number;
  #text = '';

  constructor(whim: () => number) {
    this.#whim = whim;
  }

  write(root: Value): string {
    this.#block(root, 0, 'mapping');
    // Blank lines at the end go, and there is one line break.
    return this.#text + '\n'.repeat(this.#whim());
  }

  #spaces(least: number): string {
    return ' '.repeat(least + (this.#whim() % 3));
  }

  #endLine(remark: string | undefined): void {
    this.#text += `${remark === undefined ? '' : `  ${remark}`}${this.#spaces(0)}\n`;
  }

  #above({ blank, comment }: Item, column: number): void {
    if (this.#text !== '' && blank) for (let count = this.#whim() % 3; count >= 0; count -= 1) this.#endLine(undefined);
    if (comment === undefined) return;
    this.#text += ' '.repeat(column) + comment;
    this.#endLine(undefined);
  }

  /** Writes a block collection whose first entry begins here. */
  #block(value: Value, column: number, within: 'mapping' | 'list'): void {
    if (value.kind === 'mapping') {
      for (const [index, entry] of value.entries.entries()) {
        if (index > 0 || within === 'mapping') {
          this.#above(entry, column);
          this.#text += ' '.repeat(column);
        }
        this.#text += `${entry.key}${' '.repeat(this.#whim() % 2)}:`;
        if (entry.anchor !== undefined) this.#text += `${this.#spaces(1)}${entry.anchor}`;
        this.#held(entry, column, 'mapping');
      }
    } else if (value.kind === 'list') {
      for (const [index, item] of value.items.entries()) {
        if (index > 0 || within === 'mapping') {
          this.#above(item, column);
          this.#text += ' '.repeat(column);
        }
        this.#text += '-';
        this.#held(item, column, 'list');
      }
    }
  }

  #held({ value, remark }: Item, column: number, within: 'mapping' | 'list'): void {
    if (value.kind === 'scalar' || (value.kind !== 'block' && value.flow)) {
      this.#text += this.#spaces(1) + this.#flow(value);
      this.#endLine(remark);
    } else if (value.kind === 'block') {
      this.#text += this.#spaces(1) + value.header;
      this.#endLine(remark);
      for (const line of value.lines) this.#text += line === '' ? '\n' : `${' '.repeat(column + 2)}${line}\n`;
    } else if (within === 'mapping') {
      this.#endLine(remark);
      // A list may stand in the column of its key.
      const steps = value.kind === 'list' ? [2, 0, 4, 1, 3, 0] : [2, 1, 4, 3, 6, 2];
      this.#block(value, column + (steps[this.#whim()] ?? 2), 'mapping');
    } else {
      const gap = this.#spaces(1);
      this.#text += gap;
      this.#block(value, column + 1 + gap.length, 'list');
    }
  }

  #flow(value: Value): string {
    if (value.kind === 'scalar') return value.text;
    if (value.kind === 'block') return '';
    const pad = (): string => ' '.repeat(this.#whim() % 2);
    const parts =
      value.kind === 'list'
        ? value.items.map((item) => this.#flow(item.value))
        : value.entries.map((entry) => `${entry.key}${pad()}:${this.#spaces(1)}${this.#flow(entry.value)}`);
    const inner = parts.reduce(
      (all, part, index) => (index === 0 ? part : `${all}${pad()},${this.#spaces(1)}${part}`),
      '',
    );
    const [left, right] = value.kind === 'list' ? '[]' : '{}';
    return `${left}${pad()}${inner}${pad()}${right}`;
  }
}
