import { t } from '@vscode/l10n';
import { addDays } from '../../catalog/dates.ts';
import { type CommentFault, type CommentPart, type IgnoreComment, KEYWORDS } from '../../manifest/ignoreComments.ts';
import { nearTexts } from '../../manifest/nearTexts.ts';
import { rangeOf, type ScalarNode } from '../../manifest/tree.ts';
import type { Acknowledgement, AcknowledgingDocument, CodeOutcome } from '../acknowledgement-types.ts';
import { codeRemoval, lastDay, removal } from '../acknowledgementEdits.ts';
import { ACCEPTED_DAYS, type Choice, choices, commentText, removalTitle, untilTitle } from '../acknowledgementWords.ts';
import type { AnalysisContext } from '../analysis.ts';
import { CODES, type Code, UNACKNOWLEDGEABLE } from '../finding.ts';
import type { Draft, Rule } from '../rule.ts';
import { list, sentences } from '../texts.ts';

/** It hides nothing: there is nothing to hide, or it cannot be read, or not in this way. */
export const unusedAcknowledgement: Rule = {
  code: 'unused-acknowledgement',
  severity: 'warning',
  title: () => t('An acknowledgement that hides nothing'),
  acknowledgement: ({ acknowledgement, codes }, document, context) => {
    if (acknowledgement.fault !== undefined) return faulty(acknowledgement, document);
    const known = codes.filter(({ code }) => isAcknowledgeable(code.text));
    const drafts = codes
      .filter((one) => !known.includes(one))
      .map(({ code }) => noCode(code, acknowledgement, document));
    const endless = known.find((one) => one.endless > 0);
    if (endless !== undefined) drafts.push(withoutEnd(acknowledgement, endless, document, context));
    const unused = known.filter((one) => one.hidden + one.returned + one.endless === 0);
    return [...drafts, ...idle(acknowledgement, unused, codes.length, document, context)];
  },
};

function isCode(text: string): text is Code {
  return CODES.some((code) => code === text);
}

function isAcknowledgeable(text: string): text is Code {
  return isCode(text) && !UNACKNOWLEDGEABLE.has(text);
}

const ACKNOWLEDGEABLE: readonly string[] = CODES.filter((code) => !UNACKNOWLEDGEABLE.has(code));

/** What cannot be read: what to write instead. */
function faulty(acknowledgement: Acknowledgement, document: AcknowledgingDocument): Draft[] {
  const { written, until, range, fault } = acknowledgement;
  if (fault === 'no-day' && until !== undefined) {
    const message =
      written.kind === 'comment'
        ? t('This comment hides nothing: there is no day {0}. Write a day as 2027-01-31.', until.day)
        : t('This entry hides nothing: there is no day {0}. Write a day as 2027-01-31.', until.day);
    return [{ range: until.range, message }];
  }
  if (fault === 'blank' && written.kind === 'entry' && written.entry.reason !== undefined) {
    const message = t('This entry hides nothing: it gives no reason. Say why it is accepted.');
    return [{ range: rangeOf(written.entry.reason), message }];
  }
  if (written.kind === 'entry') return [];
  const { comment } = written;
  const codes = comment.codes.map(({ text }) => text).filter(isAcknowledgeable);
  const example = commentText(
    comment.scope,
    codes.length === 0 ? ['unsupported'] : codes,
    fault === 'until' ? '2027-01-31' : comment.until?.text,
    comment.reason === '' ? t('why it is accepted') : comment.reason,
  );
  if (comment.fault === undefined) return [];
  const isKeyword = fault === 'keyword' || fault === 'place';
  const keyword = KEYWORDS[comment.scope];
  return [
    {
      range: isKeyword ? comment.keyword.range : range,
      message: faultInWords(comment, comment.fault, example),
      fix: choices([
        [t('Change to {0}', keyword), isKeyword ? [{ range: comment.keyword.range, newText: keyword }] : undefined],
        [removalTitle(acknowledgement), removal(acknowledgement, document.manifest)],
      ]),
    },
  ];
}

/** What is wrong with a comment, and how it is to be written. */
function faultInWords({ keyword }: IgnoreComment, fault: CommentFault, example: string): string {
  switch (fault) {
    case 'keyword':
      return t(
        'This comment hides nothing: "{0}" is neither {1} nor {2}. Write "{3}".',
        keyword.text,
        KEYWORDS['next-line'],
        KEYWORDS.line,
        example,
      );
    case 'place':
      return t(
        'This comment hides nothing: {0} stands at the end of the line that it is about. Write "{1}".',
        KEYWORDS.line,
        example,
      );
    case 'code':
      return t('This comment hides nothing: it names no code. Write "{0}".', example);
    case 'until':
      return t('This comment hides nothing: one day follows "until". Write "{0}".', example);
    case 'reason':
      return t('This comment hides nothing: it gives no reason. Write "{0}".', example);
  }
}

/** A code that there is not, or that has to be mended. */
function noCode(code: CommentPart, acknowledgement: Acknowledgement, { manifest }: AcknowledgingDocument): Draft {
  const { text, range } = code;
  const remove: Choice =
    acknowledgement.codes.length > 1
      ? [t('Remove {0}', text), codeRemoval(acknowledgement, code)]
      : [removalTitle(acknowledgement), removal(acknowledgement, manifest)];
  if (isCode(text)) {
    const message =
      text === 'yaml' || text === 'schema'
        ? t('"{0}" cannot be acknowledged: what is broken has to be mended.', text)
        : t('"{0}" cannot be acknowledged: remove what it is about.', text);
    return { range, message, fix: choices([remove]) };
  }
  const near = nearTexts(text, ACKNOWLEDGEABLE);
  const advice =
    near.length === 0
      ? t('Write the code that a finding shows, such as unsupported.')
      : t('Did you mean {0}?', list(near, 'or'));
  const changes = near.map((one): Choice => [t('Change to {0}', one), [{ range, newText: one }]]);
  const message = sentences(t('"{0}" is no code of a finding.', text), advice);
  return { range, message, fix: choices([...changes, remove]) };
}

/** Errors come back: what accepts them has a last day. */
function withoutEnd(
  acknowledgement: Acknowledgement,
  { code }: CodeOutcome,
  { manifest }: AcknowledgingDocument,
  { date }: AnalysisContext,
): Draft {
  const day = addDays(date, ACCEPTED_DAYS);
  const { written } = acknowledgement;
  return {
    range: code.range,
    message:
      written.kind === 'entry'
        ? t('This entry hides no error: what accepts an error has a last day. Write "until: {0}".', day)
        : t(
            'This comment hides no error: what accepts an error has a last day. Write "until {0}" before the colon.',
            day,
          ),
    fix: choices([[untilTitle(day), lastDay(acknowledgement, manifest.document.text, day)]]),
  };
}

/** Codes of which nothing is found. */
function idle(
  acknowledgement: Acknowledgement,
  unused: readonly CodeOutcome[],
  all: number,
  document: AcknowledgingDocument,
  context: AnalysisContext,
): Draft[] {
  const certain = isSettled(document, context)
    ? unused.filter(({ code }) => context.severities[code.text as Code] !== 'off')
    : [];
  if (certain.length === 0) return [];
  const { manifest } = document;
  const remove = [removalTitle(acknowledgement), removal(acknowledgement, manifest)] as const;
  const stranger = acknowledgement.between?.find(({ text }) => !isPin(text, document));
  if (stranger !== undefined) return [notInStack(stranger, remove, document)];
  if (certain.length === all) {
    return [
      {
        range: acknowledgement.range,
        message: idleInWords(acknowledgement, certain),
        tags: ['unnecessary'],
        fix: choices([remove]),
      },
    ];
  }
  return certain.map(({ code }) => ({
    range: code.range,
    message: t(
      '"{0}" hides nothing: it is not reported {1}. Remove it from the comment.',
      code.text,
      placeInWords(acknowledgement),
    ),
    tags: ['unnecessary' as const],
    fix: choices([[t('Remove {0}', code.text), codeRemoval(acknowledgement, code)]]),
  }));
}

function idleInWords(acknowledgement: Acknowledgement, idle: readonly CodeOutcome[]): string {
  const place = placeInWords(acknowledgement);
  const isComment = acknowledgement.written.kind === 'comment';
  const [only, ...more] = idle;
  if (only !== undefined && more.length === 0) {
    const { text } = only.code;
    return isComment
      ? t('This comment hides nothing: "{0}" is not reported {1}. Remove it.', text, place)
      : t('This entry hides nothing: "{0}" is not reported {1}. Remove it.', text, place);
  }
  const codes = list(
    idle.map(({ code }) => t({ message: '"{0}"', comment: 'one of several codes', args: [code.text] })),
  );
  return isComment
    ? t('This comment hides nothing: {0} are not reported {1}. Remove it.', codes, place)
    : t('This entry hides nothing: {0} are not reported {1}. Remove it.', codes, place);
}

/** Whether everything that could be found is: not in broken text, and not without a base or a catalog. */
function isSettled({ manifest, composition }: AcknowledgingDocument, { catalog, documents }: AnalysisContext): boolean {
  const own = documents?.get(manifest.document.index)?.outcomes ?? [];
  return (
    manifest.document.problems.length === 0 &&
    composition.complete &&
    catalog.ids().length > 0 &&
    own.every((outcome) => outcome === undefined || outcome.kind === 'read')
  );
}

function isPin(name: string, { instances, components }: AcknowledgingDocument): boolean {
  return instances().has(name) || components().has(name);
}

/** Of a stack with more pins no near names are offered: a file may hold as many entries as pins. */
const MOST_COMPARED = 1000;

function notInStack(name: ScalarNode, remove: Choice, { instances, components }: AcknowledgingDocument): Draft {
  const { text } = name;
  const range = rangeOf(name);
  const known = [...new Set([...instances(), ...components()])];
  const near = known.length > MOST_COMPARED ? [] : nearTexts(text, known);
  const advice = near.length === 0 ? t('Remove it.') : t('Did you mean {0}?', list(near, 'or'));
  const changes = near.map((one): Choice => [t('Change to {0}', one), [{ range, newText: one }]]);
  return {
    range,
    message: sentences(t('This entry hides nothing: "{0}" is no pin of this stack.', text), advice),
    tags: ['unnecessary'],
    fix: choices([...changes, remove]),
  };
}

function placeInWords({ written, between }: Acknowledgement): string {
  if (written.kind === 'comment') return written.comment.scope === 'line' ? t('in this line') : t('below it');
  if (between === undefined) return t('in this stack');
  const names = list(between.map(({ text }) => text));
  return between.length === 2 ? t('between {0}', names) : t('for {0}', names);
}
