import { latestOf } from '../../catalog/queries.ts';
import { allowedRange } from '../allow.ts';
import type { PinDraft, Rule } from '../rule.ts';
import { versionNode } from '../texts.ts';

/** Only for components of a catalog: an unknown component may be versioned in any way. */
export const invalidVersion: Rule = {
  code: 'invalid-version',
  severity: 'error',
  title: 'No version, release line or range',
  pin: (pin) => {
    const { component, value, entry } = pin;
    if (component === undefined) return [];
    const drafts: PinDraft[] = [];
    if (entry.allow !== undefined && allowedRange(pin) === undefined) {
      const message = `"${entry.allow.text}" is no range of ${component.name}. Write one such as ">=1.2 <2" behind "allow".`;
      drafts.push({ at: entry.allow, message, components: [component.id] });
    }
    if (value?.kind === 'invalid') {
      const example = latestOf(component);
      const advice = example === undefined ? 'a version' : `a version such as ${example}`;
      const message = `"${value.text}" is no version, release line or range of ${component.name}. Write ${advice}, a release line, or a range in quotes.`;
      drafts.push({ at: versionNode(entry), message, components: [component.id] });
    }
    return drafts;
  },
};
