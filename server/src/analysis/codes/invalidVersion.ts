import { latestOf } from '../../catalog/queries.ts';
import type { Rule } from '../rule.ts';
import { versionRange } from '../texts.ts';

/** Only for components of a catalog: an unknown component may be versioned in any way. */
export const invalidVersion: Rule = {
  code: 'invalid-version',
  severity: 'error',
  title: 'No version, release line or range',
  pin: (pin) => {
    const { component, value } = pin;
    if (component === undefined || value?.kind !== 'invalid') return [];
    const example = latestOf(component);
    const advice = example === undefined ? 'a version' : `a version such as ${example}`;
    return [
      {
        range: versionRange(pin),
        message: `"${value.text}" is no version, release line or range of ${component.name}. Write ${advice}, a release line, or a range in quotes.`,
        components: [component.id],
      },
    ];
  },
};
