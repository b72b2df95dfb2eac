import { t } from '@vscode/l10n';
import { rangeOf } from '../../manifest/tree.ts';
import type { Draft, Rule } from '../rule.ts';

export const baseCycle: Rule = {
  code: 'base-cycle',
  severity: 'error',
  title: () => t('A file that extends itself, by way of others or directly'),
  document: (_manifest, _context, { problems }) =>
    problems.flatMap((problem): Draft[] => {
      if (problem.kind !== 'cycle') return [];
      const trail = shortNames(problem.trail).join(' → ');
      const message = t(
        'This file extends itself: {0}. Remove one of these entries; until then this one is left out.',
        trail,
      );
      return [{ range: rangeOf(problem.entry), message }];
    }),
};

/** The paths without the folders that all of them share. */
function shortNames(uris: readonly string[]): string[] {
  const parts = uris.map((uri) => uri.split('/'));
  const [first = []] = parts;
  let shared = 0;
  while (shared < first.length - 1 && parts.every((one) => shared < one.length - 1 && one[shared] === first[shared])) {
    shared += 1;
  }
  return parts.map((one) => readable(one.slice(shared).join('/')));
}

function readable(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
