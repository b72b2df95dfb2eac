/** From the short form of a pin to the long one, and back. */
import { t } from '@vscode/l10n';
import { CodeActionKind } from 'vscode-languageserver-types';
import { longForm, shortForm } from '../../rewrite/entryForms.ts';
import { workspaceEdit } from '../workspaceEdit.ts';
import type { ActionMaker, Offer } from './offer.ts';
import { pinPlaceAt } from './pinsAt.ts';

export const changeForm: ActionMaker = {
  name: 'change-form',
  kinds: [CodeActionKind.RefactorRewrite],
  offers: (place) => {
    const { manifest, checked, traits } = place;
    const found = pinPlaceAt(place);
    if (found === undefined) return [];
    const { pin, mapping } = found;
    const forms = [
      [t('Write {0} in the long form', pin.instance), longForm(pin.entry, mapping, manifest)],
      [t('Write {0} in the short form', pin.instance), shortForm(pin.entry, mapping, manifest)],
    ] as const;
    return forms.flatMap(([title, changes]): Offer[] =>
      changes === undefined
        ? []
        : [
            {
              title,
              kind: CodeActionKind.RefactorRewrite,
              edit: () => workspaceEdit(checked, changes, traits.codeActions),
            },
          ],
    );
  },
};
