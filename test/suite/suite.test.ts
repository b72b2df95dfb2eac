import { describe, expect, test } from 'vitest';
import { CODES } from '../../server/src/analysis/finding.ts';
import { lineIndex } from '../../server/src/manifest/lines.ts';
import { expectDiagnostics, type MarkedFile } from '../support/markers.ts';
import { type Case, casesOf, filesOf, folders, KINDS } from './cases.ts';
import { checkFiles } from './check.ts';

const cases = new Map(CODES.map((code) => [code, casesOf(code)]));

test('every code has a case of every kind', () => {
  expect(folders().filter((name) => !CODES.some((code) => code === name))).toEqual([]);
  const lacking = [...cases].flatMap(([code, all]) =>
    KINDS.filter((kind) => !all.some((one) => one.kind === kind)).map((kind) => `${code}: ${kind}`),
  );
  expect(lacking).toEqual([]);
});

describe.each([...cases].filter(([, all]) => all.length > 0))('%s', (_, all) => {
  const named = all.map((one) => [one.name, one.title, one] as const);

  test.each(named)('%s: %s', async (_name, _title, given) => {
    await expectCase(given, given.fixture);
  });

  test.each(named)('%s, with Windows line ends', async (_name, _title, given) => {
    await expectCase(given, given.fixture.replaceAll('\n', '\r\n'));
  });
});

describe('while a file is being written', () => {
  const several = [...cases.values()].flat().filter(({ kind }) => kind === 'composed');

  test.each(several.map((one) => [one.code, one.name, one] as const))(
    '%s, %s: ends in the middle of any line, and every place is in its file',
    async (_code, _name, { fixture }) => {
      for (const files of cutOff(filesOf(fixture))) {
        for (const { file, marks } of await checkFiles(files))
          for (const { range } of marks) {
            expect(range.start).toBeLessThanOrEqual(range.end);
            expect(range.end).toBeLessThanOrEqual(file.text.length);
          }
      }
    },
  );
});

/** The files with one of them cut off, in each of its lines once. */
function cutOff(files: readonly MarkedFile[]): MarkedFile[][] {
  return files.flatMap((cut) => {
    const lines = lineIndex(cut.text);
    return Array.from({ length: lines.lineCount }, (_, line) => {
      const end = lines.offsetAt({ line, character: Math.ceil(lines.lineAt(line).length / 2) });
      return files.map((file) => (file === cut ? { ...file, text: file.text.slice(0, end) } : file));
    });
  });
}

/** Fails unless everything that is found is marked, all that is marked is found, and the case is of its kind. */
async function expectCase({ code, kind }: Case, fixture: string): Promise<void> {
  const checked = await checkFiles(filesOf(fixture));
  for (const { file, marks } of checked) expectDiagnostics(file, marks);
  const found = checked.flatMap(({ findings }) => findings.map((finding) => finding.code));
  const manifests = checked.flatMap((one) => one.manifests);
  switch (kind) {
    case 'positive':
      expect(found).toContain(code);
      break;
    case 'negative':
      expect(found).not.toContain(code);
      break;
    case 'composed':
      expect(found).toContain(code);
      expect(manifests.some((one) => one.extends.length + one.environments.length > 0)).toBe(true);
      break;
    case 'broken':
      expect(manifests.some(({ document }) => document.problems.some((problem) => problem.kind === 'yaml'))).toBe(true);
      expect(found.filter((one) => one !== 'yaml')).not.toEqual([]);
      break;
  }
}
