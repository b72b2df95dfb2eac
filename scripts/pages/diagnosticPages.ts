/** docs/diagnostics/: a page a code, and the list of them. Made of the codes' own texts and of what checking their examples gives. */
import { findingBlock, type Note, note, styleOf } from '../../cli/src/report/block.ts';
import type { CodeDocs, Example, Sentences } from '../../server/src/analysis/codeDocs.ts';
import { GROUPS, type Group } from '../../server/src/analysis/codeDocs.ts';
import { CODE_DOCS } from '../../server/src/analysis/codes.docs.ts';
import { CODE_INFO } from '../../server/src/analysis/codes.ts';
import { CODES, type Code, type Finding, type Related } from '../../server/src/analysis/finding.ts';
import type { Catalog } from '../../server/src/catalog/model.ts';
import { lineIndex } from '../../server/src/manifest/lines.ts';
import { fixesFor } from '../../server/src/resolve/fix/fixesFor.ts';
import { fixing } from '../../server/src/resolve/fix/fixing.ts';
import { type CheckedExample, checkExample, EXAMPLE_DAY, EXAMPLE_ROOT } from './checkExample.ts';
import { silencing } from './silencing.ts';

/** Width of what is quoted of a report. */
const COLUMNS = 100;

const GROUP_WORDS: { readonly [group in Group]: string } = {
  syntax: 'Whether the file can be read, and says what it seems to say.',
  names: 'Whether the catalog knows what is pinned.',
  compatibility: 'Whether the pins go together. How a pair is judged: [verdicts.md](../verdicts.md).',
  lifecycle:
    'Whether the pins are supported, and for how long: as of today in an editor, as of `--as-of` on the command line.',
  composition: 'Whether the files that a manifest names can be used.',
  acknowledgement: 'Whether what somebody has accepted is still there.',
};

/** Every page by its file name: the list is `README.md`. */
export async function diagnosticPages(catalog: Catalog): Promise<Map<string, string>> {
  const pages = new Map([['README.md', listPage()]]);
  for (const code of CODES) pages.set(`${code}.md`, await codePage(code, CODE_DOCS[code], catalog));
  return pages;
}

function listPage(): string {
  const parts = [
    '# Diagnostics',
    '<!-- Written by `npm run docs`; a test compares it with the sources. -->',
    'Every finding has a stable code, and every code a page: what it means, why it matters, how to mend it, an example, and how to silence it. Where a finding rests on one statement of upstream, its code links to that statement in editors, and otherwise to the page.',
    'How severe each code is can be set: see [settings.md](../settings.md). A single finding can be acknowledged: see [the manifest language](../manifest.md#acknowledged-findings).',
    'Quick fixes change what their title says and nothing else in the file. They set the fewest versions that it takes: forward before backward, supported versions before the others, and the same release line before the next.',
  ];
  for (const group of GROUPS) {
    const rows = CODES.filter((code) => CODE_DOCS[code].group === group).map(
      (code) => `| [${code}](${code}.md) | ${CODE_INFO[code].severity} | ${CODE_INFO[code].title} |`,
    );
    parts.push(
      `## ${heading(group)}`,
      GROUP_WORDS[group],
      ['| code | default | says |', '| --- | --- | --- |', ...rows].join('\n'),
    );
  }
  return `${parts.join('\n\n')}\n`;
}

async function codePage(code: Code, docs: CodeDocs, catalog: Catalog): Promise<string> {
  const { severity, title } = CODE_INFO[code];
  const found = await checkExample(docs.bad, catalog);
  const parts = [
    `# ${code}`,
    '<!-- Written by `npm run docs`; a test compares it with the sources. -->',
    `**${title}.** Group: [${docs.group}](README.md#${docs.group}). Severity: ${severity}, unless you set another.`,
    '## What it means',
    paragraph(docs.meaning),
    '## Why it matters',
    paragraph(docs.why),
    '## How to mend it',
    paragraph(docs.remedy),
    `**Quick fixes.** ${paragraph(docs.quickFixes)}`,
    '## An example',
    ...exampleParts(docs.bad),
    `As of ${EXAMPLE_DAY}:`,
    fenced('text', found.flatMap(reportOf).join('\n\n')),
    '## The same put right',
    ...exampleParts(docs.good),
    '## How to silence it',
    ...silencing(code, found),
  ];
  return `${parts.join('\n\n')}\n`;
}

function exampleParts({ words, files, workspace }: Example): string[] {
  const named = files.length > 1 || workspace !== undefined;
  return [
    paragraph(words),
    ...files.flatMap(({ name, text }) => [...(named ? [`\`${name}\`:`] : []), fenced('yaml', text.trimEnd())]),
  ];
}

/** The findings of one file as the command line prints them. */
function reportOf({ name, analysis }: CheckedExample): string[] {
  const lines = lineIndex(analysis.file.text);
  const style = styleOf({ colour: false, columns: COLUMNS });
  return analysis.findings.map((finding) => {
    const { range, severity, code, message } = finding;
    const notes = [
      ...sourcesOf(finding),
      ...finding.related.map((place) => seeNote(place, name, analysis.file.text)),
      ...fixesFor(fixing(analysis), finding).map((fix) => note('fix', fix.title)),
    ];
    return findingBlock({ path: name, lines, range, severity, code, message, notes }, style);
  });
}

function sourcesOf({ evidence }: Finding): Note[] {
  const addresses = new Map(evidence.map(({ source, checked }) => [source, checked]));
  return [...addresses].map(([source, checked]) => note('source', `${source} (read ${checked})`));
}

function seeNote({ layer, range, message }: Related, name: string, text: string): Note {
  const path = layer === undefined ? name : layer.uri.slice(EXAMPLE_ROOT.length);
  const { line, character } = lineIndex(layer?.manifest.document.text ?? text).positionAt(range.start);
  return note('see', `${path}:${line + 1}:${character + 1}: ${message}`);
}

function paragraph(sentences: Sentences): string {
  return sentences.join(' ');
}

function fenced(language: string, text: string): string {
  return `\`\`\`${language}\n${text}\n\`\`\``;
}

function heading(group: Group): string {
  return group.charAt(0).toUpperCase() + group.slice(1);
}
