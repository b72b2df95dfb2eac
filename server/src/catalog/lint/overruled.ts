/** Statements of a user's catalog against those that lie below it: one forbids what the other supports. */
import { t } from '@vscode/l10n';
import type { CompatibilityRule, Component } from '../model.ts';
import { type Claim, type Clash, clashOf, isHard, isSupport } from './contradictions.ts';
import { type Below, type Layer, placeIn } from './layers.ts';
import type { Subject, Told } from './subject.ts';

/** A rule of a lower layer, about the same pair. */
interface LowerClaim extends Claim {
  readonly layer: Layer;
  readonly index: number;
}

/** A note here says that it is meant; a note below speaks of something else. */
export function checkOverruled(subject: Subject, below: Below): Told[] {
  const { written, merged, world } = subject;
  return (written.compatibility ?? []).flatMap((rule, index) => {
    if (rule.note !== undefined || rule.with === written.id || !(isHard(rule) || isSupport(rule))) return [];
    const other = world.component(rule.with);
    if (other === undefined) return [];
    const mine: Claim = { speaker: merged, rule };
    const lower = [
      ...(subject.below === undefined ? [] : claims(below.layersOf(written.id), merged, rule.with)),
      ...claims(below.layersOf(rule.with), other, written.id),
    ];
    // What is only said again says nothing new.
    if (lower.some((one) => one.speaker === merged && isSame(one.rule, rule))) return [];
    for (const theirs of lower) {
      const found = clashWith(mine, theirs, other);
      if (found === undefined) continue;
      const { layer, rule: stated } = theirs;
      const [one, two] = [`${merged.id} ${found.own}`, `${other.id} ${found.other}`];
      const message = found.forbidsHere
        ? t(
            '{0} with {1} is forbidden here, and {2} supports it ({3}). The statement here counts; say why in a "note".',
            one,
            two,
            layer.name,
            stated.source,
          )
        : t(
            '{0} with {1} is supported here, and {2} forbids it ({3}). The statement here counts; say why in a "note".',
            one,
            two,
            layer.name,
            stated.source,
          );
      const there = found.forbidsHere ? t('{0} supports it here.', layer.name) : t('{0} forbids it here.', layer.name);
      const related = placeIn(layer, ['compatibility', theirs.index], there);
      const path = ['compatibility', index];
      return [{ code: 'catalog-conflict', severity: 'warning', path, message, related, others: [other.id] } as const];
    }
    return [];
  });
}

const STATED = ['when', 'with', 'level', 'supported', 'tested', 'breaks'] as const;

function isSame(a: CompatibilityRule, b: CompatibilityRule): boolean {
  return STATED.every((key) => a[key] === b[key]);
}

function claims(layers: readonly Layer[], speaker: Component, about: string): LowerClaim[] {
  return layers.flatMap((layer) =>
    (layer.component.compatibility ?? []).flatMap((rule: CompatibilityRule, index) =>
      rule.with === about ? [{ speaker, rule, layer, index }] : [],
    ),
  );
}

/** The clash in the order (mine, the other component), whichever of the two rules forbids and whoever states it. */
function clashWith(
  mine: Claim,
  theirs: Claim,
  other: Component,
): { readonly own: string; readonly other: string; readonly forbidsHere: boolean } | undefined {
  if (isHard(mine.rule) && isSupport(theirs.rule)) {
    const clash = clashOf(mine, theirs, other);
    return clash && { own: clash.own.text, other: clash.other.text, forbidsHere: true };
  }
  if (!isHard(theirs.rule) || !isSupport(mine.rule)) return undefined;
  const sameSide = theirs.speaker.id === mine.speaker.id;
  const clash: Clash | undefined = clashOf(theirs, mine, sameSide ? other : mine.speaker);
  if (clash === undefined) return undefined;
  const [own, second] = sameSide ? [clash.own, clash.other] : [clash.other, clash.own];
  return { own: own.text, other: second.text, forbidsHere: false };
}
