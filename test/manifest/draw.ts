/** Trees and problems as text, so that a test can quote them whole. */
import { parseYaml } from '../../server/src/manifest/parse.ts';
import { rangeOf, type TreeNode, type YamlDocument } from '../../server/src/manifest/tree.ts';
import { type Diagnosed, expectDiagnostics, type MarkedFile } from '../support/markers.ts';

/** The only document of a text. */
export function parseOne(text: string): YamlDocument {
  const [document, ...others] = parseYaml(text).documents;
  if (document === undefined || others.length > 0) throw new Error('There is not exactly one document.');
  return document;
}

/** A tree, one line a node: what it is, its text, and the source that its range cuts out. */
export function drawTree({ root, text }: Pick<YamlDocument, 'root' | 'text'>): string {
  return root === undefined ? 'nothing' : draw(root, text, '').join('\n');
}

function draw(node: TreeNode, text: string, indentation: string): string[] {
  const { start, end } = rangeOf(node);
  const marks =
    node.kind === 'alias'
      ? ''
      : `${node.anchor === undefined ? '' : ` &${node.anchor}`}${node.tag === undefined ? '' : ` ${node.tag}`}`;
  switch (node.kind) {
    case 'alias':
      return [`${indentation}alias ${node.name}: ${node.target?.kind ?? 'not followed'}`];
    case 'scalar': {
      const value = node.value === node.text ? '' : ` = ${node.value}`;
      return [`${indentation}${node.style}${marks} ${JSON.stringify(node.text)}${value} <${text.slice(start, end)}>`];
    }
    case 'sequence':
      return [
        `${indentation}${node.flow ? 'flow ' : ''}list${marks}`,
        ...node.items.flatMap((item) => draw(item, text, `${indentation}  `)),
      ];
    case 'mapping':
      return [
        `${indentation}${node.flow ? 'flow ' : ''}mapping${marks}`,
        ...node.entries.flatMap(({ key, value }) => {
          const head = `${indentation}  ${key.text}:`;
          const inner = value === undefined ? [] : draw(value, text, `${indentation}  `);
          const [first = ' nothing', ...rest] = inner;
          return [`${head} ${first.trimStart()}`, ...rest];
        }),
      ];
  }
}

/** Compares a document's syntax problems with the markers of a fixture; the code is the problem's reason, in marker form. */
export function expectProblems(file: MarkedFile): readonly YamlDocument[] {
  const { documents } = parseYaml(file.text);
  const problems = documents.flatMap((document) => document.problems);
  expectDiagnostics(
    file,
    problems.map(
      ({ range, reason, message }): Diagnosed => ({ range, code: reason.toLowerCase().replaceAll('_', '-'), message }),
    ),
  );
  return documents;
}
