import { describe, expect, test } from 'vitest';
import { check, fixed, told } from './check.ts';

/** What is found in the components, one line a finding, in order of position. */
function found(components: string, rest = ''): string[] {
  return told(check(`components:\n${components}${rest}`));
}

describe('syntax', () => {
  test('yaml: broken text is told, and the rest is still checked', () => {
    expect(found('  cluster: 1.4.1\n  mesh: "2.1.0\n')).toEqual([
      'yaml ["2.1.0] This text begins with a double quote and does not end with one. Add " at its end.',
      'unsupported ["2.1.0] Mesh 2.1.0 supports Cluster 1.2 to 1.3, not 1.4.1.',
    ]);
    expect(found('\tcluster: 1.3.2\n')[0]).toMatch(/^yaml \[\t] /);
    expect(found('  cluster: 1.4.1\n')).toEqual([]);
  });

  test('schema: an unknown key offers the one that was meant', () => {
    expect(told(check('componentz:\n  cluster: 1.4.1\n'))).toEqual([
      'schema [componentz] Unknown key "componentz" at the top level. Did you mean "components"?',
    ]);
  });

  test('duplicate-component', () => {
    expect(found('  bridge: 1.0.0\n  bridge: 1.0.0\n')).toEqual([
      'duplicate-component [bridge] "bridge" is pinned twice in this mapping. Remove one, or give the second a name of its own and write "component: bridge" in it.',
    ]);
  });

  test('unquoted-version: only where another reader sees another value', () => {
    expect(found('  own: 1.30\n')).toContain(
      'unquoted-version [1.30] Without quotes, other YAML readers see the number 1.3 here, not the version 1.30. Write "1.30".',
    );
    expect(found('  own: 2024-01-01\n')).toContain(
      'unquoted-version [2024-01-01] Without quotes, other YAML readers see a date here, not the version 2024-01-01. Write "2024-01-01".',
    );
    expect(found('  own: 1e3\n')).toContain(
      'unquoted-version [1e3] Without quotes, other YAML readers see the number 1000 here, not the version 1e3. Write "1e3".',
    );
    expect(found('  own: 0x1F\n')).toContain(
      'unquoted-version [0x1F] Without quotes, other YAML readers see the number 31 here, not the version 0x1F. Write "0x1F".',
    );
    expect(found('  cluster: "1.4"\n  mesh: 2.2\n')).toEqual([]);
  });

  test('invalid-version: of a known component only', () => {
    expect(found('  cluster: latest\n')).toEqual([
      'invalid-version [latest] "latest" is no version, release line or range of Cluster. Write a version such as 1.4.1, a release line, or a range in quotes.',
    ]);
    expect(found('  own: latest\n')).toEqual([
      'unknown-component [own] "own" is in no catalog, so nothing is known about it.',
    ]);
  });
});

describe('names', () => {
  test('unknown-component: near names are offered, aliases explained', () => {
    expect(found('  clutser: 1.4.1\n')).toEqual([
      'unknown-component [clutser] "clutser" is in no catalog, so nothing is known about it. Did you mean cluster?',
    ]);
    expect(found('  clstr: 1.4.1\n')).toEqual([
      'unknown-component [clstr] "clstr" is another name for cluster. Write cluster to have it checked.',
    ]);
    expect(found('  main:\n    component: clutser\n    version: 1.4.1\n')).toEqual([
      'unknown-component [clutser] "clutser" is in no catalog, so nothing is known about it. Did you mean cluster?',
    ]);
  });

  test('unknown-version: only in a line that is listed in full', () => {
    expect(found('  mesh: 2.1.0\n  cluster: 1.3.1\n')).toEqual(
      [
        'outdated-patch [1.3.1] Cluster 1.3.1 has a later patch: 1.3.2 is the newest of line 1.3.',
        'end-of-life-soon [1.3.1] Support for Cluster 1.3 ends on 2027-01-10, in 47 days.',
      ].reverse(),
    );
    expect(found('  cluster: 1.2.3\n')).toContain(
      'unknown-version [1.2.3] Cluster 1.2.3 is not among the released versions of line 1.2. Did you mean 1.2.5 or 1.2.0?',
    );
    expect(found('  oldie: 0.9.0\n  bridge: 0.1.0\n')).not.toContainEqual(expect.stringMatching(/^unknown-version/));
  });

  test('newer-than-catalog', () => {
    expect(found('  cluster: 1.9.0\n')).toEqual([
      'newer-than-catalog [1.9.0] Cluster 1.9.0 is newer than this catalog knows: 1.4.1 was the newest on 2026-11-01. What upstream states for ranges still applies.',
    ]);
    expect(found('  cluster: ">=2"\n')).toEqual([
      'newer-than-catalog [">=2"] Cluster >=2 is newer than this catalog knows: 1.4.1 was the newest on 2026-11-01. What upstream states for ranges still applies.',
    ]);
  });
});

describe('charts', () => {
  const body = (version: string, chart: string) =>
    `components:\n  cluster:\n    version: ${version}\n    chart: {name: cluster, version: ${chart}}\n`;

  test('unknown-version: the version of the chart in place of its own', () => {
    const message =
      'unknown-version [11.3.5] Cluster 11.3.5 is no version of Cluster but one of its chart cluster, which installs 1.3.2.';
    expect(found('  cluster: 11.3.5\n')).toEqual([message]);
    expect(found('  cluster: v11.3.5\n')).toEqual([message.replaceAll(/11\.3\.5/g, 'v11.3.5')]);
    expect(fixed(check('components:\n  cluster: "11.3.5"\n'), 'unknown-version')).toEqual({
      titles: ['Change to 1.3.2'],
      text: 'components:\n  cluster: "1.3.2"\n',
    });
    expect(found('  cluster: 11.3.4\n')).toEqual([expect.stringMatching(/^newer-than-catalog/)]);
  });

  test('chart-mismatch: the chart installs another version', () => {
    expect(told(check(body('1.4.0', 'v11.4.2')))).toContain(
      'chart-mismatch [v11.4.2] Chart cluster v11.4.2 installs Cluster 1.4.1, not Cluster 1.4.0. Chart v11.4.0 installs that.',
    );
    expect(fixed(check(body('1.4.0', 'v11.4.2')), 'chart-mismatch')).toEqual({
      titles: ['Change the chart to v11.4.0 (installs Cluster 1.4.0)'],
      text: body('1.4.0', 'v11.4.0'),
    });
    expect(told(check(body('1.3.1', '11.4.2')))).toContain(
      'chart-mismatch [11.4.2] Chart cluster 11.4.2 installs Cluster 1.4.1, not Cluster 1.3.1.',
    );
  });

  test.each([
    ['the right one', body('1.4.1', 'v11.4.2')],
    ['a range', body('">=1.3"', 'v11.4.2')],
    ['a chart version that is not known', body('1.4.1', '11.9.9')],
    ['another chart', body('1.4.0', 'v11.4.2').replace('name: cluster', 'name: other')],
    ['no version of the chart', 'components:\n  cluster: {version: 1.4.1, chart: {name: cluster}}\n'],
  ])('no chart-mismatch: %s', (_, text) => {
    expect(told(check(text))).not.toContainEqual(expect.stringMatching(/^chart-mismatch/));
  });
});

describe('compatibility', () => {
  test('incompatible: a broken rule covers the pair, or a required rule excludes it', () => {
    expect(found('  cluster: 1.4.1\n  mesh: 2.0.1\n')).toContain(
      'incompatible [2.0.1] Mesh 2.0.1 does not work with Cluster 1.4.1. It uses an interface that 1.4 removed.',
    );
    expect(found('  mesh: 2.2.1\n  runner: 3.1.0\n  cluster: 1.4.1\n')).toEqual([
      'incompatible [3.1.0] Runner 3.1.0 cannot work with Mesh 2.2.1: it needs a version before 2.2.',
    ]);
    expect(found('  mesh: 2.0.1\n  cluster: 1.3.2\n')).not.toContainEqual(expect.stringMatching(/^incompatible/));
  });

  test('unsupported', () => {
    expect(found('  cluster: 1.4.1\n  mesh: 2.1.0\n')).toEqual([
      'unsupported [2.1.0] Mesh 2.1.0 supports Cluster 1.2 to 1.3, not 1.4.1.',
    ]);
  });

  test('untested: outside what was tested', () => {
    expect(found('  cluster: 1.4.1\n  runner: 3.0.0\n')).toEqual([
      'untested [3.0.0] Runner 3.0.0 is tested with Cluster 1.2, not 1.4.1.',
    ]);
  });

  test('untested: newer than the statement could know', () => {
    expect(found('  cluster: 1.5.0\n  mesh: 2.2.1\n')).toEqual([
      'newer-than-catalog [1.5.0] Cluster 1.5.0 is newer than this catalog knows: 1.4.1 was the newest on 2026-11-01. What upstream states for ranges still applies.',
      'untested [2.2.1] Mesh 2.2.1 supports Cluster 1.3 to 1.4 as of 2026-11-01, before 1.5.0 was released.',
    ]);
  });

  test('what a distribution carries is judged against it', () => {
    expect(found('  distro: 1.2.5+d2\n  runner: 3.1.0\n')).toEqual([
      'incompatible [3.1.0] Runner 3.1.0 cannot work with Cluster 1.2.5, which Distro 1.2.5+d2 carries: it needs 1.3 and later.',
    ]);
    expect(found('  distro: 1.2.5+d2\n  runner: 3.1.0\n  cluster: 1.4.1\n')).toEqual([]);
    // Of what the distribution carries, the mesh speaks about one part only, and that decides.
    expect(check('components:\n  distro: 1.4.1+d1\n  mesh: 2.2.1\n').stacks[0]?.coverage).toEqual({
      pins: 2,
      pairs: 1,
      pairsKnown: 1,
    });
  });

  test('range-admits-incompatible: names the versions and stands at the range', () => {
    expect(found('  cluster: 1.4.1\n  mesh: ">=2.0 <2.2"\n  bridge: 1.0.0\n')).toContain(
      'range-admits-incompatible [">=2.0 <2.2"] Mesh >=2.0 <2.2 admits versions that cannot be used with Cluster 1.4.1 (2.0.1 and 2.0.0): Mesh 2.0.1 does not work with Cluster 1.4.1. It uses an interface that 1.4 removed.',
    );
  });

  test('range-admits-incompatible: told at every instance that is alike', () => {
    const instances =
      '  one: {component: mesh, version: ">=2.0 <2.2"}\n  two: {component: mesh, version: ">=2.0 <2.2"}\n';
    const message =
      'range-admits-incompatible [">=2.0 <2.2"] Mesh >=2.0 <2.2 admits versions that cannot be used with Cluster 1.4.1 (2.0.1 and 2.0.0): Mesh 2.0.1 does not work with Cluster 1.4.1. It uses an interface that 1.4 removed.';
    expect(found(`${instances}  cluster: 1.4.1\n`).filter((line) => line.startsWith('range-admits'))).toEqual([
      message,
      message,
    ]);
  });

  test('unsatisfiable: any two go together, all three do not', () => {
    expect(found('  cluster: "1.4"\n  mesh: "2.0 || 2.2"\n  runner: 3.1.0\n')).toContain(
      'unsatisfiable ["2.0 || 2.2"] No versions of Cluster 1.4, Mesh 2.0 || 2.2 and Runner 3.1.0 go together, though any two of them do: Runner 3.1.0 needs Mesh before 2.2, and Mesh 2.0 does not work with Cluster 1.4 and later. Widen or change one of them.',
    );
  });

  test('conflicting-components, lifted by what stands between', () => {
    const conflict =
      'conflicting-components [3.0.0] Runner 3.0.0 and Oldie 0.9.0 are not run together. Both own the same socket.';
    expect(found('  runner: 3.0.0\n  oldie: 0.9.0\n')).toContain(conflict);
    expect(found('  runner: 3.0.0\n  oldie: 0.9.0\n  bridge: 1.0.0\n')).not.toContain(conflict);
  });

  test('missing-requirement: a capability counts, a base may bring it', () => {
    expect(found('  mesh: 2.2.1\n')).toEqual([
      'missing-requirement [mesh] Mesh 2.2.1 needs a component that provides orchestration, and this stack has none. Pin it here if it is part of this platform.',
    ]);
    expect(found('  mesh: 2.2.1\n  distro: 1.4.1+d1\n')).toEqual([]);
    expect(found('  mesh: 2.2.1\n', 'extends: [./base.stack.yaml]\n')).toEqual([]);
  });
});

describe('lifecycle', () => {
  test('end-of-life by date, with paid support', () => {
    expect(found('  cluster: 1.1.1\n')).toEqual(['end-of-life [1.1.1] Support for Cluster 1.1 ended on 2026-01-01.']);
    expect(found('  cluster: 1.2.5\n')).toEqual([
      'end-of-life [1.2.5] Support for Cluster 1.2 ended on 2026-06-01. Extended support goes on until 2027-06-01.',
    ]);
  });

  test("end-of-life by upstream's rule", () => {
    expect(found('  mesh: 2.0.1\n  cluster: 1.3.2\n', 'policy: {supportWindow: 10d}\n')).toEqual([
      'end-of-life [2.0.1] Mesh 2.0.1 is out of support: Only the newest 2 release lines get fixes: on 2026-11-24, those were 2.2, 2.1.',
    ]);
  });

  test('end-of-life-soon: within the window of the policy', () => {
    expect(found('  cluster: 1.3.2\n')).toEqual([
      'end-of-life-soon [1.3.2] Support for Cluster 1.3 ends on 2027-01-10, in 47 days.',
    ]);
    expect(found('  cluster: 1.3.2\n', 'policy: {supportWindow: 30d}\n')).toEqual([]);
  });

  test('retired-component names what comes next', () => {
    expect(found('  oldie: 0.9.0\n')).toEqual([
      'retired-component [oldie] Oldie has been retired by its project since 2024-02-01. What people move to: Runner.',
    ]);
  });

  test('prerelease, unless the policy allows it', () => {
    const message =
      'prerelease [1.5.0-rc.1] Cluster 1.5.0-rc.1 is a pre-release. Pin a final release, or write "prereleases: allow" under policy.';
    expect(found('  cluster: 1.5.0-rc.1\n')).toContain(message);
    expect(found('  cluster: 1.5.0-rc.1\n', 'policy: {prereleases: allow}\n')).not.toContain(message);
  });

  test('outdated-patch', () => {
    expect(found('  cluster: 1.4.0\n')).toEqual([
      'outdated-patch [1.4.0] Cluster 1.4.0 has a later patch: 1.4.1 is the newest of line 1.4.',
    ]);
  });

  test('unpinned: warned of or denied by the policy only', () => {
    expect(found('  cluster: "1.4"\n')).toEqual([]);
    const analysis = check('components:\n  cluster: "1.4"\npolicy: {unpinned: deny}\n');
    expect(told(analysis)).toEqual([
      'unpinned ["1.4"] Cluster 1.4 is a release line, and the policy asks for exact versions. Pin one version.',
    ]);
    expect(analysis.findings.map(({ severity }) => severity)).toEqual(['error']);
    expect(found('  cluster: ">=1.4"\n', 'policy: {unpinned: warn}\n')).toEqual([
      'unpinned [">=1.4"] Cluster >=1.4 is a range, and the policy asks for exact versions. Pin one version.',
    ]);
  });

  test('withdrawn-version', () => {
    expect(found('  cluster: 1.1.0\n')).toContain(
      'withdrawn-version [1.1.0] Cluster 1.1.0 was withdrawn by upstream. It lost data on restart.',
    );
  });
});
