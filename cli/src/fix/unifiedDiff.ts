/** What would be changed, as `patch` and `git apply` read it. */
import { createTwoFilesPatch, FILE_HEADERS_ONLY } from 'diff';
import type { FixedFile } from './fixText.ts';

/** Empty where nothing is changed. */
export function unifiedDiff({ name, before, text }: Pick<FixedFile, 'name' | 'before' | 'text'>): string {
  if (before === text) return '';
  return createTwoFilesPatch(`a/${name}`, `b/${name}`, before, text, undefined, undefined, {
    context: 3,
    headerOptions: FILE_HEADERS_ONLY,
  });
}
