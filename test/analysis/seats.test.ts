/** Pins of a stack that come, go and change, judged again: the same as judging all anew. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { lookUp } from '../../server/src/analysis/lookUp.ts';
import { isKnown } from '../../server/src/analysis/pairs.ts';
import { type Seated, type Seats, seatsOf } from '../../server/src/analysis/seats.ts';
import { verdictMemory } from '../../server/src/analysis/verdictMemory.ts';
import { parseYaml } from '../../server/src/manifest/parse.ts';
import { readStacks } from '../../server/src/manifest/read.ts';
import { bundledCatalog } from '../support/compiled.ts';

const CATALOG = bundledCatalog();

/** Components that speak of each other, of what others carry, and of the parts of one whole; k3s and GKE carry others of them. */
const PINS = [
  ...['kubernetes: 1.30.0', 'kubernetes: 1.34.2', 'kubernetes: ">=1.30"', 'k3s: ">=1.30"', 'google-gke: ">=1.30"'],
  ...['istio: 1.28.1', 'istio: 1.20.3', 'containerd: 1.7.0', 'containerd: ">=2"', 'helm: 3.12.0', 'etcd: 3.5.0'],
  ...['rabbitmq: 3.12.0', 'erlang: "25.0"', 'nova: ">=31"', 'keystone: ">=20"'],
];

interface Pin {
  readonly text: string;
  readonly rank: number;
}

const pin: fc.Arbitrary<Pin> = fc.record({ text: fc.constantFrom(...PINS), rank: fc.constantFrom(0, 0, 0, 1) });

/** Some pins in place of others. */
const change = fc.record({ at: fc.nat(12), left: fc.nat(3), come: fc.array(pin, { maxLength: 3 }) });

/** What is told of seats, without what only says how it was found. */
function plain({ seats, pinned, same, known, notable, links, isCut }: Seats): unknown {
  const placeOf = new Map(seats.map(({ first }, index) => [first, index]));
  const linked = seats.flatMap((seat) =>
    seat.links.flatMap(({ one, two }) => (one === seat ? [[one.first, two.first]] : [])),
  );
  return {
    seats: seats.map(({ participant, first, others }) => ({ key: participant.key, first, others })),
    pinned: [...pinned].sort(),
    linked: linked.sort(([a = 0, b = 0], [c = 0, d = 0]) => a - c || b - d),
    notable: notable.map(({ one, two, judged }) => [
      placeOf.get(one.first),
      placeOf.get(two.first),
      judged.worst.verdict,
    ]),
    ...{ same, known, links, isCut },
  };
}

test('any pins, changed any number of times', () => {
  let takenUp = 0;
  let takenUpBesideAlike = 0;
  let notable = 0;
  fc.assert(
    fc.property(
      fc.uniqueArray(pin, { maxLength: 12, selector: ({ text, rank }) => `${text} ${rank}` }),
      fc.array(change, { maxLength: 6 }),
      (first, changes) => {
        const verdicts = verdictMemory(CATALOG);
        const seated = ({ text, rank }: Pin): Seated => {
          const [manifest] = readStacks(parseYaml(`kind: Stack\ncomponents:\n  ${text}\n`));
          const looked = manifest?.components.map((entry) => lookUp(entry, CATALOG)).find((one) => isKnown(one));
          if (looked === undefined || !isKnown(looked)) throw new Error(`The catalog does not know ${text}.`);
          return { likeness: verdicts.likeness(looked), rank };
        };
        let pins = first;
        let last = seatsOf(pins.map(seated), undefined, verdicts);
        for (const { at, left, come } of changes) {
          pins = pins.toSpliced(at, left, ...come);
          const members = pins.map(seated);
          const again = seatsOf(members, last, verdicts);
          if (again === last) takenUp += 1;
          if (again === last && !again.isPlain) takenUpBesideAlike += 1;
          notable += again.notable.length;
          expect(plain(again)).toEqual(plain(seatsOf(members, undefined, verdicts)));
          last = again;
        }
      },
    ),
    { numRuns: 400 },
  );
  expect(takenUp).toBeGreaterThan(300);
  expect(takenUpBesideAlike).toBeGreaterThan(10);
  expect(notable).toBeGreaterThan(300);
});
