/** How a finding is silenced: the same for most codes, with lines of the code's own example. */
import { acknowledgingFix } from '../../server/src/analysis/acknowledgingFix.ts';
import { CODE_INFO } from '../../server/src/analysis/codes.ts';
import { type Code, type Finding, UNACKNOWLEDGEABLE } from '../../server/src/analysis/finding.ts';
import type { CheckedExample } from './checkExample.ts';

/** The last day in what is shown; an error is never accepted for good. */
const UNTIL = '2027-01-31';

/** A comment and an entry that accept the finding of an example. */
export interface Acceptance {
  /** The file of the finding. */
  readonly name: string;
  /** The line of the finding in the file, without its line break. */
  readonly line: string;
  /** The comment that stands above that line. */
  readonly comment: string;
  /** The text of the entry, from `acknowledge:` on. */
  readonly entry: string;
  /** The title of the quick fix that writes it in an editor, where there is one. */
  readonly title: string | undefined;
}

/** What accepts the first finding of a code in a checked example; undefined for what cannot be accepted. */
export function acceptanceOf(code: Code, checked: readonly CheckedExample[]): Acceptance | undefined {
  if (UNACKNOWLEDGEABLE.has(code)) return undefined;
  for (const { name, analysis } of checked) {
    const finding = analysis.findings.find((one) => one.code === code);
    if (finding !== undefined)
      return {
        name,
        title: acknowledgingFix(analysis, finding)?.title,
        ...acceptance(finding, analysis.file.text),
      };
  }
  return undefined;
}

function acceptance({ code, severity, range, pins }: Finding, text: string): Omit<Acceptance, 'name' | 'title'> {
  const line = text.slice(text.lastIndexOf('\n', range.start - 1) + 1).split('\n')[0] ?? '';
  const indent = /^ */.exec(line)?.[0] ?? '';
  const until = severity === 'error' ? ` until ${UNTIL}` : '';
  const lines = [
    'acknowledge:',
    `  - code: ${code}`,
    ...(pins.length === 0 ? [] : [`    between: [${pins.map(({ instance }) => instance).join(', ')}]`]),
    '    reason: why it is accepted',
    ...(severity === 'error' ? [`    until: ${UNTIL}`] : []),
  ];
  return {
    line,
    comment: `${indent}# stackpin-ignore-next-line ${code}${until}: why it is accepted`,
    entry: lines.join('\n'),
  };
}

/** The section of a page, as paragraphs. */
export function silencing(code: Code, checked: readonly CheckedExample[]): string[] {
  const { severity } = CODE_INFO[code];
  const setting = [
    'For all manifests, with the setting [`stackpin.severity`](../settings.md#stackpinseverity): it turns the code off, or makes it more or less severe.',
    `\`\`\`json\n{ "stackpin.severity": { "${code}": "off" } }\n\`\`\``,
  ];
  const accepted = acceptanceOf(code, checked);
  if (accepted === undefined)
    return [...setting, 'A single finding of this code cannot be acknowledged: what it is about has to be put right.'];
  const ways = [
    'For one place, with a comment in the line above; as `stackpin-ignore` it stands behind the text of the line itself.',
  ];
  if (severity === 'error') ways.push('An error is accepted up to a day only; after that day it is reported again.');
  return [
    ...setting,
    ways.join(' '),
    `\`\`\`yaml\n${accepted.comment}\n${accepted.line}\n\`\`\``,
    'For the whole manifest and what extends it, with an entry under [`acknowledge`](../manifest.md#acknowledged-findings).',
    `\`\`\`yaml\n${accepted.entry}\n\`\`\``,
    ...(accepted.title === undefined ? [] : [`In an editor a quick fix writes one of the two: "${accepted.title}".`]),
  ];
}
