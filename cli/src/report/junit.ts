/**
 * The report that CI servers read as test results. There is no standard; this is what they have in common
 * (https://github.com/testmoapp/junitxml): a suite for each file, and in it a case for each finding.
 */
import type { Severity } from '../../../server/src/analysis/finding.ts';
import type { LineIndex } from '../../../server/src/manifest/lines.ts';
import type { Floor } from '../choices.ts';
import { type CheckedFile, type CheckResult, linesOf, reaches } from './result.ts';

export interface JunitOptions {
  readonly lists: (severity: Severity) => boolean;
  /** What is as severe is a failure, and what is less severe a case that passed, with output. */
  readonly failOn: Floor;
  /** What could not be checked, and why. */
  readonly unreadable: readonly string[];
}

type Kind = 'failure' | 'error' | 'skipped' | 'passed';

interface Case {
  readonly kind: Kind;
  readonly xml: string;
}

/** Writes a result as XML, with a line break at the end. */
export function junitReport({ files, asOf }: CheckResult, options: JunitOptions): string {
  const suites = files.map((file) => ({ name: file.path, cases: casesOf(file, options) }));
  if (options.unreadable.length > 0) {
    const cases = options.unreadable.map((text) =>
      caseOf('stackpin', text, 'error', `<error message="${attribute(text)}"/>`),
    );
    suites.push({ name: 'stackpin', cases });
  }
  const all = suites.flatMap(({ cases }) => cases);
  const body = suites.map(
    ({ name, cases }) =>
      `  <testsuite name="${attribute(name)}" ${counts(cases)} skipped="${count(cases, 'skipped')}" timestamp="${asOf}T00:00:00">\n${cases.map(({ xml }) => xml).join('')}  </testsuite>\n`,
  );
  return `<?xml version="1.0" encoding="UTF-8"?>\n<testsuites name="stackpin" ${counts(all)}>\n${body.join('')}</testsuites>\n`;
}

function casesOf(file: CheckedFile, { lists, failOn }: JunitOptions): Case[] {
  const lines = linesOf(file);
  const found = [...file.findings, ...file.acknowledged]
    .filter(({ severity }) => lists(severity))
    .sort((a, b) => a.range.start - b.range.start)
    .map(({ code, severity, message, range, acknowledged, evidence }) => {
      const name = `${code} (${placeOf(range.start, lines)})`;
      const sources = evidence.map(({ source }) => `\n${source}`).join('');
      const text = `${file.path}:${placeOf(range.start, lines)}: ${severity}: ${message}${sources}`;
      if (acknowledged !== null) {
        return caseOf(file.path, name, 'skipped', `<skipped message="${attribute(acknowledged.reason)}"/>`);
      }
      return reaches(failOn, severity)
        ? caseOf(
            file.path,
            name,
            'failure',
            `<failure type="${code}" message="${attribute(message)}">${content(text)}</failure>`,
          )
        : caseOf(file.path, name, 'passed', `<system-out>${content(text)}</system-out>`);
    });
  // A suite without cases is taken for one that was not run.
  return found.length > 0 ? found : [caseOf(file.path, 'check', 'passed', '')];
}

function placeOf(offset: number, lines: LineIndex): string {
  const { line, character } = lines.positionAt(offset);
  return `${line + 1}:${character + 1}`;
}

function caseOf(classname: string, name: string, kind: Kind, inside: string): Case {
  const start = `    <testcase classname="${attribute(classname)}" name="${attribute(name)}"`;
  return { kind, xml: inside === '' ? `${start}/>\n` : `${start}>${inside}</testcase>\n` };
}

function counts(cases: readonly Case[]): string {
  return `tests="${cases.length}" failures="${count(cases, 'failure')}" errors="${count(cases, 'error')}"`;
}

function count(cases: readonly Case[], kind: Kind): number {
  return cases.filter((one) => one.kind === kind).length;
}

/** XML 1.0 has no place for these, not even escaped: https://www.w3.org/TR/xml/#charsets. */
const NO_CHARACTER = /[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu;

function content(text: string): string {
  return text
    .replace(NO_CHARACTER, '\ufffd')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('\r', '&#13;');
}

function attribute(text: string): string {
  return content(text).replaceAll('"', '&quot;').replaceAll('\n', '&#10;').replaceAll('\t', '&#9;');
}
