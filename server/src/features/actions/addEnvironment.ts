/** One more environment, for a person to fill in. */
import { t } from '@vscode/l10n';
import { CodeActionKind } from 'vscode-languageserver-types';
import { freshName, newEnvironment } from '../../rewrite/newEnvironment.ts';
import { entryAt } from '../../rewrite/pinMappings.ts';
import { workspaceEdit } from '../workspaceEdit.ts';
import type { ActionMaker } from './offer.ts';
import { isOnKey } from './pinsAt.ts';

export const addEnvironment: ActionMaker = {
  name: 'add-environment',
  kinds: [CodeActionKind.RefactorRewrite],
  offers: (place) => {
    const { manifest, checked, traits } = place;
    const { root } = manifest.document;
    if (!['components', 'environments'].some((key) => isOnKey(place, entryAt(root, [key])))) return [];
    const name = freshName(manifest.environments.map((one) => one.name));
    const change = newEnvironment(manifest, name);
    if (change === undefined) return [];
    return [
      {
        title: t('Add the environment {0}', name),
        kind: CodeActionKind.RefactorRewrite,
        edit: () => workspaceEdit(checked, [change], traits.codeActions),
      },
    ];
  },
};
