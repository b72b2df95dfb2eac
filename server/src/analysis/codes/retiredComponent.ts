import type { Rule } from '../rule.ts';
import { componentNode, evidenceOf, list } from '../texts.ts';

/** The project itself has ended, whatever the version. */
export const retiredComponent: Rule = {
  code: 'retired-component',
  severity: 'warning',
  title: 'The project itself has ended',
  pin: ({ component, entry }, { catalog, date }) => {
    const retirement = component?.retirement;
    if (component === undefined || retirement === undefined) return [];
    if (component.status !== 'retired' && component.status !== 'archived') return [];
    if (retirement.date !== undefined && retirement.date > date) return [];
    const how =
      component.status === 'archived'
        ? 'is archived: upstream takes no more changes'
        : 'has been retired by its project';
    const since = retirement.date === undefined ? '' : ` since ${retirement.date}`;
    const successors = (component.successors ?? []).map((id) => catalog.summary(id)?.name ?? id);
    const next = successors.length === 0 ? '' : ` What people move to: ${list(successors, 'or')}.`;
    return [
      {
        at: componentNode(entry),
        message: `${component.name} ${how}${since}.${next}`,
        components: [component.id],
        evidence: [evidenceOf(retirement, `${component.name} ${how}${since}.`)],
        tags: ['deprecated'],
        fix: component.successors && { kind: 'successors', successors: component.successors },
      },
    ];
  },
};
