/** Follows a derivation and judges every pair of versions anew, with nothing but the verdict on exact versions. */
import type { Derivation, Proof } from '../../../server/src/analysis/derivation/derivation.ts';
import { atVersion, type KnownPin } from '../../../server/src/analysis/pairs.ts';
import type { Catalog } from '../../../server/src/catalog/model.ts';
import { pairJudge } from '../../support/pairJudge.ts';

/** What is wrong with a derivation; undefined when every step holds and nothing is left at its end. */
export function flawIn({ proof }: Derivation, pins: readonly KnownPin[], catalog: Catalog): string | undefined {
  const pinned = new Set(pins.map(({ component }) => component.id));
  const judge = pairJudge(pinned, { catalog });
  const start = pins.map(({ candidates }) => candidates);
  return flawFrom(proof, start);

  function flawFrom({ steps, end }: Proof, before: readonly (readonly string[])[]): string | undefined {
    const left = [...before];
    for (const [at, step] of steps.entries()) {
      const { premise, target, given, ruledOut, grounds } = step;
      const here = `step ${at + 1}`;
      const [one, two] = [pins[premise], pins[target]];
      if (one === undefined || two === undefined) return `${here} is about no pin`;
      if (given.versions.join() !== left[premise]?.join()) return `${here} is given what is not left`;
      if (step.before.versions.join() !== left[target]?.join()) return `${here} begins with what is not there`;
      if (ruledOut.versions.length === 0) return `${here} rules out nothing`;
      const rest = left[target]?.filter((text) => !ruledOut.versions.includes(text)) ?? [];
      if (rest.join() !== (step.left?.versions.join() ?? '')) return `${here} leaves something else`;
      if (rest.length + ruledOut.versions.length !== left[target]?.length) return `${here} rules out what is not there`;
      for (const a of given.versions)
        for (const b of ruledOut.versions) {
          const { best } = judge.pair(atVersion(one, a), atVersion(two, b));
          if (best.verdict !== 'incompatible') return `${here}: ${a} and ${b} are ${best.verdict}`;
          const sources = best.evidence.map(({ source }) => source);
          const stated = grounds.some(
            (ground) =>
              ground.given.versions.includes(a) &&
              ground.ruledOut.versions.includes(b) &&
              sources.includes(ground.source),
          );
          if (!stated) return `${here}: nothing is cited for ${a} and ${b}`;
        }
      left[target] = rest;
    }
    const open = left[end.pin] ?? [];
    if (end.kind === 'nothing-left') return open.length === 0 ? undefined : 'something is left at the end';
    const held = end.cases.flatMap(({ group }) => group.versions);
    if ([...held].sort().join() !== [...open].sort().join()) return 'the cases are not all there are';
    for (const { group, proof: inner } of end.cases) {
      const flaw = flawFrom(inner, left.with(end.pin, group.versions));
      if (flaw !== undefined) return `with ${group.words}, ${flaw}`;
    }
    return undefined;
  }
}
