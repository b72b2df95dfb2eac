/** Quotes the versions that other YAML readers see as something else: of a file, all at once. */
import { t } from '@vscode/l10n';
import { CodeActionKind } from 'vscode-languageserver-types';
import type { TextChange } from '../../analysis/finding.ts';
import { scalarText } from '../../analysis/yamlReading.ts';
import { rangeOf } from '../../manifest/tree.ts';
import { QUOTE_ALL_KIND } from '../advertised.ts';
import { touches } from '../pinAt.ts';
import { workspaceEdit } from '../workspaceEdit.ts';
import type { ActionMaker, ActionPlace, Offer } from './offer.ts';
import { pinPlaceAt } from './pinsAt.ts';

/** One is a quick fix of its finding already. */
export const quoteVersions: ActionMaker = {
  name: 'quote-versions',
  kinds: [CodeActionKind.QuickFix, CodeActionKind.RefactorRewrite, QUOTE_ALL_KIND],
  offers: (place) => {
    const { checked, range, traits } = place;
    const found = checked.analysis.findings.filter(({ code }) => code === 'unquoted-version');
    const changes = found.flatMap((finding): TextChange[] => {
      const newText = finding.fix?.kind === 'replace' ? finding.fix.choices[0]?.newText : undefined;
      return newText === undefined ? [] : [{ range: finding.range, newText }];
    });
    if (changes.length === 0) return quoteOne(place);
    const edit = () => workspaceEdit(checked, changes, traits.codeActions);
    const title =
      changes.length === 1
        ? t('Quote all versions (1 version)')
        : t('Quote all versions ({0} versions)', changes.length);
    const isHere = found.some((one) => touches(one.range, range.start));
    return [
      ...(isHere && changes.length > 1 ? [{ title, kind: CodeActionKind.QuickFix, edit }] : []),
      { title, kind: QUOTE_ALL_KIND, edit },
      ...(isHere ? [] : quoteOne(place)),
    ];
  },
};

/** A version that every reader sees as it is can be quoted too. */
function quoteOne(place: ActionPlace): readonly Offer[] {
  const found = pinPlaceAt(place);
  const node = found?.pin.version;
  if (node === undefined || node.style !== 'plain' || found?.pin.removed === true) return [];
  const range = rangeOf(node);
  if (!touches(range, place.range.start) || place.manifest.document.problems.length > 0) return [];
  const newText = scalarText(node.text, 'double');
  return [
    {
      title: t('Quote the version: {0}', newText),
      kind: CodeActionKind.RefactorRewrite,
      edit: () => workspaceEdit(place.checked, [{ range, newText }], place.traits.codeActions),
    },
  ];
}
