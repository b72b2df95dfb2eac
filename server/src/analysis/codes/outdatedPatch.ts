import { t } from '@vscode/l10n';
import { latestOf, lineOf } from '../../catalog/queries.ts';
import { compareVersions, isPrerelease, parseVersion } from '../../version/index.ts';
import type { Rule } from '../rule.ts';
import { nameOfPin, versionNode } from '../texts.ts';

/** A later patch of the same line exists. Pre-releases and what no catalog lists are left alone. */
export const outdatedPatch: Rule = {
  code: 'outdated-patch',
  severity: 'hint',
  title: () => t('A later patch of the same line exists'),
  pin: (pin) => {
    const { component, value } = pin;
    if (component === undefined || value?.kind !== 'exact' || isPrerelease(value.version)) return [];
    const line = lineOf(component, value.version);
    const latest = line === undefined ? undefined : latestOf(component, line);
    const latestVersion = latest === undefined ? undefined : parseVersion(latest, component.versions.scheme);
    if (
      line === undefined ||
      latest === undefined ||
      latestVersion === undefined ||
      compareVersions(value.version, latestVersion) >= 0
    )
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
        message: t('{0} has a later patch: {1} is the newest of line {2}.', nameOfPin(pin), latest, line.line),
        components: [component.id],
        fix: { kind: 'pin', goal: 'patch' },
      },
    ];
  },
};
