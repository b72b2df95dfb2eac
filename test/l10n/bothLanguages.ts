/** What is said of the same manifests and catalogs in English and in Chinese. */
import { readFileSync } from 'node:fs';
import { checkExample } from '../../scripts/pages/checkExample.ts';
import { acknowledgingFixes } from '../../server/src/analysis/acknowledgingFix.ts';
import { CODES } from '../../server/src/analysis/finding.ts';
import { readCatalog } from '../../server/src/catalog/read.ts';
import { catalogOf } from '../analysis/check.ts';
import { casesOf, filesOf } from '../suite/cases.ts';
import { toldOfCatalogs } from './brokenCatalogs.ts';
import { speakChinese, speakEnglish } from './languages.ts';
import { ROOT } from './sources.ts';

/** Everything that findings of the suite say and rest on, titles of fixes among it, and what the lint tells. */
async function allTexts(): Promise<string[]> {
  // Words are kept by what they are about: another language needs another catalog.
  const { readable } = readCatalog(readFileSync(`${ROOT}test/analysis/fixture.catalog.yaml`, 'utf8'));
  const catalog = catalogOf(readable);
  const texts: string[] = [];
  for (const { fixture } of CODES.flatMap(casesOf)) {
    const files = filesOf(fixture);
    const workspace = files.some(({ name }) => name.startsWith('platform/')) ? { workspace: 'platform/' } : {};
    for (const { analysis } of await checkExample({ files, ...workspace }, catalog)) {
      for (const finding of analysis.findings) {
        const { message, related, evidence, fix } = finding;
        texts.push(message, ...related.map((place) => place.message), ...evidence.map(({ statement }) => statement));
        if (fix !== undefined && 'choices' in fix) texts.push(...fix.choices.map(({ title }) => title));
        texts.push(...acknowledgingFixes(analysis, finding).map(({ title }) => title));
      }
    }
  }
  return [...texts, ...toldOfCatalogs()];
}

/** English to Chinese. English is spoken afterwards. */
export async function saidInBoth(): Promise<ReadonlyMap<string, string>> {
  speakEnglish();
  const english = await allTexts();
  speakChinese();
  const chinese = await allTexts();
  speakEnglish();
  if (chinese.length !== english.length) throw new Error('The two languages do not say the same.');
  return new Map(english.map((text, index) => [text, chinese[index] ?? '']));
}
