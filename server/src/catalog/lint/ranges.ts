/** Ranges can be read under the scheme of the component they are about, and match something. */
import { t } from '@vscode/l10n';
import { parseRange } from '../../version/index.ts';
import type { Component } from '../model.ts';
import type { Path } from '../read.ts';
import { matching, type Subject, type Told, versionsOf } from './subject.ts';

/** Where a range stands and whose versions it is about. */
interface PlacedRange {
  readonly path: Path;
  readonly text: string;
  readonly of: Component;
}

function rangesOf({ written, merged, world }: Subject): PlacedRange[] {
  const found: PlacedRange[] = [];
  const add = (path: Path, text: string | undefined, of: Component | undefined): void => {
    if (text !== undefined && of !== undefined) found.push({ path, text, of });
  };
  for (const key of ['requires', 'conflicts', 'carries', 'compatibility', 'skew'] as const) {
    (written[key] ?? []).forEach((rule, index) => {
      add([key, index, 'when'], rule.when, merged);
    });
  }
  // About itself it speaks of what it is in this file.
  const other = (id: string): Component | undefined => (id === written.id ? merged : world.component(id));
  (written.compatibility ?? []).forEach((rule, index) => {
    for (const key of ['supported', 'tested', 'breaks'] as const)
      add(['compatibility', index, key], rule[key], other(rule.with));
  });
  (written.conflicts ?? []).forEach((rule, index) => {
    add(['conflicts', index, 'range'], rule.range, other(rule.with));
  });
  (written.carries ?? []).forEach((rule, index) => {
    if (rule.same === undefined) add(['carries', index, 'versions'], rule.versions, other(rule.with));
  });
  (written.upgrade?.hops ?? []).forEach(({ from, to }, index) => {
    add(['upgrade', 'hops', index, 'from'], from, merged);
    add(['upgrade', 'hops', index, 'to'], to, merged);
  });
  return found;
}

/** Every range can be read, and matches a version that the catalogs list; of a component without any nothing is known. */
export function checkRanges(subject: Subject): Told[] {
  return rangesOf(subject).flatMap(({ path, text, of }): Told[] => {
    const others = of.id === subject.written.id ? [] : [of.id];
    const { scheme } = of.versions;
    if (parseRange(text, scheme) === undefined) {
      const message = t(
        '"{0}" is no range of versions of {1} (scheme {2}). Write it as in ">=1.2 <1.3".',
        text,
        of.id,
        scheme,
      );
      return [{ code: 'bad-range', severity: 'error', path, message, others }];
    }
    if (versionsOf(of).length === 0 || matching(of, text).length > 0) return [];
    const message = t(
      '"{0}" matches no version of {1} that the catalogs list. Correct it, if it is not meant for others.',
      text,
      of.id,
    );
    return [{ code: 'empty-range', severity: 'warning', path, message, others }];
  });
}
