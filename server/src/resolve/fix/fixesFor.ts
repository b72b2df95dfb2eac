/** The quick fixes of a finding, made from its `fix` data and the analysis it belongs to; nothing is parsed again. */
import type { Finding, Fix } from '../../analysis/finding.ts';
import { isDowngrade, jumpBetween, parseVersion } from '../../version/index.ts';
import { compareCosts } from '../engine/costs.ts';
import { addingFixes } from './addingFixes.ts';
import type { Fixing } from './fixing.ts';
import { pinFixes } from './pinFixes.ts';
import type { Edit } from './places.ts';
import { rememberedOf } from './remembered.ts';
import { succeedingFixes } from './succeedingFixes.ts';
import { titleOf } from './titles.ts';

/**
 * Makes the fixes of a finding.
 * @param finding one of the analysis, which is of the current text
 * @returns best first; the first may be preferred. Empty when nothing known makes it good
 */
export function fixesFor(made: Fixing, finding: Finding): readonly Fix[] {
  return fixesOf(finding, made);
}

/**
 * Whether an edit goes back over a whole major version, or to one before the first (0.x, https://semver.org/#spec-item-4). Of a
 * range, the newest that it takes counts.
 */
function goesFarBack({ pin: { component, candidates }, to }: Edit): boolean {
  if (component === undefined) return false;
  const { scheme, lines } = component.versions;
  const [from, goal] = [candidates[0] ?? '', to].map((text) => parseVersion(text, scheme));
  if (from === undefined || goal === undefined) return false;
  if (!isDowngrade(from, goal) || jumpBetween(from, goal) !== 'major') return false;
  const [old = 0, now = 0] = [goal.release[0], from.release[0]];
  const majors = lines.flatMap(({ line }) => parseVersion(line, scheme)?.release[0] ?? []);
  return (old === 0 && now > 0) || majors.some((major) => major > old && major < now);
}

const fixesOf = rememberedOf((finding: Finding, made: Fixing): readonly Fix[] => {
  const { fix } = finding;
  if (fix === undefined) return [];
  if (fix.kind === 'replace') {
    // In broken text what is meant can stand there already, read as something else.
    const now = made.analysis.file.source.slice(finding.range.start, finding.range.end);
    const choices = fix.choices.filter(({ newText }) => newText !== now);
    return choices.map(({ title, newText }, index) => ({
      title,
      kind: 'quickfix',
      preferred: index === 0,
      changes: [{ range: finding.range, newText }],
    }));
  }
  if (fix.kind === 'changes') {
    return fix.choices.map((choice, index) => ({ ...choice, kind: 'quickfix', preferred: index === 0 }));
  }
  if (fix.kind === 'add') return addingFixes(finding, fix, made);
  if (fix.kind === 'succeed') return succeedingFixes(finding, fix, made);
  const all = pinFixes(finding, fix, made);
  const wanted = all.filter(({ edits }) => !edits.some(goesFarBack));
  const fixes = wanted.length > 0 ? wanted : [...all];
  // Going forward beats going back; where both go the same way, the smaller jump does.
  fixes.sort((a, b) => compareCosts(a.cost, b.cost) || a.milder.length - b.milder.length);
  const document = fix.pins[0]?.document ?? 0;
  return fixes.map((one, index) => ({
    title: titleOf(one.edits, one, made.readersOf(document)),
    kind: 'quickfix',
    preferred: index === 0,
    changes: one.changes,
  }));
});
