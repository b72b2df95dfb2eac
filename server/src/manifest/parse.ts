/** Text to trees and problems. Never throws, on any text. */
import { type Document, parseAllDocuments, type YAMLError } from 'yaml';
import { convertDocument } from './convert.ts';
import { binaryProblem, replacementProblem, scan } from './guard.ts';
import { syntaxMessage } from './syntaxMessages.ts';
import type { SyntaxProblem, YamlDocument, YamlFile } from './tree.ts';

/** In UTF-16 units. A larger text is not parsed: the editor must stay alive. */
const LARGEST = 5_000_000;

/** Problems told for one document: what follows is mostly an echo of the first. */
const MOST_PROBLEMS = 100;

/**
 * Parses a text as a stream of YAML 1.2 documents.
 * @returns at least one document, so that a file's problems always have a place
 */
export function parseYaml(text: string): YamlFile {
  const unreadable = binaryProblem(text) ?? tooLarge(text);
  if (unreadable !== undefined) return { text, documents: [alone(text, unreadable)] };
  const { comments, tooDeep } = scan(text);
  if (tooDeep !== undefined) {
    const message = 'This is nested deeper than any manifest, and the file is not read. Remove the nesting here.';
    return { text, documents: [alone(text, { kind: 'yaml', reason: 'TOO_DEEP', message, range: tooDeep })] };
  }
  const parsed = parseAllDocuments(text, { prettyErrors: false, uniqueKeys: false, logLevel: 'silent', version: '1.2' });
  const found = Array.isArray(parsed) ? (parsed as Document.Parsed[]) : [];
  const replaced = replacementProblem(text);
  const documents = found.map((document, index): YamlDocument => {
    const [start, , end] = document.range;
    const { root, problems } = convertDocument(document, text);
    const all = [...document.errors.map((error) => problemOf(error, text)), ...problems];
    if (replaced !== undefined && replaced.range.start >= start && replaced.range.start < end) all.unshift(replaced);
    return {
      index,
      text,
      range: { start, end },
      root,
      problems: all.sort((a, b) => a.range.start - b.range.start).slice(0, MOST_PROBLEMS),
      comments: comments.filter(({ range }) => range.start >= start && range.start < end),
    };
  });
  return { text, documents: documents.length > 0 ? documents : [{ ...alone(text, replaced), comments }] };
}

function alone(text: string, problem: SyntaxProblem | undefined): YamlDocument {
  return { index: 0, text, range: { start: 0, end: text.length }, root: undefined, problems: problem === undefined ? [] : [problem], comments: [] };
}

function tooLarge(text: string): SyntaxProblem | undefined {
  if (text.length <= LARGEST) return undefined;
  return {
    kind: 'encoding',
    reason: 'TOO_LARGE',
    message: `This file is larger than ${LARGEST / 1_000_000} million characters and is not checked. Split the manifest.`,
    range: { start: 0, end: 0 },
  };
}

/** The parser's places can lie behind the end of the text, or be empty; a person needs a character to look at. */
function problemOf(error: YAMLError, text: string): SyntaxProblem {
  const [from, to] = error.pos;
  const end = Math.min(Math.max(to, from + 1), text.length);
  const start = Math.max(0, Math.min(from, end - 1));
  return { kind: 'yaml', reason: error.code, message: syntaxMessage(error.code), range: { start, end } };
}
