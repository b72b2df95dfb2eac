import { latestOf, lineOf } from '../../catalog/queries.ts';
import { compareVersions, isPrerelease, parseVersion } from '../../version/index.ts';
import type { Rule } from '../rule.ts';
import { nameOfPin, versionNode } from '../texts.ts';

/** A later patch of the same line exists. Pre-releases and what no catalog lists are left alone. */
export const outdatedPatch: Rule = {
  code: 'outdated-patch',
  severity: 'hint',
  title: 'A later patch of the same line exists',
  pin: (pin) => {
    const { component, value } = pin;
    if (component === undefined || value?.kind !== 'exact' || isPrerelease(value.version)) return [];
    const line = lineOf(component, value.version);
    const latest = line === undefined ? undefined : latestOf(component, line);
    const latestVersion = latest === undefined ? undefined : parseVersion(latest, component.versions.scheme);
    if (line === undefined || latestVersion === undefined || compareVersions(value.version, latestVersion) >= 0)
      return [];
    // `24.04` is a release and the name of its line: the pin already takes every patch.
    if (line.line === value.version.text) return [];
    // A pin without a build suffix stands for every build of its release.
    if (
      value.version.build.length === 0 &&
      compareVersions(value.version, { ...latestVersion, build: [], text: value.version.text }) === 0
    )
      return [];
    return [
      {
        at: versionNode(pin.entry),
        message: `${nameOfPin(pin)} has a later patch: ${latest} is the newest of line ${line.line}.`,
        components: [component.id],
        fix: { kind: 'pin', goal: 'patch' },
      },
    ];
  },
};
