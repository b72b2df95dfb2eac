/** Reads a configuration file: text in, settings or what is wrong with it out. Never throws. */
import { t } from '@vscode/l10n';
import type { SeveritySettings } from '../../../server/src/analysis/analysis.ts';
import { lineIndex } from '../../../server/src/manifest/lines.ts';
import { parseYaml } from '../../../server/src/manifest/parse.ts';
import { rangeOf } from '../../../server/src/manifest/tree.ts';
import { plainValue, validateDocument } from '../../../server/src/manifest/validate.ts';
import type { Floor, Format } from '../choices.ts';
import type { Problems } from '../oneFile.ts';
import { CONFIG_FORMAT } from './format.ts';

/** What a configuration file says, as it is written there. */
export interface Configuration {
  readonly catalogs?: readonly string[];
  readonly severity?: SeveritySettings;
  readonly failOn?: Floor;
  readonly format?: Format;
  readonly ignore?: readonly string[];
}

/**
 * Reads one. An empty file says nothing, and nothing is wrong with it.
 * @param name of the file, as messages write it
 */
export function readConfiguration(text: string, name: string): Configuration | Problems {
  const { documents } = parseYaml(text);
  const lines = lineIndex(text);
  const problems: string[] = [];
  const add = (message: string, start: number): void => {
    const { line, character } = lines.positionAt(start);
    problems.push(`${name}:${line + 1}:${character + 1}: ${message}`);
  };
  const [document, ...others] = documents.filter(({ root, problems: own }) => root !== undefined || own.length > 0);
  if (document === undefined) return {};
  for (const { message, range } of document.problems) add(message, range.start);
  for (const { message, range } of validateDocument(document, CONFIG_FORMAT)) add(message, range.start);
  const [other] = others;
  if (other !== undefined) {
    const { start } = other.root === undefined ? other.range : rangeOf(other.root);
    add(t('A configuration is one document. Remove the "---" and what stands behind it.'), start);
  }
  // What the schema accepts has this shape.
  return problems.length > 0 ? { problems } : (plainValue(document.root, [], CONFIG_FORMAT) as Configuration);
}
