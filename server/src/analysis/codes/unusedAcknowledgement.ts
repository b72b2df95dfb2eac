import { addDays } from '../../catalog/dates.ts';
import { type CommentPart, KEYWORDS } from '../../manifest/ignoreComments.ts';
import { nearTexts } from '../../manifest/nearTexts.ts';
import { rangeOf, type ScalarNode } from '../../manifest/tree.ts';
import type { Acknowledgement, AcknowledgingDocument, CodeOutcome } from '../acknowledgement-types.ts';
import { codeRemoval, lastDay, removal } from '../acknowledgementEdits.ts';
import { ACCEPTED_DAYS, type Choice, choices, commentText, thingOf } from '../acknowledgementWords.ts';
import type { AnalysisContext } from '../analysis.ts';
import { CODES, type Code, UNACKNOWLEDGEABLE } from '../finding.ts';
import type { Draft, Rule } from '../rule.ts';
import { list } from '../texts.ts';

/** It hides nothing: there is nothing to hide, or it cannot be read, or not in this way. */
export const unusedAcknowledgement: Rule = {
  code: 'unused-acknowledgement',
  severity: 'warning',
  title: 'An acknowledgement that hides nothing',
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
  const thing = thingOf(acknowledgement);
  const why = `This ${thing} hides nothing`;
  if (fault === 'no-day' && until !== undefined) {
    return [{ range: until.range, message: `${why}: there is no day ${until.day}. Write a day as 2027-01-31.` }];
  }
  if (fault === 'blank' && written.kind === 'entry' && written.entry.reason !== undefined) {
    return [{ range: rangeOf(written.entry.reason), message: `${why}: it gives no reason. Say why it is accepted.` }];
  }
  if (written.kind === 'entry') return [];
  const { comment } = written;
  const codes = comment.codes.map(({ text }) => text).filter(isAcknowledgeable);
  const example = commentText(
    comment.scope,
    codes.length === 0 ? ['unsupported'] : codes,
    fault === 'until' ? '2027-01-31' : comment.until?.text,
    comment.reason === '' ? 'why it is accepted' : comment.reason,
  );
  if (comment.fault === undefined) return [];
  const said = {
    keyword: `"${comment.keyword.text}" is neither ${KEYWORDS['next-line']} nor ${KEYWORDS.line}`,
    place: `${KEYWORDS.line} stands at the end of the line that it is about`,
    code: 'it names no code',
    until: 'one day follows "until"',
    reason: 'it gives no reason',
  }[comment.fault];
  const isKeyword = fault === 'keyword' || fault === 'place';
  const keyword = KEYWORDS[comment.scope];
  return [
    {
      range: isKeyword ? comment.keyword.range : range,
      message: `${why}: ${said}. Write "${example}".`,
      fix: choices([
        [`Change to ${keyword}`, isKeyword ? [{ range: comment.keyword.range, newText: keyword }] : undefined],
        ['Remove this comment', removal(acknowledgement, document.manifest)],
      ]),
    },
  ];
}

/** A code that there is not, or that has to be mended. */
function noCode(code: CommentPart, acknowledgement: Acknowledgement, { manifest }: AcknowledgingDocument): Draft {
  const thing = thingOf(acknowledgement);
  const { text, range } = code;
  const remove: Choice =
    acknowledgement.codes.length > 1
      ? [`Remove ${text}`, codeRemoval(acknowledgement, code)]
      : [`Remove this ${thing}`, removal(acknowledgement, manifest)];
  if (isCode(text)) {
    const why = text === 'yaml' || text === 'schema' ? 'what is broken has to be mended' : 'remove what it is about';
    return { range, message: `"${text}" cannot be acknowledged: ${why}.`, fix: choices([remove]) };
  }
  const near = nearTexts(text, ACKNOWLEDGEABLE);
  const advice =
    near.length === 0
      ? 'Write the code that a finding shows, such as unsupported.'
      : `Did you mean ${list(near, 'or')}?`;
  const changes = near.map((one): Choice => [`Change to ${one}`, [{ range, newText: one }]]);
  return { range, message: `"${text}" is no code of a finding. ${advice}`, fix: choices([...changes, remove]) };
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
  const how = written.kind === 'entry' ? `"until: ${day}"` : `"until ${day}" before the colon`;
  return {
    range: code.range,
    message: `This ${thingOf(acknowledgement)} hides no error: what accepts an error has a last day. Write ${how}.`,
    fix: choices([[`Accept until ${day}`, lastDay(acknowledgement, manifest.document.text, day)]]),
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
  const thing = thingOf(acknowledgement);
  const remove = [`Remove this ${thing}`, removal(acknowledgement, manifest)] as const;
  const stranger = acknowledgement.between?.find(({ text }) => !isPin(text, document));
  if (stranger !== undefined) return [notInStack(stranger, remove, document)];
  if (certain.length === all) {
    const codes = list(certain.map(({ code }) => `"${code.text}"`));
    const are = certain.length === 1 ? 'is' : 'are';
    return [
      {
        range: acknowledgement.range,
        message: `This ${thing} hides nothing: ${codes} ${are} not reported ${placeInWords(acknowledgement)}. Remove it.`,
        tags: ['unnecessary'],
        fix: choices([remove]),
      },
    ];
  }
  return certain.map(({ code }) => ({
    range: code.range,
    message: `"${code.text}" hides nothing: it is not reported ${placeInWords(acknowledgement)}. Remove it from the comment.`,
    tags: ['unnecessary' as const],
    fix: choices([[`Remove ${code.text}`, codeRemoval(acknowledgement, code)]]),
  }));
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
  const advice = near.length === 0 ? 'Remove it.' : `Did you mean ${list(near, 'or')}?`;
  const changes = near.map((one): Choice => [`Change to ${one}`, [{ range, newText: one }]]);
  return {
    range,
    message: `This entry hides nothing: "${text}" is no pin of this stack. ${advice}`,
    tags: ['unnecessary'],
    fix: choices([...changes, remove]),
  };
}

function placeInWords({ written, between }: Acknowledgement): string {
  if (written.kind === 'comment') return written.comment.scope === 'line' ? 'in this line' : 'below it';
  if (between === undefined) return 'in this stack';
  const names = list(between.map(({ text }) => text));
  return between.length === 2 ? `between ${names}` : `for ${names}`;
}
