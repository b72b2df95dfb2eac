import { describe, expect, test } from 'vitest';
import { withoutUsed } from '../../server/src/analysis/acknowledge.ts';
import { checkIn, type Files, toldOf } from './files.ts';

/** What is accepted in a file: code, reason, and the file that says so. */
function hidden(files: Files, path: string): string[] {
  return checkIn(files, path).acknowledged.map(({ code, acknowledged }) => {
    const from = acknowledged?.layer?.uri.replace('file:///stacks/', '') ?? path;
    return `${code}: ${acknowledged?.reason} (${from})`;
  });
}

const entry = (code: string, between: string, more = '') =>
  `acknowledge:\n  - {code: ${code}, between: ${between}, reason: tried${more}}\n`;

describe('a base', () => {
  const files = (more = '', code = 'unsupported', mesh = '2.1.0'): Files => ({
    'base.stack.yaml': `components:\n  mesh: ${mesh}\n${entry(code, '[mesh, cluster]', more)}`,
    'team.stack.yaml': 'extends: [base.stack.yaml]\ncomponents: {}\n',
    'leaf.stack.yaml': 'extends: [team.stack.yaml]\ncomponents:\n  cluster: 1.4.1\n',
  });

  test('accepts for everything that extends it, directly or further up', () => {
    expect(toldOf(files(), 'leaf.stack.yaml')).toEqual([]);
    expect(hidden(files(), 'leaf.stack.yaml')).toEqual(['unsupported: tried (base.stack.yaml)']);
  });

  test('is told that its entry is unused, unless a leaf uses it', () => {
    const base = checkIn(files(), 'base.stack.yaml');
    expect(base.findings.map(({ code }) => code)).toEqual(['missing-requirement', 'unused-acknowledgement']);
    const { usedInBases } = checkIn(files(), 'leaf.stack.yaml');
    expect(usedInBases).toEqual([{ uri: 'file:///stacks/base.stack.yaml', range: { start: 79, end: 139 } }]);
    const used = usedInBases.map(({ range }) => range);
    expect(withoutUsed(base.findings, used).map(({ code }) => code)).toEqual(['missing-requirement']);
    expect(withoutUsed(base.findings, [{ start: 0, end: 10 }])).toEqual(base.findings);
    // What stands in the leaf is the leaf's.
    const leaf = { ...files(), 'leaf.stack.yaml': 'extends: [base.stack.yaml]\n' };
    expect(checkIn(leaf, 'leaf.stack.yaml').usedInBases).toEqual([]);
    expect(toldOf(leaf, 'leaf.stack.yaml')).toEqual([]);
  });

  test('whose entry has ended, or accepts no errors: the leaf shows the entry with the finding', () => {
    expect(toldOf(files(', until: 2026-11-23'), 'leaf.stack.yaml')).toEqual([
      'unsupported [1.4.1] Mesh 2.1.0 supports Cluster 1.2 to 1.3, not 1.4.1.\n  base.stack.yaml: mesh: 2.1.0\n  leaf.stack.yaml: team.stack.yaml\n  base.stack.yaml: {code: unsupported, between: [mesh, cluster], reason: tried, until: 2026-11-23}',
    ]);
    const { findings } = checkIn(files('', 'incompatible', '2.0.1'), 'leaf.stack.yaml');
    expect(findings.map(({ code, related }) => [code, ...related.map(({ message }) => message)])).toEqual([
      [
        'incompatible',
        'Mesh 2.0.1 is pinned here.',
        'team.stack.yaml is extended here.',
        'This acknowledgement hides no error, since it has no "until".',
      ],
    ]);
    expect(checkIn(files(', until: 2026-11-23'), 'leaf.stack.yaml').findings[0]?.related.at(-1)?.message).toBe(
      'This acknowledgement ended on 2026-11-23.',
    );
    expect(hidden(files(', until: 2026-11-24', 'incompatible', '2.0.1'), 'leaf.stack.yaml')).toEqual([
      'incompatible: tried (base.stack.yaml)',
    ]);
  });

  test('does not accept by its comments what a leaf brings in', () => {
    const commented: Files = {
      'base.stack.yaml': 'components:\n  mesh: 2.1.0 # stackpin-ignore unsupported: tried\n',
      'leaf.stack.yaml': 'extends: [base.stack.yaml]\ncomponents:\n  cluster: 1.4.1\n',
    };
    expect(hidden(commented, 'leaf.stack.yaml')).toEqual([]);
    expect(toldOf(commented, 'leaf.stack.yaml')).toHaveLength(1);
  });
});

describe('a leaf', () => {
  test('accepts what it makes of its bases, by an entry or at the entry of extends', () => {
    const bases: Files = {
      'one.stack.yaml': 'components:\n  mesh: 2.1.0\n',
      'two.stack.yaml': 'components:\n  cluster: 1.4.1\n',
    };
    const leaf = (text: string) => ({ ...bases, 'leaf.stack.yaml': text });
    const found = 'extends:\n  - one.stack.yaml\n  - two.stack.yaml';
    expect(toldOf(leaf(`${found}\n`), 'leaf.stack.yaml')).toHaveLength(1);
    const byEntry = leaf(`${found}\n${entry('unsupported', '[cluster, mesh]')}`);
    expect([toldOf(byEntry, 'leaf.stack.yaml'), hidden(byEntry, 'leaf.stack.yaml')]).toEqual([
      [],
      ['unsupported: tried (leaf.stack.yaml)'],
    ]);
    const byComment = leaf(`${found} # stackpin-ignore unsupported: tried\n`);
    expect([toldOf(byComment, 'leaf.stack.yaml'), hidden(byComment, 'leaf.stack.yaml')]).toEqual([
      [],
      ['unsupported: tried (leaf.stack.yaml)'],
    ]);
  });

  test('names pins of its bases; what is only in a base that cannot be read is not called unused', () => {
    const files = (extended: string): Files => ({
      'base.stack.yaml': 'components:\n  mesh: 2.2.1\n',
      'leaf.stack.yaml': `extends: [${extended}]\ncomponents:\n  cluster: 1.4.1\n${entry('unsupported', '[cluster, mesh]')}`,
    });
    expect(toldOf(files('base.stack.yaml'), 'leaf.stack.yaml')).toEqual([
      'unused-acknowledgement [{code: unsupported, between: [cluster, mesh], reason: tried}] This entry hides nothing: "unsupported" is not reported between cluster and mesh. Remove it.',
    ]);
    expect(toldOf(files('gone.stack.yaml'), 'leaf.stack.yaml')).toEqual([
      'missing-base [gone.stack.yaml] "gone.stack.yaml" cannot be read: there is no such file. Correct the path, or remove it.',
    ]);
  });

  test('accepts in an environment of a base', () => {
    const files: Files = {
      'base.stack.yaml': 'components:\n  mesh: 2.1.0\nenvironments:\n  next: {components: {cluster: 1.4.1}}\n',
      'leaf.stack.yaml': `extends: [base.stack.yaml]\ncomponents:\n  mesh: 2.1.0\n  cluster: 1.3.2 # stackpin-ignore end-of-life-soon: tried\n${entry('unsupported', '[cluster]')}`,
    };
    expect(toldOf(files, 'leaf.stack.yaml')).toEqual([]);
    expect(hidden(files, 'leaf.stack.yaml')).toEqual([
      'unsupported: tried (leaf.stack.yaml)',
      'end-of-life-soon: tried (leaf.stack.yaml)',
    ]);
  });

  test('what both accept is named by the leaf', () => {
    const files: Files = {
      'base.stack.yaml': `components:\n  mesh: 2.1.0\n${entry('unsupported', '[mesh]')}`,
      'leaf.stack.yaml': `extends: [base.stack.yaml]\ncomponents:\n  cluster: 1.4.1\n${entry('unsupported', '[mesh]').replace('tried', 'ours')}`,
    };
    expect(hidden(files, 'leaf.stack.yaml')).toEqual(['unsupported: ours (leaf.stack.yaml)']);
    expect(checkIn(files, 'leaf.stack.yaml').usedInBases).toHaveLength(1);
    expect(toldOf(files, 'leaf.stack.yaml')).toEqual([]);
  });
});
