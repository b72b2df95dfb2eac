/** What a person has said of how far a pin may go, in sentences. */
import { t } from '@vscode/l10n';
import type { PlanPin } from './plan.ts';

/** "istio is locked at 1.28.1." */
export function lockedAt({ instance }: Pick<PlanPin, 'instance'>, version: string): string {
  return t('{0} is locked at {1}.', instance, version);
}

/** "istio stays at 1.28.1.", or that it is locked there. */
export function staysAt(pin: Pick<PlanPin, 'instance' | 'isLocked'>, version: string): string {
  return pin.isLocked ? lockedAt(pin, version) : t('{0} stays at {1}.', pin.instance, version);
}

/** That a version is none of those to which the stack lets a pin go. */
export function outsideOf(pin: Pick<PlanPin, 'instance' | 'allow'>, version: string): string {
  return t('{0} may be moved within {1} only, and {2} is outside.', pin.instance, allowedRanges(pin), version);
}

/** ">=1.27 <1.29 and ~1.28": all that holds for a pin; empty where nothing does. */
export function allowedRanges({ allow }: Pick<PlanPin, 'allow'>): string {
  return allow.reduce((before, { text }) => (before === '' ? text : t('{0} and {1}', before, text)), '');
}
