import { t } from '@vscode/l10n';
import type { Component, IsoDate } from '../../catalog/model.ts';
import type { Rule } from '../rule.ts';
import { componentNode, evidenceOf, list, sentences } from '../texts.ts';

/** The project itself has ended, whatever the version. */
export const retiredComponent: Rule = {
  code: 'retired-component',
  severity: 'warning',
  title: () => t('The project itself has ended'),
  pin: ({ component, entry }, { catalog, date }) => {
    const retirement = component?.retirement;
    if (component === undefined || retirement === undefined) return [];
    if (component.status !== 'retired' && component.status !== 'archived') return [];
    if (retirement.date !== undefined && retirement.date > date) return [];
    const told = howItEnded(component, retirement.date);
    const successors = (component.successors ?? []).map((id) => catalog.summary(id)?.name ?? id);
    const next = successors.length === 0 ? '' : t('What people move to: {0}.', list(successors, 'or'));
    return [
      {
        at: componentNode(entry),
        message: sentences(told, next),
        components: [component.id],
        evidence: [evidenceOf(retirement, told)],
        tags: ['deprecated'],
        fix: component.successors && { kind: 'successors', successors: component.successors },
      },
    ];
  },
};

function howItEnded({ name, status }: Component, day: IsoDate | undefined): string {
  if (status === 'archived') {
    return day === undefined
      ? t('{0} is archived: upstream takes no more changes.', name)
      : t('{0} is archived: upstream takes no more changes since {1}.', name, day);
  }
  return day === undefined
    ? t('{0} has been retired by its project.', name)
    : t('{0} has been retired by its project since {1}.', name, day);
}
