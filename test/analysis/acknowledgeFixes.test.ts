import { describe, expect, test } from 'vitest';
import { acknowledgingFix } from '../../server/src/analysis/acknowledgingFix.ts';
import type { Analysis } from '../../server/src/analysis/analysis.ts';
import { check, fixed, told } from './check.ts';

const HEAD = 'apiVersion: stackpin/v1\nkind: Stack\n';

/** The document after a code's finding is accepted, and what is still told of it. */
function accepted(body: string, code: string): { title: string; text: string; left: string[] } | undefined {
  const analysis = check(body);
  const finding = analysis.findings.find((one) => one.code === code);
  if (finding === undefined) throw new Error(`No finding ${code} among: ${told(analysis).join(' | ')}`);
  const fix = acknowledgingFix(analysis, finding);
  if (fix === undefined) return undefined;
  expect(fix.preferred).toBe(false);
  const text = apply(analysis, fix.changes).slice(HEAD.length);
  return { title: fix.title, text, left: check(text).findings.map((one) => one.code) };
}

function apply({ file }: Analysis, changes: NonNullable<ReturnType<typeof acknowledgingFix>>['changes']): string {
  return changes.reduce(
    (text, { range, newText }) => text.slice(0, range.start) + newText + text.slice(range.end),
    file.text,
  );
}

describe('removing what hides nothing', () => {
  /** The document after the first fix. */
  const removed = (body: string) => {
    const { titles, text } = fixed(check(body), 'unused-acknowledgement');
    expect(titles[0]).toMatch(/^Remove/);
    return text;
  };

  test('one of several entries, with everything else left as it is', () => {
    expect(
      removed(
        'components:\n  cluster: 1.4.1\n  mesh: 2.1.0\nacknowledge: # what we live with\n  # the mesh\n  - code: unsupported # ours\n    reason: tried\n\n  # no longer\n  - code: untested # theirs\n    between:\n      - mesh\n    reason: tried # in May\n  # the end\npolicy: {}\n',
      ),
    ).toBe(
      'components:\n  cluster: 1.4.1\n  mesh: 2.1.0\nacknowledge: # what we live with\n  # the mesh\n  - code: unsupported # ours\n    reason: tried\n\n  # no longer\n  # the end\npolicy: {}\n',
    );
    expect(
      removed(
        'components:\n  cluster: 1.4.1\n  mesh: 2.1.0\nacknowledge:\n-\n  code: untested\n  reason: |\n    tried\n    twice\n- code: unsupported\n  reason: tried',
      ),
    ).toBe('components:\n  cluster: 1.4.1\n  mesh: 2.1.0\nacknowledge:\n- code: unsupported\n  reason: tried');
  });

  test('the last entry with its key', () => {
    expect(
      removed(
        'components:\n  cluster: 1.4.1\n# accepted\nacknowledge: # once\n  # the mesh\n  - code: untested\n    reason: tried # in May\n\npolicy: {}\n',
      ),
    ).toBe('components:\n  cluster: 1.4.1\n# accepted\n\npolicy: {}\n');
    expect(removed('components:\n  cluster: 1.4.1\nacknowledge:\n  - code: untested\n    reason: tried')).toBe(
      'components:\n  cluster: 1.4.1\n',
    );
  });

  test('with the line ends of Windows', () => {
    expect(
      removed(
        'components:\r\n  cluster: 1.4.1\r\n  mesh: 2.1.0\r\nacknowledge:\r\n  - code: untested\r\n    reason: tried\r\n  - code: unsupported\r\n    reason: tried\r\n',
      ),
    ).toBe(
      'components:\r\n  cluster: 1.4.1\r\n  mesh: 2.1.0\r\nacknowledge:\r\n  - code: unsupported\r\n    reason: tried\r\n',
    );
    expect(removed('components:\r\n  # stackpin-ignore-next-line untested: tried\r\n  cluster: 1.4.1\r\n')).toBe(
      'components:\r\n  cluster: 1.4.1\r\n',
    );
    expect(removed('components:\r\n  cluster: 1.4.1 # stackpin-ignore untested: tried\r\n')).toBe(
      'components:\r\n  cluster: 1.4.1\r\n',
    );
  });

  test('between brackets', () => {
    const pins = 'components: {cluster: 1.4.1, mesh: 2.1.0}\n';
    const [used, unused] = ['{code: unsupported, reason: tried}', '{code: untested, reason: tried}'];
    expect(removed(`${pins}acknowledge: [${unused}, ${used}]\n`)).toBe(`${pins}acknowledge: [${used}]\n`);
    expect(removed(`${pins}acknowledge: [${used}, ${unused}]\n`)).toBe(`${pins}acknowledge: [${used}]\n`);
    expect(removed(`${pins}acknowledge: [\n  ${used},\n  ${unused},\n]\n`)).toBe(
      `${pins}acknowledge: [\n  ${used},\n]\n`,
    );
    expect(removed(`${pins}acknowledge: [${unused}]\n`)).toBe(pins);
    // A comment between them could belong to either.
    expect(
      fixed(check(`${pins}acknowledge: [\n  ${used}, # ours\n  ${unused},\n]\n`), 'unused-acknowledgement').titles,
    ).toEqual([]);
    const root = check(
      `---\n{apiVersion: stackpin/v1, kind: Stack, acknowledge: [${unused}], components: {cluster: 1.4.1}}\n`,
    );
    expect(fixed(root, 'unused-acknowledgement').text).toBe(
      '---\n{apiVersion: stackpin/v1, kind: Stack, components: {cluster: 1.4.1}}\n',
    );
  });

  test('behind an alias nothing is removed', () => {
    const body = `components: {cluster: 1.4.1}\nacknowledge:\n  - &one {code: untested, reason: tried}\n  - *one\n`;
    expect(fixed(check(body), 'unused-acknowledgement').titles).toEqual([]);
  });

  test('a comment in its line, behind a pin, and a code of it', () => {
    expect(
      removed('components:\n  # ours\n  # stackpin-ignore-next-line untested: tried\n  cluster: 1.4.1 # production\n'),
    ).toBe('components:\n  # ours\n  cluster: 1.4.1 # production\n');
    expect(removed('components:\n  cluster: 1.4.1   # stackpin-ignore untested: tried')).toBe(
      'components:\n  cluster: 1.4.1',
    );
    const codes = (list: string) => `components:\n  cluster: 1.4.1\n  mesh: 2.1.0 # stackpin-ignore ${list}: tried\n`;
    expect(removed(codes('untested, unsupported'))).toBe(codes('unsupported'));
    expect(removed(codes('unsupported, untested'))).toBe(codes('unsupported'));
    expect(removed(codes('unsupported untested prerelease'))).toBe(codes('unsupported prerelease'));
  });
});

describe('putting right what is meant', () => {
  test('a code, a pin and a keyword that are nearly right', () => {
    const pins = 'components:\n  cluster: 1.4.1\n  mesh: 2.1.0\n';
    expect(
      fixed(check(`${pins}acknowledge:\n  - {code: unsuported, reason: tried}\n`), 'unused-acknowledgement'),
    ).toEqual({
      titles: ['Change to unsupported', 'Remove this entry'],
      text: `${pins}acknowledge:\n  - {code: unsupported, reason: tried}\n`,
    });
    expect(
      fixed(
        check(`${pins}acknowledge:\n  - {code: unsupported, between: [mehs], reason: tried}\n`),
        'unused-acknowledgement',
      ),
    ).toEqual({
      titles: ['Change to mesh', 'Remove this entry'],
      text: `${pins}acknowledge:\n  - {code: unsupported, between: [mesh], reason: tried}\n`,
    });
    expect(
      fixed(
        check('components:\n  cluster: 1.4.1\n  # stackpin-ignore unsupported: tried\n  mesh: 2.1.0\n'),
        'unused-acknowledgement',
      ),
    ).toEqual({
      titles: ['Change to stackpin-ignore-next-line', 'Remove this comment'],
      text: 'components:\n  cluster: 1.4.1\n  # stackpin-ignore-next-line unsupported: tried\n  mesh: 2.1.0\n',
    });
  });

  test('an error gets a last day', () => {
    const pins = 'components:\n  cluster: 1.4.1\n  mesh: 2.0.1 # old\n';
    const dated = (body: string) => {
      const { titles, text } = fixed(check(body), 'unused-acknowledgement');
      expect(titles).toEqual(['Accept until 2027-02-22']);
      expect(check(text).acknowledged.map(({ code }) => code)).toContain('incompatible');
      return text;
    };
    expect(dated(`${pins}acknowledge:\n  - code: incompatible\n    reason: tried # once\n# the end\n`)).toBe(
      `${pins}acknowledge:\n  - code: incompatible\n    reason: tried # once\n    until: 2027-02-22\n# the end\n`,
    );
    expect(
      dated(`${pins}acknowledge:\r\n  - code: incompatible\r\n    reason: tried`.replaceAll(/\r?\n/g, '\r\n')),
    ).toBe(
      `${pins}acknowledge:\n  - code: incompatible\n    reason: tried\n    until: 2027-02-22`.replaceAll('\n', '\r\n'),
    );
    expect(dated(`${pins}acknowledge: [{code: incompatible, reason: tried}]\n`)).toBe(
      `${pins}acknowledge: [{code: incompatible, reason: tried, until: 2027-02-22}]\n`,
    );
    expect(
      dated('components:\n  cluster: 1.4.1\n  mesh: 2.0.1 # stackpin-ignore incompatible, end-of-life: tried\n'),
    ).toBe(
      'components:\n  cluster: 1.4.1\n  mesh: 2.0.1 # stackpin-ignore incompatible, end-of-life until 2027-02-22: tried\n',
    );
  });

  test('what has ended is removed, or goes on', () => {
    const pins = 'components:\n  cluster: 1.4.1\n  mesh: 2.1.0\n';
    const analysis = check(`${pins}acknowledge:\n  - {code: unsupported, reason: tried, until: "2026-11-01"}\n`);
    expect(fixed(analysis, 'expired-acknowledgement')).toEqual({
      titles: ['Remove this entry', 'Accept until 2027-02-22'],
      text: pins,
    });
    expect(fixed(analysis, 'expired-acknowledgement', 'Accept until 2027-02-22').text).toBe(
      `${pins}acknowledge:\n  - {code: unsupported, reason: tried, until: 2027-02-22}\n`,
    );
    const comment = check(
      'components:\n  cluster: 1.4.1\n  mesh: 2.1.0 # stackpin-ignore unsupported until 2026-11-01: tried\n',
    );
    expect(fixed(comment, 'expired-acknowledgement', 'Accept until 2027-02-22').text).toBe(
      'components:\n  cluster: 1.4.1\n  mesh: 2.1.0 # stackpin-ignore unsupported until 2027-02-22: tried\n',
    );
  });
});

describe('accepting a finding', () => {
  test('by a comment above the pin, with its indentation', () => {
    expect(accepted('components:\n  cluster: 1.4.1\n  mesh: 2.1.0 # ours\n', 'unsupported')).toEqual({
      title: 'Acknowledge unsupported for mesh until 2027-02-22',
      text: 'components:\n  cluster: 1.4.1\n  # stackpin-ignore-next-line unsupported until 2027-02-22: accepted on 2026-11-24\n  mesh: 2.1.0 # ours\n',
      left: [],
    });
    expect(
      accepted(
        'components:\r\n    cluster: 1.4.1\r\n    mesh:\r\n        notes: ours\r\n        version: 2.1.0\r\n',
        'unsupported',
      )?.text,
    ).toBe(
      'components:\r\n    cluster: 1.4.1\r\n    # stackpin-ignore-next-line unsupported until 2027-02-22: accepted on 2026-11-24\r\n    mesh:\r\n        notes: ours\r\n        version: 2.1.0\r\n',
    );
    expect(
      accepted(
        'components:\n  mesh: 2.1.0\n  cluster: 1.3.2\nenvironments:\n  next:\n    components:\n      cluster: 1.4.1\n',
        'unsupported',
      ),
    ).toEqual({
      title: 'Acknowledge unsupported for cluster until 2027-02-22',
      text: 'components:\n  mesh: 2.1.0\n  cluster: 1.3.2\nenvironments:\n  next:\n    components:\n      # stackpin-ignore-next-line unsupported until 2027-02-22: accepted on 2026-11-24\n      cluster: 1.4.1\n',
      left: ['end-of-life-soon'],
    });
    expect(accepted('components: {\n  cluster: 1.4.1,\n  mesh: 2.1.0\n}\n', 'unsupported')).toEqual({
      title: 'Acknowledge unsupported for mesh until 2027-02-22',
      text: 'components: {\n  cluster: 1.4.1,\n  # stackpin-ignore-next-line unsupported until 2027-02-22: accepted on 2026-11-24\n  mesh: 2.1.0\n}\n',
      left: [],
    });
  });

  test('by an entry where the line holds other pins', () => {
    const pins = 'components: {cluster: 1.4.1, mesh: 2.1.0} # ours\n';
    const entry =
      '  - code: unsupported\n    between: [mesh, cluster]\n    reason: accepted on 2026-11-24\n    until: 2027-02-22\n';
    expect(accepted(pins, 'unsupported')).toEqual({
      title: 'Acknowledge unsupported for mesh until 2027-02-22',
      text: `${pins}acknowledge:\n${entry}`,
      left: [],
    });
    const other = '# accepted\nacknowledge:\n- code: untested\n  reason: tried # once\n';
    expect(accepted(`${other}${pins}`, 'unsupported')?.text).toBe(`${other}${entry.replaceAll(/^ {2}/gm, '')}${pins}`);
    expect(accepted(`components: {cluster: 1.4.1, mesh: 2.1.0}\n...\n# the end\n`, 'unsupported')?.text).toBe(
      `components: {cluster: 1.4.1, mesh: 2.1.0}\nacknowledge:\n${entry}...\n# the end\n`,
    );
    expect(accepted('components: {cluster: 1.4.1, mesh: 2.1.0}', 'unsupported')?.text).toBe(
      `components: {cluster: 1.4.1, mesh: 2.1.0}\nacknowledge:\n${entry.trimEnd()}`,
    );
    expect(
      accepted('components: {cluster: 1.4.1, "5": {component: mesh, version: 2.1.0}}\n', 'unsupported')?.text,
    ).toContain('    between: ["5", cluster]\n');
  });

  test('of pins that the same is said of, by one of them', () => {
    const pins =
      'components: {one: {component: cluster, version: 1.4.1}, two: {component: cluster, version: 1.4.1}, mesh: 2.1.0}\n';
    expect(accepted(pins, 'unsupported')).toEqual({
      title: 'Acknowledge unsupported for mesh until 2027-02-22',
      text: `${pins}acknowledge:\n  - code: unsupported\n    between: [mesh, one]\n    reason: accepted on 2026-11-24\n    until: 2027-02-22\n`,
      left: [],
    });
  });

  test('nowhere, where there is no good place or nothing to accept', () => {
    expect(
      accepted(
        'components: {cluster: 1.4.1, mesh: 2.1.0}\nacknowledge: [{code: untested, reason: tried}]\n',
        'unsupported',
      ),
    ).toBeUndefined();
    expect(accepted('components:\n  cluster: 1.4.1\n  mesh: "2.1.0\n', 'unsupported')).toBeUndefined();
    expect(accepted('components:\n  own: 1.30\n', 'unquoted-version')).toBeUndefined();
    expect(accepted('componentz:\n  own: 1.3\n', 'schema')).toBeUndefined();
    const other = check(`---\n{apiVersion: stackpin/v1, kind: Stack, components: {cluster: 1.4.1, mesh: 2.1.0}}\n`);
    const finding = other.findings.find(({ code }) => code === 'unsupported');
    expect(finding && acknowledgingFix(other, finding)).toBeUndefined();
  });

  test('in its own document', () => {
    const one = 'components: {cluster: 1.4.1}\n';
    const two = `---\n${HEAD}components: {cluster: 1.4.1, mesh: 2.1.0}\n`;
    expect(accepted(`${one}${two}---\n${HEAD}${one}`, 'unsupported')?.text).toBe(
      `${one}${two}acknowledge:\n  - code: unsupported\n    between: [mesh, cluster]\n    reason: accepted on 2026-11-24\n    until: 2027-02-22\n---\n${HEAD}${one}`,
    );
  });
});

describe('in every way of writing', () => {
  const CLUSTER = ['cluster', '1.4.1'] as const;
  const MESH = ['mesh', '2.0.1'] as const;
  const short = ([name, version]: readonly [string, string]) => `${name}: ${version}`;
  const WAYS: { readonly [way: string]: string } = {
    'a block': `components:\n  ${short(CLUSTER)}\n  ${short(MESH)}\n`,
    'a block further in': `components:\n      ${short(CLUSTER)}\n      # the mesh\n      ${short(MESH)} # ours\n\n# the end\n`,
    'long forms':
      'components:\n  cluster:\n    version: 1.4.1\n  mesh:\n    notes: |\n      ours\n    version: 2.0.1\n',
    'a line between braces': `components: {${short(CLUSTER)}, ${short(MESH)}}\n`,
    'lines between braces': `components: {\n  ${short(CLUSTER)},\n  ${short(MESH)},\n}\n`,
    'long forms between braces':
      'components:\n  cluster: {version: 1.4.1}\n  mesh: {component: mesh, version: 2.0.1}\n',
    'an environment': `components:\n  ${short(CLUSTER)}\nenvironments:\n  next:\n    components:\n      ${short(MESH)}\n`,
    'other entries': `acknowledge:\n  - code: outdated-patch\n    reason: tried\ncomponents: {cluster: 1.4.0, ${short(MESH)}}\n`,
    'other entries without indentation': `acknowledge:\n- code: outdated-patch # in May\n  reason: tried\n\ncomponents: {cluster: 1.4.0, ${short(MESH)}}\n`,
    'an anchor': `components:\n  ${short(CLUSTER)}\n  mesh: &old 2.0.1\n  other: {component: mesh, version: *old}\n`,
    'a merge key': `components:\n  ${short(CLUSTER)}\n  other: &long\n    component: mesh\n    version: 2.0.1\n  mesh:\n    <<: *long\n    notes: ours\n`,
  };
  const ENDS = ['\n', '\r\n'];
  const cases = Object.entries(WAYS).flatMap(([way, body]) =>
    ENDS.flatMap((eol) =>
      [body, body.trimEnd()].map((text) => [way, JSON.stringify(eol), text.replaceAll('\n', eol)] as const),
    ),
  );

  test.each(cases)(
    '%s, lines that end with %s: each finding can be accepted, and no longer accepted',
    (_, __, body) => {
      const before = check(body);
      for (const code of ['incompatible', 'end-of-life']) {
        const result = accepted(body, code);
        const text = result?.text ?? '';
        const after = check(text);
        expect(after.acknowledged.map((one) => one.code)).toContain(code);
        expect(new Set(result?.left)).not.toContain('yaml');
        expect(result?.left).not.toContain('schema');
        expect(result?.left).not.toContain('unused-acknowledgement');
        // With the pin put right nothing is left to accept, and taking that away gives the text as it was.
        const mended = (one: string) => one.replaceAll('2.0.1', '2.2.1');
        const { titles, text: back } = fixed(check(mended(text)), 'unused-acknowledgement');
        expect(titles[0]).toMatch(/^Remove this /);
        expect(back.trimEnd()).toBe(mended(body).trimEnd());
      }
      expect(before.acknowledged.filter(({ code }) => code !== 'outdated-patch')).toEqual([]);
    },
  );
});
