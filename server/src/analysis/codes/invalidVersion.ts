import { t } from '@vscode/l10n';
import { latestOf } from '../../catalog/queries.ts';
import { allowedRange } from '../allow.ts';
import type { PinDraft, Rule } from '../rule.ts';
import { sentences, versionNode } from '../texts.ts';

/** Only for components of a catalog: an unknown component may be versioned in any way. */
export const invalidVersion: Rule = {
  code: 'invalid-version',
  severity: 'error',
  title: () => t('No version, release line or range'),
  pin: (pin) => {
    const { component, value, entry } = pin;
    if (component === undefined) return [];
    const drafts: PinDraft[] = [];
    if (entry.allow !== undefined && allowedRange(pin) === undefined) {
      const message = t(
        '"{0}" is no range of {1}. Write one such as ">=1.2 <2" behind "allow".',
        entry.allow.text,
        component.name,
      );
      drafts.push({ at: entry.allow, message, components: [component.id] });
    }
    if (value?.kind === 'invalid') {
      const example = latestOf(component);
      const told = t('"{0}" is no version, release line or range of {1}.', value.text, component.name);
      const advice =
        example === undefined
          ? t('Write a version, a release line, or a range in quotes.')
          : t('Write a version such as {0}, a release line, or a range in quotes.', example);
      const message = sentences(told, advice);
      drafts.push({ at: versionNode(entry), message, components: [component.id] });
    }
    return drafts;
  },
};
